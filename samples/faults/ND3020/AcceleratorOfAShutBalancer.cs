using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A load balancer behind an accelerator admits its VPC only.</summary>
[Topology]
public static partial class AcceleratorOfAShutBalancer
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: "10.0.0.0/16");
        var subnet = vpc.Subnet("private", "10.0.0.0/24", "a");
        var host = vpc.SecurityGroup("host").Ingress(Tcp(443), from: web);
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(subnet.Instance("web", host));
        var nlb = vpc.NetworkLoadBalancer("nlb").Internal().Subnet(subnet).SecurityGroup(web);
        nlb.Listener(ListenerProtocol.Tcp, 443, targets);
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(vpc.Region).Endpoint(nlb); // ND3020 at `Endpoint(nlb)`: Network load balancer 'nlb' sees the addresses of the clients of accelerator 'edge', and no ingress rule of its security groups admits one of them to tcp/443; admit the clients, for example from 0.0.0.0/0.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AcceleratorOfAShutBalancerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var subnet = vpc.Subnet("private", "10.0.0.0/24", "a");
        var host = vpc.SecurityGroup("host").Ingress(Tcp(443), from: web);
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(subnet.Instance("web", host));
        var nlb = vpc.NetworkLoadBalancer("nlb").Internal().Subnet(subnet).SecurityGroup(web);
        nlb.Listener(ListenerProtocol.Tcp, 443, targets);
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(vpc.Region).Endpoint(nlb);
    }
}
