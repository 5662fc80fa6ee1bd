using NetDsl.Addressing;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>The egress pattern of forward proxies behind an internal load balancer, and administration by a bastion.</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>
    /// proxies of an Auto Scaling group in two public subnets, behind an internal load balancer in two private ones; the clients' tables have no
    /// route out of the VPC.
    /// </summary>
    sealed class ProxyFarm
    {
        public const string Clients = "10.0.0.0/22";

        public ProxyFarm()
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("v", "10.0.0.0/16");
            var toClients = Vpc.SecurityGroup("balancer").Ingress(Tcp(3128), from: Clients);
            var toProxies = Vpc.SecurityGroup("proxies")
                .Ingress(Tcp(3128), from: toClients)
                .NoEgressByDefault()
                .Egress(Tcp(80), to: AnyIpv4)
                .Egress(Tcp(443), to: AnyIpv4);
            var internet = Vpc.RouteTable("edge").Route(AnyIpv4, Vpc.InternetGateway("igw"));
            var edges = new List<SubnetBuilder>();
            Balancer = Vpc.NetworkLoadBalancer("proxy").Internal().SecurityGroup(toClients);
            foreach (var (number, zone) in new[] { "a", "b" }.Index())
            {
                edges.Add(Vpc.Subnet($"edge-{zone}", $"10.0.{10 + number}.0/24", zone).Associate(internet));
                var inside = Vpc.Subnet($"inside-{zone}", $"10.0.{number}.0/24", zone);
                Balancer.Subnet(inside);
                Hosts.Add(inside.Instance($"client-{zone}"));
            }

            Proxies = Vpc.AutoScalingGroup("squid", edges, desired: 4, minimum: 2, securityGroup: toProxies, configure: proxy => proxy.PublicIp());
            Balancer.Listener(
                ListenerProtocol.Tcp, 3128, Vpc.TargetGroup("squid", ListenerProtocol.Tcp, 3128).Targets(Proxies).PreserveClientAddress(false));
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public LoadBalancerBuilder Balancer { get; }

        public AutoScalingGroupBuilder Proxies { get; }

        public List<InstanceBuilder> Hosts { get; } = [];
    }

    [Fact]
    public void R_3_20_A_client_reaches_a_proxy_over_the_balancer_and_the_proxy_the_internet()
    {
        var it = new ProxyFarm();

        var asked = Ask(it.Network, it.Hosts[0], it.Balancer, Tcp(3128));
        AssertReachable(asked);
        Assert.Contains(asked.Forward.Hops, hop => hop.Kind == "network-load-balancer");
        Assert.Contains(asked.Return.Hops, hop => hop.Kind == "network-load-balancer");
        Assert.Equal(it.Hosts[0].Id.Path, asked.Return.Receiver);

        var proxy = it.Proxies.Instances.Single(instance => instance.Id.Path == asked.Forward.Receiver);
        var fetched = AskInternet(it.Network, proxy, Tcp(443));
        AssertReachable(fetched);
        Assert.Equal(Outcome.Exits, fetched.Forward.Outcome);
        Assert.Equal(proxy.Id.Path, fetched.Return.Receiver);
    }

    [Fact]
    public void R_3_20_Proxies_take_what_comes_over_the_balancer_only_and_send_http_and_https_only()
    {
        var it = new ProxyFarm();
        var proxy = it.Proxies.Instances[0];

        AssertForwardBlocked($"EniSgRulesMismatch {proxy.Id.Path}", Ask(it.Network, it.Hosts[0], proxy, Tcp(3128)));
        AssertForwardBlocked($"EniSgRulesMismatch {proxy.Id.Path}", AskFromInternet(it.Network, proxy, Tcp(3128)));
        AssertForwardBlocked($"EniSgRulesMismatch {proxy.Id.Path}", AskInternet(it.Network, proxy, Tcp(25)));
        AssertReachable(AskInternet(it.Network, proxy, Tcp(80)));
    }

    [Fact]
    public void R_3_21_What_is_not_proxied_has_no_route()
    {
        var it = new ProxyFarm();

        foreach (var traffic in new[] { Tcp(443), Udp(53), Icmp })
        {
            AssertForwardBlocked("NoRouteToDestination us-east-1/v/main", AskInternet(it.Network, it.Hosts[1], traffic));
        }

        Assert.Contains("Elbv2ListenersMismatch us-east-1/v/proxy", Why(Ask(it.Network, it.Hosts[1], it.Balancer, Tcp(443)).Forward), StringComparison.Ordinal);
    }

    [Fact]
    public void R_3_20_A_route_out_that_was_left_bypasses_the_proxies()
    {
        var it = new ProxyFarm();
        it.Vpc.MainRouteTable.Route(AnyIpv4, it.Vpc.RegionalNatGateway("left"));

        AssertReachable(AskInternet(it.Network, it.Hosts[0], Tcp(443)));
    }

    [Fact]
    public void R_3_20_The_farm_also_works_behind_nat_gateways()
    {
        var it = new ProxyFarm();
        var hidden = it.Vpc.Subnet("hidden", "10.0.20.0/24", "a");
        hidden.RouteTable("hidden").Route(AnyIpv4, it.Vpc.RegionalNatGateway("egress"));
        var group = it.Vpc.AutoScalingGroup("private-squid", [hidden], desired: 2, minimum: 2);

        AssertReachable(AskInternet(it.Network, group.Instances[1], Tcp(443)));
    }

    /// <summary>R-3.23: a bastion in a public subnet that named administrators reach, and hosts that let the bastion in only.</summary>
    sealed class BastionNetwork
    {
        public const string Administrator = "198.51.100.200";

        public BastionNetwork()
        {
            Edge = new EdgeNetwork();
            Jump = Edge.Vpc.SecurityGroup("jump").Ingress(Tcp(22), from: "198.51.100.192/26");
            var inside = Edge.Vpc.SecurityGroup("inside").Ingress(Tcp(22), from: Jump);
            Bastion = Edge.Public.Instance("bastion", Jump).PublicIp();
            Nat = Edge.Public.NatGateway("nat").ElasticIp(Edge.Region.ElasticIp("nat", "203.0.113.20"));
            Edge.PrivateTable.Route(AnyIpv4, Nat);
            Hidden = Edge.Private.Instance("hidden", inside);
        }

        public EdgeNetwork Edge { get; }

        public SecurityGroupBuilder Jump { get; }

        public InstanceBuilder Bastion { get; }

        public NatGatewayBuilder Nat { get; }

        public InstanceBuilder Hidden { get; }
    }

    [Fact]
    public void R_3_23_Administration_is_two_connections_by_the_bastion()
    {
        var it = new BastionNetwork();

        var first = AskFromInternet(it.Edge.Network, it.Bastion, Tcp(22), BastionNetwork.Administrator);
        AssertReachable(first);
        Assert.Equal(Outcome.Exits, first.Return.Outcome);
        var second = Ask(it.Edge.Network, it.Bastion, it.Hidden, Tcp(22));
        AssertReachable(second);
        Assert.Equal(it.Bastion.Id.Path, second.Return.Receiver);
    }

    [Fact]
    public void R_3_23_Nobody_else_gets_in_and_nobody_past_the_bastion()
    {
        var it = new BastionNetwork();
        var neighbour = it.Edge.Public.Instance("neighbour", it.Edge.Group);

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/bastion", AskFromInternet(it.Edge.Network, it.Bastion, Tcp(22)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/hidden", Ask(it.Edge.Network, neighbour, it.Hidden, Tcp(22)));
        AssertForwardBlocked("IgwNoMapping internet", AskFromInternet(it.Edge.Network, it.Hidden, Tcp(22), BastionNetwork.Administrator));
    }

    [Fact]
    public void R_3_23_A_nat_gateway_cannot_be_the_bastion()
    {
        var it = new BastionNetwork();

        AssertForwardBlocked(
            "NatUnsolicited us-east-1/v/nat",
            Ask(Built(it.Edge.Network), Endpoint.Of(Ipv4Address.Parse(BastionNetwork.Administrator)), Endpoint.Of(Ipv4Address.Parse("203.0.113.20")), Tcp(22)));
        AssertReachable(AskInternet(it.Edge.Network, it.Hidden, Tcp(443)));
    }

    [Fact]
    public void R_3_23_Over_a_peering_a_bastion_is_reached_by_its_private_address()
    {
        var it = new BastionNetwork();
        var office = it.Edge.Region.Vpc("office", "10.1.0.0/16");
        var desks = office.Subnet("desks", "10.1.0.0/24", "a");
        var group = office.SecurityGroup("desks");
        var desk = desks.Instance("desk", group);
        it.Jump.Ingress(Tcp(22), from: group);
        var peering = it.Edge.Network.Peer("pcx", office, it.Edge.Vpc);
        office.MainRouteTable.Route("10.0.0.0/16", peering);
        it.Edge.PublicTable.Route("10.1.0.0/16", peering);

        // What the public name resolves to in the peered VPC when both sides allow it: the private address.
        var trace = Ask(it.Edge.Network, desk, it.Bastion, Tcp(22));
        AssertReachable(trace);
        Assert.Contains(trace.Forward.Hops, hop => hop.Kind == "peering");
        Assert.Contains(trace.Return.Hops, hop => hop.Kind == "peering");

        // Without that it resolves to the public one, to which the office has no route.
        var topology = Built(it.Edge.Network);
        var publicAddress = topology.NetworkInterfaces.Single(each => each.Id.Path == it.Bastion.Id.Path).PublicAddress!.Value;
        AssertForwardBlocked("NoRouteToDestination us-east-1/office/main", Ask(topology, Endpoint.Of(desk.Id), Endpoint.Of(publicAddress), Tcp(22)));
    }
}
