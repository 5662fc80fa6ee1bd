using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;

namespace NetDsl.Runtime.Tests.Dataplanes;

/// <summary>Flows of a dual-stack load balancer, whose table translates between families.</summary>
public class DualstackTests
{
    static readonly IpAddress Node = IpAddress.Parse("2001:db8:0:100::64");
    static readonly IpAddress Client = IpAddress.Parse("2001:db8:0:100::5");

    [Theory]
    [InlineData(IpAddressType.Ipv4, "tcp 10.0.0.100:{0} -> 10.0.0.10:8080")]
    [InlineData(IpAddressType.Ipv6, "tcp [2001:db8:0:100::64]:{0} -> [2001:db8:0:100::10]:8080")]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_Each_flow_has_a_port_of_the_nodes_address_of_the_targets_family(IpAddressType targets, string sent)
    {
        var (dataplane, client, web) = Dataplane(targets, preserves: false);
        foreach (var port in new[] { 1024, 1025 })
        {
            var asked = new Packet(Client, Node, Protocol.Tcp, (ushort)(50_000 + port), 443);
            var there = dataplane.Send(client, asked, TimeSpan.FromSeconds(port));
            Assert.Equal((Outcome.Delivered, web), (there.Outcome, there.Holder));
            Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, sent, port), there.Packet.ToString());

            var back = dataplane.Send(web, there.Packet.Reply(), TimeSpan.FromSeconds(port));
            Assert.Equal((Outcome.Delivered, client, asked.Reply()), (back.Outcome, back.Holder, back.Packet));
        }
    }

    [Fact]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_A_target_of_the_clients_family_answers_it_through_the_node()
    {
        var (dataplane, client, web) = Dataplane(IpAddressType.Ipv6, preserves: true);
        var asked = new Packet(Client, Node, Protocol.Tcp, 50_000, 443);
        var there = dataplane.Send(client, asked, TimeSpan.Zero);
        Assert.Equal("tcp [2001:db8:0:100::5]:50000 -> [2001:db8:0:100::10]:8080", there.Packet.ToString());

        var back = dataplane.Send(web, there.Packet.Reply(), TimeSpan.FromSeconds(1));
        Assert.Equal((client, asked.Reply()), (back.Holder, back.Packet));
    }

    static (Dataplane Dataplane, int Client, int Web) Dataplane(IpAddressType targets, bool preserves)
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56");
        var open = vpc.SecurityGroup("open").Ingress(Traffic.AllTraffic, from: Traffic.AnyIpv4).Ingress(Traffic.AllTraffic, from: Traffic.AnyIpv6);
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a").Ipv6Cidr();
        var client = subnet.Instance("client", open).Ipv6Address(Client.ToString());
        var web = subnet.Instance("web", open).PrivateIp("10.0.0.10").Ipv6Address("2001:db8:0:100::10");
        vpc.NetworkLoadBalancer("lb").Internal().IpAddressType(IpAddressType.Dualstack)
            .Subnet(subnet, privateIp: "10.0.0.100", ipv6Address: Node.ToString())
            .Listener(ListenerProtocol.Tcp, 443, vpc.TargetGroup("web", ListenerProtocol.Tcp, 8080).IpAddressType(targets).PreserveClientAddress(preserves).Target(web));
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));
        return (new Dataplane(compiled, new DataplaneOptions()), compiled.HolderOf(client.Id), compiled.HolderOf(web.Id));
    }
}
