using System.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Cli.Reports;
using NetDsl.Cli.Sources;

namespace NetDsl.Cli.Verbs;

/// <summary>Prints what is wrong with a network.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Option<string?> sarif;
    private readonly Option<string?> baseline;

    public CheckVerb()
        : base("check", "Print what is wrong with the network")
    {
        sarif = Text("--sarif", "FILE", "A file for the findings in SARIF 2.1.0 too, for code hosts and editors");
        baseline = Text("--baseline", "FILE", "A file that --sarif wrote: what is found in it is known, is not printed, and does not make the command fail");
    }

    public override int Run(VerbRun run) => Write(Of(run.Topology), run.Arguments, run.Terminal);

    /// <summary>Prints and writes a report as the command line asks for it.</summary>
    /// <returns>The exit code.</returns>
    public int Write(CheckReport report, ParseResult arguments, Terminal terminal) =>
        report.Write(arguments.GetValue(Json), arguments.GetValue(sarif), arguments.GetValue(baseline), terminal);

    /// <summary>Prints the findings of a network.</summary>
    public static void Print(OpenTopology topology, Terminal terminal) => (Of(topology) with { Gaps = null }).Print(terminal);

    private static CheckReport Of(OpenTopology topology) => new(topology.Name, topology.ProjectFolder, ReportedFinding.Of(topology.Findings, topology))
    {
        Gaps = topology.Snapshot is { } snapshot ? [.. snapshot.Gaps] : null,
    };
}
