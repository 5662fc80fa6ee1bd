using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>One regional NAT gateway for all zones. Source: "Regional NAT gateways", Amazon VPC User Guide.</summary>
[Topology]
public static partial class RegionalNat
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var nat = vpc.RegionalNatGateway("nat");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var subnet = vpc.Subnet($"inside-{zone}", $"10.0.{index}.0/24", zone).NeedsInternet();
            subnet.RouteTable($"inside-{zone}").Route(AnyIpv4, nat);
            network.Expect(subnet.Instance($"host-{zone}")).CanReach(Internet, Tcp(443));
        }
    }
}
