using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A NAT gateway of an elastic address is made private.</summary>
[Topology]
public static partial class NatGatewayMadePrivate
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = web.NatGateway("nat").ElasticIp(network.Region("us-east-1").ElasticIp("nat"));
        nat.Private(); // ND1072 at `Private()`: NAT gateway 'nat' has the elastic address 'nat'; a private NAT gateway has none.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NatGatewayMadePrivateRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = web.NatGateway("nat").ElasticIp(network.Region("us-east-1").ElasticIp("nat"));
    }
}
