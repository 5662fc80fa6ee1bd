using NetDsl.Addressing;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>F section 6.2: network load balancers.</content>
public abstract partial class SemanticsVectors
{
    /// <summary>Clients in a subnet of their own, a load balancer over zones a and b, and a target in each zone.</summary>
    sealed class BalancedNetwork
    {
        public BalancedNetwork(bool internetFacing = false, TargetKind kind = TargetKind.Instance, ListenerProtocol protocol = ListenerProtocol.Tcp)
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("shop", "10.0.0.0/16");
            Gateway = Vpc.InternetGateway("igw");
            Group = Open(Vpc);
            EdgeA = Vpc.Subnet("edge-a", "10.0.0.0/24", "a");
            EdgeB = Vpc.Subnet("edge-b", "10.0.1.0/24", "b");
            EdgeTable = Vpc.RouteTable("edge").Route(AnyIpv4, Gateway);
            EdgeA.Associate(EdgeTable);
            EdgeB.Associate(EdgeTable);
            DataA = Vpc.Subnet("data-a", "10.0.10.0/24", "a");
            DataB = Vpc.Subnet("data-b", "10.0.11.0/24", "b");
            Clients = Vpc.Subnet("clients", "10.0.20.0/24", "a");
            WebA = DataA.Instance("web-a", Group).PrivateIp("10.0.10.10");
            WebB = DataB.Instance("web-b", Group).PrivateIp("10.0.11.10");
            Client = Clients.Instance("client", Group).PrivateIp("10.0.20.5");
            Balancer = Vpc.NetworkLoadBalancer("front");
            if (!internetFacing)
            {
                Balancer.Internal();
            }

            Balancer.Subnet(EdgeA, privateIp: "10.0.0.100").Subnet(EdgeB, privateIp: "10.0.1.100");
            Targets = Vpc.TargetGroup("web", protocol, 8080, kind);
            if (kind == TargetKind.Instance)
            {
                Targets.Target(WebA).Target(WebB);
            }
            else
            {
                Targets.Target("10.0.10.10").Target("10.0.11.10");
            }

            Balancer.Listener(protocol, 443, Targets);
        }

        public NetworkBuilder Network { get; } = new("Balanced");

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Gateway { get; }

        public SecurityGroupBuilder Group { get; }

        public RouteTableBuilder EdgeTable { get; }

        public SubnetBuilder EdgeA { get; }

        public SubnetBuilder EdgeB { get; }

        public SubnetBuilder DataA { get; }

        public SubnetBuilder DataB { get; }

        public SubnetBuilder Clients { get; }

        public InstanceBuilder WebA { get; }

        public InstanceBuilder WebB { get; }

        public InstanceBuilder Client { get; }

        public LoadBalancerBuilder Balancer { get; }

