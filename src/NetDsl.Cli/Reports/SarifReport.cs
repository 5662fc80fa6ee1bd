using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Checks;
using NetDsl.Interop.Snapshots;

namespace NetDsl.Cli.Reports;

/// <summary>
/// Findings in SARIF 2.1.0, which code hosts and editors show beside the lines. Source: "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", OASIS.
/// </summary>
/// <remarks>Written here: the packages of this machine's registries have no library for it.</remarks>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string ProjectRoot = "PROJECT";

    /// <summary>The report.</summary>
    /// <param name="name">The topology; nothing when the project has none that builds.</param>
    /// <param name="folder">What files are named relative to; empty where they are not.</param>
    /// <param name="findings">What was found, each with its fingerprint.</param>
    /// <param name="gaps">What of a snapshot was not understood.</param>
    /// <param name="baseline">What is known; nothing when everything is new.</param>
    public static string Of(
        string? name, string folder, IReadOnlyList<(ReportedFinding Finding, string Fingerprint)> findings, IEnumerable<SnapshotGap> gaps, Baseline? baseline)
    {
        var ids = findings.Select(each => each.Finding.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var run = new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "NetDsl",
                    ["semanticVersion"] = ToolVersion.OfPackages,
                    ["rules"] = MachineText.Array(ids.Select(Rule)),
                },
            },
            ["automationDetails"] = new JsonObject { ["id"] = $"netdsl/{name ?? "project"}" },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = MachineText.Array(findings.Select(each => Result(each.Finding, each.Fingerprint, ids.IndexOf(each.Finding.Id), folder, baseline))),
            ["invocations"] = new JsonArray(new JsonObject
            {
                ["executionSuccessful"] = true,
                ["toolExecutionNotifications"] = MachineText.Array(gaps.Select(gap => new JsonObject
                {
                    ["level"] = "warning",
                    ["message"] = Message($"not understood: {gap.Key} ({gap.Count}): {gap.Meaning}"),
                })),
            }),
        };
        if (folder.Length > 0)
        {
            run["originalUriBaseIds"] = new JsonObject { [ProjectRoot] = new JsonObject { ["uri"] = new Uri(Path.GetFullPath(folder) + Path.DirectorySeparatorChar).AbsoluteUri } };
        }

        return MachineText.Of(new JsonObject { ["$schema"] = Schema, ["version"] = "2.1.0", ["runs"] = new JsonArray(run) });
    }

    private static JsonObject Rule(string id)
    {
        var rule = new JsonObject { ["id"] = id };
        if (RuleCatalogue.Find(id) is { } known)
        {
            rule["shortDescription"] = Message(known.Title);
            rule["help"] = Message($"{known.HelpPage}, in the NetDsl package and repository");
            rule["defaultConfiguration"] = new JsonObject { ["level"] = Level(known.Severity) };
            rule["properties"] = new JsonObject { ["category"] = known.Category };
        }

        return rule;
    }

    private static JsonObject Result(ReportedFinding finding, string fingerprint, int rule, string folder, Baseline? baseline)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Id,
            ["ruleIndex"] = rule,
            ["level"] = Level(finding.Severity),
            ["message"] = Message(finding.Message),
            ["locations"] = finding.Place is { } place ? new JsonArray(Location(place, folder)) : [],
            ["partialFingerprints"] = new JsonObject { [Fingerprints.Name] = fingerprint },
        };
        if (finding.Related.Count > 0)
        {
            result["relatedLocations"] = MachineText.Array(finding.Related.Select((related, index) =>
            {
                var location = related.Place is { } there ? Location(there, folder) : [];
                location["id"] = index + 1;
                location["message"] = Message(related.Text);
                return location;
            }));
        }

        if (baseline is not null)
        {
            result["baselineState"] = baseline.Has(fingerprint) ? "unchanged" : "new";
        }

        return result;
    }

    private static JsonObject Location(SourcePlace place, string folder)
    {
        var isInside = folder.Length > 0 && !Path.IsPathRooted(place.File);
        var artifact = new JsonObject { ["uri"] = isInside || !Path.IsPathRooted(place.File) ? Escaped(place.File) : new Uri(place.File).AbsoluteUri };
        if (isInside)
        {
            artifact["uriBaseId"] = ProjectRoot;
        }

        var region = new JsonObject { ["startLine"] = place.Line };
        if (place.Column is { } column)
        {
            region["startColumn"] = column;
        }

        return new JsonObject { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = artifact, ["region"] = region } };
    }

    private static string Escaped(string file) => string.Join('/', file.Split('/', '\\').Select(Uri.EscapeDataString));

    private static JsonObject Message(string text) => new() { ["text"] = text };

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
