using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet is wider than its VPC.</summary>
[Topology]
public static partial class SubnetWiderThanItsVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/24");
        vpc.Subnet("web", "10.0.0.0/20", "a"); // ND1020 at `"10.0.0.0/20"`: Subnet 'web' (10.0.0.0/20) does not lie inside a block of VPC 'shop' (10.0.0.0/24); the VPC has no free /20 left, choose a smaller prefix or add a block with SecondaryCidr.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SubnetWiderThanItsVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/24");
        vpc.Subnet("web", "10.0.0.0/25", "a");
    }
}
