using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A load balancer of IPv4 sends to IPv6 targets.</summary>
[Topology]
public static partial class Ipv6TargetsOfIpv4
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var six = vpc.TargetGroup("six", ListenerProtocol.Tcp, 443).IpAddressType(IpAddressType.Ipv6).Target(web.Instance("host").Ipv6Address());
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, six); // ND4067 at `six`: Target group 'six' has IPv6 targets, which load balancer 'front' of type Ipv4 cannot speak to; call IpAddressType(IpAddressType.Dualstack) on it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class Ipv6TargetsOfIpv4Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var six = vpc.TargetGroup("six", ListenerProtocol.Tcp, 443).IpAddressType(IpAddressType.Ipv6).Target(web.Instance("host").Ipv6Address());
        vpc.NetworkLoadBalancer("front").IpAddressType(IpAddressType.Dualstack).Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, six);
    }
}
