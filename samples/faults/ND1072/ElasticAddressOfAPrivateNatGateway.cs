using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A private NAT gateway gets an elastic address.</summary>
[Topology]
public static partial class ElasticAddressOfAPrivateNatGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.NatGateway("nat").Private().ElasticIp(network.Region("us-east-1").ElasticIp("nat")); // ND1072 at `network.Region("us-east-1").ElasticIp("nat")`: NAT gateway 'nat' is private; a private NAT gateway has no elastic address.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ElasticAddressOfAPrivateNatGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.NatGateway("nat").Private();
    }
}
