using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class InterconnectTests
{
    [Fact]
    public void Peering_is_accepted_with_the_request_within_one_account_and_region_only()
    {
        var topology = Takes(scene =>
        {
            scene.Network.Peer("home", scene.Shop, scene.Virginia.Vpc("near", "10.9.0.0/16"));
            scene.Network.Peer("accounts", scene.Shop, scene.Shared);
            scene.Network.Peer("regions", scene.Shop, scene.Archive);
            scene.Network.Peer("accepted", scene.Archive, scene.Shared).AcceptedBy(scene.Partner);
        });

        Assert.Equal(
            [PeeringStatus.Active, PeeringStatus.PendingAcceptance, PeeringStatus.PendingAcceptance, PeeringStatus.Active],
            topology.Peerings.Select(peering => peering.Status));
    }

    [Fact]
    public void Peering_knows_both_its_ends()
    {
        var topology = Takes(scene => scene.Network.Peer("link", scene.Shop, scene.Shared));
        var (peering, shop, shared, archive) = (topology.Peerings[0], topology.Vpcs[0].Id, topology.Vpcs[1].Id, topology.Vpcs[2].Id);

        Assert.Equal((shared, shop), (peering.PeerOf(shop), peering.PeerOf(shared)));
        Assert.True(peering.Joins(shop) && peering.Joins(shared) && !peering.Joins(archive));
    }

    [Fact]
    public void Default_table_of_a_transit_gateway_associates_and_propagates_everything()
    {
        var topology = Takes(scene =>
        {
            var hub = scene.Virginia.TransitGateway("open");
            var shop = hub.Attach("shop", scene.Edge);
            hub.Attach("shared", scene.Tools);
            hub.RouteTable("special").Associate(shop);
        });

        var gateway = topology.TransitGateways.Single(gateway => gateway.Name == "open");
        Assert.Equal(["special", "default"], gateway.Attachments.Select(attachment => attachment.Association?.Name));
        Assert.Equal(["shop", "shared"], gateway.RouteTables[0].Propagations.Select(attachment => attachment.Value.Name));
        Assert.Empty(gateway.RouteTables[1].Propagations);
    }

    [Fact]
    public void Transit_gateway_without_default_table_routes_what_it_is_told_to()
    {
        var topology = Takes(scene =>
        {
            var shop = scene.Hub.Attach("shop", scene.Edge);
            scene.Hub.Attach("shared", scene.Tools);
            scene.Hub.RouteTable("table", table => table.Propagate(shop).Propagate(shop).Blackhole("192.168.0.0/16").Route("0.0.0.0/0", shop));
        });

        var gateway = topology.TransitGateways[0];
        Assert.All(gateway.Attachments, attachment => Assert.Null(attachment.Association));
        Assert.Equal(gateway.Attachments[0], gateway.AttachmentOf(topology.Vpcs[0].Id));
        Assert.Null(gateway.AttachmentOf(topology.Vpcs[2].Id));
        var table = Assert.Single(gateway.RouteTables);
        Assert.Equal(["shop"], table.Propagations.Select(attachment => attachment.Value.Name));
        Assert.Equal(["192.168.0.0/16 True", "0.0.0.0/0 False"], table.Routes.Select(route => $"{route.Destination} {route.IsBlackhole}"));
    }

    [Fact]
    public void Group_references_over_a_transit_gateway_are_off_until_both_sides_allow()
    {
        var defaults = Takes(scene => scene.Hub.Attach("shop", scene.Edge)).TransitGateways[0];
        var changed = Takes(scene => scene.Hub.SecurityGroupReferencing().Attach("shop", scene.Edge).SecurityGroupReferencing(false)).TransitGateways[0];

        Assert.Equal((false, true), (defaults.SecurityGroupReferencing, defaults.Attachments[0].SecurityGroupReferencing));
        Assert.Equal((true, false), (changed.SecurityGroupReferencing, changed.Attachments[0].SecurityGroupReferencing));
    }
}
