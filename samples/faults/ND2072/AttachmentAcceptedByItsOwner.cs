using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The owner of the VPC accepts its own attachment.</summary>
[Topology]
public static partial class AttachmentAcceptedByItsOwner
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var hub = region.TransitGateway("hub").OwnedBy(network.DefaultAccount).ShareWith(partner);
        var web = region.Vpc("shop", "10.0.0.0/16", partner).Subnet("web", "10.0.0.0/24", "a");
        hub.Attach("shop", web).AcceptedBy(partner); // ND2072 at `partner`: Account 'partner' cannot accept attachment 'shop': transit gateway 'hub' is owned by 'default'.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AttachmentAcceptedByItsOwnerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var hub = region.TransitGateway("hub").OwnedBy(network.DefaultAccount).ShareWith(partner);
        var web = region.Vpc("shop", "10.0.0.0/16", partner).Subnet("web", "10.0.0.0/24", "a");
        hub.Attach("shop", web).AcceptedBy(network.DefaultAccount);
    }
}
