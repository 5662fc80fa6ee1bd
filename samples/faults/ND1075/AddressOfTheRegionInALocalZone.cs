using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance in a Local Zone gets an address of the region.</summary>
[Topology]
public static partial class AddressOfTheRegionInALocalZone
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var boston = vpc.Subnet("boston", "10.0.0.0/24", "us-east-1-bos-1a");
        boston.Instance("host").ElasticIp(region.ElasticIp("host")); // ND1075 at `region.ElasticIp("host")`: Elastic address 'host' is announced from network border group us-east-1, and 'host' is in us-east-1-bos-1a, of group us-east-1-bos-1; allocate one there, with networkBorderGroup: "us-east-1-bos-1".
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AddressOfTheRegionInALocalZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var boston = vpc.Subnet("boston", "10.0.0.0/24", "us-east-1-bos-1a");
        boston.Instance("host").ElasticIp(region.ElasticIp("host", networkBorderGroup: "us-east-1-bos-1"));
    }
}
