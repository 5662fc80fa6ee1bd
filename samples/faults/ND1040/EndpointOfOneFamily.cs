using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An endpoint of a dual-stack accelerator has IPv4 only.</summary>
[Topology]
public static partial class EndpointOfOneFamily
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8::/56");
        vpc.InternetGateway("igw");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var host = web.Instance("host");
        network.Accelerator("edge").IpAddressType(IpAddressType.Dualstack).Listener(Tcp(443)).EndpointGroup(vpc.Region).Endpoint(host); // ND1040 at `host`: Instance 'host' cannot be an endpoint of the dual-stack accelerator 'edge': its primary interface has no IPv6 address; give it one with Ipv6Address().
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EndpointOfOneFamilyRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8::/56");
        vpc.InternetGateway("igw");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        var host = web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4).Ingress(Tcp(443), from: AnyIpv6)).Ipv6Address();
        network.Accelerator("edge").IpAddressType(IpAddressType.Dualstack).Listener(Tcp(443)).EndpointGroup(vpc.Region).Endpoint(host);
    }
}
