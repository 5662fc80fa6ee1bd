using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Public and private subnets in two zones, a NAT gateway in each. Source: "Example: VPC with servers in private subnets and NAT", Amazon VPC User Guide.</summary>
[Topology]
public static partial class PublicAndPrivateSubnets
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var app = vpc.SecurityGroup("app").Ingress(Tcp(8080), from: "10.0.0.0/16");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var edge = vpc.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route(AnyIpv4, igw);
            var nat = edge.NatGateway($"nat-{zone}");
            var inside = vpc.Subnet($"inside-{zone}", $"10.0.{10 + index}.0/24", zone).NeedsInternet();
            inside.RouteTable($"inside-{zone}").Route(AnyIpv4, nat);
            inside.Instance($"app-{zone}", app);
        }

        IntentEnds apps = [vpc.Instance("app-a"), vpc.Instance("app-b")];
        network.Expect(apps).CanReach(Internet, Tcp(443));
        network.Expect(Internet).CannotReach(apps);
    }
}
