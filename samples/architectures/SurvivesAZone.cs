using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A service that stays when a zone is lost. Source: "Reliability Pillar: deploy to multiple zones", AWS Well-Architected Framework.</summary>
[Topology]
public static partial class SurvivesAZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443);
        var front = vpc.NetworkLoadBalancer("front");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var edge = vpc.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route(AnyIpv4, igw);
            front.Subnet(edge);
            targets.Target(edge.Instance($"web-{zone}", group));
        }

        front.Listener(ListenerProtocol.Tcp, 443, targets);
        network.Expect(Internet).CanReach(front, Tcp(443)).SurvivesLossOf("a").SurvivesLossOf("b");
    }
}
