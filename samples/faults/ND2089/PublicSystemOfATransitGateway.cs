using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A transit gateway gets a public number.</summary>
[Topology]
public static partial class PublicSystemOfATransitGateway
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").TransitGateway("hub").AmazonSideAsn(16509); // ND2089 at `16509`: 16509 cannot be the autonomous system of the vendor's end; it is a private number, 64512 to 65534 or 4200000000 to 4294967294.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PublicSystemOfATransitGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").TransitGateway("hub").AmazonSideAsn(64512);
    }
}
