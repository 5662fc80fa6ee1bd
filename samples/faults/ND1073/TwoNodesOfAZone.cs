using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A load balancer gets two subnets of one zone.</summary>
[Topology]
public static partial class TwoNodesOfAZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "a");
        vpc.NetworkLoadBalancer("front").Internal().Subnet(one).Subnet(two); // ND1073 at `two`: Network load balancer 'front' is in zone us-east-1a by subnet 'one' already; it has one subnet a zone.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TwoNodesOfAZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "a");
        vpc.NetworkLoadBalancer("front").Internal().Subnet(one);
    }
}
