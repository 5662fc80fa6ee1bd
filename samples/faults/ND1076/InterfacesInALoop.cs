using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop gives one instance an interface in every zone.</summary>
[Topology]
public static partial class InterfacesInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var router = vpc.Subnet("edge", "10.0.0.0/24", "a").Instance("router");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            router.Interface($"inside-{zone}", vpc.Subnet($"inside-{zone}", $"10.0.{10 + index}.0/24", zone)); // ND1076 at `vpc.Subnet($"inside-{zone}", $"10.0.{10 + index}.0/24", zone)`: Instance 'router' is in zone us-east-1a, subnet 'inside-b' in us-east-1b; an instance has interfaces in its own zone only.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class InterfacesInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var router = vpc.Subnet("edge", "10.0.0.0/24", "a").Instance("router");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            vpc.Subnet($"inside-{zone}", $"10.0.{10 + index}.0/24", zone).Instance($"router-{zone}");
        }
    }
}
