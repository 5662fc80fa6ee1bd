using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two subnets of one VPC have one name.</summary>
[Topology]
public static partial class SubnetNameTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.Subnet("web", "10.0.1.0/24", "b"); // ND1003 at `"web"`: Subnet 'web' exists already in us-east-1/shop; names tell elements apart, give this one another.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SubnetNameTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.Subnet("web-2", "10.0.1.0/24", "b");
    }
}
