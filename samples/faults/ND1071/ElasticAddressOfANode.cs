using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A node of a load balancer has the elastic address of an instance.</summary>
[Topology]
public static partial class ElasticAddressOfANode
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var address = network.Region("us-east-1").ElasticIp("host");
        web.Instance("one").ElasticIp(address);
        vpc.NetworkLoadBalancer("front").Subnet(web, address); // ND1071 at `address`: Elastic address 'host' is associated with 'one' already; allocate another for 'us-east-1a'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ElasticAddressOfANodeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var address = network.Region("us-east-1").ElasticIp("host");
        web.Instance("one").ElasticIp(address);
        vpc.NetworkLoadBalancer("front").Subnet(web);
    }
}
