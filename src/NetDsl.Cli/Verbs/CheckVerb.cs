using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Checks;

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
            var answer = new JsonObject
            {
                ["topology"] = run.Topology.Name,
                ["findings"] = MachineText.Array(findings.Select(finding => Machine(finding, run))),
            };
            GapText.AddTo(answer, run.Topology);
            run.Terminal.Raw(MachineText.Of(answer));
        }
        else
        {
            Print(run.Topology, run.Terminal);
            GapText.Print(run.Topology, run.Terminal);
        }

        return findings.Any(finding => finding.Rule.Severity >= Severity.Warning) ? ExitCode.Finding : ExitCode.Success;
    }

    /// <summary>Prints findings the way that compilers do, each with the other places that it speaks of.</summary>
    public static void Print(OpenTopology topology, Terminal terminal)
    {
        foreach (var finding in topology.Findings)
        {
            terminal.Line(
                $"{PlaceText.Of(finding.Origin, topology)}: {SeverityText(finding.Rule.Severity)} {finding.Rule.Id}: {finding.Message}",
                finding.Rule.Severity == Severity.Error ? Tone.Bad : Tone.Warning);
            PlaceText.Print(finding.Related, topology, terminal);
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
        ["related"] = PlaceText.Machine(finding.Related, run.Topology),
        ["help"] = finding.Rule.HelpPage,
    };
}
