using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.Faults;
using NetDsl.Runtime.Wire;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Failures;

/// <summary>Connections that are no more: their next packet is answered with a reset, and they are over.</summary>
public sealed class ResetTests
{
    static readonly TimeSpan Fails = TimeSpan.FromMinutes(4);

    [Fact]
    public void Flows_of_a_target_that_is_known_to_be_down_are_reset_with_their_next_packet()
    {
        // A request every hundred seconds in each flow; half of the flows are at the host that goes down, and who asks it before anybody knows gives up.
        var pattern = Calls("client", "front") with
        {
            Arrivals = new Arrivals.Poisson(0.2),
            Exchange = new Exchange.RequestReply { Requests = new Distribution.Constant(100), ReplyBytes = new Distribution.Constant(100), Pause = new Distribution.Constant(100) },
        };
        var report = Run(Balanced(), pattern, new ScheduledFailure(FailureKind.Host, "one", Fails));
        var measured = report.Measurements;
        var reset = measured.Drops.Where(drop => drop.Code == DropCode.LbTargetUnhealthy).ToList();
        Assert.NotEmpty(reset);
        Assert.All(reset, drop => Assert.Equal(("us-east-1/shop/client", "us-east-1/shop/front/us-east-1a"), (drop.From, drop.At)));
        Assert.InRange(reset[0].First, Fails + TimeSpan.FromSeconds(40), Fails + TimeSpan.FromSeconds(170));

        // Each of them once, and never again.
        Assert.InRange(reset.Sum(drop => drop.Packets), 1, report.Attempted / 2);
        Assert.Equal(0, measured.Packets.Unaccounted);
        Assert.DoesNotContain(measured.Drops, drop => drop.Code == DropCode.ReplyMismatch);
    }

    [Fact]
    public void The_same_ports_opened_anew_go_to_another_target()
    {
        var (dataplane, client, packet) = Opened(Balanced(), "one");
        var late = Fails + TimeSpan.FromSeconds(71);
        var gone = dataplane.Send(client, packet, late, TcpFlags.Ack);
        Assert.Equal(DropCode.LbTargetUnhealthy, gone.Code);
        var reset = dataplane.Reset!;
        var arrived = dataplane.Send(reset, late);
        Assert.Equal((client, packet.Reply()), (arrived.Holder, arrived.Packet));
        Assert.Null(dataplane.Reset);
        Assert.Equal("two", NameOf(dataplane, dataplane.Send(client, packet, late, TcpFlags.Syn).Holder));
        Assert.Equal("two", NameOf(dataplane, dataplane.Send(client, packet, late, TcpFlags.Ack).Holder));
    }

    [Fact]
    public void A_reset_is_not_answered_with_another()
    {
        var (dataplane, client, packet) = Opened(Balanced(), "one");
        Assert.Equal(DropCode.LbTargetUnhealthy, dataplane.Send(client, packet, Fails + TimeSpan.FromSeconds(71), TcpFlags.Rst).Code);
        Assert.Null(dataplane.Reset);
    }

    [Fact]
    public void A_reset_is_on_the_wires_from_the_load_balancer_to_the_client()
    {
        var (dataplane, client, packet) = Opened(Balanced(), "one");
        var late = Fails + TimeSpan.FromSeconds(71);
        dataplane.Send(client, packet, late, TcpFlags.Ack, new PacketExtent(1500, 700, 4321));
        var tap = new Tap();
        dataplane.Tap = tap;
        dataplane.Send(dataplane.Reset!, late);

        var sent = Assert.Single(tap.Sent);
        Assert.Equal((packet.Reply(), TcpFlags.Rst, new PacketExtent(40, 4321, 0)), (sent.Packet, sent.Flags, sent.Extent));
        var node = dataplane.Network.Graph.Distributions[0].Holder;
        Assert.Equal(
            [(WireKind.Substrate, node, client), (WireKind.Interface, node, client)],
            tap.Seen.Select(sighting => (sighting.Kind, sighting.From, sighting.To)));
    }

    [Fact]
    public void A_reset_has_the_length_of_its_family()
    {
        var ipv4 = new Packet(Addressing.IpAddress.Parse("10.0.0.1"), Addressing.IpAddress.Parse("10.0.0.2"), Protocol.Tcp, 1, 2);
        var ipv6 = new Packet(Addressing.IpAddress.Parse("2001:db8::1"), Addressing.IpAddress.Parse("2001:db8::2"), Protocol.Tcp, 1, 2);
        Assert.Equal((40, 60), (new ConnectionReset(0, -1, ipv4).Length, new ConnectionReset(0, -1, ipv6).Length));
    }

    [Fact]
    public void Flows_go_on_where_all_targets_are_down_or_nobody_knows_yet()
    {
        var (unknown, client, packet) = Opened(Balanced(), "one");
        Assert.Equal(DropCode.HostDown, unknown.Send(client, packet, Fails + TimeSpan.FromSeconds(39), TcpFlags.Ack).Code);
        Assert.Null(unknown.Reset);
        var (all, _, _) = Opened(Balanced(), "one", "two");
        Assert.Equal(DropCode.HostDown, all.Send(client, packet, Fails + TimeSpan.FromSeconds(71), TcpFlags.Ack).Code);
    }

