using NetDsl.Addressing;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>Load balancers, endpoints and services in both families: and F section 7.</content>
public abstract partial class SemanticsVectors
{
    const string NodeIpv6 = "2001:db8:0:100::64";

    /// <summary>A VPC of both families with an internet gateway, a dual-stack load balancer at the edge, a target behind it and a client.</summary>
    sealed class DualBalanced
    {
        public DualBalanced(
            bool internetFacing = false,
            IpAddressType targets = IpAddressType.Ipv4,
            TargetKind kind = TargetKind.Instance,
            ListenerProtocol protocol = ListenerProtocol.Tcp)
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56");
            Gateway = Vpc.InternetGateway("igw");
            Group = Open(Vpc).Ingress(AllTraffic, from: AnyIpv6);
            Edge = Vpc.Subnet("edge", "10.0.0.0/24", "a").Ipv6Cidr("2001:db8:0:100::/64");
            EdgeTable = Edge.RouteTable("edge").Route(AnyIpv4, Gateway).Route(AnyIpv6, Gateway);
            Data = Vpc.Subnet("data", "10.0.10.0/24", "a").Ipv6Cidr("2001:db8:0:10a::/64");
            Web = Data.Instance("web", Group).PrivateIp("10.0.10.10").Ipv6Address("2001:db8:0:10a::10");
            Client = Vpc.Subnet("clients", "10.0.20.0/24", "a").Ipv6Cidr("2001:db8:0:114::/64")
                .Instance("client", Group).PrivateIp("10.0.20.5").Ipv6Address("2001:db8:0:114::5");
            Balancer = Vpc.NetworkLoadBalancer("front").IpAddressType(IpAddressType.Dualstack);
            if (!internetFacing)
            {
                Balancer.Internal();
            }

            Balancer.Subnet(Edge, privateIp: "10.0.0.100", ipv6Address: NodeIpv6);
            Targets = Vpc.TargetGroup("web", protocol, 8080, kind).IpAddressType(targets);
            if (kind == TargetKind.Instance)
            {
                Targets.Target(Web);
            }
            else
            {
                Targets.Target(targets == IpAddressType.Ipv6 ? "2001:db8:0:10a::10" : "10.0.10.10");
            }

            Balancer.Listener(protocol, 443, Targets);
        }

        public NetworkBuilder Network { get; } = new("Dual");

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Gateway { get; }

        public SecurityGroupBuilder Group { get; }

        public SubnetBuilder Edge { get; }

        public RouteTableBuilder EdgeTable { get; }

        public SubnetBuilder Data { get; }

        public InstanceBuilder Web { get; }

        public InstanceBuilder Client { get; }

        public LoadBalancerBuilder Balancer { get; }

        public TargetGroupBuilder Targets { get; }

