using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Checks;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Prints what is wrong with a network.</summary>
internal sealed class CheckVerb : Verb
{
    public CheckVerb()
        : base("check", "Print what is wrong with the network")
    {
    }

    public override int Run(VerbRun run)
    {
        var findings = run.Topology.Findings;
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject
            {
                ["topology"] = run.Topology.Name,
                ["findings"] = MachineText.Array(findings.Select(finding => Machine(finding, run))),
            }));
        }
        else
        {
            Print(run.Topology, run.Terminal);
        }

        return findings.Any(finding => finding.Rule.Severity >= Severity.Warning) ? ExitCode.Finding : ExitCode.Success;
    }

    /// <summary>Prints findings the way that compilers do, each with the other places that it speaks of.</summary>
    public static void Print(OpenTopology topology, Terminal terminal)
    {
        foreach (var finding in topology.Findings)
        {
            var place = topology.Place(finding.Origin);
            terminal.Line(
                $"{Compiled(place, topology.Name)}: {SeverityText(finding.Rule.Severity)} {finding.Rule.Id}: {finding.Message}",
                finding.Rule.Severity == Severity.Error ? Tone.Bad : Tone.Warning);
            foreach (var related in finding.Related)
            {
                terminal.Line($"    {Compiled(topology.Place(related.Origin), topology.Name)}: {related.Text}", Tone.Quiet);
            }
        }

        Summarise(topology, terminal);
    }

    private static void Summarise(OpenTopology topology, Terminal terminal)
    {
        var findings = topology.Findings;
        terminal.Line(
            findings.Count == 0
                ? $"{topology.Name}: no findings"
                : $"{topology.Name}: {string.Join(", ", findings.GroupBy(finding => finding.Rule.Severity).OrderByDescending(group => group.Key).Select(group => Counted(group.Count(), SeverityText(group.Key))))}",
            findings.Count == 0 ? Tone.Good : Tone.Strong);
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    /// <summary>A place as compilers write it, with the column where it is known.</summary>
    private static string Compiled(Origin place, string name) => place switch
    {
        { Line: 0 } => name,
        { Span: { } span } => $"{place.File}({span.StartLine + 1},{span.StartColumn + 1})",
        _ => $"{place.File}({place.Line})",
    };

    private static string SeverityText(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static JsonObject Machine(Finding finding, VerbRun run) => new()
    {
        ["id"] = finding.Rule.Id,
        ["severity"] = SeverityText(finding.Rule.Severity),
        ["title"] = finding.Rule.Title,
        ["category"] = finding.Rule.Category,
        ["message"] = finding.Message,
        ["origin"] = MachineText.Of(run.Topology.Place(finding.Origin)),
        ["related"] = MachineText.Array(finding.Related.Select(related => new JsonObject
        {
            ["text"] = related.Text,
            ["origin"] = MachineText.Of(run.Topology.Place(related.Origin)),
        })),
        ["help"] = finding.Rule.HelpPage,
    };
}
