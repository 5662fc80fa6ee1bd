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
    public static JsonObject? Of(Origin origin)
    {
        if (origin.Line == 0)
        {
            return null;
        }

        var place = new JsonObject
        {
            ["file"] = origin.File,
            ["line"] = origin.Span is { } span ? span.StartLine + 1 : origin.Line,
        };
        if (origin.Span is { } known)
        {
            place["column"] = known.StartColumn + 1;
        }

        return place;
    }

    public static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
