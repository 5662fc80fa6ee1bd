using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>An internal load balancer between two tiers. Source: "Network Load Balancers", Elastic Load Balancing.</summary>
[Topology]
public static partial class NetworkLoadBalancerInternal
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var app = vpc.Subnet("app", "10.0.1.0/24", "a");
        var group = vpc.SecurityGroup("app").Ingress(Tcp(8080), from: "10.0.0.0/16");
        var targets = vpc.TargetGroup("app", ListenerProtocol.Tcp, 8080).Target(app.Instance("one", group)).Target(app.Instance("two", group));
        var middle = vpc.NetworkLoadBalancer("middle").Internal().Subnet(app).Listener(ListenerProtocol.Tcp, 8080, targets);
        network.Expect(web.Instance("client")).CanReach(middle, Tcp(8080));
    }
}
