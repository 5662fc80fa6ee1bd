using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>All addresses are allowed beside a part of them.</summary>
[Topology]
public static partial class AllOfAnAllowedPrefix
{
    static void Define(NetworkBuilder network)
    {
        var dx = network.DirectConnectGateway("dx");
        network.Region("us-east-1").TransitGateway("east").AmazonSideAsn(64513).AttachDirectConnect("dx", dx).Allow("10.0.0.0/16");
        network.Region("us-west-2").TransitGateway("west").AmazonSideAsn(64514).AttachDirectConnect("dx", dx).Allow("10.0.0.0/8"); // ND2081 at `"10.0.0.0/8"`: 10.0.0.0/8 overlaps 10.0.0.0/16, which another transit gateway of Direct Connect gateway 'dx' is allowed; allow each address by one.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AllOfAnAllowedPrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var dx = network.DirectConnectGateway("dx");
        network.Region("us-east-1").TransitGateway("east").AmazonSideAsn(64513).AttachDirectConnect("dx", dx).Allow("10.0.0.0/16");
        network.Region("us-west-2").TransitGateway("west").AmazonSideAsn(64514).AttachDirectConnect("dx", dx).Allow("10.128.0.0/9");
    }
}
