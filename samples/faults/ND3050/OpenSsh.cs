using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>SSH is open to the whole internet.</summary>
[Topology]
public static partial class OpenSsh
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(22), from: AnyIpv4)).PublicIp(); // ND3050 at `AnyIpv4`: Security group 'web' lets everybody (0.0.0.0/0) to port 22 of network interface 'host', which has the public address 203.0.113.1; write the prefix of those who administer it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class OpenSshRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(22), from: "198.51.100.0/24")).PublicIp();
    }
}
