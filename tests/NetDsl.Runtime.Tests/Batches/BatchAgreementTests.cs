using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Batches;

public class BatchAgreementTests
{
    internal static int Networks => int.TryParse(Environment.GetEnvironmentVariable("NETDSL_NETWORKS"), out var count) ? count : 60;

    /// <summary>NETDSL_NETWORKS says over how many random networks; the examples come with them.</summary>
    [Fact]
    public void A_batch_decides_as_packets_are_decided_one_by_one()
    {
        var networks = Enumerable.Range(1, Networks).Select(seed => (Seed: seed, Topology: RandomNetwork.Create(seed)))
            .Concat(ExampleNetworks.All.Select((topology, index) => (-index, topology)));
        var delivered = 0;
        foreach (var (seed, topology) in networks)
        {
            delivered += Agree(topology, seed, 3000);
        }

        Assert.True(delivered > 0);
    }

    /// <summary>What one of them has of the other's addresses says nothing of its further ones.</summary>
    [Fact]
    public void Networks_with_addresses_in_common_are_told_apart()
    {
        var network = new NetworkBuilder("Twins");
        foreach (var (name, hosts) in new[] { ("first", 4), ("second", 2) })
        {
            var subnet = network.Region("us-east-1").Vpc(name, "10.0.0.0/16").Subnet("hosts", "10.0.0.0/24", "a");
            for (var host = 0; host < hosts; host++)
            {
                subnet.Instance($"host-{host}");
            }
        }

        Assert.True(Agree(network.Build(), 1, 4000) > 0);
    }

    /// <summary>By the way of a NAT gateway a host may write to its own public address, and others to the same.</summary>
    [Fact]
    public void Who_writes_to_its_own_public_address_is_not_who_writes_to_that_of_another()
    {
        var network = new NetworkBuilder("Hairpin");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a");
        inside.RouteTable("inside").Route("0.0.0.0/0", edge.NatGateway("nat"));
        var open = vpc.SecurityGroup("open").Ingress(Traffic.Tcp(443), from: "0.0.0.0/0");
        inside.Instance("one", open).PublicIp();
        inside.Instance("two", open).PublicIp();
        Assert.True(Agree(network.Build(), 1, 4000) > 0);
    }

    /// <returns>How many packets are delivered.</returns>
    static int Agree(Topology topology, int seed, int packets) =>
        Agree(topology, new CompiledNetwork(TopologyLowering.Lower(topology)), seed, packets)
        + Agree(topology, new CompiledNetwork(TopologyLowering.Lower(topology, hasJunctions: true)), seed, packets);

    static int Agree(Topology topology, CompiledNetwork network, int seed, int packets)
    {
        var delivered = 0;
        var columns = new RandomColumns(network.Graph, new Random(seed), packets);
        var decisions = new BatchDecision[columns.Count];
        network.Decide(columns.Packets, decisions);
        var ends = new Ends(columns.Count);
        var withEnds = new BatchDecision[columns.Count];
        network.Decide(columns.Packets, withEnds, ends.Columns);
        Assert.Equal(decisions, withEnds);
        for (var index = 0; index < decisions.Length; index++)
        {
            var packet = columns.Packets[index];
            var alone = network.Decide(columns.Senders[index], packet);
            Assert.True(
                new BatchDecision(alone.Outcome, alone.Holder, alone.Code) == decisions[index],
                $"network {topology.Name} ({seed}), sender {columns.Senders[index]}, {packet}: {alone} alone, {decisions[index]} in a batch");
            Assert.True(
                alone.Packet == ends.At(index, packet.Protocol),
                $"network {topology.Name} ({seed}), sender {columns.Senders[index]}, {packet}: ends as {alone.Packet} alone, as {ends.At(index, packet.Protocol)} in a batch");
            delivered += alone.Outcome == Outcome.Delivered ? 1 : 0;
        }

        return delivered;
    }

    [Fact]
    public void Most_packets_of_a_large_network_are_decided_by_their_class()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.HubAndSpoke()));
        var columns = new RandomColumns(network.Graph, new Random(1), 2000);
        var decisions = new BatchDecision[columns.Count];
        network.Decide(columns.Packets, decisions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        network.Decide(columns.Packets, decisions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Many_threads_that_begin_at_once_get_the_answers_of_one()
    {
        var graph = TopologyLowering.Lower(ExampleNetworks.HubAndSpoke());
        var columns = new RandomColumns(graph, new Random(2), 4000);
        var alone = new BatchDecision[columns.Count];
        new CompiledNetwork(graph).Decide(columns.Packets, alone);

        var together = new CompiledNetwork(graph);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            var decisions = new BatchDecision[columns.Count];
            together.Decide(columns.Packets, decisions);
            Assert.Equal(alone, decisions);
        });
    }

    [Fact]
    public void Columns_of_different_lengths_and_senders_that_send_nothing_are_refused()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        var natGateway = Enumerable.Range(0, network.Graph.Holders.Count).First(holder => network.Graph.Holders[holder].IsNatGateway);
        Assert.Throws<ArgumentException>(() => network.Decide(Of([0, 1]), new BatchDecision[2]));
        Assert.Throws<ArgumentException>(() => network.Decide(Of([0]), new BatchDecision[2]));
        Assert.Throws<ArgumentException>(() => network.Decide(Of([natGateway]), new BatchDecision[1]));
        Assert.Throws<ArgumentException>(() => network.Decide(Of([0]), new BatchDecision[1], new Ends(2).Columns));

        static PacketColumns Of(int[] senders) => new()
        {
            Senders = senders,
            Sources = new uint[1],
            Destinations = new uint[1],
            Protocols = new byte[1],
            SourcePorts = new ushort[1],
            DestinationPorts = new ushort[1],
        };
    }

    sealed class Ends(int count)
    {
        readonly uint[] sources = new uint[count];
        readonly uint[] destinations = new uint[count];
        readonly ushort[] sourcePorts = new ushort[count];
        readonly ushort[] destinationPorts = new ushort[count];

        public PacketEnds Columns => new() { Sources = sources, Destinations = destinations, SourcePorts = sourcePorts, DestinationPorts = destinationPorts };

        public Packet At(int index, Protocol protocol) =>
            new(new Ipv4Address(sources[index]), new Ipv4Address(destinations[index]), protocol, sourcePorts[index], destinationPorts[index]);
    }
}
