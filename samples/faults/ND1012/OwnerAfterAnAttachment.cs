using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A transit gateway gets its owner after its first attachment.</summary>
[Topology]
public static partial class OwnerAfterAnAttachment
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = vpc.Region.TransitGateway("hub");
        hub.Attach("shop", web);
        hub.OwnedBy(network.DefaultAccount); // ND1012 at `network.DefaultAccount`: Transit gateway 'hub' has the attachment 'shop' already; name its owner before that.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class OwnerAfterAnAttachmentRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = vpc.Region.TransitGateway("hub");
        hub.OwnedBy(network.DefaultAccount);
        hub.Attach("shop", web);
    }
}
