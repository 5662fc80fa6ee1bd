using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Dataplanes;

public class GatewayLoadBalancerTests
{
    const ushort Geneve = 6081;

    [Fact]
    [Trait("Rule", "R-4.11")]
    public void R_4_11_Connections_through_an_appliance_are_always_tracked()
    {
        var (dataplane, left, right, _) = EastWest(isRoutedBack: true);
        var opener = Opener(left, right);

        Assert.Equal(Outcome.Delivered, dataplane.Send(left.Holder, opener, TimeSpan.Zero, TcpFlags.Syn).Outcome);

        // The groups are open to everything both ways, for which connections that meet no appliance are not tracked.
        Assert.NotNull(dataplane.ConnectionAt(right.Holder, FlowDirection.Ingress, opener, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_stateful_appliance_sees_a_connection_through()
    {
        var (dataplane, left, right, _) = EastWest(isRoutedBack: true);
        var opener = Opener(left, right);

        Assert.Equal(Outcome.Delivered, dataplane.Send(left.Holder, opener, TimeSpan.Zero, TcpFlags.Syn).Outcome);
        Assert.Equal(Outcome.Delivered, dataplane.Send(right.Holder, opener.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack).Outcome);
        Assert.Equal(Outcome.Delivered, dataplane.Send(left.Holder, opener, TimeSpan.Zero, TcpFlags.Ack).Outcome);
    }

    [Fact]
    public void A_stateful_appliance_that_sees_no_reply_drops_what_follows()
    {
        var (dataplane, left, right, _) = EastWest(isRoutedBack: false);
        var opener = Opener(left, right);

        Assert.Equal(Outcome.Delivered, dataplane.Send(left.Holder, opener, TimeSpan.Zero, TcpFlags.Syn).Outcome);
        Assert.Equal(Outcome.Delivered, dataplane.Send(right.Holder, opener.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack).Outcome);
        Assert.Equal(DropCode.StatefulApplianceAsymmetry, dataplane.Send(left.Holder, opener, TimeSpan.Zero, TcpFlags.Ack).Code);
    }

    [Fact]
    public void Flow_logs_show_geneve_at_the_appliance()
    {
        var (dataplane, left, right, appliance) = EastWest(isRoutedBack: true);

        dataplane.Send(left.Holder, Opener(left, right), TimeSpan.Zero, TcpFlags.Syn);

        var seen = dataplane.Events.ToArray().Where(part => part.Holder == appliance.Holder).ToList();
        Assert.Equal(
            ["Accept Ingress udp 6081", "Accept Egress udp 6081"],
            seen.Select(part => $"{part.Action} {part.Direction} {part.Packet.Protocol} {part.Packet.DestinationPort}"));
        Assert.All(seen, part => Assert.Equal(Geneve, part.Packet.DestinationPort));
        Assert.Equal(
            [left.Holder, appliance.Holder, appliance.Holder, right.Holder],
            dataplane.Events.ToArray().Select(part => part.Holder));
    }

    static Packet Opener((int Holder, IpAddress Address) from, (int Holder, IpAddress Address) to) =>
        new(from.Address, to.Address, Protocol.Tcp, 50000, 443);

    static (Dataplane Dataplane, (int Holder, IpAddress Address) Left, (int Holder, IpAddress Address) Right, (int Holder, IpAddress Address) Appliance) EastWest(bool isRoutedBack)
    {
        var network = new NetworkBuilder("Inspected");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.9.0/24", "a");
        inspection.RouteTable("inspection");
        var balancer = vpc.GatewayLoadBalancer("gwlb").Subnet(inspection)
            .Target(inspection.Instance("fw", vpc.SecurityGroup("geneve").Ingress(Udp(Geneve), from: "10.0.9.0/24")).ForwardsTraffic(stateful: true));
        var endpoint = vpc.GatewayLoadBalancerEndpoint("gwlbe", inspection, vpc.EndpointService("inspection", balancer, acceptanceRequired: false));
        var open = vpc.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4);
        var left = vpc.Subnet("left", "10.0.0.0/24", "a");
        left.RouteTable("left").Route("10.0.1.0/24", endpoint);
        left.Instance("left", open);
        var right = vpc.Subnet("right", "10.0.1.0/24", "a");
        var back = right.RouteTable("right");
        _ = isRoutedBack ? back.Route("10.0.0.0/24", endpoint) : back;
        right.Instance("right", open);
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));
        return (new Dataplane(compiled), Of("left"), Of("right"), Of("fw"));

        (int Holder, IpAddress Address) Of(string name)
        {
            var holder = Enumerable.Range(0, compiled.Graph.Holders.Count)
                .First(index => compiled.Graph.Nodes[compiled.Graph.Holders[index].Node] is { Kind: "network-interface" } node && node.Name == name);
            return (holder, compiled.Graph.Holders[holder].PrivateAddress);
        }
    }
}
