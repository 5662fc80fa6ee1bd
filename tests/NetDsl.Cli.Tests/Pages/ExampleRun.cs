using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowState;
using NetDsl.Simulation;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests.Pages;

/// <summary>A run in which a zone loses its nodes for half a minute.</summary>
static class ExampleRun
{
    public static readonly Topology Topology = ExampleNetworks.Shop();

    public static readonly SimulationReport Report = Run(TimeSpan.FromMinutes(10));

    public static SimulationReport Run(TimeSpan duration)
    {
        var losses = Enumerable.Range(0, 16).Select(node => new NodeLoss("use1-az1", node, TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(230)));
        return NetworkSimulation.Run(
            new CompiledNetwork(TopologyLowering.Lower(Topology)),
            new SimulationOptions { Flows = 3000, Duration = duration, Dataplane = new DataplaneOptions { FlowState = new FlowStateOptions { Losses = [.. losses] } } });
    }
}
