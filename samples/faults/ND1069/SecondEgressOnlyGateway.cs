using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC gets two egress-only internet gateways.</summary>
[Topology]
public static partial class SecondEgressOnlyGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.AmazonIpv6Cidr().EgressOnlyInternetGateway("out");
        vpc.EgressOnlyInternetGateway("second"); // ND1069 at `"second"`: VPC 'shop' has the egress-only internet gateway 'out' already; a VPC has one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SecondEgressOnlyGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.AmazonIpv6Cidr().EgressOnlyInternetGateway("out");
    }
}
