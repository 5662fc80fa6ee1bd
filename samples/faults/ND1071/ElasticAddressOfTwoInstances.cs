using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two instances have one elastic address.</summary>
[Topology]
public static partial class ElasticAddressOfTwoInstances
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var address = network.Region("us-east-1").ElasticIp("host");
        web.Instance("one").ElasticIp(address);
        web.Instance("two").ElasticIp(address); // ND1071 at `address`: Elastic address 'host' is associated with 'one' already; allocate another for 'two'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ElasticAddressOfTwoInstancesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var address = network.Region("us-east-1").ElasticIp("host");
        web.Instance("one").ElasticIp(address);
        web.Instance("two");
    }
}