        public TargetGroupBuilder Targets { get; }
    }

    [Fact]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_Instances_see_the_client_and_their_replies_go_back_through_the_node()
    {
        var it = new BalancedNetwork();

        var trace = Ask(it.Network, it.Client, "10.0.0.100", Tcp(443));

        AssertReachable(trace);
        Assert.Equal("us-east-1/shop/web-a", trace.Forward.Receiver);
        Assert.Equal("tcp 10.0.20.5:49152 -> 10.0.10.10:8080", Last(trace.Forward).ToString());
        Assert.Contains(trace.Return.Hops, hop => hop.Kind == "network-load-balancer");
        Assert.Equal("tcp 10.0.0.100:443 -> 10.0.20.5:49152", Last(trace.Return).ToString());
    }

    [Fact]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_Addresses_see_the_node_unless_told_otherwise()
    {
        var it = new BalancedNetwork(kind: TargetKind.Ip);

        Assert.Equal("tcp 10.0.0.100:1024 -> 10.0.10.10:8080", Last(Ask(it.Network, it.Client, "10.0.0.100", Tcp(443)).Forward).ToString());
        it.Targets.PreserveClientAddress();
        Assert.Equal("tcp 10.0.20.5:49152 -> 10.0.10.10:8080", Last(Ask(it.Network, it.Client, "10.0.0.100", Tcp(443)).Forward).ToString());
    }

    [Fact]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_Udp_always_preserves_the_client_address()
    {
        var it = new BalancedNetwork(kind: TargetKind.Ip, protocol: ListenerProtocol.Udp);

        var trace = Ask(it.Network, it.Client, "10.0.1.100", Udp(443));

        AssertReachable(trace);
        Assert.Equal("udp 10.0.20.5:49152 -> 10.0.11.10:8080", Last(trace.Forward).ToString());
    }

    [Fact]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_The_internet_reaches_targets_without_a_route_to_it_because_replies_go_back_through_the_node()
    {
        var it = new BalancedNetwork(internetFacing: true);

        var trace = AskFromInternet(it.Network, it.Balancer, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("tcp 198.51.100.7:49152 -> 10.0.10.10:8080", Last(trace.Forward).ToString());
        Assert.Equal("tcp 203.0.113.1:443 -> 198.51.100.7:49152", Last(trace.Return).ToString());
    }

    [Fact]
    [Trait("Rule", "R-6.7")]
    public void R_6_7_A_node_sends_to_its_own_zone_unless_cross_zone()
    {
        var it = new BalancedNetwork();
        for (var port = 0; port < 20; port++)
        {
            var trace = Ask(Built(it.Network), Endpoint.Of(it.Client.Id), Endpoint.Of(Ipv4Address.Parse("10.0.1.100")), Tcp(443), sourcePort: 40000 + port);
            Assert.Equal("us-east-1/shop/web-b", trace.Forward.Receiver);
        }

        it.Balancer.CrossZone();
        var receivers = Enumerable.Range(0, 20)
            .Select(port => Ask(Built(it.Network), Endpoint.Of(it.Client.Id), Endpoint.Of(Ipv4Address.Parse("10.0.1.100")), Tcp(443), sourcePort: 40000 + port).Forward.Receiver)
            .Distinct();
        Assert.Equal(2, receivers.Count());
    }

    [Fact]
    [Trait("Rule", "R-6.7")]
    public void R_6_7_The_setting_of_the_target_group_overrides_the_balancers()
    {
        var it = new BalancedNetwork();
        it.Targets.Unhealthy(it.WebB);
        it.Balancer.CrossZone();
        AssertReachable(Ask(it.Network, it.Client, "10.0.1.100", Tcp(443)));

        it.Targets.CrossZone(false);
        AssertForwardBlocked("Elbv2NoTargetsInAz us-east-1/shop/front", Ask(it.Network, it.Client, "10.0.1.100", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.7")]
    public void R_6_7_A_target_in_a_zone_that_is_not_enabled_is_unused()
    {
        var it = new BalancedNetwork();
        var far = it.Vpc.Subnet("data-c", "10.0.12.0/24", "c").Instance("web-c", it.Group);
        var lonely = it.Vpc.TargetGroup("lonely", ListenerProtocol.Tcp, 80).Target(far);
        it.Balancer.Listener(ListenerProtocol.Tcp, 80, lonely).CrossZone();

        AssertForwardBlocked("Elbv2ListenerHasNoTg us-east-1/shop/front", Ask(it.Network, it.Client, "10.0.0.100", Tcp(80)));
    }

    [Fact]
    [Trait("Rule", "R-6.8")]
    public void R_6_8_A_zone_without_a_healthy_target_leaves_the_name_and_all_unhealthy_fail_open()
    {
        var it = new BalancedNetwork();
        it.Targets.Unhealthy(it.WebA);

        AssertForwardBlocked("Elbv2NoTargetsInAz us-east-1/shop/front", Ask(it.Network, it.Client, "10.0.0.100", Tcp(443)));
        var byName = Ask(it.Network, it.Client, it.Balancer, Tcp(443));
        AssertReachable(byName);
        Assert.Equal("us-east-1/shop/web-b", byName.Forward.Receiver);

        it.Targets.Unhealthy(it.WebB);
        AssertReachable(Ask(it.Network, it.Client, "10.0.0.100", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.11")]
    public void R_6_11_A_client_that_is_its_own_target_is_not_answered_while_its_address_is_preserved()
    {
        var it = new BalancedNetwork();
        AssertForwardBlocked("LbHairpin us-east-1/shop/front", Ask(it.Network, it.WebA, "10.0.0.100", Tcp(443)));

        it.Targets.PreserveClientAddress(false);
        AssertReachable(Ask(it.Network, it.WebA, "10.0.0.100", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.13")]
    public void R_6_13_Without_groups_everybody_reaches_the_listeners_and_with_groups_they_judge()
    {
        var it = new BalancedNetwork();
        AssertReachable(Ask(it.Network, it.Client, "10.0.0.100", Tcp(443)));

        var front = it.Vpc.SecurityGroup("front").Ingress(Tcp(443), from: "10.9.0.0/16");
        it.Balancer.SecurityGroup(front);
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/front/us-east-1a", Ask(it.Network, it.Client, "10.0.0.100", Tcp(443)));

        front.Ingress(Tcp(443), from: "10.0.20.0/24");
        AssertReachable(Ask(it.Network, it.Client, "10.0.0.100", Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "R-6.13")]
    [InlineData(true)]
    [InlineData(false)]
    public void R_6_13_Targets_may_reference_the_balancers_group_whether_or_not_they_see_the_client(bool preserve)
    {
        var it = new BalancedNetwork();
        it.Targets.PreserveClientAddress(preserve);
        var front = it.Vpc.SecurityGroup("front").Ingress(Tcp(443), from: AnyIpv4);
        var behind = it.Vpc.SecurityGroup("behind").Ingress(Tcp(8080), from: front);
        var target = it.DataA.Instance("guarded", behind);
        var guarded = it.Vpc.TargetGroup("guarded", ListenerProtocol.Tcp, 8080).Target(target).PreserveClientAddress(preserve);
        it.Balancer.SecurityGroup(front).Listener(ListenerProtocol.Tcp, 8443, guarded);
        front.Ingress(Tcp(8443), from: AnyIpv4);

        AssertReachable(Ask(it.Network, it.Client, "10.0.0.100", Tcp(8443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/guarded", Ask(it.Network, it.Client, target, Tcp(8080)));
    }

    [Fact]
    [Trait("Rule", "R-6.13")]
    public void R_6_13_A_target_that_admits_the_clients_group_only_is_never_reached_through_the_balancer()
    {
        var it = new BalancedNetwork();
        var clients = it.Vpc.SecurityGroup("from-clients");
        var client = it.Clients.Instance("known", clients);
        var target = it.DataA.Instance("guarded", it.Vpc.SecurityGroup("guarded").Ingress(Tcp(8080), from: clients));
        it.Balancer.Listener(
            ListenerProtocol.Tcp, 8443, it.Vpc.TargetGroup("guarded", ListenerProtocol.Tcp, 8080).Target(target));

        AssertReachable(Ask(it.Network, client, target, Tcp(8080)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/guarded", Ask(it.Network, client, "10.0.0.100", Tcp(8443)));
    }

    [Fact]
    public void A_port_without_a_listener_is_refused_by_the_balancer()
    {
        var it = new BalancedNetwork();

        AssertForwardBlocked("Elbv2ListenersMismatch us-east-1/shop/front", Ask(it.Network, it.Client, "10.0.0.100", Tcp(80)));
        AssertForwardBlocked("Elbv2ListenersMismatch us-east-1/shop/front", Ask(it.Network, it.Client, "10.0.0.100", Udp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_A_target_in_a_peered_vpc_is_reached_and_answers_through_the_node()
    {
        var it = new BalancedNetwork();
        var other = it.Region.Vpc("other", "10.1.0.0/16");
        var subnet = other.Subnet("data", "10.1.0.0/24", "a");
        var target = subnet.Instance("far", Open(other)).PrivateIp("10.1.0.10");
        var peering = it.Network.Peer("shop-other", it.Vpc, other);
        it.EdgeTable.Route("10.1.0.0/16", peering);
        other.MainRouteTable.Route("10.0.0.0/16", peering);
        it.Balancer.Listener(ListenerProtocol.Tcp, 90, it.Vpc.TargetGroup("far", ListenerProtocol.Tcp, 80).Target(target));

        var trace = Ask(it.Network, it.Client, "10.0.0.100", Tcp(90));

        AssertReachable(trace);
        Assert.Equal("tcp 10.0.20.5:49152 -> 10.1.0.10:80", Last(trace.Forward).ToString());
        Assert.Contains(trace.Return.Hops, hop => hop.Kind == "peering");
    }

    [Fact]
    [Trait("Rule", "R-3.20")]
    public void R_3_20_Private_hosts_reach_an_auto_scaled_proxy_farm_without_a_route_out_of_the_vpc()
    {
        var it = new BalancedNetwork();
        var farm = it.Vpc.SecurityGroup("farm").Ingress(AllTraffic, from: AnyIpv4);
        var proxies = it.Vpc.AutoScalingGroup(
            "proxies", [it.EdgeA, it.EdgeB], desired: 4, minimum: 2, securityGroup: farm, configure: proxy => proxy.PublicIp());
        it.Balancer.Listener(
            ListenerProtocol.Tcp, 3128, it.Vpc.TargetGroup("proxies", ListenerProtocol.Tcp, 3128).Targets(proxies).PreserveClientAddress(false));

        var toProxy = Ask(it.Network, it.Client, it.Balancer, Tcp(3128));
        AssertReachable(toProxy);
        Assert.StartsWith("us-east-1/shop/proxies-", toProxy.Forward.Receiver, StringComparison.Ordinal);
        AssertReachable(AskInternet(it.Network, proxies.Instances[0], Tcp(443)));
        AssertForwardBlocked("NoRouteToDestination us-east-1/shop/main", AskInternet(it.Network, it.Client, Tcp(443)));
    }
}
