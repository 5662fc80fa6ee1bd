using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetDsl.Cli.Reports;

/// <summary>Findings that are known: those of a report that was written before. What is known does not make <c>check</c> fail.</summary>
internal sealed class Baseline
{
    private readonly HashSet<string> fingerprints;

    private Baseline(HashSet<string> fingerprints) => this.fingerprints = fingerprints;

    /// <summary>Reads a report that <c>check --sarif</c> wrote.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static Baseline Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"--baseline: there is no '{path}'; write it with --sarif {path}");
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in Results(path))
        {
            if (Text(result["partialFingerprints"]?[Fingerprints.Name]) is { } fingerprint && Text(result["baselineState"]) != "absent")
            {
                found.Add(fingerprint);
            }
        }

        return new Baseline(found);
    }

    /// <summary>Whether the finding is known.</summary>
    public bool Has(string fingerprint) => fingerprints.Contains(fingerprint);

    /// <summary>How many of the known ones are found no more.</summary>
    public int Mended(IEnumerable<string> found) => fingerprints.Count - fingerprints.Intersect(found).Count();

    private static IEnumerable<JsonObject> Results(string path)
    {
        JsonNode? report;
        try
        {
            report = JsonNode.Parse(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            report = null;
        }

        return report is JsonObject known && known["runs"] is JsonArray runs && runs.All(run => run is JsonObject)
            ? runs.OfType<JsonObject>().SelectMany(run => run["results"] as JsonArray ?? []).OfType<JsonObject>()
            : throw new CommandException($"--baseline: '{path}' is no report in SARIF; write one with --sarif");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
