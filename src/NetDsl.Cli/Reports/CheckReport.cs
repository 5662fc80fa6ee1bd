using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Verbs;
using NetDsl.Compiler.Checks;
using NetDsl.Interop.Snapshots;

namespace NetDsl.Cli.Reports;

/// <summary>What <c>check</c> says: to people, to machines, and to code hosts; and whether it fails.</summary>
/// <param name="Topology">The topology; nothing when the project has none that builds.</param>
/// <param name="Folder">What files are named relative to; empty where they are not.</param>
/// <param name="Findings">What was found.</param>
internal sealed record CheckReport(string? Topology, string Folder, IReadOnlyList<ReportedFinding> Findings)
{
    /// <summary>What of a snapshot was not understood; nothing when it is no snapshot.</summary>
    public IReadOnlyList<SnapshotGap>? Gaps { get; init; }

    /// <summary>Prints it, and writes it to a file where one is asked for.</summary>
    /// <param name="asJson">Whether machines read it.</param>
    /// <param name="sarif">A file for SARIF; nothing when none is asked for.</param>
    /// <param name="baselineFile">A report with what is known.</param>
    /// <param name="terminal">Where to print.</param>
    /// <returns>The exit code.</returns>
    public int Write(bool asJson, string? sarif, string? baselineFile, Terminal terminal)
    {
        var baseline = baselineFile is null ? null : Baseline.Read(baselineFile);
        var told = Fingerprints.Of(Findings);
        var news = told.Where(each => baseline?.Has(each.Fingerprint) != true).Select(each => each.Finding).ToList();
        if (sarif is not null)
        {
            OutputFile.Write(sarif, SarifReport.Of(Topology, Folder, told, Gaps ?? [], baseline));
        }

        if (asJson)
        {
            terminal.Raw(MachineText.Of(Machine(told, baseline)));
        }
        else
        {
            Print(news, terminal);
            if (baseline is not null)
            {
                PrintKnown(told.Count - news.Count, baseline.Mended(told.Select(each => each.Fingerprint)), baselineFile!, terminal);
            }
        }

        return news.Exists(finding => finding.IsFault) ? ExitCode.Finding : ExitCode.Success;
    }

    /// <summary>Prints findings the way that compilers do, each with the other places that it speaks of, and how many there are.</summary>
    public void Print(Terminal terminal) => Print(Findings, terminal);

    private void Print(IReadOnlyList<ReportedFinding> findings, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            terminal.Line(
                $"{finding.Place?.ToString() ?? Topology}: {SeverityText(finding.Severity)} {finding.Id}: {finding.Message}",
                finding.Severity == Severity.Error ? Tone.Bad : Tone.Warning);
            foreach (var (text, place) in finding.Related)
            {
                terminal.Line($"    {place?.ToString() ?? Topology}: {text}", Tone.Quiet);
            }
        }

        if (Topology is not null)
        {
            terminal.Line(
                findings.Count == 0
                    ? $"{Topology}: no findings"
                    : $"{Topology}: {string.Join(", ", findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key).Select(group => Counted.Text(group.Count(), SeverityText(group.Key))))}",
                findings.Count == 0 ? Tone.Good : Tone.Strong);
        }

        GapText.Print(Gaps ?? [], terminal);
    }

    private static void PrintKnown(int known, int mended, string file, Terminal terminal)
    {
        terminal.Line($"{Counted.Text(known, "finding")} more {(known == 1 ? "is" : "are")} in {file}", Tone.Quiet);
        if (mended > 0)
        {
            terminal.Line($"{mended} of {file} {(mended == 1 ? "is" : "are")} found no more; write it anew with --sarif", Tone.Quiet);
        }
    }

    private JsonObject Machine(IReadOnlyList<(ReportedFinding Finding, string Fingerprint)> told, Baseline? baseline)
    {
        var answer = new JsonObject
        {
            ["topology"] = Topology,
            ["findings"] = MachineText.Array(told.Select(each => Machine(each.Finding, each.Fingerprint, baseline))),
        };
        if (Gaps is not null)
        {
            answer["notUnderstood"] = MachineText.Array(Gaps.Select(GapText.Machine));
        }

        return answer;
    }

    private static JsonObject Machine(ReportedFinding finding, string fingerprint, Baseline? baseline)
    {
        var machine = new JsonObject
        {
            ["id"] = finding.Id,
            ["severity"] = SeverityText(finding.Severity),
            ["title"] = finding.Rule?.Title,
            ["category"] = finding.Rule?.Category,
            ["message"] = finding.Message,
            ["origin"] = MachineText.Of(finding.Place),
            ["related"] = MachineText.Array(finding.Related.Select(related => new JsonObject { ["text"] = related.Text, ["origin"] = MachineText.Of(related.Place) })),
            ["help"] = finding.Rule?.HelpPage,
            ["fingerprint"] = fingerprint,
        };
        if (baseline is not null)
        {
            machine["known"] = baseline.Has(fingerprint);
        }

        return machine;
    }

    private static string SeverityText(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
