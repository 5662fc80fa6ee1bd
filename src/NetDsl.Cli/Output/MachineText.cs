using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetDsl.Model;

namespace NetDsl.Cli.Output;

/// <summary>The JSON that commands print with <c>--json</c>.</summary>
internal static class MachineText
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(JsonNode node) => node.ToJsonString(Layout) + "\n";

    /// <summary>File, line and, where it is known, column; null where there is no place.</summary>
    public static JsonObject? Of(Origin origin) => Of(SourcePlace.Of(origin));

    /// <summary>The same of a place.</summary>
    public static JsonObject? Of(SourcePlace? place)
    {
        if (place is null)
        {
            return null;
        }

        var machine = new JsonObject { ["file"] = place.File, ["line"] = place.Line };
        if (place.Column is { } column)
        {
            machine["column"] = column;
        }

        return machine;
    }

    public static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
