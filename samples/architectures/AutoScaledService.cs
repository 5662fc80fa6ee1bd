using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A load balancer before an Auto Scaling group in two zones. Source: "Attach a load balancer to your Auto Scaling group", Amazon EC2 Auto Scaling.</summary>
[Topology]
public static partial class AutoScaledService
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        var servers = vpc.AutoScalingGroup("servers", [one, two], 4, maximum: 8, securityGroup: vpc.SecurityGroup("servers").Ingress(Tcp(443), from: "10.0.0.0/16"));
        var targets = vpc.TargetGroup("servers", ListenerProtocol.Tcp, 443).Targets(servers);
        var front = vpc.NetworkLoadBalancer("front").Internal().Subnet(one).Subnet(two).Listener(ListenerProtocol.Tcp, 443, targets);
        network.Expect(one.Instance("client")).CanReach(front, Tcp(443));
    }
}
