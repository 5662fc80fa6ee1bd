using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A dual-stack load balancer listens on UDP.</summary>
[Topology]
public static partial class UdpOfBothFamilies
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var dns = vpc.TargetGroup("dns", ListenerProtocol.Udp, 53).IpAddressType(IpAddressType.Ipv6).Target(web.Instance("host").Ipv6Address());
        vpc.NetworkLoadBalancer("front").IpAddressType(IpAddressType.Dualstack).Internal().Subnet(web).Listener(ListenerProtocol.Udp, 53, dns); // ND4068 at `Listener(ListenerProtocol.Udp, 53, dns)`: Load balancer 'front' is dual-stack, and takes UDP only with a prefix for IPv6 source NAT; call EnablePrefixForIpv6SourceNat() on it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class UdpOfBothFamiliesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var dns = vpc.TargetGroup("dns", ListenerProtocol.Udp, 53).IpAddressType(IpAddressType.Ipv6).Target(web.Instance("host").Ipv6Address());
        vpc.NetworkLoadBalancer("front").EnablePrefixForIpv6SourceNat().IpAddressType(IpAddressType.Dualstack).Internal().Subnet(web).Listener(ListenerProtocol.Udp, 53, dns);
    }
}
