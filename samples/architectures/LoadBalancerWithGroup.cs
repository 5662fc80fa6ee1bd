using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A load balancer with a security group, whose targets admit only it. Source: "Update the security groups for your Network Load Balancer", Elastic Load Balancing.</summary>
[Topology]
public static partial class LoadBalancerWithGroup
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var outer = vpc.SecurityGroup("outer").Ingress(Tcp(443), from: AnyIpv4);
        var inner = vpc.SecurityGroup("inner").Ingress(Tcp(8443), from: outer);
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 8443).PreserveClientAddress(false).Target(vpc.Subnet("web", "10.0.1.0/24", "a").Instance("web", inner));
        var front = vpc.NetworkLoadBalancer("front").SecurityGroup(outer).Subnet(edge).Listener(ListenerProtocol.Tcp, 443, targets);
        network.Expect(Internet).CanReach(front, Tcp(443));
    }
}
