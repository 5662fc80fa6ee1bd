using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance gets a public address of the vendor's choice and an elastic one.</summary>
[Topology]
public static partial class PublicAndElasticAddress
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var address = network.Region("us-east-1").ElasticIp("host");
        var host = web.Instance("host").PublicIp();
        host.ElasticIp(address); // ND1063 at `address`: Interface 'host' has a public address of the vendor's choice already; keep PublicIp or ElasticIp, not both.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PublicAndElasticAddressRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var address = network.Region("us-east-1").ElasticIp("host");
        var host = web.Instance("host").PublicIp();
    }
}
