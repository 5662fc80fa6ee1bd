using BenchmarkDotNet.Attributes;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Benchmarks;

/// <summary>How time and size of a graph grow with the network. Stands behind <c>TooManyPaths.Most</c>.</summary>
[MemoryDiagnoser]
public class LoweringGrowth
{
    private Topology topology = null!;
    private ForwardingGraph graph = null!;

    /// <summary>How many VPCs hang on the hub.</summary>
    [Params(10, 50, 100, 190)]
    public int Spokes { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        topology = HubAndSpoke.Build(Spokes);
        graph = TopologyLowering.Lower(topology);
        Console.WriteLine(FormattableString.Invariant(
            $"// {Spokes} spokes: {TopologyLowering.PathsOf(topology)} paths, {graph.Programs.Count} programs, {ForwardingGraphText.Write(graph).Length} characters of text"));
    }

    [Benchmark]
    public ForwardingGraph Lower() => TopologyLowering.Lower(topology);

    [Benchmark]
    public string Write() => ForwardingGraphText.Write(graph);
}
