using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The inbound entries of an ACL are of IPv4 only.</summary>
[Topology]
public static partial class AclOfIpv4Only
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.Instance("host").Ipv6Address();
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4).AllowOutbound(110, AllTraffic, AnyIpv6);
        acl.AllowInbound(100, AllTraffic, AnyIpv4); // ND3055 at `AllowInbound(100, AllTraffic, AnyIpv4)`: Network ACL 'edge' lets all in by IPv4 and nothing by IPv6, though network interface 'host' has the address 2001:db8::4; add the entry for ::/0.
        web.Associate(acl);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AclOfIpv4OnlyRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.Instance("host").Ipv6Address();
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4).AllowOutbound(110, AllTraffic, AnyIpv6);
        acl.AllowInbound(100, AllTraffic, AnyIpv4).AllowInbound(101, AllTraffic, "::/0");
        web.Associate(acl);
    }
}
