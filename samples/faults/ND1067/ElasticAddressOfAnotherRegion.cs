using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A NAT gateway gets an elastic address of another region.</summary>
[Topology]
public static partial class ElasticAddressOfAnotherRegion
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.NatGateway("nat").ElasticIp(network.Region("us-west-2").ElasticIp("nat")); // ND1067 at `network.Region("us-west-2").ElasticIp("nat")`: Elastic address 'us-west-2/nat' is of another region than 'nat' in us-east-1; allocate one there.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ElasticAddressOfAnotherRegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.NatGateway("nat").ElasticIp(network.Region("us-east-1").ElasticIp("nat"));
    }
}
