using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A node of an internal load balancer gets an elastic address.</summary>
[Topology]
public static partial class ElasticAddressOfAnInternalNode
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var address = network.Region("us-east-1").ElasticIp("front");
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web, address); // ND1072 at `address`: Load balancer 'front' is internal; its nodes have no elastic addresses.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ElasticAddressOfAnInternalNodeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var address = network.Region("us-east-1").ElasticIp("front");
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web);
    }
}
