using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet lies outside its VPC.</summary>
[Topology]
public static partial class SubnetOfAnotherBlock
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.1.0.0/24", "a"); // ND1020 at `"10.1.0.0/24"`: Subnet 'web' (10.1.0.0/24) does not lie inside a block of VPC 'shop' (10.0.0.0/16); the next free prefix of its size is 10.0.0.0/24.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SubnetOfAnotherBlockRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "a");
    }
}
