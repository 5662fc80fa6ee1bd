using System.Text.Json;
using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Model;

namespace NetDsl.Cli.Sources;

/// <summary>
/// The lock file of a project: which prefix each VPC and subnet that names none was given. Builders read it; here it is written.
/// </summary>
internal static class LockFile
{
    /// <summary>The text of the file once it holds what a topology was given, and nothing else of that topology.</summary>
    /// <param name="present">What is in the file; nothing when there is none. What it holds for other topologies stays.</param>
    /// <param name="topology">The topology.</param>
    public static string With(string? present, Topology topology)
    {
        var all = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, held) in Topologies(present))
        {
            all[name] = held?.DeepClone();
        }

        all[topology.Name] = new JsonObject(topology.Allocations
            .OrderBy(allocation => allocation.Element.Path, StringComparer.Ordinal)
            .Select(allocation => KeyValuePair.Create(allocation.Element.Path, (JsonNode?)allocation.Prefix.ToString())));
        if (topology.Allocations.Count == 0)
        {
            all.Remove(topology.Name);
        }

        return MachineText.Of(new JsonObject { ["format"] = LockFileForm.Format, ["topologies"] = new JsonObject(all) });
    }

    private static JsonObject Topologies(string? present)
    {
        if (present is null)
        {
            return [];
        }

        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
            return JsonNode.Parse(present, documentOptions: options) is JsonObject whole
                && whole["format"] is JsonValue format && format.TryGetValue<string>(out var text) && text == LockFileForm.Format
                && whole["topologies"] is JsonObject topologies
                ? topologies
                : throw new CommandException($"the {LockFileForm.FileName} that is there has another form; move it away first");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new CommandException($"the {LockFileForm.FileName} that is there is no JSON; move it away first");
        }
    }
}
