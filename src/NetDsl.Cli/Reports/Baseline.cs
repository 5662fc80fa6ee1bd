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

        try
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (var run in JsonNode.Parse(File.ReadAllText(path))!["runs"]!.AsArray())
            {
                foreach (var result in run!["results"]?.AsArray() ?? [])
                {
                    if (result!["partialFingerprints"]?[Fingerprints.Name] is { } fingerprint && (string?)result["baselineState"] != "absent")
                    {
                        found.Add((string)fingerprint!);
                    }
                }
            }

            return new Baseline(found);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new CommandException($"--baseline: '{path}' is no report in SARIF; write one with --sarif");
        }
    }

    /// <summary>Whether the finding is known.</summary>
    public bool Has(string fingerprint) => fingerprints.Contains(fingerprint);

    /// <summary>How many of the known ones are found no more.</summary>
    public int Mended(IEnumerable<string> found) => fingerprints.Count - fingerprints.Intersect(found).Count();
}
