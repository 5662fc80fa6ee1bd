using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A partner attaches to a gateway that is not shared.</summary>
[Topology]
public static partial class GatewayNotShared
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var web = region.Vpc("shop", "10.0.0.0/16", partner).Subnet("web", "10.0.0.0/24", "a");
        var hub = region.TransitGateway("hub").OwnedBy(network.DefaultAccount).AutoAcceptSharedAttachments();
        hub.Attach("shop", web); // ND2071 at `web`: Transit gateway 'hub' is not shared with account 'partner', which owns VPC 'shop'; share it before with ShareWith.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayNotSharedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var web = region.Vpc("shop", "10.0.0.0/16", partner).Subnet("web", "10.0.0.0/24", "a");
        var hub = region.TransitGateway("hub").OwnedBy(network.DefaultAccount).AutoAcceptSharedAttachments().ShareWith(partner);
        hub.Attach("shop", web);
    }
}
