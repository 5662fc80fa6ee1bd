using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table is associated with an attachment of another transit gateway.</summary>
[Topology]
public static partial class AssociationOfAnotherGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var table = region.TransitGateway("one").RouteTable("spokes");
        var shop = region.TransitGateway("other").Attach("shop", web);
        table.Associate(shop); // ND2069 at `shop`: Attachment 'shop' is of transit gateway 'other', table 'spokes' of 'one'; use an attachment of its own gateway.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AssociationOfAnotherGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var table = region.TransitGateway("one").RouteTable("spokes");
        var shop = region.TransitGateway("other").Attach("shop", web);
    }
}
