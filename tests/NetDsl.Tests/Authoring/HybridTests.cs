using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class HybridTests
{
    [Fact]
    public void Everything_that_is_said_of_a_VPN_connection_is_in_the_model()
    {
        var topology = Takes(scene =>
        {
            var site = scene.Network.Site("paris", 65010).Prefix("192.168.0.0/16");
            var gateway = scene.Shop.VpnGateway("vgw", 64600);
            gateway.VpnConnection("bgp", site.CustomerGateway("edge", "198.51.100.1", 65011))
                .Advertise("192.168.1.0/24").Prepend(2).Med(50).LocalPreference(200).InsideCidr(2, "169.254.10.0/30").TunnelDown(1);
            gateway.VpnConnection("fixed", site.CustomerGateway("second")).StaticRoute("192.168.0.0/16").DeviceRoute("10.0.0.0/8").Down();
            scene.Shop.MainRouteTable.Propagate(gateway);
        });
        var (bgp, written) = (topology.Hybrid.VpnConnections[0], topology.Hybrid.VpnConnections[1]);

        Assert.Equal((VpnRouting.Dynamic, 2, 50u, 200u), (bgp.Routing, bgp.Policy.Prepends, bgp.Policy.Med, bgp.Policy.LocalPreference));
        Assert.Equal(["192.168.1.0/24"], bgp.Policy.Advertised.Select(prefix => prefix.ToString()));
        Assert.Equal([false, true], bgp.Tunnels.Select(tunnel => tunnel.IsUp));
        Assert.Equal("169.254.10.0/30", bgp.Tunnels[1].InsideCidr?.ToString());
        Assert.Equal(VpnRouting.Static, written.Routing);
        Assert.Equal([false, false], written.Tunnels.Select(tunnel => tunnel.IsUp));
        Assert.Equal([65011u, 65010u], topology.Hybrid.CustomerGateways.Select(gateway => gateway.Asn));
        Assert.Equal("us-east-1/vgw", Assert.Single(topology.RouteTables[0].Propagations).Value.Path);
        Assert.Equal(["paris/edge", "paris/second"], topology.Hybrid.CustomerGateways.Select(gateway => gateway.Id.Path));
    }

    [Fact]
    public void Everything_that_is_said_of_Direct_Connect_is_in_the_model()
    {
        var topology = Takes(scene =>
        {
            var site = scene.Network.Site("paris", 65010).Prefix("192.168.0.0/16");
            var direct = scene.Network.DirectConnectGateway("dxgw", 64700);
            direct.Associate(scene.Shop.VpnGateway("vgw")).Allow("10.0.0.0/8");
            var lines = new[] { site.DirectConnect("one", "EqDC2", scene.Virginia, 10), site.DirectConnect("two", "EqDC2", scene.Virginia, 10).Down() };
            site.LinkAggregationGroup("lag", lines, 1)
                .PrivateVirtualInterface("vif", 101, direct, 65012)
                .Advertise("192.168.0.0/17").Prepend(1).Med(5).LocalPreference(90).Community(LocalPreferenceCommunity.High).Provider(3356).Mtu(9001).Down();
            site.HostedDirectConnect("hosted", "EqLD5", scene.Oregon, 500).TransitVirtualInterface("transit", 7, direct).Mtu(8500);
        });
        var hybrid = topology.Hybrid;

        Assert.Equal([10_000, 10_000, 500], hybrid.Connections.Select(connection => connection.SpeedMbps));
        Assert.Equal([true, false, true], hybrid.Connections.Select(connection => connection.IsUp));
        var (first, second) = (hybrid.VirtualInterfaces.Single(each => each.Name == "vif"), hybrid.VirtualInterfaces.Single(each => each.Name == "transit"));
        Assert.Equal(("lag/vif", 65012u, 3356u, 9001, false), (first.Id.Path, first.Asn, first.ProviderAsn, first.Mtu, first.IsUp));
        Assert.Equal((VirtualInterfaceKind.Transit, 65010u, 8500), (second.Kind, second.Asn, second.Mtu));
        Assert.Equal("10.0.0.0/8", Assert.Single(Assert.Single(hybrid.DirectConnectGateways).Associations).AllowedPrefixes[0].ToString());
    }

    [Fact]
    public void Virtual_private_gateway_and_VPC_have_one_another_only()
    {
        Refuses(scene => { scene.Shop.VpnGateway("first"); scene.Shop.VpnGateway("second"); }, ProblemKind.GatewayOfVpcAlready, "VPC 'shop' has the virtual private gateway 'first' already; a VPC has one, a transit gateway joins several", other: scene => scene.Virginia.VpnGateways[0].Origin);
        Refuses(scene => scene.Shop.VpnGateway("first").AttachTo(scene.Shared), ProblemKind.GatewayAttachedAlready, "virtual private gateway 'first' is attached to VPC 'shop' already; declare another for VPC 'shared'", other: scene => scene.Shop.Origin);
        Refuses(scene => scene.Virginia.VpnGateway("free").AttachTo(scene.Archive), ProblemKind.OtherRegion, "virtual private gateway 'us-east-1/free' is of another region than VPC 'us-west-2/archive'; declare one there");
    }

    [Fact]
    public void A_table_learns_from_the_gateway_of_its_VPC_only()
    {
        Refuses(scene => scene.Shop.MainRouteTable.Propagate(scene.Virginia.VpnGateway("free")), ProblemKind.PropagationFromElsewhere, "virtual private gateway 'free' is attached to no VPC at this point; attach it to VPC 'shop' first, with AttachTo", other: scene => scene.Virginia.VpnGateways[0].Origin);
        Refuses(scene => scene.Shop.MainRouteTable.Propagate(scene.Shared.VpnGateway("other")), ProblemKind.PropagationFromElsewhere, "virtual private gateway 'other' is attached to VPC 'shared', and so propagates into tables of that VPC only", other: scene => scene.Virginia.VpnGateways[0].Origin);
    }

    [Fact]
    [Trait("Rule", "R-2.13")]
    public void Numbers_are_in_their_ranges()
    {
        Refuses(scene => scene.Network.Site("paris", 4294967295), ProblemKind.InvalidNumber, "4294967295 is not the number of an autonomous system; it is 1 to 4294967294");
        Refuses(scene => scene.Shop.VpnGateway("vgw", 65535), ProblemKind.PublicAutonomousSystem, "65535 cannot be the autonomous system of the vendor's end; it is a private number, 64512 to 65534 or 4200000000 to 4294967294", replacement: "64512");
        Refuses(scene => Line(scene).PrivateVirtualInterface("vif", 4095, scene.Shop.VpnGateway("vgw")), ProblemKind.InvalidNumber, "4095 cannot be a VLAN; it is 1 to 4094");
        Refuses(scene => scene.Network.Site("paris").DirectConnect("dx", "EqDC2", scene.Virginia, 3), ProblemKind.InvalidNumber, "a dedicated connection of 3 gigabits does not exist; there are 1, 10, 100, 400");
        Refuses(scene => Line(scene).TransitVirtualInterface("vif", 5, scene.Network.DirectConnectGateway("dxgw")).Mtu(9001), ProblemKind.InvalidNumber, "a transit virtual interface cannot have packets of 9001 bytes; write 1500 or 8500");
        Refuses(scene => Public(scene).Mtu(9001), ProblemKind.InvalidNumber, "a public virtual interface cannot have packets of 9001 bytes; write 1500");
        Refuses(scene => Vpn(scene).TunnelDown(3), ProblemKind.InvalidNumber, "3 cannot be the number of a tunnel; it is 1 to 2");
        Refuses(scene => Vpn(scene).Prepend(11), ProblemKind.InvalidNumber, "11 cannot be how often an autonomous system is prepended; it is 1 to 10");
    }

    [Theory]
    [InlineData("169.254.0.0/30")]
    [InlineData("169.254.169.252/30")]
    [InlineData("169.254.10.0/29")]
    [InlineData("10.0.0.0/30")]
    [Trait("Rule", "I-5 options")]
    public void Addresses_inside_a_tunnel_are_those_that_the_vendor_takes(string inside)
    {
        var scene = new Scene();
        Vpn(scene).InsideCidr(1, inside);

        Assert.StartsWith(inside + " cannot be inside a tunnel", Assert.Single(scene.Network.Build().Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tunnels_of_one_gateway_have_different_addresses_inside() =>
        Refuses(scene => { var vpn = Vpn(scene).InsideCidr(1, "169.254.10.0/30"); vpn.InsideCidr(2, "169.254.10.0/30"); }, ProblemKind.InsidePrefixTwice, "169.254.10.0/30 is inside another tunnel of the same gateway; give each tunnel its own", replacement: "169.254.0.4/30", other: _ => Here());

    [Fact]
    [Trait("Rule", "I-5 options")]
    public void Static_routing_and_BGP_exclude_each_other()
    {
        Refuses(scene => Vpn(scene).StaticRoute("192.168.0.0/16").Med(3), ProblemKind.StaticAndBgp, "VPN connection 'vpn' has static routing, without BGP, and so cannot have a multi-exit discriminator; leave its static routes out, or this", other: _ => Here());
        Refuses(scene => Vpn(scene).Med(3).StaticRoute("192.168.0.0/16"), ProblemKind.StaticAndBgp, "VPN connection 'vpn' was told what to say over BGP, and a connection with static routing has none; leave a static route to 192.168.0.0/16 out, or what is said of BGP");
    }

    [Fact]
    public void The_ends_of_a_BGP_session_are_of_two_systems() =>
        Refuses(scene => scene.Shop.VpnGateway("vgw").VpnConnection("vpn", scene.Network.Site("paris", 64512).CustomerGateway("edge")), ProblemKind.SameAutonomousSystem, "customer gateway 'edge' and virtual private gateway 'vgw' are both of autonomous system 64512, between which there is no external BGP; give one of them another number", other: scene => scene.Virginia.VpnGateways[0].Origin);

    [Fact]
    [Trait("Rule", "R-2.13")]
    public void A_VLAN_stands_once_on_a_connection_and_a_hosted_one_has_one()
    {
        Refuses(scene => { var (line, gateway) = (Line(scene), scene.Shop.VpnGateway("vgw")); line.PrivateVirtualInterface("a", 5, gateway); line.PrivateVirtualInterface("b", 5, gateway); }, ProblemKind.VlanTaken, "VLAN 5 of connection 'line' is that of virtual interface 'a' already; choose a free one", replacement: "6", other: _ => Here());
        Refuses(scene => { var (line, gateway) = (scene.Network.Site("rome").HostedDirectConnect("hosted", "EqDC2", scene.Virginia, 50), scene.Shop.VpnGateway("vgw")); line.PrivateVirtualInterface("a", 5, gateway); line.PrivateVirtualInterface("b", 6, gateway); }, ProblemKind.Conflict, "hosted connection 'hosted' has the virtual interface 'a' already; it has one, a dedicated connection several", other: _ => Here());
        Refuses(scene => { var (line, gateway) = (Line(scene), scene.Network.DirectConnectGateway("dxgw")); for (var vlan = 1; vlan <= 5; vlan++) { line.TransitVirtualInterface($"t{vlan}", vlan, gateway); } }, ProblemKind.Conflict, "connection 'line' has 4 transit virtual interfaces already, the vendor's quota; use another connection");
    }

    [Fact]
    [Trait("Rule", "R-2.18")]
    public void A_group_of_links_has_equal_ones()
    {
        Refuses(scene => { var site = scene.Network.Site("paris"); site.LinkAggregationGroup("lag", [site.DirectConnect("a", "EqDC2", scene.Virginia), site.DirectConnect("b", "EqDC2", scene.Virginia, 10)]); }, ProblemKind.Conflict, "the connections of a link aggregation group have one speed and end at one location; bundle those that do");
        Refuses(scene => { var site = scene.Network.Site("paris"); var line = site.DirectConnect("a", "EqDC2", scene.Virginia); site.LinkAggregationGroup("lag", [line]); line.PrivateVirtualInterface("vif", 5, scene.Shop.VpnGateway("vgw")); }, ProblemKind.Conflict, "connection 'a' is of link aggregation group 'lag'; declare virtual interfaces on the group");
    }

    [Fact]
    public void A_Direct_Connect_gateway_is_associated_once() =>
        Refuses(scene => { var (direct, gateway) = (scene.Network.DirectConnectGateway("dxgw"), scene.Shop.VpnGateway("vgw")); direct.Associate(gateway); direct.Associate(gateway); }, ProblemKind.Conflict, "Direct Connect gateway 'dxgw' is associated with 'vgw' already; associate it once");

    [Fact]
    [Trait("Rule", "R-2.16")]
    [Trait("Rule", "I-6 gateway")]
    public void A_Direct_Connect_gateway_takes_virtual_private_gateways_or_transit_gateways_and_not_both()
    {
        Refuses(scene => { var direct = scene.Network.DirectConnectGateway("dxgw", 64700); direct.Associate(scene.Shop.VpnGateway("vgw")); scene.Virginia.TransitGateway("hub2").AttachDirectConnect("dx", direct); }, ProblemKind.Conflict, "Direct Connect gateway 'dxgw' is associated with virtual private gateway 'vgw'; it takes virtual private gateways or transit gateways, not both, so declare another");
        Refuses(scene => { var direct = scene.Network.DirectConnectGateway("dxgw", 64700); scene.Virginia.TransitGateway("hub2").AttachDirectConnect("dx", direct); direct.Associate(scene.Shop.VpnGateway("vgw")); }, ProblemKind.Conflict, "Direct Connect gateway 'dxgw' is associated with transit gateway 'hub2'; it takes virtual private gateways or transit gateways, not both, so declare another");
    }

    [Fact]
    public void Hosts_have_addresses_of_their_site()
    {
        Refuses(scene => scene.Network.Site("paris").Host("a", "192.168.0.1"), ProblemKind.InvalidAddress, "192.168.0.1 is in no prefix of site 'paris'; give the site its prefix first, with Prefix(…)");
        Refuses(scene => { var site = scene.Network.Site("paris").Prefix("192.168.0.0/16"); site.Host("a", "192.168.0.1"); site.Host("b", "192.168.0.1"); }, ProblemKind.InvalidAddress, "192.168.0.1 is the address of host 'a' already; give each host its own", other: _ => Here());
        Refuses(scene => scene.Network.Site("paris").Prefix("192.168.0.0/16").Prefix("192.168.1.0/24"), ProblemKind.NamedAlready, "site 'paris' has 192.168.0.0/16 already, which overlaps 192.168.1.0/24; name each address once", other: _ => Here());
    }

    static VpnConnectionBuilder Vpn(Scene scene) =>
        scene.Shop.VpnGateway("vgw").VpnConnection("vpn", scene.Network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge"));

    [Fact]
    [Trait("Rule", "R-2.15")]
    public void Public_virtual_interfaces_have_registered_public_prefixes_of_their_site()
    {
        var topology = Takes(scene => Public(scene).Register("198.51.100.0/25").Scope(AdvertisementScope.Continent));
        var added = Assert.Single(topology.Hybrid.VirtualInterfaces);

        Assert.Equal((VirtualInterfaceKind.Public, "us-east-1", AdvertisementScope.Continent), (added.Kind, added.Gateway.Value.Path, added.Scope));
        Assert.Equal(["203.0.113.0/24", "198.51.100.0/25"], added.RegisteredPrefixes.Select(prefix => prefix.ToString()));
        Refuses(scene => Public(scene).Register("198.51.0.0/16"), ProblemKind.InvalidPrefix, "198.51.0.0/16 is in no prefix of site 'paris'; give the site its prefix first, with Prefix(…)");
        Refuses(scene => Public(scene).Register("192.168.0.0/16"), ProblemKind.InvalidPrefix, "192.168.0.0/16 is not public, and a public virtual interface carries public addresses only; use a private virtual interface for it");
        VirtualInterfaceBuilder? first = null;
        Refuses(scene => first = Public(scene).Register("203.0.113.0/25"), ProblemKind.NamedAlready, "203.0.113.0/25 overlaps 203.0.113.0/24, which is registered already; name each address once", other: _ => first!.Origin);
        Refuses(scene => Line(scene).PrivateVirtualInterface("vif", 5, scene.Shop.VpnGateway("vgw")).Register("203.0.113.0/24"), ProblemKind.Conflict, "virtual interface 'vif' is private, and prefixes are registered for public ones; remove Register(…)");
        Refuses(scene => Line(scene).PrivateVirtualInterface("vif", 5, scene.Shop.VpnGateway("vgw")).Scope(AdvertisementScope.Region), ProblemKind.Conflict, "virtual interface 'vif' is private, and how far prefixes are carried is for public ones to say; remove Scope(…)");
    }

    [Fact]
    public void A_registered_prefix_is_the_sites_alone()
    {
        VirtualInterfaceBuilder? ofSite = null;
        Refuses(scene => { ofSite = Public(scene); scene.Virginia.ElasticIp("web", "203.0.113.9"); }, ProblemKind.InvalidAddress, "203.0.113.9 is of 203.0.113.0/24, which a site has registered for a public virtual interface; an elastic address is of the vendor's or of a range that was brought along", other: _ => ofSite!.Origin);

        var topology = Takes(scene =>
        {
            Public(scene);
            scene.Virginia.ElasticIp("web");
        });
        Assert.Equal("198.18.0.1", Assert.Single(topology.ElasticAddresses).Address.ToString());
    }

    static VirtualInterfaceBuilder Public(Scene scene) => scene.Network.Site("paris", 65010).Prefix("203.0.113.0/24").Prefix("198.51.100.0/24").DirectConnect("line", "EqDC2", scene.Virginia).PublicVirtualInterface("vif", 5, "203.0.113.0/24");

    static DirectConnectBuilder Line(Scene scene) => scene.Network.Site("paris").DirectConnect("line", "EqDC2", scene.Virginia);
}
