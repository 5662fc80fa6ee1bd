using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A router has its second interface in the next zone.</summary>
[Topology]
public static partial class InterfaceInTheNextZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        one.Instance("router").Interface("inside", two); // ND1076 at `two`: Instance 'router' is in zone us-east-1a, subnet 'two' in us-east-1b; an instance has interfaces in its own zone only.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class InterfaceInTheNextZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "a");
        one.Instance("router").Interface("inside", two);
    }
}
