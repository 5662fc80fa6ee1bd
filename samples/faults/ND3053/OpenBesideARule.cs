using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule for everything stands beside one that is narrow.</summary>
[Topology]
public static partial class OpenBesideARule
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var group = vpc.SecurityGroup("web").Ingress(AllTraffic, from: "0.0.0.0/0"); // ND3053 at `"0.0.0.0/0"`: Security group 'web' lets everybody (0.0.0.0/0) to every port of network interface 'host', which has the public address 203.0.113.1; name the traffic that is for it.
        web.Instance("host", group).ElasticIp(network.Region("us-east-1").ElasticIp("host"));
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class OpenBesideARuleRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var group = vpc.SecurityGroup("web").Ingress(AllTraffic, from: "10.0.0.0/16");
        web.Instance("host", group).ElasticIp(network.Region("us-east-1").ElasticIp("host"));
    }
}