        /// <summary>A VPC with a host, which reaches this one over a peering connection in IPv6.</summary>
        public InstanceBuilder Neighbour()
        {
            var other = Region.Vpc("other", "10.1.0.0/16").Ipv6Cidr("2001:db8:0:200::/56");
            var subnet = other.Subnet("s", "10.1.0.0/24", "a").Ipv6Cidr("2001:db8:0:200::/64");
            var peering = Network.Peer("pcx", Vpc, other);
            subnet.RouteTable("s").Route("2001:db8:0:100::/56", peering).Route("10.0.0.0/16", peering);
            EdgeTable.Route("2001:db8:0:200::/56", peering).Route("10.1.0.0/16", peering);
            return subnet.Instance("neighbour", Open(other).Ingress(AllTraffic, from: AnyIpv6)).PrivateIp("10.1.0.5").Ipv6Address("2001:db8:0:200::5");
        }
    }

    // "Client IP preservation", User Guide for Network Load Balancers, both tables.
    [Theory]
    [InlineData(TargetKind.Instance, IpAddressType.Ipv4, true, "10.0.0.100", "tcp 10.0.20.5:49152 -> 10.0.10.10:8080")]
    [InlineData(TargetKind.Instance, IpAddressType.Ipv4, true, NodeIpv6, "tcp 10.0.0.100:1024 -> 10.0.10.10:8080")]
    [InlineData(TargetKind.Instance, IpAddressType.Ipv6, true, "10.0.0.100", "tcp [2001:db8:0:100::64]:1024 -> [2001:db8:0:10a::10]:8080")]
    [InlineData(TargetKind.Instance, IpAddressType.Ipv6, true, NodeIpv6, "tcp [2001:db8:0:114::5]:49152 -> [2001:db8:0:10a::10]:8080")]
    [InlineData(TargetKind.Ip, IpAddressType.Ipv4, false, "10.0.0.100", "tcp 10.0.0.100:1024 -> 10.0.10.10:8080")]
    [InlineData(TargetKind.Ip, IpAddressType.Ipv4, false, NodeIpv6, "tcp 10.0.0.100:1024 -> 10.0.10.10:8080")]
    [InlineData(TargetKind.Ip, IpAddressType.Ipv6, false, "10.0.0.100", "tcp [2001:db8:0:100::64]:1024 -> [2001:db8:0:10a::10]:8080")]
    [InlineData(TargetKind.Ip, IpAddressType.Ipv6, false, NodeIpv6, "tcp [2001:db8:0:100::64]:1024 -> [2001:db8:0:10a::10]:8080")]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_A_target_sees_the_client_in_its_own_family_only(TargetKind kind, IpAddressType targets, bool preserves, string node, string seen)
    {
        var it = new DualBalanced(kind: kind, targets: targets);
        it.Targets.PreserveClientAddress(preserves);

        var trace = Ask(it.Network, it.Client, node, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("us-east-1/shop/web", trace.Forward.Receiver);
        Assert.Equal(seen, Last(trace.Forward).ToString());
        Assert.Contains(trace.Return.Hops, hop => hop.Kind == "network-load-balancer");
        Assert.Equal(
            node == NodeIpv6 ? $"tcp [{node}]:443 -> [2001:db8:0:114::5]:49152" : $"tcp {node}:443 -> 10.0.20.5:49152", Last(trace.Return).ToString());
    }

    [Theory]
    [InlineData("10.0.0.100", "udp [2001:db8:0:100::64]:1024 -> [2001:db8:0:10a::10]:8080")]
    [InlineData(NodeIpv6, "udp [2001:db8:0:114::5]:49152 -> [2001:db8:0:10a::10]:8080")]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_Udp_of_a_dualstack_load_balancer_goes_to_ipv6_targets(string node, string seen)
    {
        var it = new DualBalanced(targets: IpAddressType.Ipv6, protocol: ListenerProtocol.Udp);
        it.Balancer.EnablePrefixForIpv6SourceNat();

        var trace = Ask(it.Network, it.Client, node, Udp(443));

        AssertReachable(trace);
        Assert.Equal(seen, Last(trace.Forward).ToString());
    }

    [Fact]
    [Trait("Rule", "R-6.10")]
    [Trait("Rule", "R-6.13")]
    public void R_6_10_Groups_and_acls_are_asked_in_the_family_of_the_packet_there()
    {
        var it = new DualBalanced();
        var front = it.Vpc.SecurityGroup("front").Ingress(Tcp(443), from: AnyIpv4);
        it.Balancer.SecurityGroup(front);
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/front/us-east-1a", Ask(it.Network, it.Client, NodeIpv6, Tcp(443)));

        // IPv6 before the load balancer, IPv4 behind it.
        front.Ingress(Tcp(443), from: "2001:db8:0:114::/64");
        it.Edge.Associate(it.Vpc.NetworkAcl("edge")
            .AllowInbound(100, Tcp(443), from: "2001:db8:0:114::/64").AllowOutbound(100, TcpRange(1024, 65535), to: "2001:db8:0:114::/64")
            .AllowOutbound(110, Tcp(8080), to: "10.0.10.0/24").AllowInbound(110, TcpRange(1024, 65535), from: "10.0.10.0/24"));
        it.Data.Associate(it.Vpc.NetworkAcl("data").AllowInbound(100, Tcp(8080), from: "10.0.0.100/32").AllowOutbound(100, Tcp(1024), to: "10.0.0.100/32"));

        AssertReachable(Ask(it.Network, it.Client, NodeIpv6, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.16")]
    public void R_6_16_An_internal_load_balancer_takes_no_ipv6_from_the_internet_gateway()
    {
        var it = new DualBalanced();
        Trace FromInternet() => Ask(Built(it.Network), Internet, Endpoint.Of(IpAddress.Parse(NodeIpv6)), Tcp(443), IpAddress.Parse("2001:db8:ffff::9"));

        AssertForwardBlocked("EniDeniesIgwTraffic us-east-1/igw", FromInternet());
        it.Balancer.DenyAllIgwTraffic(false);
        AssertReachable(FromInternet());
        it.Balancer.DenyAllIgwTraffic();
        AssertForwardBlocked("EniDeniesIgwTraffic us-east-1/igw", FromInternet());
    }

    [Fact]
    [Trait("Rule", "R-6.16")]
    public void R_6_16_An_internet_facing_load_balancer_takes_it_unless_told_otherwise()
    {
        var it = new DualBalanced(internetFacing: true);

        var trace = AskFromInternet(it.Network, it.Balancer, Tcp(443), "2001:db8:ffff::9");
        AssertReachable(trace);
        Assert.Equal("tcp 10.0.0.100:1024 -> 10.0.10.10:8080", Last(trace.Forward).ToString());
        Assert.Equal($"tcp [{NodeIpv6}]:443 -> [2001:db8:ffff::9]:49152", Last(trace.Return).ToString());

        it.Balancer.DenyAllIgwTraffic();
        AssertForwardBlocked("EniDeniesIgwTraffic us-east-1/igw", AskFromInternet(it.Network, it.Balancer, Tcp(443), "2001:db8:ffff::9"));
        AssertReachable(AskFromInternet(it.Network, it.Balancer, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.16")]
    public void R_6_16_Other_ways_than_the_internet_gateway_stay_open_and_its_answers_do_not_leave_by_it()
    {
        var it = new DualBalanced();
        var neighbour = it.Neighbour();
        AssertReachable(Ask(it.Network, neighbour, NodeIpv6, Tcp(443)));

        // A longer route takes the answers to the gateway.
        it.EdgeTable.Route("2001:db8:0:200::/64", it.Gateway);
        AssertReplyBlocked("EniDeniesIgwTraffic us-east-1/igw", Ask(it.Network, neighbour, NodeIpv6, Tcp(443)));
        it.Balancer.DenyAllIgwTraffic(false);
        Assert.DoesNotContain("EniDeniesIgwTraffic", Why(Ask(it.Network, neighbour, NodeIpv6, Tcp(443)).Return), StringComparison.Ordinal);
    }

    /// <summary>A consumer of both families with a host, and an endpoint service over the load balancer of the provider.</summary>
    static (VpcBuilder Consumer, SubnetBuilder Subnet, InstanceBuilder Host, EndpointServiceBuilder Service) Consume(DualBalanced it)
    {
        var consumer = it.Region.Vpc("consumer", "10.9.0.0/16").Ipv6Cidr("2001:db8:0:900::/56").DnsHostnames();
        var subnet = consumer.Subnet("s", "10.9.0.0/24", "a").Ipv6Cidr("2001:db8:0:900::/64");
        var host = subnet.Instance("host", Open(consumer).Ingress(AllTraffic, from: AnyIpv6)).PrivateIp("10.9.0.5").Ipv6Address("2001:db8:0:900::5");
        return (consumer, subnet, host, it.Vpc.EndpointService("api", it.Balancer, acceptanceRequired: false).SupportedIpAddressTypes(IpAddressType.Dualstack));
    }

    [Theory]
    [InlineData(IpAddressType.Ipv4, "tcp 10.0.0.100:1024 -> 10.0.10.10:8080")]
    [InlineData(IpAddressType.Ipv6, "tcp [2001:db8:0:100::64]:1024 -> [2001:db8:0:10a::10]:8080")]
    [Trait("Rule", "R-6.19")]
    [Trait("Rule", "R-7.8")]
    public void R_6_19_A_service_is_reached_in_ipv6_and_its_targets_see_the_node_in_their_own_family(IpAddressType targets, string seen)
    {
        var it = new DualBalanced(targets: targets);
        var (consumer, subnet, host, service) = Consume(it);
        consumer.InterfaceEndpoint("api", service).IpAddressType(IpAddressType.Dualstack).Subnet(subnet, "10.9.0.9", "2001:db8:0:900::9").SecurityGroup(consumer.SecurityGroup("endpoint").Ingress(AllTraffic, from: AnyIpv4).Ingress(AllTraffic, from: AnyIpv6));

        var trace = Ask(it.Network, host, "2001:db8:0:900::9", Tcp(443));

        AssertReachable(trace);
        Assert.Equal(seen, Last(trace.Forward).ToString());
        Assert.Equal("tcp [2001:db8:0:900::9]:443 -> [2001:db8:0:900::5]:49152", Last(trace.Return).ToString());
        AssertReachable(Ask(it.Network, host, "10.9.0.9", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.8")]
    [Trait("Rule", "R-7.9")]
    public void R_7_8_An_endpoint_without_ipv4_is_in_a_subnet_without_it()
    {
        var it = new DualBalanced();
        var (consumer, _, host, service) = Consume(it);
        var six = consumer.Ipv6OnlySubnet("six", "a", "2001:db8:0:901::/64");
        var group = consumer.SecurityGroup("endpoint").Ingress(Tcp(443), from: AnyIpv4);
        consumer.InterfaceEndpoint("api", service).IpAddressType(IpAddressType.Ipv6).Subnet(six).SecurityGroup(group);
        const string Address = "2001:db8:0:901::4";

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/consumer/api/us-east-1a", Ask(it.Network, host, Address, Tcp(443)));
        group.Ingress(Tcp(443), from: AnyIpv6);
        AssertReachable(Ask(it.Network, host, Address, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.8")]
    [Trait("Rule", "R-6.16")]
    public void R_7_8_An_endpoint_leads_to_a_service_of_the_vendors_in_ipv6_and_is_not_there_for_the_internet()
    {
        var it = new DualBalanced();
        var queue = it.Region.Service("sqs").SupportedIpAddressTypes(IpAddressType.Dualstack);
        it.Vpc.InterfaceEndpoint("sqs", queue).IpAddressType(IpAddressType.Dualstack).Subnet(it.Edge, "10.0.0.9", "2001:db8:0:100::9").SecurityGroup(it.Group);

        var trace = Ask(it.Network, it.Client, "2001:db8:0:100::9", Tcp(443));
        AssertReachable(trace);
        Assert.Equal("us-east-1/sqs", trace.Forward.Receiver);
        AssertForwardBlocked(
            "EniDeniesIgwTraffic us-east-1/igw",
            Ask(Built(it.Network), Internet, Endpoint.Of(IpAddress.Parse("2001:db8:0:100::9")), Tcp(443), IpAddress.Parse("2001:db8:ffff::9")));
    }

    [Theory]
    [InlineData(null, "10.0.0.9, 2001:db8:0:100::9")]
    [InlineData(DnsRecordIpType.Ipv4, "10.0.0.9")]
    [InlineData(DnsRecordIpType.Ipv6, "2001:db8:0:100::9")]
    [InlineData(DnsRecordIpType.Dualstack, "10.0.0.9, 2001:db8:0:100::9")]
    [InlineData(DnsRecordIpType.ServiceDefined, "10.0.0.9")]
    [Trait("Rule", "R-7.10")]
    public void R_7_10_The_private_name_has_the_records_of_its_type(DnsRecordIpType? type, string expected)
    {
        var it = new DualBalanced();
        it.Vpc.DnsHostnames();
        var queue = it.Region.Service("sqs").SupportedIpAddressTypes(IpAddressType.Dualstack);
        var endpoint = it.Vpc.InterfaceEndpoint("sqs", queue).IpAddressType(IpAddressType.Dualstack).Subnet(it.Edge, "10.0.0.9", "2001:db8:0:100::9");
        if (type is { } told)
        {
            endpoint.DnsRecordIpType(told);
        }

        Assert.Equal(expected, AskName(it.Network, it.Client, Queue));
    }

    [Fact]
    [Trait("Rule", "R-7.10")]
    [Trait("Rule", "R-1.21")]
    public void R_7_10_DNS64_makes_nothing_of_a_name_that_has_ipv6()
    {
        var it = new DualBalanced();
        it.Vpc.DnsHostnames();
        var host = it.Vpc.Ipv6OnlySubnet("six", "a", "2001:db8:0:106::/64").Dns64().Instance("host", it.Group);
        var endpoint = it.Vpc.InterfaceEndpoint("sqs", it.Region.Service("sqs").SupportedIpAddressTypes(IpAddressType.Dualstack))
            .IpAddressType(IpAddressType.Dualstack)
            .Subnet(it.Edge, "10.0.0.9", "2001:db8:0:100::9");

        Assert.Equal("10.0.0.9, 2001:db8:0:100::9", AskName(it.Network, host, Queue));
        endpoint.DnsRecordIpType(DnsRecordIpType.Ipv4);
        Assert.Equal("64:ff9b::a00:9", AskName(it.Network, host, Queue));
    }
}
