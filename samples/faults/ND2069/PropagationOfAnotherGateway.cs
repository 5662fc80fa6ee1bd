using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table propagates an attachment of another transit gateway.</summary>
[Topology]
public static partial class PropagationOfAnotherGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var one = region.TransitGateway("one");
        var shop = region.TransitGateway("other").Attach("shop", web);
        one.RouteTable("spokes").Propagate(shop); // ND2069 at `shop`: Attachment 'shop' is of transit gateway 'other', table 'spokes' of 'one'; use an attachment of its own gateway.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PropagationOfAnotherGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var one = region.TransitGateway("one");
        var shop = region.TransitGateway("other").Attach("shop", web);
        one.RouteTable("spokes");
    }
}