    [Fact]
    public void A_connection_that_a_load_balancer_has_forgotten_ends_with_one_packet()
    {
        var pattern = Calls("client", "front") with
        {
            Arrivals = new Arrivals.Poisson(0.1),
            End = TimeSpan.FromMinutes(3),
            Exchange = new Exchange.RequestReply { Requests = new Distribution.Constant(2), ReplyBytes = new Distribution.Constant(100), Pause = new Distribution.Constant(360) },
        };
        var report = Run(Balanced(), pattern);
        var drops = Assert.Single(report.Measurements.Drops);
        Assert.Equal((DropCode.LbIdleExpired, report.Attempted), (drops.Code, drops.Packets));

        // The reset of each of them arrives.
        Assert.Equal(report.Measurements.Packets.Sent, report.Packets);
        Assert.Equal((report.Attempted, 0L), (report.Established, report.Unfinished));
    }

    [Fact]
    public void A_connection_that_a_nat_gateway_has_forgotten_ends_with_one_packet_and_logs_have_the_reset()
    {
        var folder = Directory.CreateTempSubdirectory("netdsl-reset-").FullName;
        try
        {
            var pattern = Calls("db-a", "internet") with
            {
                Arrivals = new Arrivals.Poisson(0.1),
                End = TimeSpan.FromMinutes(2),
                Exchange = new Exchange.RequestReply { Requests = new Distribution.Constant(2), ReplyBytes = new Distribution.Constant(100), Pause = new Distribution.Constant(360) },
            };
            var options = new SimulationOptions { Traffic = [pattern], OutputFolder = folder, FlowLog = new() { Format = Runtime.FlowLogs.FlowLogFormat.Parse("interface-id srcaddr dstaddr action tcp-flags start") } };
            var report = NetworkSimulation.Run(new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop())), options);
            var drop = Assert.Single(report.Measurements.Drops);
            Assert.Equal((DropCode.NatIdleExpired, report.Attempted), (drop.Code, drop.Packets));

            // In at the host, out at the gateway: RST has the value 4.
            Assert.Contains(FlowLogReading.Records(folder), record => record is [_, var source, "10.0.10.4", "ACCEPT", "4", _] && source.StartsWith("198.51.100.", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static (Dataplane Dataplane, int Client, Packet Packet) Opened(Topology topology, params string[] down)
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        var holders = network.Graph.Holders;
        int Holder(string name) => Enumerable.Range(0, holders.Count).First(holder => ElementPath.IsCalled(network.Graph.Nodes[holders[holder].Node].Path, name));
        var dataplane = new Dataplane(network, new DataplaneOptions { Faults = new() { Outages = [.. down.Select(name => new HolderOutage(Holder(name), Fails))] } });
        var client = Holder("client");
        var node = network.Graph.Distributions[0].Holder;
        foreach (var port in Enumerable.Range(40_000, 100))
        {
            // One that comes to the first host.
            var packet = new Packet(holders[client].PrivateAddress, holders[node].PrivateAddress, Protocol.Tcp, (ushort)port, 443);
            if (NameOf(dataplane, dataplane.Send(client, packet, Fails - TimeSpan.FromSeconds(1), TcpFlags.Syn).Holder) == "one")
            {
                return (dataplane, client, packet);
            }
        }

        throw new InvalidOperationException("No flow comes to the first host.");
    }

    static string NameOf(Dataplane dataplane, int holder) => holder < 0 ? "" : dataplane.Network.Graph.Nodes[dataplane.Network.Graph.Holders[holder].Node].Name;

    static TrafficPattern Calls(string from, string to) => new("calls", [from], [to], Protocol.Tcp, 443);

    static SimulationReport Run(Topology topology, TrafficPattern pattern, params ScheduledFailure[] failures) =>
        NetworkSimulation.Run(new CompiledNetwork(TopologyLowering.Lower(topology)), new SimulationOptions { Traffic = [pattern], Topology = topology, Failures = [.. failures] });

    static Topology Balanced()
    {
        var network = new NetworkBuilder("Balanced");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hosts = vpc.Subnet("hosts", "10.0.0.0/24", "a");
        var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: "10.0.0.0/16");
        var targets = vpc.TargetGroup("hosts", ListenerProtocol.Tcp, port: 443).Target(hosts.Instance("one", open)).Target(hosts.Instance("two", open));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(hosts).Listener(ListenerProtocol.Tcp, 443, targets);
        hosts.Instance("client", open);
        return network.Build();
    }

    sealed class Tap : IWireTap
    {
        public List<SentPacket> Sent { get; } = [];

        public List<WireSighting> Seen { get; } = [];

        public void Begin(in SentPacket sent) => Sent.Add(sent);

        public void See(in WireSighting sighting) => Seen.Add(sighting);
    }
}
