using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>
    /// VPCs A 10.0/16, B 10.1/16, C 10.2/16, D 10.3/16 in zones a and b, each with hosts <c>host-a</c> and <c>host-b</c>, a
    /// subnet of its own for the attachment in each zone, and a default route to the transit gateway.
    /// </summary>
    sealed class TransitNetwork
    {
        readonly Dictionary<string, VpcBuilder> vpcs = [];
        readonly Dictionary<string, SubnetBuilder> subnets = [];
        readonly Dictionary<string, TransitGatewayVpcAttachmentBuilder> attachments = [];

        public TransitNetwork(bool defaultRouteTable)
        {
            Region = Network.Region("us-east-1");
            Gateway = Region.TransitGateway("tgw", defaultRouteTable);
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public TransitGatewayBuilder Gateway { get; }

        public VpcBuilder this[string vpc] => vpcs[vpc];

        /// <summary>The subnet of that path, such as <c>a/edge-b</c>.</summary>
        public SubnetBuilder Subnet(string path) => subnets[path];

        public TransitGatewayVpcAttachmentBuilder AttachmentOf(string vpc) => attachments[vpc];

        public InstanceBuilder Host(string vpc, string zone = "a") => vpcs[vpc].Instance($"host-{zone}");

        /// <summary>Adds a VPC and attaches it in the zones.</summary>
        public TransitGatewayVpcAttachmentBuilder Attach(string name, string zones = "ab")
        {
            var number = vpcs.Count;
            var vpc = vpcs[name] = Region.Vpc(name, $"10.{number}.0.0/16");
            vpc.MainRouteTable.Route(AnyIpv4, Gateway);
            var group = Open(vpc);
            foreach (var (zone, index) in new[] { ("a", 0), ("b", 1) })
            {
                var subnet = subnets[$"{name}/s-{zone}"] = vpc.Subnet($"s-{zone}", $"10.{number}.{index}.0/24", zone);
                subnet.Instance($"host-{zone}", group);
                subnets[$"{name}/edge-{zone}"] = vpc.Subnet($"edge-{zone}", $"10.{number}.{100 + index}.0/28", zone);
            }

            var attachment = attachments[name] = Gateway.Attach(name, Subnet($"{name}/edge-{zones[0]}"));
            return zones.Length == 1 ? attachment : attachment.Subnet(Subnet($"{name}/edge-{zones[1]}"));
        }
    }

    [Fact]
    [Trait("Vector", "interconnect 2.1")]
    public void I_2_Golden_vector_1_Isolated_spokes_reach_the_shared_vpc_and_not_each_other()
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        var (a, b, c, d) = (it.Attach("a"), it.Attach("b"), it.Attach("c"), it.Attach("d"));
        it.Gateway.RouteTable("iso").Associate(a).Associate(b).Associate(c).Propagate(d);
        it.Gateway.RouteTable("shared").Associate(d).Propagate(a).Propagate(b).Propagate(c);

        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/iso", Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
        AssertReachable(Ask(it.Network, it.Host("a"), it.Host("d"), Tcp(443)));
        AssertReachable(Ask(it.Network, it.Host("d"), it.Host("a"), Tcp(443)));
    }

    [Fact]
    [Trait("Vector", "interconnect 2.3")]
    public void I_2_Golden_vector_3_A_longer_live_route_inside_a_blackhole_wins()
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        var (a, b, c) = (it.Attach("a"), it.Attach("b"), it.Attach("c"));
        it.Gateway.RouteTable("rt").Associate(a).Associate(b).Associate(c).Propagate(a).Propagate(b).Blackhole("10.0.0.0/8");

        AssertReachable(Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
        AssertForwardBlocked("BadStateRoute us-east-1/tgw/rt", Ask(it.Network, it.Host("a"), it.Host("c"), Tcp(443)));
    }

    [Fact]
    [Trait("Vector", "interconnect 2.4")]
    public void I_2_Golden_vector_4_An_inspection_vpc_behind_the_spoke_table_loops()
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        var (a, b, inspection) = (it.Attach("a"), it.Attach("b"), it.Attach("inspection"));
        it.Gateway.RouteTable("spokes").Associate(a).Associate(b).Associate(inspection).Route(AnyIpv4, inspection);

        AssertForwardBlocked("ForwardingLoop us-east-1/inspection/main", Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
    }

    [Fact]
    public void I_2_A_static_route_beats_a_propagated_one_of_the_same_prefix()
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        var (a, b, c) = (it.Attach("a"), it.Attach("b"), it.Attach("c"));
        it.Gateway.RouteTable("rt").Associate(a).Associate(b).Propagate(a).Propagate(b).Route("10.1.0.0/16", c);
        it.Gateway.RouteTable("back").Associate(c);

        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/back", Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
    }

    [Fact]
    public void I_2_The_default_table_joins_all_attachments()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        it.Attach("a");
        it.Attach("b");

        AssertReachable(Ask(it.Network, it.Host("a", "b"), it.Host("b", "a"), Tcp(443)));
    }

    [Fact]
    public void I_2_An_attachment_without_a_table_sends_nothing()
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        var (_, b) = (it.Attach("a"), it.Attach("b"));
        it.Gateway.RouteTable("rt").Associate(b);

        AssertForwardBlocked("TgwAttachMissingTgwRtbAssociation us-east-1/tgw/a", Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
    }

    [Fact]
    public void I_2_From_a_zone_without_attachment_subnet_nothing_enters()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        it.Attach("a", "a");
        it.Attach("b");

        AssertForwardBlocked("TgwRouteAzRestriction us-east-1/tgw/a", Ask(it.Network, it.Host("a", "b"), it.Host("b"), Tcp(443)));
    }

    [Fact]
    public void I_2_Into_a_zone_without_attachment_subnet_packets_come_by_another_and_replies_are_lost()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        it.Attach("a");
        it.Attach("b", "a");

        AssertReplyBlocked("TgwRouteAzRestriction us-east-1/tgw/b", Ask(it.Network, it.Host("a", "b"), it.Host("b", "b"), Tcp(443)));
    }

    [Fact]
    public void I_2_A_vpc_that_is_not_attached_has_a_dead_route()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        it.Attach("a");
        var lonely = it.Region.Vpc("lonely", "10.9.0.0/16");
        lonely.MainRouteTable.Route(AnyIpv4, it.Gateway);
        var host = lonely.Subnet("s", "10.9.0.0/24", "a").Instance("host", Open(lonely));

        AssertForwardBlocked("BadStateRoute us-east-1/tgw", Ask(it.Network, host, it.Host("a"), Tcp(443)));
    }

    [Fact]
    public void I_2_The_attachment_subnet_asks_inbound_on_the_way_in_and_outbound_on_the_way_out()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        foreach (var name in new[] { "a", "b" })
        {
            it.Attach(name, "a");
        }

        // Names tell which ACL is which: of the host's subnet, of the attachment's.
        foreach (var vpc in new[] { it["a"], it["b"] })
        {
            foreach (var (name, subnet) in new[] { ("host", "s-a"), ("edge", "edge-a") })
            {
                var acl = vpc.NetworkAcl($"{vpc.Name}-{name}").AllowInbound(1, AllTraffic, AnyIpv4).AllowOutbound(1, AllTraffic, AnyIpv4);
                it.Subnet($"{vpc.Name}/{subnet}").Associate(acl);
            }
        }

        var trace = Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443));

        AssertReachable(trace);
        Assert.Equal("a-host a-edge b-edge b-host", Acls(trace.Forward));
        Assert.Equal("b-host b-edge a-edge a-host", Acls(trace.Return));
    }

    [Fact]
    public void I_2_In_a_subnet_that_host_and_attachment_share_only_the_way_out_is_asked()
    {
        var it = new ReferenceNetwork();
        it.Transit(referencing: false);
        it.ServerGroup.Ingress(AllTraffic, from: AnyIpv4);
        it.ClientSubnet.Associate(it.ClientVpc.NetworkAcl("clients").AllowOutbound(1, AllTraffic, AnyIpv4));
        it.ServerSubnet.Associate(it.ServerVpc.NetworkAcl("servers").AllowOutbound(1, AllTraffic, AnyIpv4));

        var trace = Ask(it.Network, it.Client, it.Server, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("clients", Acls(trace.Forward));
        Assert.Equal("servers", Acls(trace.Return));
    }

    [Fact]
    public void I_2_Central_egress_through_a_transit_gateway_and_a_nat_gateway_works_both_ways()
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        var (spoke, egress) = (it.Attach("spoke"), it.Attach("egress", "a"));
        it.Gateway.RouteTable("spokes").Associate(spoke).Route(AnyIpv4, egress);
        it.Gateway.RouteTable("egress").Associate(egress).Propagate(spoke);
        var vpc = it["egress"];
        var edge = vpc.Subnet("public", "10.1.50.0/24", "a");
        var nat = edge.NatGateway("nat").ElasticIp(it.Region.ElasticIp("nat", "203.0.113.20"));
        edge.RouteTable("public").Route(AnyIpv4, vpc.InternetGateway("igw")).Route("10.0.0.0/16", it.Gateway);
        it.Subnet("egress/edge-a").RouteTable("attachment").Route(AnyIpv4, nat);

        var trace = AskInternet(it.Network, it.Host("spoke"), Tcp(443));

        AssertReachable(trace);
        Assert.Equal("tcp 203.0.113.20:1024 -> 198.51.100.7:443", Last(trace.Forward).ToString());
        Assert.Equal("tcp 198.51.100.7:443 -> 10.0.0.4:49152", Last(trace.Return).ToString());
        Assert.Equal(it.Host("spoke").Id.Path, trace.Return.Receiver);
    }

    [Fact]
    public void I_2_Central_egress_without_the_route_back_loses_the_reply_behind_the_nat_gateway()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        var (spoke, egress) = (it.Attach("spoke"), it.Attach("egress", "a"));
        it.Gateway.RouteTable("spokes").Associate(spoke).Route(AnyIpv4, egress);
        var vpc = it["egress"];
        var edge = vpc.Subnet("public", "10.1.50.0/24", "a");
        edge.RouteTable("public").Route(AnyIpv4, vpc.InternetGateway("igw"));
        it.Subnet("egress/edge-a").RouteTable("attachment").Route(AnyIpv4, edge.NatGateway("nat"));

        // The table of the NAT gateway's subnet sends what it restores to the internet gateway, which has no address for it.
        AssertReplyBlocked("IgwPublicIpAssociationForEgress us-east-1/igw", AskInternet(it.Network, it.Host("spoke"), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-4.5")]
    public void I_2_References_over_a_transit_gateway_do_not_match_at_interfaces_of_endpoints()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        it.Gateway.SecurityGroupReferencing();
        it.Attach("a");
        it.Attach("b");
        var clients = it["a"].SecurityGroup("clients");
        var client = it.Subnet("a/s-a").Instance("client", clients);
        var servers = it["b"].SecurityGroup("servers").Ingress(Tcp(443), from: clients);
        var server = it.Subnet("b/s-a").Instance("server", servers);
        it["b"].InterfaceEndpoint("sqs", it.Region.Service("sqs")).Subnet(it.Subnet("b/s-a"), "10.1.0.77").SecurityGroup(servers);

        AssertReachable(Ask(it.Network, client, server, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/b/sqs/us-east-1a", Ask(it.Network, client, "10.1.0.77", Tcp(443)));

        servers.Ingress(Tcp(443), from: "10.0.0.0/16");
        AssertReachable(Ask(it.Network, client, "10.1.0.77", Tcp(443)));
    }
}
