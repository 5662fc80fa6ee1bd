using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The ACL of a public subnet lets requests in and no replies out.</summary>
[Topology]
public static partial class AclOfAPublicSubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.Associate(vpc.NetworkAcl("edge").AllowInbound(100, Tcp(443), from: "0.0.0.0/0")); // ND3010 at `"edge"`: TCP from the internet to network interface 'web' (198.51.100.7 → 203.0.113.1, port 443) arrives, and its reply is dropped: network ACL us-east-1/shop/edge lets no tcp/49152 to 198.51.100.7 out (SUBNET_ACL_RESTRICTION); add AllowOutbound(10, TcpRange(1024, 65535), to: "0.0.0.0/0").
        edge.Instance("web", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AclOfAPublicSubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.Associate(vpc.NetworkAcl("edge").AllowInbound(100, Tcp(443), from: "0.0.0.0/0").AllowOutbound(10, TcpRange(1024, 65535), to: "0.0.0.0/0"));
        edge.Instance("web", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
    }
}
