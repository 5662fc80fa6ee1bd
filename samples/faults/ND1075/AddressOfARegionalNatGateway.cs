using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A regional NAT gateway gets an address of a Local Zone.</summary>
[Topology]
public static partial class AddressOfARegionalNatGateway
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        vpc.RegionalNatGateway("nat").Zone("a", region.ElasticIp("nat", networkBorderGroup: "us-east-1-bos-1")); // ND1075 at `region.ElasticIp("nat", networkBorderGroup: "us-east-1-bos-1")`: Elastic address 'nat' is announced from network border group us-east-1-bos-1, and regional NAT gateway 'nat' is in us-east-1a, of group us-east-1; allocate one there.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AddressOfARegionalNatGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        vpc.RegionalNatGateway("nat").Zone("a", region.ElasticIp("nat"));
    }
}
