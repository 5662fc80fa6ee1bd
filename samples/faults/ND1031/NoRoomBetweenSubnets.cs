using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>What is free in a VPC is in two pieces.</summary>
[Topology]
public static partial class NoRoomBetweenSubnets
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/24");
        vpc.Subnet("web", "10.0.0.64/26", "a");
        vpc.Subnet("data", "10.0.0.128/26", "a");
        vpc.Subnet("tools", 25, "a"); // ND1031 at `25`: There is no room for a /25 for subnet 'tools' in 10.0.0.0/24; ask for less, or add a block.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NoRoomBetweenSubnetsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/24");
        vpc.Subnet("web", "10.0.0.64/26", "a");
        vpc.Subnet("data", "10.0.0.128/26", "a");
        vpc.Subnet("tools", 26, "a");
    }
}
