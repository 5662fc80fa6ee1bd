using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>VPC Route Server: BGP from appliances into tables (interconnect section 7.3).</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>Two firewalls, one in each zone, both of which tell 0.0.0.0/0 to a route server: the first with the lower MED.</summary>
    sealed class RoutedNetwork
    {
        public RoutedNetwork()
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("v", "10.0.0.0/16");
            var group = Open(Vpc);
            Edge = Vpc.InternetGateway("igw");
            var outside = Vpc.RouteTable("outside").Route(AnyIpv4, Edge);
            Server = Vpc.RouteServer("rs", 64512);
            foreach (var (number, zone) in new[] { "a", "b" }.Index())
            {
                var subnet = Vpc.Subnet($"outside-{zone}", $"10.0.{number}.0/24", zone).Associate(outside);
                var firewall = subnet.Instance($"fw-{zone}", group).PublicIp().SourceDestinationCheck(false).TranslatesSources();
                Firewalls.Add(firewall);
                Peers.Add(Server.Endpoint($"rs-{zone}", subnet).Peer($"fw-{zone}", firewall, 65001).Advertise(AnyIpv4, med: 100 * (number + 1)));
            }

            Inside = Vpc.Subnet("inside", "10.0.10.0/24", "a");
            InsideTable = Inside.RouteTable("inside").Propagate(Server);
            Host = Inside.Instance("host", group);
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Edge { get; }

        public RouteServerBuilder Server { get; }

        public List<InstanceBuilder> Firewalls { get; } = [];

        public List<RouteServerPeerBuilder> Peers { get; } = [];

        public SubnetBuilder Inside { get; }

        public RouteTableBuilder InsideTable { get; }

        public InstanceBuilder Host { get; }

        public string FirewallOf(Trace trace) =>
            trace.Forward.Hops.Select(hop => hop.Element).First(element => Firewalls.Any(firewall => firewall.Id.Path == element));
    }

    [Fact]
    public void The_lowest_med_of_those_that_tell_a_prefix_wins()
    {
        var it = new RoutedNetwork();

        var trace = AskInternet(it.Network, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("us-east-1/v/fw-a", it.FirewallOf(trace));
        Assert.Equal(it.Host.Id.Path, trace.Return.Receiver);
    }

    [Fact]
    public void A_session_that_is_down_withdraws_what_it_told()
    {
        var it = new RoutedNetwork();
        it.Peers[0].Down();
        var trace = AskInternet(it.Network, it.Host, Tcp(443));
        AssertReachable(trace);
        Assert.Equal("us-east-1/v/fw-b", it.FirewallOf(trace));

        it.Peers[1].Down();
        AssertForwardBlocked("NoRouteToDestination us-east-1/v/inside", AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.9")]
    public void A_static_route_to_the_same_prefix_beats_what_a_route_server_installs()
    {
        var it = new RoutedNetwork();
        it.InsideTable.Route(AnyIpv4, it.Firewalls[1]);

        Assert.Equal("us-east-1/v/fw-b", it.FirewallOf(AskInternet(it.Network, it.Host, Tcp(443))));
    }

    [Fact]
    [Trait("Rule", "R-1.14")]
    public void Inside_the_vpc_a_route_server_installs_whole_subnets_only()
    {
        var it = new RoutedNetwork();
        var target = it.Vpc.Subnet("target", "10.0.20.0/24", "b");
        var server = target.Instance("server", it.Vpc.SecurityGroup("all").Ingress(AllTraffic, from: AnyIpv4));
        it.Peers[0].Advertise("10.0.20.0/25").Advertise("10.0.0.0/16");
        var direct = Ask(it.Network, it.Host, server, Tcp(443));
        AssertReachable(direct);
        Assert.DoesNotContain(direct.Forward.Hops, hop => hop.Element == "us-east-1/v/fw-a");

        it.Peers[0].Advertise("10.0.20.0/24");
        var detour = Ask(it.Network, it.Host, server, Tcp(443));
        Assert.Equal("us-east-1/v/fw-a", it.FirewallOf(detour));
        AssertReachable(detour);
    }

    [Fact]
    [Trait("Rule", "R-1.17")]
    public void Into_the_table_of_an_internet_gateway_it_installs_subnets_of_the_vpc()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var group = Open(vpc);
        var edge = vpc.InternetGateway("igw");
        var outside = vpc.Subnet("outside", "10.0.0.0/24", "a");
        outside.RouteTable("outside").Route(AnyIpv4, edge);
        var firewall = outside.Instance("fw", group).PublicIp().SourceDestinationCheck(false).ForwardsTraffic();
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a");
        var web = inside.Instance("web", group).PublicIp();
        var server = vpc.RouteServer("rs");
        server.Endpoint("rs", outside).Peer("fw", firewall, 65001).Advertise("10.0.1.0/24").Advertise(AnyIpv4);
        inside.RouteTable("inside").Propagate(server);
        edge.Associate(vpc.RouteTable("edge").Propagate(server));

        var trace = AskFromInternet(network, web, Tcp(443));

        AssertReachable(trace);
        Assert.Contains(trace.Forward.Hops, hop => hop.Element == firewall.Id.Path);
        Assert.Contains(trace.Return.Hops, hop => hop.Element == firewall.Id.Path);
        AssertReachable(AskFromInternet(network, firewall, Tcp(443)));
    }

    [Fact]
    public void A_table_takes_a_hundred_routes()
    {
        var it = new RoutedNetwork();
        for (var number = 0; number < 100; number++)
        {
            it.Peers[0].Advertise($"192.168.{number}.0/24");
        }

        // 0.0.0.0/0 is the lowest of the 101.
        AssertReachable(Ask(it.Network, it.Host, "192.0.2.1", Tcp(443)));
        AssertForwardBlocked("NotRoutableOnInternet internet", Ask(it.Network, it.Host, "192.168.98.1", Tcp(443)));
        Assert.Equal("us-east-1/v/fw-a", it.FirewallOf(Ask(it.Network, it.Host, "192.168.99.1", Tcp(443))));
    }
}
