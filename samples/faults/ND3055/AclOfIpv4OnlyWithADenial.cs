using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The next number of an ACL of IPv4 is taken.</summary>
[Topology]
public static partial class AclOfIpv4OnlyWithADenial
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.Instance("host").Ipv6Address();
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4).AllowOutbound(110, AllTraffic, AnyIpv6);
        acl.AllowInbound(7, AllTraffic, AnyIpv4).DenyInbound(6, Tcp(25), "198.51.100.0/24"); // ND3055 at `AllowInbound(7, AllTraffic, AnyIpv4)`: Network ACL 'edge' lets all in by IPv4 and nothing by IPv6, though network interface 'host' has the address 2001:db8::4; add the entry for ::/0.
        web.Associate(acl);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AclOfIpv4OnlyWithADenialRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.Instance("host").Ipv6Address();
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4).AllowOutbound(110, AllTraffic, AnyIpv6);
        acl.AllowInbound(7, AllTraffic, AnyIpv4).AllowInbound(8, AllTraffic, "::/0").DenyInbound(6, Tcp(25), "198.51.100.0/24");
        web.Associate(acl);
    }
}
