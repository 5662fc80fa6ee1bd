using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two of three zones have no attachment.</summary>
[Topology]
public static partial class AttachmentOfOneZoneOfThree
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "a");
        hub.Attach("tools", tools);
        tools.RouteTable("tools").Route("10.0.0.0/16", hub);
        var one = shop.Subnet("one", "10.0.0.0/24", "a");
        var two = shop.Subnet("two", "10.0.1.0/24", "b");
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        hub.Attach("shop", one); // ND2050 at `"shop"`: Attachment 'shop' of transit gateway 'hub' has no subnet in zone us-east-1b, where subnet 'two' routes 10.1.0.0/16 to the gateway: what its hosts send there is dropped; add a subnet of that zone to the attachment, with Subnet(…).
        one.Instance("first");
        two.Instance("second");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AttachmentOfOneZoneOfThreeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "a");
        hub.Attach("tools", tools);
        tools.RouteTable("tools").Route("10.0.0.0/16", hub);
        var one = shop.Subnet("one", "10.0.0.0/24", "a");
        var two = shop.Subnet("two", "10.0.1.0/24", "b");
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        hub.Attach("shop", one).Subnet(two);
        one.Instance("first");
        two.Instance("second");
    }
}
