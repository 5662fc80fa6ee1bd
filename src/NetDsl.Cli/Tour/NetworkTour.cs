using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Drawing.Svg;
using NetDsl.Cli.Output;
using NetDsl.Cli.Pages;
using NetDsl.Cli.Sources;
using NetDsl.Cli.Verbs;
using NetDsl.Compiler.Checks;
using NetDsl.Runtime;
using NetDsl.Simulation;

namespace NetDsl.Cli.Tour;

/// <summary>What a topology's own program does when nothing is asked of it: shows everything there is to see, once.</summary>
internal sealed class NetworkTour(OpenTopology topology, Terminal terminal, string outputFolder, string checkCommand)
{
    private const int MostFlows = 200;

    /// <returns>The exit code.</returns>
    public int Run()
    {
        var described = topology.Topology;
        terminal.Line(
            $"{topology.Name}: {Counted.Text(described.Regions.Count, "region")}, {Counted.Text(described.Vpcs.Count, "VPC")}, {Counted.Text(described.Subnets.Count, "subnet")}, {Counted.Text(described.NetworkInterfaces.Count, "interface")}",
            Tone.Strong);
        terminal.Line();
        CheckVerb.Print(topology, terminal);
        if (topology.IsSound)
        {
            var network = topology.RequireNetwork(checkCommand);
            terminal.Line();
            ShowTraces(network);
            terminal.Line();
            Simulate(network);
            Draw();
        }

        return topology.Findings.Any(finding => finding.Rule.Severity >= Severity.Warning) ? ExitCode.Finding : ExitCode.Success;
    }

    private void ShowTraces(CompiledNetwork network)
    {
        var flows = InterestingFlows.Of(topology.Topology);
        var names = new ShortNames(topology.Topology);
        var rows = new List<TableRow>();
        foreach (var flow in flows.Take(MostFlows))
        {
            var trace = network.Trace(flow.From, flow.To, flow.Traffic);
            var block = trace.Forward.Blocks.Concat(trace.Return.Blocks).FirstOrDefault();
            rows.Add(new TableRow(
                TraceText.ToneOf(trace.Verdict),
                names.Of(flow.From),
                names.Of(flow.To),
                flow.Traffic.ToString(),
                TraceText.Word(trace.Verdict),
                block is null ? "" : $"{block.Code.ToCode()} at {block.Element}"));
        }

        terminal.Line("Traces", Tone.Strong);
        terminal.Table(["from", "to", "traffic", "verdict", "why"], rows);
        if (flows.Count > MostFlows)
        {
            terminal.Line($"and {flows.Count - MostFlows} more like these", Tone.Quiet);
        }
    }

    private void Simulate(CompiledNetwork network)
    {
        OutputFile.RequireFolder(outputFolder);
        var options = new SimulationOptions { OutputFolder = outputFolder };
        var report = terminal.Progress($"Simulating {network.Name}", progress => NetworkSimulation.Run(network, options, progress));
        SimulationText.Print(report, outputFolder, SimulationOutput.Write(report, topology.Topology, outputFolder), terminal);
    }

    private void Draw()
    {
        var file = Path.Combine(outputFolder, OutputFile.NameFor(topology.Name, ".svg"));
        OutputFile.Write(file, SvgDrawing.Draw(topology.Topology));
        terminal.Line($"picture    {file}");
    }
}
