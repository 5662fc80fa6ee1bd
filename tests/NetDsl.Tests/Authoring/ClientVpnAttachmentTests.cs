using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;
using static NetDsl.Traffic;

namespace NetDsl.Tests.Authoring;

/// <summary>Client VPN endpoints of transit gateways (interconnect, sections 2 and 8), and IPv6 of both kinds.</summary>
public class ClientVpnAttachmentTests
{
    [Fact]
    [Trait("Rule", "I-2 client VPN")]
    public void An_endpoint_at_a_gateway_has_routes_of_its_own_and_neither_subnets_nor_groups()
    {
        var topology = Takes(scene =>
        {
            var attached = Attached(scene);
            attached.Endpoint.Route("10.0.0.0/16").ClientToClient().Authorize(AnyIpv4).SplitTunnel().Client("ann");
            scene.Hub.RouteTable("all").Propagate(attached).Route("172.20.0.0/24", attached);
        });

        var (gateway, endpoint) = (topology.TransitGateways[0], Assert.Single(topology.ClientVpnEndpoints));
        var attachment = Assert.Single(gateway.Attachments);
        Assert.Equal((TransitGatewayAttachmentKind.ClientVpn, endpoint.Id, false), (attachment.Kind, attachment.Resource, attachment.LeadsToSites));
        Assert.Equal(("us-east-1/hub/remote", gateway.Id, null), (endpoint.Id.Path, endpoint.TransitGateway, endpoint.Vpc));
        Assert.Equal([("10.0.0.0/16", false), ("172.20.0.0/22", true)], endpoint.Routes.Select(route => (route.Destination.ToString(), route.IsLocal)));
        Assert.Equal((0, 0, IpAddressType.Ipv4), (endpoint.Associations.Count, endpoint.SecurityGroups.Count, endpoint.IpAddressType));
        var client = Assert.Single(endpoint.Clients);
        Assert.Equal(("us-east-1/hub/remote/ann", "172.20.0.2", null), (client.Id.Path, client.Address.ToString(), client.Association));
        Assert.Equal([attachment.Id], gateway.RouteTables[0].Propagations.Select(propagation => propagation.Value));
        Assert.Equal(attachment.Id, Assert.Single(gateway.RouteTables[0].Routes).Attachment);
    }

