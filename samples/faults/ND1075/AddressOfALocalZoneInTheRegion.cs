using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A NAT gateway of the region gets an address of a Local Zone.</summary>
[Topology]
public static partial class AddressOfALocalZoneInTheRegion
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.NatGateway("nat").ElasticIp(region.ElasticIp("nat", networkBorderGroup: "us-east-1-bos-1")); // ND1075 at `region.ElasticIp("nat", networkBorderGroup: "us-east-1-bos-1")`: Elastic address 'nat' is announced from network border group us-east-1-bos-1, and 'nat' is in us-east-1a, of group us-east-1; allocate one there, with networkBorderGroup: "us-east-1".
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AddressOfALocalZoneInTheRegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.NatGateway("nat").ElasticIp(region.ElasticIp("nat"));
    }
}
