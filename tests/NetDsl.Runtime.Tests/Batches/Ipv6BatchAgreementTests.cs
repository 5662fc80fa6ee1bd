using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Batches;

public class Ipv6BatchAgreementTests
{
    static readonly byte[] Protocols = [6, 17, 58, 50, 1, 0];

    /// <summary>NETDSL_NETWORKS says over how many random networks; the examples come with them.</summary>
    [Fact]
    public void A_batch_decides_as_packets_are_decided_one_by_one()
    {
        var delivered = 0;
        var networks = Enumerable.Range(1, BatchAgreementTests.Networks).Select(seed => (Seed: seed, Topology: RandomNetwork.Create(seed)))
            .Concat(ExampleNetworks.All.Select((topology, index) => (-index, topology)));
        foreach (var (seed, topology, hasJunctions) in networks.SelectMany(each => new[] { (each.Item1, each.Item2, false), (each.Item1, each.Item2, true) }))
        {
            var network = new CompiledNetwork(TopologyLowering.Lower(topology, hasJunctions));
            var packets = new Packets(network.Graph, new Random(seed), 2000);
            var decisions = new BatchDecision[packets.Senders.Length];
            network.Decide(packets.Columns, decisions);
            for (var index = 0; index < decisions.Length; index++)
            {
                var packet = packets.Columns[index];
                var alone = network.Decide(packets.Senders[index], packet);
                Assert.True(
                    new BatchDecision(alone.Outcome, alone.Holder, alone.Code) == decisions[index],
                    $"network {topology.Name} ({seed}), sender {packets.Senders[index]}, {packet}: {alone} alone, {decisions[index]} in a batch");
                delivered += alone.Outcome == Outcome.Delivered ? 1 : 0;
            }
        }

        Assert.True(delivered > 0);
    }

    [Fact]
    public void A_packet_of_IPv6_is_decided_by_its_class()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(Dualstack()));
        var packets = new Packets(network.Graph, new Random(1), 2000);
        var decisions = new BatchDecision[packets.Senders.Length];
        network.Decide(packets.Columns, decisions);
        Assert.Contains(decisions, decision => decision.Outcome == Outcome.Delivered);
        Assert.Contains(decisions, decision => decision.Outcome == Outcome.Exits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        network.Decide(packets.Columns, decisions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Columns_of_different_lengths_and_senders_that_send_nothing_are_refused()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        var natGateway = Enumerable.Range(0, network.Graph.Holders.Count).First(holder => network.Graph.Holders[holder].IsNatGateway);
        Assert.Throws<ArgumentException>(() => network.Decide(Of([0, 1]), new BatchDecision[2]));
        Assert.Throws<ArgumentException>(() => network.Decide(Of([0]), new BatchDecision[2]));
        Assert.Throws<ArgumentException>(() => network.Decide(Of([natGateway]), new BatchDecision[1]));

        static Ipv6PacketColumns Of(int[] senders) => new()
        {
            Senders = senders,
            Sources = new IpAddress[1],
            Destinations = new IpAddress[1],
            Protocols = new byte[1],
            SourcePorts = new ushort[1],
            DestinationPorts = new ushort[1],
        };
    }

    static Model.Topology Dualstack()
    {
        var network = new NetworkBuilder("Dualstack");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").AmazonIpv6Cidr();
        var web = vpc.SecurityGroup("web").Ingress(Traffic.Tcp(443), from: "::/0");
        var subnet = vpc.Subnet("edge", "10.0.0.0/24", "a").Ipv6Cidr();
        subnet.RouteTable("edge").Route("::/0", vpc.InternetGateway("igw"));
        subnet.Instance("one", web).Ipv6Address();
        subnet.Instance("two", web).Ipv6Address();
        return network.Build();
    }

    /// <summary>Packets at random between everything that has an address, and what has none; at times with a source that is not the sender's, or of the other family.</summary>
    sealed class Packets
    {
        readonly IpAddress[] sources;
        readonly IpAddress[] destinations;
        readonly byte[] protocols;
        readonly ushort[] ports;

        public Packets(ForwardingGraph graph, Random random, int count)
        {
            int[] senders = [CompiledNetwork.Internet, .. Enumerable.Range(0, graph.Holders.Count).Where(holder => !graph.Holders[holder].Translates)];
            IpAddress[] addresses =
            [
                .. graph.Holders.SelectMany(holder => holder.AllAddresses),
                .. graph.Filters.SelectMany(filter => filter.Rules).Where(rule => rule.Group < 0).SelectMany(rule => (IpAddress[])[rule.Prefix.First, rule.Prefix.Last, rule.Prefix.Last.Plus(1)]),
                .. graph.Sources.SelectMany(source => source.Ipv6Starts.Concat(source.Ipv6Starts.Select(start => start.Minus(1)))),
                .. ((string[])["2001:db8::1", "fd00:ec2::253", "64:ff9b::808:808", "::", "2600::1", "8.8.8.8"]).Select(IpAddress.Parse),
            ];
            IpAddress[] ipv6 = [.. addresses.Where(address => address.IsIpv6)];
            ushort[] known = [0, 22, 53, 80, 443, 128 << 8, .. graph.Filters.SelectMany(filter => filter.Rules).SelectMany(rule => (ushort[])[rule.Ports.First, rule.Ports.Last, (ushort)(rule.Ports.Last + 1)])];
            Senders = Draw(_ => senders[random.Next(senders.Length)]);
            sources = Draw(index => random.Next(10) > 0 && Senders[index] >= 0 && graph.Holders[Senders[index]].Ipv6Addresses is { Count: > 0 } own ? own[random.Next(own.Count)] : Any());
            destinations = Draw(_ => Any());
            protocols = Draw(_ => Protocols[random.Next(Protocols.Length)]);
            ports = Draw(_ => known[random.Next(known.Length)]);

            IpAddress Any() => random.Next(20) > 0 ? ipv6[random.Next(ipv6.Length)] : addresses[random.Next(addresses.Length)];

            T[] Draw<T>(Func<int, T> draw) => [.. Enumerable.Range(0, count).Select(draw)];
        }

        public int[] Senders { get; }

        public Ipv6PacketColumns Columns => new()
        {
            Senders = Senders,
            Sources = sources,
            Destinations = destinations,
            Protocols = protocols,
            SourcePorts = ports,
            DestinationPorts = ports,
        };
    }
}
