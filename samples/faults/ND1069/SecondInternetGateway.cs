using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC gets two internet gateways.</summary>
[Topology]
public static partial class SecondInternetGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        network.Region("us-east-1").InternetGateway("second").AttachTo(vpc); // ND1069 at `vpc`: VPC 'shop' has the internet gateway 'igw' already; a VPC has one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SecondInternetGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        network.Region("us-east-1").InternetGateway("second");
    }
}
