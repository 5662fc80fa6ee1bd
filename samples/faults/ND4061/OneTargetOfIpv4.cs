using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>One of two targets has IPv4 only.</summary>
[Topology]
public static partial class OneTargetOfIpv4
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var one = web.Instance("one").Ipv6Address();
        var two = web.Instance("two");
        vpc.TargetGroup("six", ListenerProtocol.Tcp, 443).IpAddressType(IpAddressType.Ipv6).Target(one).Target(two); // ND4061 at `Target(two)`: Instance 'two' has no IPv6 address, and target group 'six' sends to IPv6 addresses; give it one with Ipv6Address().
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class OneTargetOfIpv4Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var one = web.Instance("one").Ipv6Address();
        var two = web.Instance("two").Ipv6Address();
        vpc.TargetGroup("six", ListenerProtocol.Tcp, 443).IpAddressType(IpAddressType.Ipv6).Target(one).Target(two);
    }
}
