using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two subnets have one prefix.</summary>
[Topology]
public static partial class SubnetsOfOnePrefix
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.Subnet("data", "10.0.0.0/24", "b"); // ND1021 at `"10.0.0.0/24"`: Subnet 'data' (10.0.0.0/24) overlaps subnet 'web' (10.0.0.0/24) of VPC 'shop'; the next free prefix of its size is 10.0.1.0/24.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SubnetsOfOnePrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.Subnet("data", "10.0.1.0/24", "b");
    }
}
