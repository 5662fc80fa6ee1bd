using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two security groups of one VPC have one name.</summary>
[Topology]
public static partial class GroupNameTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web");
        vpc.SecurityGroup("web"); // ND1003 at `"web"`: Security group 'web' exists already in us-east-1/shop; names tell elements apart, give this one another.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GroupNameTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web");
        vpc.SecurityGroup("web-2");
    }
}
