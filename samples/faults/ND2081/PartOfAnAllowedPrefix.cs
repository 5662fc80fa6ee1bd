using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A part of an allowed prefix is allowed another transit gateway.</summary>
[Topology]
public static partial class PartOfAnAllowedPrefix
{
    static void Define(NetworkBuilder network)
    {
        var dx = network.DirectConnectGateway("dx");
        network.Region("us-east-1").TransitGateway("east").AmazonSideAsn(64513).AttachDirectConnect("dx", dx).Allow("10.0.0.0/8");
        var west = network.Region("us-west-2").TransitGateway("west").AmazonSideAsn(64514).AttachDirectConnect("dx", dx).Allow("172.16.0.0/16");
        west.Allow("10.64.0.0/16"); // ND2081 at `"10.64.0.0/16"`: 10.64.0.0/16 overlaps 10.0.0.0/8, which another transit gateway of Direct Connect gateway 'dx' is allowed; allow each address by one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PartOfAnAllowedPrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var dx = network.DirectConnectGateway("dx");
        network.Region("us-east-1").TransitGateway("east").AmazonSideAsn(64513).AttachDirectConnect("dx", dx).Allow("10.0.0.0/8");
        var west = network.Region("us-west-2").TransitGateway("west").AmazonSideAsn(64514).AttachDirectConnect("dx", dx).Allow("172.16.0.0/16");
    }
}
