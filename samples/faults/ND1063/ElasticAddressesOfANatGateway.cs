using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A NAT gateway gets two primary elastic addresses.</summary>
[Topology]
public static partial class ElasticAddressesOfANatGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var region = network.Region("us-east-1");
        var nat = web.NatGateway("nat").ElasticIp(region.ElasticIp("one"));
        nat.ElasticIp(region.ElasticIp("two")); // ND1063 at `region.ElasticIp("two")`: NAT gateway 'nat' has the elastic address 'one' already; give one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ElasticAddressesOfANatGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var region = network.Region("us-east-1");
        var nat = web.NatGateway("nat").ElasticIp(region.ElasticIp("one"));
    }
}
