using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A load balancer behind a dual-stack accelerator has IPv4 only.</summary>
[Topology]
public static partial class BalancerOfOneFamily
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8::/56");
        vpc.InternetGateway("igw");
        var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: AnyIpv4).Ingress(Tcp(443), from: AnyIpv6);
        var nlb = vpc.NetworkLoadBalancer("nlb").Subnet(vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr()).SecurityGroup(open);
        network.Accelerator("edge").IpAddressType(IpAddressType.Dualstack).Listener(Tcp(443)).EndpointGroup(vpc.Region).Endpoint(nlb); // ND1040 at `nlb`: Network load balancer 'nlb' cannot be an endpoint of the dual-stack accelerator 'edge': it is of type Ipv4; call IpAddressType(IpAddressType.Dualstack) on it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class BalancerOfOneFamilyRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8::/56");
        vpc.InternetGateway("igw");
        var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: AnyIpv4).Ingress(Tcp(443), from: AnyIpv6);
        var nlb = vpc.NetworkLoadBalancer("nlb").IpAddressType(IpAddressType.Dualstack).Subnet(vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr()).SecurityGroup(open);
        network.Accelerator("edge").IpAddressType(IpAddressType.Dualstack).Listener(Tcp(443)).EndpointGroup(vpc.Region).Endpoint(nlb);
    }
}
