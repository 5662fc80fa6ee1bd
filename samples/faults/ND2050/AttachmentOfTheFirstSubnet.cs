using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop over zones attaches the first only.</summary>
[Topology]
public static partial class AttachmentOfTheFirstSubnet
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var tools = region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "a");
        hub.Attach("tools", tools);
        tools.RouteTable("tools").Route("10.0.0.0/16", hub);
        var shop = region.Vpc("shop", "10.0.0.0/16");
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        var subnets = new[] { "a", "b" }.Select((zone, index) => shop.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone)).ToList();
        foreach (var subnet in subnets)
        {
            subnet.Instance($"host-{subnet.Name}");
        }

        hub.Attach("shop", subnets[0]); // ND2050 at `"shop"`: Attachment 'shop' of transit gateway 'hub' has no subnet in zone us-east-1b, where subnet 'web-b' routes 10.1.0.0/16 to the gateway: what its hosts send there is dropped; add a subnet of that zone to the attachment, with Subnet(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AttachmentOfTheFirstSubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var tools = region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "a");
        hub.Attach("tools", tools);
        tools.RouteTable("tools").Route("10.0.0.0/16", hub);
        var shop = region.Vpc("shop", "10.0.0.0/16");
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        var subnets = new[] { "a", "b" }.Select((zone, index) => shop.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone)).ToList();
        foreach (var subnet in subnets)
        {
            subnet.Instance($"host-{subnet.Name}");
        }

        hub.Attach("shop", subnets[0]).Subnet(subnets[1]);
    }
}
