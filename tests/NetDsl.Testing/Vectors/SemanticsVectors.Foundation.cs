using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>Vectors and rules of the part on foundations in its own words, one by one.</summary>
public abstract partial class SemanticsVectors
{
    [Fact]
    [Trait("Vector", "foundation 1.1")]
    public void Of_local_peering_and_default_the_peering_route_takes_what_is_for_it()
    {
        var it = new LookupNetwork();
        it.Table.Route("172.31.0.0/16", it.Peering).Route(AnyIpv4, it.Gateway);

        Assert.Equal(it.PeerHost.Id.Path, Ask(it.Network, it.Host, "172.31.5.5", Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Vector", "foundation 1.7")]
    public void A_blackhole_that_is_longest_drops_although_the_default_route_would_not()
    {
        var it = new LookupNetwork();
        it.Table.Route(AnyIpv4, it.Gateway).Route("203.0.113.0/24", it.Network.Peer("pcx2", it.Vpc, it.Network.Region("eu-west-1").Vpc("far", "10.9.0.0/16")));

        AssertForwardBlocked("BadStateRoute pcx2", Ask(it.Network, it.Host, "203.0.113.5", Tcp(443)));
    }

    [Fact]
    [Trait("Vector", "foundation 1.9")]
    public void What_the_vendor_reserves_is_not_routed_by_a_default_route()
    {
        var it = new LookupNetwork();
        it.Table.Route(AnyIpv4, it.Gateway);

        AssertForwardBlocked("ReservedRange us-east-1/v/main", Ask(it.Network, it.Host, "169.254.169.200", Tcp(443)));
    }

    /// <summary>A public web server 10.0.0.4 and what asks it.</summary>
    static (NetworkBuilder Network, SubnetBuilder Subnet, SecurityGroupBuilder Group, InstanceBuilder Web) PublicWeb()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        vpc.MainRouteTable.Route(AnyIpv4, vpc.InternetGateway("igw"));
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("web");
        return (network, subnet, group, subnet.Instance("web", group).PublicIp());
    }

    [Fact]
    [Trait("Vector", "foundation 4.3")]
    [Trait("Rule", "R-4.9")]
    public void Http_without_an_egress_rule_works_by_its_tracked_reply()
    {
        var (network, _, group, web) = PublicWeb();
        group.Ingress(Tcp(80), from: AnyIpv4).NoEgressByDefault();

        AssertReachable(AskFromInternet(network, web, Tcp(80)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/web", AskInternet(network, web, Tcp(80)));
    }

    [Fact]
    [Trait("Vector", "foundation 4.4")]
    public void A_ping_that_was_let_in_is_answered_without_an_egress_rule()
    {
        var (network, _, group, web) = PublicWeb();
        group.Ingress(Icmp, from: AnyIpv4).NoEgressByDefault();

        AssertReachable(AskFromInternet(network, web, Icmp));
    }

    [Fact]
    [Trait("Vector", "foundation 4.5")]
    [Trait("Rule", "R-4.3")]
    public void A_member_that_calls_the_private_address_matches_and_one_that_calls_the_elastic_address_does_not()
    {
        var (network, subnet, group, web) = PublicWeb();
        var callers = subnet.Vpc.SecurityGroup("callers");
        group.Ingress(Tcp(443), from: callers);
        var caller = subnet.Vpc.Subnet("t", "10.0.2.0/24", "a").Instance("caller", callers).PrivateIp("10.0.2.9").PublicIp();
        var elastic = Built(network).NetworkInterfaces.Single(each => each.Id.Name == "web").PublicAddress!.Value;

        AssertReachable(Ask(network, caller, web, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/web", Ask(network, caller, elastic.ToString(), Tcp(443)));
    }

    [Fact]
    [Trait("Vector", "foundation 4.7")]
    public void What_the_instance_opened_is_answered_without_an_ingress_rule()
    {
        var (network, _, _, web) = PublicWeb();

        AssertReachable(AskInternet(network, web, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/web", AskFromInternet(network, web, Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "R-4.21")]
    [InlineData("169.254.169.253")]
    [InlineData("10.0.0.2")]
    [InlineData("169.254.169.254")]
    public void An_acl_that_denies_everything_does_not_block_the_resolver_and_the_metadata(string address)
    {
        var it = new AclNetwork();
        it.Acl.DenyInbound(1, AllTraffic, AnyIpv4).DenyOutbound(1, AllTraffic, AnyIpv4);

        AssertReachable(Ask(it.Network, it.Server, address, Udp(53)));
        AssertForwardBlocked(AclDenies, Ask(it.Network, it.Server, it.Client, Udp(53)));
    }

    [Theory]
    [Trait("Rule", "R-4.22")]
    [InlineData(1024, 65535, true)]
    [InlineData(32768, 61000, true)]
    [InlineData(1025, 5000, false)]
    public void The_reply_goes_to_the_ephemeral_port_of_whoever_asked(int first, int last, bool open)
    {
        var it = new AclNetwork();
        it.Acl.AllowInbound(100, Tcp(443), AnyIpv4).AllowOutbound(100, TcpRange(first, last), AnyIpv4);

        var trace = Ask(it.Network, it.Client, it.Server, Tcp(443));

        if (open)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertReplyBlocked(AclDenies, trace);
        }
    }

    [Fact]
    [Trait("Rule", "F-4.3 order")]
    public void Groups_are_before_the_acl_on_the_way_out_and_behind_it_on_the_way_in()
    {
        var it = new AclNetwork();
        it.Acl.AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);

        var trace = Ask(it.Network, it.Client, it.Server, Tcp(443));

        string[] expected = ["network-interface", "network-acl", "route-table", "network-acl", "network-interface"];
        Assert.Equal(expected, trace.Forward.Hops.Select(hop => hop.Kind));
        Assert.Equal(expected, trace.Return.Hops.Select(hop => hop.Kind));
    }

    [Fact]
    [Trait("Rule", "F-4.3 order")]
    public void Only_an_acl_can_block_one_address_of_many()
    {
        var it = new AclNetwork();
        it.Acl.DenyInbound(10, AllTraffic, "10.0.0.77/32").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
        var banned = it.Clients.Instance("banned").PrivateIp("10.0.0.77");

        AssertReachable(Ask(it.Network, it.Client, it.Server, Tcp(443)));
        AssertForwardBlocked(AclDenies, Ask(it.Network, banned, it.Server, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-1.1")]
    public void A_route_to_a_peering_that_waits_for_acceptance_is_dead()
    {
        var network = new NetworkBuilder();
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("us-east-1").Vpc("b", "10.1.0.0/16", network.Account("partner", "210987654321"));
        var pending = network.Peer("pcx", a, b);
        a.MainRouteTable.Route("10.1.0.0/16", pending);
        b.MainRouteTable.Route("10.0.0.0/16", pending);
        var host = a.Subnet("s", "10.0.0.0/24", "a").Instance("h");
        var other = b.Subnet("s", "10.1.0.0/24", "a").Instance("h", Open(b));

        AssertForwardBlocked("BadStateRoute pcx", Ask(network, host, other, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-0.3")]
    [Trait("Rule", "I-9.1")]
    public void Tables_without_a_way_out_do_not_isolate_subnets_of_one_vpc_from_each_other()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        vpc.MainRouteTable.Route(AnyIpv4, vpc.InternetGateway("igw"));
        var lonely = vpc.Subnet("lonely", "10.0.1.0/24", "a");
        lonely.RouteTable("lonely");
        var isolated = lonely.Instance("isolated", Open(vpc)).PublicIp();
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Instance("web", vpc.DefaultSecurityGroup).PublicIp();

        AssertReachable(Ask(network, web, isolated, Tcp(443)));
        AssertForwardBlocked("NoRouteToDestination us-east-1/v/lonely", AskInternet(network, isolated, Tcp(443)));
        AssertReachable(AskInternet(network, web, Tcp(443)));
    }
}
