using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The attachment of a transit gateway finds no address.</summary>
[Topology]
public static partial class AttachmentWithoutRoom
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/28", "a"); // ND1056 at `"10.0.0.0/28"`: Subnet 'web' (10.0.0.0/28) has 11 usable addresses and needs 12; widen it or move interfaces.
        for (var number = 0; number < 11; number++)
        {
            web.Interface($"eth-{number}");
        }

        network.Region("us-east-1").TransitGateway("hub").Attach("shop", web);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AttachmentWithoutRoomRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/27", "a");
        for (var number = 0; number < 11; number++)
        {
            web.Interface($"eth-{number}");
        }

        network.Region("us-east-1").TransitGateway("hub").Attach("shop", web);
    }
}
