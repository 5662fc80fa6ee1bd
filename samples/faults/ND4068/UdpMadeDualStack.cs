using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A load balancer of UDP is made dual-stack.</summary>
[Topology]
public static partial class UdpMadeDualStack
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var log = vpc.TargetGroup("log", ListenerProtocol.Udp, 514).IpAddressType(IpAddressType.Ipv6).Target(web.Instance("host").Ipv6Address());
        var front = vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Udp, 514, log); // ND4068 at `Listener(ListenerProtocol.Udp, 514, log)`: Load balancer 'front' is dual-stack, and takes UDP only with a prefix for IPv6 source NAT; call EnablePrefixForIpv6SourceNat() on it.
        front.IpAddressType(IpAddressType.Dualstack);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class UdpMadeDualStackRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var log = vpc.TargetGroup("log", ListenerProtocol.Udp, 514).IpAddressType(IpAddressType.Ipv6).Target(web.Instance("host").Ipv6Address());
        var front = vpc.NetworkLoadBalancer("front").EnablePrefixForIpv6SourceNat().Internal().Subnet(web).Listener(ListenerProtocol.Udp, 514, log);
        front.IpAddressType(IpAddressType.Dualstack);
    }
}
