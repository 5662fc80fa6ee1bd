using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Testing;

namespace NetDsl.Compiler.Tests.Lowering;

public class TopologyLoweringTests
{
    readonly ForwardingGraph graph = TopologyLowering.Lower(SmallNetwork.Build(), SourceFolder());

    [Fact]
    public void The_graph_of_a_small_network_reads_as_approved() =>
        Snapshot.Match(ForwardingGraphText.Write(graph), "SmallNetwork.graph");

    [Fact]
    public void Lowering_again_gives_an_equal_graph() =>
        Assert.Equal(graph, TopologyLowering.Lower(SmallNetwork.Build(), SourceFolder()));

    [Fact]
    public void Ranges_begin_at_zero_rise_and_differ_from_their_neighbours() => Assert.All(graph.Sources, source =>
    {
        Assert.Equal(0u, source.Starts[0]);
        for (var index = 1; index < source.Starts.Count; index++)
        {
            Assert.True(source.Starts[index - 1] < source.Starts[index]);
            Assert.NotEqual(source.Programs[index - 1], source.Programs[index]);
        }
    });

    [Fact]
    public void Equal_programs_filters_and_nodes_exist_once()
    {
        Assert.Equal(graph.Programs.Count, graph.Programs.Distinct().Count());
        Assert.Equal(graph.Filters.Count, graph.Filters.Distinct().Count());
        Assert.Equal(graph.Nodes.Count, graph.Nodes.Distinct().Count());
    }

    [Theory]
    [InlineData("0.0.0.0", "10.255.255.255")]
    [InlineData("10.0.1.0", "10.0.1.255")]
    public void Every_address_of_a_range_has_the_program_of_its_first(string first, string last)
    {
        var source = graph.Sources[0];
        for (var index = 0; index < source.Starts.Count; index++)
        {
            var end = index + 1 < source.Starts.Count ? source.Starts[index + 1] - 1 : uint.MaxValue;
            Assert.Equal(source.Programs[index], source.ProgramFor(new Ipv4Address(source.Starts[index])));
            Assert.Equal(source.Programs[index], source.ProgramFor(new Ipv4Address(end)));
        }

        Assert.InRange(source.ProgramFor(Ipv4Address.Parse(first)), 0, graph.Programs.Count - 1);
        Assert.InRange(source.ProgramFor(Ipv4Address.Parse(last)), 0, graph.Programs.Count - 1);
    }

    [Fact]
    public void A_topology_that_is_not_whole_is_refused()
    {
        var network = new NetworkBuilder("Broken");
        network.Region("us-east-1").Vpc("shop", "10.0.0.1/16");

        var refusal = Assert.Throws<ArgumentException>(() => TopologyLowering.Lower(network.Build()));

        Assert.StartsWith("Topology 'Broken' has 1 problems and cannot be compiled.", refusal.Message, StringComparison.Ordinal);
    }

    static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
