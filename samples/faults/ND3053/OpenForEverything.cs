using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A public host is open for everything.</summary>
[Topology]
public static partial class OpenForEverything
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(AllTraffic, from: AnyIpv4)).PublicIp(); // ND3053 at `AnyIpv4`: Security group 'web' lets everybody (0.0.0.0/0) to every port of network interface 'host', which has the public address 203.0.113.1; name the traffic that is for it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class OpenForEverythingRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
    }
}
