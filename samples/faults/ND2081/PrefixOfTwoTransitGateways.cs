using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two transit gateways are allowed one prefix.</summary>
[Topology]
public static partial class PrefixOfTwoTransitGateways
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var dx = network.DirectConnectGateway("dx");
        region.TransitGateway("east").AmazonSideAsn(64513).AttachDirectConnect("dx", dx).Allow("10.0.0.0/8");
        network.Region("us-west-2").TransitGateway("west").AmazonSideAsn(64514).AttachDirectConnect("dx", dx).Allow("10.0.0.0/8").Allow("172.16.0.0/16"); // ND2081 at `"10.0.0.0/8"`: 10.0.0.0/8 overlaps 10.0.0.0/8, which another transit gateway of Direct Connect gateway 'dx' is allowed; allow each address by one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PrefixOfTwoTransitGatewaysRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var dx = network.DirectConnectGateway("dx");
        region.TransitGateway("east").AmazonSideAsn(64513).AttachDirectConnect("dx", dx).Allow("10.0.0.0/8");
        network.Region("us-west-2").TransitGateway("west").AmazonSideAsn(64514).AttachDirectConnect("dx", dx).Allow("172.16.0.0/16");
    }
}
