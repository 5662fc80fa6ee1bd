using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A router of the region has an interface in a Local Zone.</summary>
[Topology]
public static partial class InterfaceInALocalZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        one.Instance("router").Interface("inside", vpc.Subnet("boston", "10.0.1.0/24", "us-east-1-bos-1a")); // ND1076 at `vpc.Subnet("boston", "10.0.1.0/24", "us-east-1-bos-1a")`: Instance 'router' is in zone us-east-1a, subnet 'boston' in us-east-1-bos-1a; an instance has interfaces in its own zone only.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class InterfaceInALocalZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        one.Instance("router").Interface("inside", vpc.Subnet("boston", "10.0.1.0/24", "a"));
    }
}
