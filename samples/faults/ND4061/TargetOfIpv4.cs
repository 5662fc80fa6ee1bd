using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A target of an IPv6 group has IPv4 only.</summary>
[Topology]
public static partial class TargetOfIpv4
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var host = web.Instance("host");
        vpc.TargetGroup("six", ListenerProtocol.Tcp, 443).IpAddressType(IpAddressType.Ipv6).Target(host); // ND4061 at `Target(host)`: Instance 'host' has no IPv6 address, and target group 'six' sends to IPv6 addresses; give it one with Ipv6Address().
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TargetOfIpv4Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var host = web.Instance("host").Ipv6Address();
        vpc.TargetGroup("six", ListenerProtocol.Tcp, 443).IpAddressType(IpAddressType.Ipv6).Target(host);
    }
}
