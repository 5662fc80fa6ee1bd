using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Forwarding;

public class DecideTests
{
    [Fact]
    public void Agrees_with_the_forward_half_of_a_trace() => OverRandomNetworks((network, holders, packets) =>
    {
        for (var index = 0; index < packets.Length; index++)
        {
            var (holder, packet) = (holders[index], packets[index]);
            var decision = network.Decide(holder, packet);
            var trace = network.Trace(
                holder < 0 ? Endpoint.Internet : Endpoint.Of(network.Graph.Holders[holder].PrivateAddress),
                Endpoint.Of(packet.Destination),
                new TrafficSelector(packet.Protocol, new PortRange(packet.DestinationPort, packet.DestinationPort)),
                packet.Source,
                packet.SourcePort);
            Assert.Equal(trace.Forward.Outcome, decision.Outcome);
            Assert.Equal(trace.Forward.Code, decision.Code);
            if (decision.Outcome != Outcome.Dropped)
            {
                Assert.Equal(trace.Forward.Hops[^1].Packet, decision.Packet);
            }
        }
    });

    [Fact]
    public void Decides_spans_as_it_decides_single_packets() => OverRandomNetworks((network, holders, packets) =>
    {
        var decisions = new Decision[packets.Length];
        network.Decide(holders, packets, decisions);
        Assert.Equal(packets.Select((packet, index) => network.Decide(holders[index], packet)), decisions);
    });

    [Fact]
    public void Generated_classifiers_stand_in_for_the_search() => OverRandomNetworks((network, holders, packets) =>
    {
        var asked = 0;
        var classified = new CompiledNetwork(
            network.Graph,
            [.. network.Graph.Sources.Select(source => (Func<uint, int>)(destination =>
            {
                asked++;
                return source.ProgramFor(new Ipv4Address(destination));
            }))]);
        for (var index = 0; index < packets.Length; index++)
        {
            Assert.Equal(network.Decide(holders[index], packets[index]), classified.Decide(holders[index], packets[index]));
        }

        Assert.True(asked > 0);
    });

    [Fact]
    public void Allocates_nothing_once_warm()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.HubAndSpoke()));
        var (holders, packets) = RandomPackets.Between(network.Graph, seed: 1, count: 500);
        var decisions = new Decision[packets.Length];
        network.Decide(holders, packets, decisions);

        var before = GC.GetAllocatedBytesForCurrentThread();
        network.Decide(holders, packets, decisions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Contains(decisions, decision => decision.Outcome == Outcome.Exits);
        Assert.Contains(decisions, decision => decision.Outcome == Outcome.Delivered);
    }

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.HubAndSpoke()));
        var (holders, packets) = RandomPackets.Between(network.Graph, seed: 2, count: 2000);
        var alone = new Decision[packets.Length];
        network.Decide(holders, packets, alone);

        var together = new Decision[packets.Length];
        Parallel.For(0, packets.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index =>
            together[index] = network.Decide(holders[index], packets[index]));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Spans_of_different_lengths_are_refused()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        Assert.Throws<ArgumentException>(() => network.Decide([0, 1], [default], new Decision[1]));
    }

    [Fact]
    public void A_NAT_gateway_sends_nothing_by_itself()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        var natGateway = Enumerable.Range(0, network.Graph.Holders.Count).First(holder => network.Graph.Holders[holder].IsNatGateway);
        Assert.Throws<ArgumentException>(() => network.Decide(natGateway, default(Packet)));
    }

    static void OverRandomNetworks(Action<CompiledNetwork, int[], Packet[]> check)
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var graph = TopologyLowering.Lower(RandomNetwork.Create(seed));
            var (holders, packets) = RandomPackets.Between(graph, seed, count: 200);
            check(new CompiledNetwork(graph), holders, packets);
        }
    }
}