    [Theory]
    [Trait("Rule", "I-8 IPv6")]
    [InlineData(IpAddressType.Ipv4, "172.20.0.2")]
    [InlineData(IpAddressType.Dualstack, "172.20.0.2 2001:db8:7f::2")]
    [InlineData(IpAddressType.Ipv6, "2001:db8:7f::2")]
    public void Clients_of_a_gateway_have_addresses_of_the_families_that_are_carried(IpAddressType type, string addresses)
    {
        var endpoint = Assert.Single(Takes(scene => scene.Hub.CidrBlock("10.255.0.0/24").CidrBlock("2001:db8:7f::/64")
            .AttachClientVpn("remote", type == IpAddressType.Ipv6 ? null : "172.20.0.0/22", addressType: type, configure: vpn => vpn.Client("ann"))).ClientVpnEndpoints);

        Assert.Equal((type, addresses), (endpoint.IpAddressType, string.Join(' ', endpoint.Clients[0].Addresses)));
        Assert.Equal(type == IpAddressType.Ipv4 ? null : "2001:db8:7f::/80", endpoint.ClientIpv6Prefix?.ToString());
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    public void Clients_of_a_vpc_have_ipv6_of_the_subnet_that_they_landed_on()
    {
        var endpoint = Assert.Single(Takes(scene =>
        {
            scene.Shop.Ipv6Cidr("2001:db8:0:100::/56");
            scene.Edge.AssignIpv6().Instance("host");
            var more = scene.Shop.Subnet("more", "10.0.5.0/24", "b").Ipv6Cidr();
            var vpn = scene.Shop.ClientVpn("vpn", "172.20.0.0/22", addressType: IpAddressType.Dualstack).Associate(scene.Edge).Associate(more);
            (vpn.Client("ann"), vpn.Client("bob", by: more), vpn.Client("eve")).ToString();
        }).ClientVpnEndpoints);

        Assert.Equal(
            ["172.20.0.2 2001:db8:0:100::5", "172.20.0.3 2001:db8:0:101::4", "172.20.0.4 2001:db8:0:100::6"],
            endpoint.Clients.Select(client => string.Join(' ', client.Addresses)));
        Assert.Equal(["10.0.0.0/16", "2001:db8:0:100::/56"], endpoint.Associations[0].Routes.Select(route => route.Destination.ToString()));
        Assert.Null(endpoint.ClientIpv6Prefix);
    }

    [Fact]
    [Trait("Rule", "I-2 client VPN")]
    public void A_gateway_has_addresses_of_its_own_before_an_endpoint_is_attached()
    {
        Refuses(scene => scene.Hub.AttachClientVpn("remote", "172.20.0.0/22"), ProblemKind.Conflict, "transit gateway 'hub' has no addresses of its own, without which the vendor attaches no Client VPN endpoint; give it a block before, with CidrBlock(…)", other: scene => scene.Hub.Origin);
        Refuses(scene => scene.Hub.CidrBlock("10.255.0.0/24").AttachClientVpn("remote", null, addressType: IpAddressType.Ipv6), ProblemKind.Conflict, "transit gateway 'hub' has no IPv6 block, of which clients would get addresses; give it one before, with CidrBlock(…)", other: scene => scene.Hub.Origin);
        Assert.Single(Takes(scene => scene.Hub.CidrBlock("2001:db8:7f::/64").AttachClientVpn("remote", "172.20.0.0/22")).ClientVpnEndpoints);
    }

    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    public void An_endpoint_at_a_gateway_has_nothing_of_a_vpc()
    {
        Refuses(scene => Attached(scene).Endpoint.Associate(scene.Edge), ProblemKind.Conflict, "Client VPN endpoint 'remote' is attached to transit gateway 'hub', and has no subnets besides; declare one of VPC 'shop' with ClientVpn(…)");
        Refuses(scene => Attached(scene).Endpoint.SecurityGroup(scene.Web), ProblemKind.Conflict, "Client VPN endpoint 'remote' is attached to transit gateway 'hub', where nothing of it has security groups; say what clients may reach with Authorize(…)", other: scene => scene.Web.Origin);
        Refuses(scene => Attached(scene).Endpoint.Route("10.0.0.0/16", by: scene.Edge), ProblemKind.Conflict, "Client VPN endpoint 'remote' is attached to transit gateway 'hub', and no subnet is associated with it; leave the subnet out");
        Refuses(scene => Attached(scene).Endpoint.Client("ann", by: scene.Edge), ProblemKind.NotAssociated, "Client VPN endpoint 'remote' is attached to transit gateway 'hub', and no subnet is associated with it; leave the subnet out");
    }

    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    public void Addresses_of_clients_are_nobody_elses()
    {
        Refuses(scene => { scene.Hub.CidrBlock("10.255.0.0/24").AttachClientVpn("remote", "172.20.0.0/22"); scene.Hub.Attach("vpc", scene.Virginia.Vpc("taken", "172.20.0.0/16").Subnet("s", "172.20.9.0/24", "a")); }, ProblemKind.ClientPrefixOverlaps, "172.20.0.0/22 of the clients of Client VPN endpoint 'remote' overlaps 172.20.0.0/16 of VPC 'taken', which is attached; choose another prefix", other: _ => Here());
        Refuses(scene => { scene.Hub.CidrBlock("10.255.0.0/24").AttachClientVpn("remote", "172.20.0.0/22"); scene.Hub.AttachClientVpn("more", "172.20.0.0/20"); }, ProblemKind.ClientPrefixOverlaps, "172.20.0.0/20 of the clients of Client VPN endpoint 'more' overlaps 172.20.0.0/22 of the clients of Client VPN endpoint 'remote'; choose another prefix", other: _ => Here());
        Refuses(scene => scene.Hub.CidrBlock("172.20.1.0/24").AttachClientVpn("remote", "172.20.0.0/22"), ProblemKind.ClientPrefixOverlaps, "172.20.0.0/22 of the clients of Client VPN endpoint 'remote' overlaps 172.20.1.0/24 of transit gateway 'hub'; choose another prefix", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    public void An_endpoint_takes_prefixes_of_the_families_that_it_carries()
    {
        Refuses(scene => Attached(scene).Endpoint.Route("::/0"), ProblemKind.PrefixFamily, "::/0 is an IPv6 prefix, and here an IPv4 prefix is meant; write one such as 10.0.0.0/16");
        Refuses(scene => Six(scene).Endpoint.Authorize("10.0.0.0/8"), ProblemKind.PrefixFamily, "10.0.0.0/8 is an IPv4 prefix, and Client VPN endpoint 'remote' carries IPv6 only; write one such as ::/0");
        Refuses(scene => scene.Hub.CidrBlock("2001:db8:7f::/64").AttachClientVpn("remote", null, addressType: IpAddressType.Ipv6).Endpoint.ClientToClient(), ProblemKind.Conflict, "clients reach each other by IPv4 only, and Client VPN endpoint 'remote' carries none; write IpAddressType.Dualstack", other: _ => Here());
        Refuses(scene => scene.Hub.CidrBlock("2001:db8:7f::/64").AttachClientVpn("remote", "172.20.0.0/22", addressType: IpAddressType.Ipv6), ProblemKind.Conflict, "Client VPN endpoint 'remote' carries IPv6 only, and the vendor chooses the addresses of its clients; write null");
        Refuses(scene => scene.Shop.ClientVpn("vpn", "172.20.0.0/22", addressType: IpAddressType.Dualstack).Associate(scene.Edge), ProblemKind.Conflict, "subnet 'edge' has no IPv6 prefix, of which Client VPN endpoint 'vpn' would give addresses to clients; give it one before, with Ipv6Cidr(…)");
    }

    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    [Trait("Rule", "I-8 IPv6")]
    public void There_was_neither_at_the_time_of_the_talk()
    {
        var problems = After(scene => { scene.Network.Profile(SemanticsProfile.Talk2018); Six(scene); }).Problems.Select(problem => problem.Text).ToList();

        Assert.Contains(problems, text => text.Contains("Client VPN endpoint 'remote' of a transit gateway", StringComparison.Ordinal) && text.Contains("ClientVpnOnTransitGateways", StringComparison.Ordinal));
        Assert.Contains(problems, text => text.Contains("IPv6 of Client VPN endpoint 'remote'", StringComparison.Ordinal) && text.Contains("ClientVpnIpv6", StringComparison.Ordinal));
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    [Trait("Rule", "I-8.4")]
    [Trait("Rule", "I-8.5")]
    public void Quotas_limit_routes_and_rules()
    {
        var quotas = QuotaProfile.Current with { RoutesPerClientVpnAssociation = 2, AuthorizationRulesPerClientVpnEndpoint = 1 };
        Refuses(scene => { scene.Network.Profile(SemanticsProfile.Current with { Quotas = quotas }); scene.Shop.ClientVpn("vpn", "172.20.0.0/22").Associate(scene.Edge).Route("10.8.0.0/16").Route("10.9.0.0/16"); }, ProblemKind.NotInProfile, $"Client VPN endpoint 'vpn' with 3 routes of an association is more than RoutesPerClientVpnAssociation allows, 2 in the profile {SemanticsProfile.Current with { Quotas = quotas }} of this network; leave the last out, or raise RoutesPerClientVpnAssociation", other: _ => Here());
        Refuses(scene => { scene.Network.Profile(SemanticsProfile.Current with { Quotas = quotas }); Attached(scene).Endpoint.Route("10.7.0.0/16").Route("10.8.0.0/16").Route("10.9.0.0/16"); }, ProblemKind.NotInProfile, $"Client VPN endpoint 'remote' with 3 routes to the transit gateway is more than RoutesPerClientVpnAssociation allows, 2 in the profile {SemanticsProfile.Current with { Quotas = quotas }} of this network; leave the last out, or raise RoutesPerClientVpnAssociation", other: _ => Here());
        Refuses(scene => { scene.Network.Profile(SemanticsProfile.Current with { Quotas = quotas }); Attached(scene).Endpoint.Authorize("10.8.0.0/16").Authorize("10.9.0.0/16"); }, ProblemKind.NotInProfile, $"Client VPN endpoint 'remote' with 2 authorization rules is more than AuthorizationRulesPerClientVpnEndpoint allows, 1 in the profile {SemanticsProfile.Current with { Quotas = quotas }} of this network; leave the last out, or raise AuthorizationRulesPerClientVpnEndpoint", other: _ => Here());
    }

    static TransitGatewayClientVpnAttachmentBuilder Attached(Scene scene) => scene.Hub.CidrBlock("10.255.0.0/24").AttachClientVpn("remote", "172.20.0.0/22");

    static TransitGatewayClientVpnAttachmentBuilder Six(Scene scene) => scene.Hub.CidrBlock("2001:db8:7f::/64").AttachClientVpn("remote", null, addressType: IpAddressType.Ipv6);
}
