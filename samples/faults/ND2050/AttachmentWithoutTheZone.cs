using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet in a zone without an attachment routes to the transit gateway.</summary>
[Topology]
public static partial class AttachmentWithoutTheZone
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var one = shop.Subnet("one", "10.0.0.0/24", "a");
        var two = shop.Subnet("two", "10.0.1.0/24", "b");
        hub.Attach("shop", one); // ND2050 at `"shop"`: Attachment 'shop' of transit gateway 'hub' has no subnet in zone us-east-1b, where subnet 'two' routes 10.1.0.0/16 to the gateway: what its hosts send there is dropped; add a subnet of that zone to the attachment, with Subnet(…).
        hub.Attach("tools", tools.Subnet("tools", "10.1.0.0/24", "a"));
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        tools.MainRouteTable.Route("10.0.0.0/16", hub);
        two.Instance("host");
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AttachmentWithoutTheZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var one = shop.Subnet("one", "10.0.0.0/24", "a");
        var two = shop.Subnet("two", "10.0.1.0/24", "b");
        hub.Attach("shop", one).Subnet(two);
        hub.Attach("tools", tools.Subnet("tools", "10.1.0.0/24", "a"));
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        tools.MainRouteTable.Route("10.0.0.0/16", hub);
        two.Instance("host");
    }
}
