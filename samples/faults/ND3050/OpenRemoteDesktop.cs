using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Remote Desktop is open to the whole internet.</summary>
[Topology]
public static partial class OpenRemoteDesktop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(3389), from: "0.0.0.0/0")).PublicIp(); // ND3050 at `"0.0.0.0/0"`: Security group 'web' lets everybody (0.0.0.0/0) to port 3389 of network interface 'host', which has the public address 203.0.113.1; write the prefix of those who administer it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class OpenRemoteDesktopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(3389), from: "198.51.100.10/32")).PublicIp();
    }
}
