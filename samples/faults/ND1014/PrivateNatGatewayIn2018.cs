using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A private NAT gateway is used by the rules of 2018.</summary>
[Topology]
public static partial class PrivateNatGatewayIn2018
{
    static void Define(NetworkBuilder network)
    {
        network.Profile(SemanticsProfile.Talk2018);
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.NatGateway("nat").Private(); // ND1014 at `Private()`: Private NAT gateway 'nat' is not allowed where PrivateNatGateways is off, as in the profile Talk2018 of this network; leave it out, or set PrivateNatGateways.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PrivateNatGatewayIn2018Repaired
{
    static void Define(NetworkBuilder network)
    {
        network.Profile(SemanticsProfile.Talk2018 with { PrivateNatGateways = true });
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.NatGateway("nat").Private();
    }
}
