using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule references a group of another region.</summary>
[Topology]
public static partial class GroupOfAnotherRegion
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var west = network.Region("us-west-2").Vpc("west", "10.1.0.0/16");
        var far = west.SecurityGroup("far");
        vpc.SecurityGroup("web").Ingress(Tcp(443), from: far); // ND3001 at `far`: Security group 'web' of VPC 'shop' (us-east-1) references 'far' of VPC 'west' (us-west-2); a group of another region cannot be referenced, not even over a peering, write a prefix such as 10.1.0.0/16.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GroupOfAnotherRegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var west = network.Region("us-west-2").Vpc("west", "10.1.0.0/16");
        var far = west.SecurityGroup("far");
        vpc.SecurityGroup("web").Ingress(Tcp(443), from: "10.1.0.0/16");
    }
}
