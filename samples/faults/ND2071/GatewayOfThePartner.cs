using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The shop attaches to the gateway of a partner.</summary>
[Topology]
public static partial class GatewayOfThePartner
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var hub = region.TransitGateway("hub").OwnedBy(partner).AutoAcceptSharedAttachments();
        hub.Attach("shop", region.Vpc("shop", "10.0.0.0/16").Subnet("web", "10.0.0.0/24", "a")); // ND2071 at `region.Vpc("shop", "10.0.0.0/16").Subnet("web", "10.0.0.0/24", "a")`: Transit gateway 'hub' is not shared with account 'default', which owns VPC 'shop'; share it before with ShareWith.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayOfThePartnerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var hub = region.TransitGateway("hub").OwnedBy(partner).AutoAcceptSharedAttachments().ShareWith(network.DefaultAccount);
        hub.Attach("shop", region.Vpc("shop", "10.0.0.0/16").Subnet("web", "10.0.0.0/24", "a"));
    }
}
