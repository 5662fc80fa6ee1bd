using NetDsl.Addressing;
using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>Regional NAT gateways .</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>Private hosts in zones a and b, one table that leads to a regional NAT gateway, and no public subnet anywhere.</summary>
    sealed class RegionalNetwork
    {
        public RegionalNetwork(bool hasGateway = true)
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("v", "10.0.0.0/16");
            if (hasGateway)
            {
                Gateway = Vpc.InternetGateway("igw");
            }

            Nat = Vpc.RegionalNatGateway("egress");
            Vpc.MainRouteTable.Route(AnyIpv4, Nat);
            var group = Open(Vpc);
            HostA = Vpc.Subnet("a", "10.0.0.0/24", "a").Instance("host-a", group);
            HostB = Vpc.Subnet("b", "10.0.1.0/24", "b").Instance("host-b", group);
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder? Gateway { get; }

        public RegionalNatGatewayBuilder Nat { get; }

        public InstanceBuilder HostA { get; }

        public InstanceBuilder HostB { get; }
    }

    [Fact]
    public void R_3_14_A_regional_nat_gateway_needs_no_public_subnet_and_has_its_own_way_to_the_internet_gateway()
    {
        var it = new RegionalNetwork();
        it.Nat.Zone("a", it.Region.ElasticIp("a", "203.0.113.20"));

        var trace = AskInternet(it.Network, it.HostA, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(
            "network-interface network-acl route-table regional-nat-gateway route-table internet-gateway internet",
            string.Join(' ', trace.Forward.Hops.Select(hop => hop.Kind)));
        Assert.Equal(
            "internet internet-gateway regional-nat-gateway route-table network-acl network-interface",
            string.Join(' ', trace.Return.Hops.Select(hop => hop.Kind)));
        Assert.Equal("us-east-1/v/egress-routes", trace.Forward.Hops[4].Element);
        Assert.Equal("tcp 203.0.113.20:1024 -> 198.51.100.7:443", Last(trace.Forward).ToString());
        Assert.Equal("tcp 198.51.100.7:443 -> 10.0.0.4:49152", Last(trace.Return).ToString());
    }

    [Fact]
    public void R_3_14_It_is_where_the_interfaces_are_and_serves_each_zone_from_there()
    {
        var it = new RegionalNetwork();
        var topology = Built(it.Network);
        var zones = Assert.Single(topology.RegionalNatGateways).Zones;

        Assert.Equal(["us-east-1a", "us-east-1b"], zones.Select(zone => zone.Zone));
        foreach (var (host, zone) in new[] { (it.HostA, zones[0]), (it.HostB, zones[1]) })
        {
            var trace = Ask(topology, Endpoint.Of(host.Id), Internet, Tcp(443));
            AssertReachable(trace);
            Assert.Equal(zone.Addresses[0], Last(trace.Forward).Source);
        }
    }

    [Fact]
    public void R_3_14_A_zone_without_it_is_served_in_the_first_that_has_it()
    {
        var it = new RegionalNetwork();
        it.Nat.Zone("c", it.Region.ElasticIp("c", "203.0.113.23")).Zone("b", it.Region.ElasticIp("b", "203.0.113.22"));
        var topology = Built(it.Network);

        foreach (var host in new[] { it.HostA, it.HostB })
        {
            var trace = Ask(topology, Endpoint.Of(host.Id), Internet, Tcp(443));
            AssertReachable(trace);
            Assert.Equal("203.0.113.22", Last(trace.Forward).Source.ToString());
        }
    }

    [Fact]
    public void R_3_14_It_admits_nothing_that_was_not_asked_for_and_translates_tcp_udp_and_icmp_only()
    {
        var it = new RegionalNetwork();
        it.Nat.Zone("a", it.Region.ElasticIp("a", "203.0.113.20"));
        var topology = Built(it.Network);

        AssertForwardBlocked(
            "NatUnsolicited us-east-1/v/egress", Ask(topology, Internet, Endpoint.Of(Ipv4Address.Parse("203.0.113.20")), Tcp(1024)));
        AssertForwardBlocked(
            "NatUnsolicited us-east-1/v/egress", Ask(topology, Endpoint.Of(it.HostA.Id), Endpoint.Of(Ipv4Address.Parse("203.0.113.20")), Tcp(443)));
        AssertForwardBlocked("NatUnsupportedProtocol us-east-1/v/egress", Ask(topology, Endpoint.Of(it.HostA.Id), Internet, IpProtocol(50)));
    }

    [Fact]
    public void R_3_14_Without_an_internet_gateway_its_table_leads_nowhere()
    {
        var it = new RegionalNetwork(hasGateway: false);

        AssertForwardBlocked("NoRouteToDestination us-east-1/v/egress-routes", AskInternet(it.Network, it.HostA, Tcp(443)));
    }

    [Fact]
    public void R_3_14_It_stands_in_no_subnet_so_that_only_the_acl_of_the_host_is_asked()
    {
        var it = new RegionalNetwork();

        var trace = AskInternet(it.Network, it.HostA, Tcp(443));

        Assert.Equal(("default", "default"), (Acls(trace.Forward), Acls(trace.Return)));
    }

    [Fact]
    public void The_regional_nat_gateway_of_another_vpc_is_a_dead_target()
    {
        var it = new RegionalNetwork();
        var other = it.Region.Vpc("w", "10.1.0.0/16");
        other.MainRouteTable.Route(AnyIpv4, it.Nat);
        var host = other.Subnet("s", "10.1.0.0/24", "a").Instance("host", Open(other));

        AssertForwardBlocked("BadStateRoute us-east-1/v/egress", AskInternet(it.Network, host, Tcp(443)));
    }

    [Fact]
    public void R_3_12_Over_a_transit_gateway_it_serves_other_vpcs_when_its_table_leads_back_to_them()
    {
        var it = new RegionalNetwork();
        var spoke = it.Region.Vpc("spoke", "10.1.0.0/16");
        var inside = spoke.Subnet("s", "10.1.0.0/24", "b");
        var host = inside.Instance("host", Open(spoke));
        var hub = it.Region.TransitGateway("tgw", defaultRouteTable: false);
        var attachment = hub.Attach("v", it.Vpc.Subnet("attach-a", "10.0.10.0/28", "a"));
        attachment.Subnet(it.Vpc.Subnet("attach-b", "10.0.10.16/28", "b"));
        var spokes = hub.Attach("spoke", inside);
        hub.RouteTable("all").Associate(attachment).Associate(spokes).Propagate(spokes).Route(AnyIpv4, attachment);
        spoke.MainRouteTable.Route(AnyIpv4, hub);

        AssertReplyBlocked("IgwPublicIpAssociationForEgress us-east-1/igw", AskInternet(it.Network, host, Tcp(443)));

        it.Nat.RouteTable.Route("10.1.0.0/16", hub);
        var topology = Built(it.Network);
        var trace = Ask(topology, Endpoint.Of(host.Id), Internet, Tcp(443));
        AssertReachable(trace);
        Assert.Equal(topology.RegionalNatGateways[0].Zones[1].Addresses[0], Last(trace.Forward).Source);
    }

    [Fact]
    public void R_2_8_Where_a_region_blocks_what_comes_in_a_regional_nat_gateway_still_lets_out()
    {
        var it = new RegionalNetwork();
        it.Region.BlockPublicAccess(BlockPublicAccessMode.Ingress);

        AssertReachable(AskInternet(it.Network, it.HostA, Tcp(443)));
    }
}
