using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A public load balancer before servers in private subnets of two zones. Source: "Getting started with Network Load Balancers", Elastic Load Balancing.</summary>
[Topology]
public static partial class NetworkLoadBalancerPublic
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var front = vpc.NetworkLoadBalancer("front");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443);
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var edge = vpc.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route(AnyIpv4, igw);
            front.Subnet(edge);
            targets.Target(vpc.Subnet($"web-{zone}", $"10.0.{10 + index}.0/24", zone).Instance($"web-{zone}", group));
        }

        front.Listener(ListenerProtocol.Tcp, 443, targets);
        network.Expect(Internet).CanReach(front, Tcp(443));
    }
}
