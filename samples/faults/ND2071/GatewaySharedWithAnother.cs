using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A gateway is shared with another account than the one that attaches.</summary>
[Topology]
public static partial class GatewaySharedWithAnother
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var audit = network.Account("audit", "333333333333");
        var hub = region.TransitGateway("hub").OwnedBy(network.DefaultAccount).AutoAcceptSharedAttachments().ShareWith(audit);
        hub.Attach("shop", region.Vpc("shop", "10.0.0.0/16", partner).Subnet("web", "10.0.0.0/24", "a")); // ND2071 at `region.Vpc("shop", "10.0.0.0/16", partner).Subnet("web", "10.0.0.0/24", "a")`: Transit gateway 'hub' is not shared with account 'partner', which owns VPC 'shop'; share it before with ShareWith.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewaySharedWithAnotherRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var audit = network.Account("audit", "333333333333");
        var hub = region.TransitGateway("hub").OwnedBy(network.DefaultAccount).AutoAcceptSharedAttachments().ShareWith(audit).ShareWith(partner);
        hub.Attach("shop", region.Vpc("shop", "10.0.0.0/16", partner).Subnet("web", "10.0.0.0/24", "a"));
    }
}
