using NetDsl.Compiler.Lowering;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Batches;

public class EstablishedFlowsTests
{
    /// <summary>Also where there is room for few flows, so that they push each other out, and behind sweeps. NETDSL_NETWORKS says over how many random networks.</summary>
    [Fact]
    public void What_is_remembered_is_what_a_batch_decides()
    {
        var networks = Enumerable.Range(1, BatchAgreementTests.Networks).Select(seed => (Seed: seed, Topology: RandomNetwork.Create(seed)))
            .Concat(ExampleNetworks.All.Select((topology, index) => (-index, topology)));
        var remembered = 0L;
        foreach (var (seed, topology) in networks)
        {
            var network = new CompiledNetwork(TopologyLowering.Lower(topology));
            var columns = new RandomColumns(network.Graph, new Random(seed), 1500);
            var expected = new BatchDecision[columns.Count];
            network.Decide(columns.Packets, expected);
            foreach (var capacity in (int[])[1, 100, 10_000])
            {
                var flows = new EstablishedFlows(network, capacity);
                for (var pass = 0; pass < 4; pass++)
                {
                    var decisions = new BatchDecision[columns.Count];
                    flows.Decide(columns.Packets, decisions);
                    Assert.Equal(expected, decisions);
                    if (pass == 2)
                    {
                        flows.Sweep();
                    }
                }

                remembered += (4 * columns.Count) - flows.Decided;
            }
        }

        Assert.True(remembered > 0);
    }

    [Fact]
    public void A_known_flow_is_not_decided_again_and_nothing_is_allocated()
    {
        var (network, columns, decisions) = Large();
        var flows = new EstablishedFlows(network, 4 * columns.Count);
        flows.Decide(columns.Packets, decisions);
        var decided = flows.Decided;
        var before = GC.GetAllocatedBytesForCurrentThread();
        flows.Decide(columns.Packets, decisions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(decided, flows.Decided);
        Assert.InRange(flows.Count, 1, columns.Count);
    }

    [Fact]
    public void New_flows_in_a_full_table_allocate_nothing()
    {
        var (network, columns, decisions) = Large();
        var flows = new EstablishedFlows(network, 16);
        flows.Decide(columns.Packets, decisions);
        flows.Decide(columns.Packets, decisions);
        var decided = flows.Decided;
        var before = GC.GetAllocatedBytesForCurrentThread();
        flows.Decide(columns.Packets, decisions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(flows.Decided > decided);

        // Its lines have room for a few more.
        Assert.InRange(flows.Count, 1, 64);
    }

    [Fact]
    public void Nearly_all_flows_find_room_up_to_the_capacity()
    {
        const int Capacity = 20_000;
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.HubAndSpoke()));
        var columns = new RandomColumns(network.Graph, new Random(5), Capacity);
        var decisions = new BatchDecision[Capacity];
        var flows = new EstablishedFlows(network, Capacity);
        flows.Decide(columns.Packets, decisions);
        var first = flows.Decided;
        flows.Decide(columns.Packets, decisions);
        Assert.InRange(flows.Decided - first, 0, Capacity / 1000);
    }

    [Fact]
    public void A_sweep_keeps_what_was_asked_for_since_the_one_before()
    {
        var (network, columns, decisions) = Large();
        var flows = new EstablishedFlows(network, 4 * columns.Count);
        flows.Decide(columns.Packets, decisions);
        Assert.True(flows.Sweep() > 0);

        // Some packets come again, the others do not.
        const int Again = 100;
        flows.Decide(columns.First(Again), decisions.AsSpan(0, Again));
        Assert.InRange(flows.Sweep(), 1, Again);
        Assert.Equal(0, flows.Sweep());
        Assert.Equal(0, flows.Count);
    }

    [Fact]
    public void Shards_decide_each_packet_once_and_as_one_table_does()
    {
        var (network, columns, expected) = Large();
        network.Decide(columns.Packets, expected);
        foreach (var count in (int[])[1, 2, 3, 7])
        {
            var shards = new FlowShards(network, 4 * columns.Count, count);
            for (var pass = 0; pass < 2; pass++)
            {
                var decisions = new BatchDecision[columns.Count];
                var had = new int[count];
                Parallel.For(0, count, shard => had[shard] = shards.Decide(shard, columns.Packets, decisions));
                Assert.Equal(expected, decisions);
                Assert.Equal(columns.Count, had.Sum());
                Assert.All(had, each => Assert.InRange(each, columns.Count / count / 2, columns.Count * 2 / count));
            }

            Assert.All(Enumerable.Range(0, count), shard => Assert.True(shards[shard].Count > 0));
        }
    }

    [Fact]
    public void Both_directions_of_a_flow_are_in_one_shard()
    {
        var (network, columns, decisions) = Large();
        var shards = new FlowShards(network, 1000, 5);
        for (var index = 0; index < columns.Count; index++)
        {
            var packet = columns.Packets[index];
            Assert.Equal(shards.ShardOf(packet), shards.ShardOf(packet.Reply()));
        }

        // What a packet is told is where a batch puts it.
        var of = new int[5];
        for (var index = 0; index < columns.Count; index++)
        {
            of[shards.ShardOf(columns.Packets[index])]++;
        }

        Assert.Equal(of, Enumerable.Range(0, 5).Select(shard => shards.Decide(shard, columns.Packets, decisions)));
    }

    [Fact]
    public void What_is_no_table_and_no_batch_is_refused()
    {
        var (network, columns, decisions) = Large();
        Assert.Throws<ArgumentOutOfRangeException>(() => new EstablishedFlows(network, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowShards(network, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowShards(network, 0, 1));
        Assert.Throws<ArgumentException>(() => new EstablishedFlows(network, 1).Decide(columns.Packets, decisions.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => new FlowShards(network, 1, 1).Decide(0, columns.Packets, decisions.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => new FlowShards(network, 1, 1).ShardOf(new Packet(Addressing.IpAddress.Parse("2001:db8::1"), Addressing.IpAddress.Parse("2001:db8::2"), Protocol.Udp, 1, 2)));
    }

    static (CompiledNetwork Network, RandomColumns Columns, BatchDecision[] Decisions) Large()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.HubAndSpoke()));
        var columns = new RandomColumns(network.Graph, new Random(1), 2000);
        return (network, columns, new BatchDecision[columns.Count]);
    }
}
