using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two NAT gateways have one elastic address.</summary>
[Topology]
public static partial class ElasticAddressOfTwoNatGateways
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var address = network.Region("us-east-1").ElasticIp("nat");
        edge.NatGateway("one").ElasticIp(address);
        edge.NatGateway("two").ElasticIp(address); // ND1071 at `address`: Elastic address 'nat' is associated with 'one' already; allocate another for 'two'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ElasticAddressOfTwoNatGatewaysRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var address = network.Region("us-east-1").ElasticIp("nat");
        edge.NatGateway("one").ElasticIp(address);
        edge.NatGateway("two");
    }
}
