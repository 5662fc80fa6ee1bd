using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The ACL of the client lets no replies in.</summary>
[Topology]
public static partial class AclWithoutRepliesIn
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        web.Instance("client");
        data.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(5432), from: "10.0.0.0/24"));
        web.Associate(vpc.NetworkAcl("web").AllowOutbound(100, Tcp(5432), "10.0.1.0/24")); // ND3010 at `"web"`: TCP from network interface 'client' to network interface 'server' (10.0.0.4 → 10.0.1.4, port 5432) arrives, and its reply is dropped: network ACL us-east-1/shop/web lets no tcp/49152 from 10.0.1.4 in (SUBNET_ACL_RESTRICTION); add AllowInbound(10, TcpRange(1024, 65535), from: "10.0.1.0/24").
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AclWithoutRepliesInRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        web.Instance("client");
        data.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(5432), from: "10.0.0.0/24"));
        web.Associate(vpc.NetworkAcl("web").AllowOutbound(100, Tcp(5432), "10.0.1.0/24").AllowInbound(10, TcpRange(1024, 65535), from: "10.0.1.0/24"));
    }
}
