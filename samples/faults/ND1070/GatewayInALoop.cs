using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Every turn of a loop attaches one gateway.</summary>
[Topology]
public static partial class GatewayInALoop
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var igw = region.InternetGateway("igw");
        foreach (var (index, name) in new[] { "shop", "tools" }.Index())
        {
            igw.AttachTo(region.Vpc(name, $"10.{index}.0.0/16")); // ND1070 at `region.Vpc(name, $"10.{index}.0.0/16")`: Internet gateway 'igw' is attached to VPC 'shop' already; declare another for VPC 'tools'.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var (index, name) in new[] { "shop", "tools" }.Index())
        {
            region.InternetGateway($"igw-{name}").AttachTo(region.Vpc(name, $"10.{index}.0.0/16"));
        }
    }
}
