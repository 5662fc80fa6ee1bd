using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An ACL lets requests in and no replies out.</summary>
[Topology]
public static partial class AclWithoutEphemeralPorts
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        web.Instance("client");
        data.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(5432), from: "10.0.0.0/24"));
        var acl = vpc.NetworkAcl("data").AllowInbound(100, Tcp(5432), "10.0.0.0/24"); // ND3010 at `"data"`: TCP from network interface 'client' to network interface 'server' (10.0.0.4 → 10.0.1.4, port 5432) arrives, and its reply is dropped: network ACL us-east-1/shop/data lets no tcp/49152 to 10.0.0.4 out (SUBNET_ACL_RESTRICTION); add AllowOutbound(10, TcpRange(1024, 65535), to: "10.0.0.0/24").
        data.Associate(acl);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AclWithoutEphemeralPortsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        web.Instance("client");
        data.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(5432), from: "10.0.0.0/24"));
        var acl = vpc.NetworkAcl("data").AllowInbound(100, Tcp(5432), "10.0.0.0/24").AllowOutbound(10, TcpRange(1024, 65535), to: "10.0.0.0/24");
        data.Associate(acl);
    }
}
