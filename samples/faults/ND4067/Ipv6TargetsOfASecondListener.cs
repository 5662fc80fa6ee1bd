using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The second listener of a load balancer of IPv4 sends to IPv6 targets.</summary>
[Topology]
public static partial class Ipv6TargetsOfASecondListener
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var host = web.Instance("host").Ipv6Address();
        var four = vpc.TargetGroup("four", ListenerProtocol.Tcp, 80).Target(host);
        var six = vpc.TargetGroup("six", ListenerProtocol.Tcp, 443).IpAddressType(IpAddressType.Ipv6).Target(host);
        var front = vpc.NetworkLoadBalancer("front").Internal();
        front.Subnet(web).Listener(ListenerProtocol.Tcp, 80, four).Listener(ListenerProtocol.Tcp, 443, six); // ND4067 at `six`: Target group 'six' has IPv6 targets, which load balancer 'front' of type Ipv4 cannot speak to; call IpAddressType(IpAddressType.Dualstack) on it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class Ipv6TargetsOfASecondListenerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var host = web.Instance("host").Ipv6Address();
        var four = vpc.TargetGroup("four", ListenerProtocol.Tcp, 80).Target(host);
        var six = vpc.TargetGroup("six", ListenerProtocol.Tcp, 443).IpAddressType(IpAddressType.Ipv6).Target(host);
        var front = vpc.NetworkLoadBalancer("front").IpAddressType(IpAddressType.Dualstack).Internal();
        front.Subnet(web).Listener(ListenerProtocol.Tcp, 80, four).Listener(ListenerProtocol.Tcp, 443, six);
    }
}
