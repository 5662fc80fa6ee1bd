using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An internet gateway of another region is attached.</summary>
[Topology]
public static partial class GatewayOfAnotherRegion
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        network.Region("us-west-2").InternetGateway("igw").AttachTo(vpc); // ND1067 at `vpc`: Internet gateway 'us-west-2/igw' is of another region than VPC 'us-east-1/shop'; declare one there.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayOfAnotherRegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        network.Region("us-east-1").InternetGateway("igw").AttachTo(vpc);
    }
}
