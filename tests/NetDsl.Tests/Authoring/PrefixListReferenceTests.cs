using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>References to prefix lists in tables of transit gateways.</summary>
public class PrefixListReferenceTests
{
    [Fact]
    public void A_table_has_a_route_to_each_entry_that_the_list_has_in_the_end()
    {
        var topology = Takes(scene =>
        {
            var list = scene.Virginia.PrefixList("pl", 5).Entry("10.0.0.0/16");
            var shop = scene.Hub.Attach("shop", scene.Edge);
            scene.Hub.RouteTable("rt").Associate(shop).Route(list, shop).Blackhole(scene.Virginia.PrefixList("closed", 5).Entry("10.9.0.0/16"));
            list.Entry("10.8.0.0/16");
        });

        Assert.Equal(
            ["10.0.0.0/16 us-east-1/hub/shop us-east-1/pl", "10.8.0.0/16 us-east-1/hub/shop us-east-1/pl", "10.9.0.0/16  us-east-1/closed"],
            topology.TransitGateways[0].RouteTables[0].Routes.Select(route => $"{route.Destination} {route.Attachment?.Path} {route.PrefixList?.Path}"));
    }

    [Fact]
    public void A_table_refers_to_a_list_of_its_region_once()
    {
        Refuses(scene => scene.Hub.RouteTable("rt").Blackhole(scene.Oregon.PrefixList("pl", 5)), ProblemKind.OtherRegion, "prefix list 'pl' is of region us-west-2, and is referred to in us-east-1; declare one there", other: _ => Here());
        Refuses(scene => { var list = scene.Virginia.PrefixList("pl", 5); scene.Hub.RouteTable("rt").Blackhole(list).Blackhole(list); }, ProblemKind.RouteTwice, "transit gateway route table 'rt' refers to prefix list 'pl' already; a table has one reference to a list", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "F-1.7 quotas")]
    public void A_list_weighs_its_maximum_against_the_routes_of_a_transit_gateway()
    {
        Takes(scene => Filled(scene).RouteTable("other").Blackhole("10.7.0.0/16"));
        Refuses(scene => Filled(scene).RouteTable("other").Blackhole("10.7.0.0/16").Blackhole("10.8.0.0/16"), ProblemKind.QuotaExceeded, "10.8.0.0/16 weighs 1 of the 4 routes that all tables of transit gateway 'hub' may hold, and 4 are there already; route to a summary, or declare prefix lists with a smaller maximum, which is what they weigh", other: scene => scene.Hub.Origin);
        Refuses(scene => Small(scene).RouteTable("rt").Blackhole(scene.Virginia.PrefixList("pl", 5)), ProblemKind.QuotaExceeded, "prefix list 'pl' weighs 5 of the 4 routes that all tables of transit gateway 'hub' may hold, and 0 are there already; route to a summary, or declare prefix lists with a smaller maximum, which is what they weigh", other: scene => scene.Hub.Origin);
    }

    /// <summary>The hub, which may hold four routes.</summary>
    static TransitGatewayBuilder Small(Scene scene)
    {
        scene.Network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { RoutesPerTransitGateway = 4 } });
        return scene.Hub;
    }

    /// <summary>The hub, of whose four routes three are a list's.</summary>
    static TransitGatewayBuilder Filled(Scene scene)
    {
        Small(scene).RouteTable("rt").Blackhole(scene.Virginia.PrefixList("pl", 3).Entry("10.9.0.0/16"));
        return scene.Hub;
    }
}
