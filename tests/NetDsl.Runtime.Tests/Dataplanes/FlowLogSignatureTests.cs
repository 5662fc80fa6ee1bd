using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Dataplanes;

/// <summary>What accepted and rejected packets look like at the interface (foundation §5, "SG/NACL signature table").</summary>
public class FlowLogSignatureTests
{
    static readonly Ipv4Address Pinging = Ipv4Address.Parse("203.0.113.12");

    [Theory]
    [InlineData(true, true, true, "Accept Ingress, Accept Egress")]
    [InlineData(true, true, false, "Accept Ingress, Reject Egress")]
    [InlineData(true, false, true, "Reject Ingress")]
    [InlineData(true, false, false, "Reject Ingress")]
    [InlineData(false, true, true, "Reject Ingress")]
    [InlineData(false, false, true, "Reject Ingress")]
    [InlineData(false, true, false, "Reject Ingress")]
    [Trait("Vector", "foundation 5.1")]
    [Trait("Vector", "foundation 5.2")]
    [Trait("Vector", "foundation 5.3")]
    [Trait("Vector", "foundation 5.4")]
    public void A_ping_from_the_internet_leaves_its_signature(bool aclIn, bool groupIn, bool aclOut, string expected)
    {
        var (network, host) = Host(aclIn, aclOut, groupIn, groupOut: false);
        var dataplane = new Dataplane(network);
        var seen = new List<InterfaceEvent>();

        var address = network.Graph.Holders[host].PublicAddress!.Value;
        var request = dataplane.Send(CompiledNetwork.Internet, new Packet(Pinging, address, Protocol.Icmp, 7, 0), TimeSpan.Zero);
        seen.AddRange(dataplane.Events);
        if (request.Outcome == Outcome.Delivered)
        {
            dataplane.Send(host, request.Packet.Reply(), TimeSpan.FromMilliseconds(1));
            seen.AddRange(dataplane.Events);
        }

        Assert.Equal(expected, string.Join(", ", seen.Select(part => $"{part.Action} {part.Direction}")));
        Assert.All(seen, part => Assert.Equal(host, part.Holder));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void Nothing_else_changes_where_interfaces_are_not_watched(bool aclIn, bool groupIn, bool aclOut)
    {
        var (network, host) = Host(aclIn, aclOut, groupIn, groupOut: false);
        var (watching, other) = (new Dataplane(network), new Dataplane(network) { WatchesInterfaces = false });

        var request = new Packet(Pinging, network.Graph.Holders[host].PublicAddress!.Value, Protocol.Icmp, 7, 0);
        var arrived = watching.Send(CompiledNetwork.Internet, request, TimeSpan.Zero);
        Assert.Equal(arrived, other.Send(CompiledNetwork.Internet, request, TimeSpan.Zero));
        AssertSame();
        Assert.Equal(
            watching.Send(host, arrived.Packet.Reply(), TimeSpan.FromMilliseconds(1)),
            other.Send(host, arrived.Packet.Reply(), TimeSpan.FromMilliseconds(1)));
        AssertSame();

        void AssertSame()
        {
            Assert.Equal(watching.Way.ToArray(), other.Way.ToArray());
            Assert.Equal(watching.DropNode, other.DropNode);
            Assert.NotEmpty(watching.Events.ToArray());
            Assert.Empty(other.Events.ToArray());
        }
    }

    [Theory]
    [InlineData(true, true, true, "Accept Egress, Accept Ingress")]
    [InlineData(false, true, true, "Reject Egress")]
    [InlineData(true, false, true, "Reject Egress")]
    [InlineData(true, true, false, "Accept Egress, Reject Ingress")]
    public void A_ping_to_the_internet_leaves_its_signature(bool groupOut, bool aclOut, bool aclIn, string expected)
    {
        var (network, host) = Host(aclIn, aclOut, groupIn: false, groupOut);
        var dataplane = new Dataplane(network);
        var seen = new List<InterfaceEvent>();

        var request = dataplane.Send(
            host, new Packet(network.Graph.Holders[host].PrivateAddress, Pinging, Protocol.Icmp, 7, 0), TimeSpan.Zero);
        seen.AddRange(dataplane.Events);
        if (request.Outcome == Outcome.Exits)
        {
            dataplane.Send(CompiledNetwork.Internet, request.Packet.Reply(), TimeSpan.FromMilliseconds(1));
            seen.AddRange(dataplane.Events);
        }

        Assert.Equal(expected, string.Join(", ", seen.Select(part => $"{part.Action} {part.Direction}")));
    }

    [Fact]
    public void R_5_6_What_the_internet_gateway_drops_is_accepted_at_the_sender_and_seen_nowhere_else()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "172.31.0.0/16");
        var subnet = vpc.Subnet("s", "172.31.16.0/24", "a");
        subnet.RouteTable("t").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        subnet.Instance("host");
        var dataplane = new Dataplane(new CompiledNetwork(TopologyLowering.Lower(network.Build())));
        var host = dataplane.Network.Graph.Holders[0];

        var decision = dataplane.Send(0, new Packet(host.PrivateAddress, Pinging, Protocol.Icmp, 7, 0), TimeSpan.Zero);

        Assert.Equal(DropCode.IgwPublicIpAssociationForEgress, decision.Code);
        var only = Assert.Single(dataplane.Events.ToArray());
        Assert.Equal((FlowAction.Accept, FlowDirection.Egress), (only.Action, only.Direction));
    }

    [Fact]
    public void R_5_7_The_resolver_is_asked_unseen()
    {
        var (network, host) = Host(aclIn: false, aclOut: false, groupIn: false, groupOut: false);
        var dataplane = new Dataplane(network);
        var question = new Packet(
            network.Graph.Holders[host].PrivateAddress, Ipv4Address.Parse("169.254.169.253"), Protocol.Udp, 50000, 53);
        Assert.Equal(Outcome.Delivered, dataplane.Send(host, question, TimeSpan.Zero).Outcome);
        Assert.Empty(dataplane.Events.ToArray());
    }

    static (CompiledNetwork Network, int Host) Host(bool aclIn, bool aclOut, bool groupIn, bool groupOut)
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "172.31.0.0/16");
        var subnet = vpc.Subnet("s", "172.31.16.0/24", "a");
        subnet.RouteTable("t").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var acl = vpc.NetworkAcl("acl");
        subnet.Associate(acl);
        _ = aclIn ? acl.AllowInbound(100, AllTraffic, AnyIpv4) : acl.DenyInbound(100, AllTraffic, AnyIpv4);
        _ = aclOut ? acl.AllowOutbound(100, AllTraffic, AnyIpv4) : acl.DenyOutbound(100, AllTraffic, AnyIpv4);
        var group = vpc.SecurityGroup("g").NoEgressByDefault();
        if (groupIn)
        {
            group.Ingress(Icmp, from: AnyIpv4);
        }

        if (groupOut)
        {
            group.Egress(Icmp, to: AnyIpv4);
        }

        subnet.Instance("host", group).PublicIp();
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));
        return (compiled, compiled.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/v/host")));
    }
}
