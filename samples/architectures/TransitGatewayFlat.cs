using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Three VPCs on one transit gateway, each reaches each. Source: "Example: Centralized router", Amazon VPC Transit Gateways.</summary>
[Topology]
public static partial class TransitGatewayFlat
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        foreach (var (index, name) in new[] { "one", "two", "three" }.Index())
        {
            var vpc = region.Vpc(name, $"10.{index}.0.0/16");
            var subnet = vpc.Subnet("hosts", $"10.{index}.0.0/24", "a");
            hub.Attach(name, subnet);
            vpc.MainRouteTable.Route("10.0.0.0/8", hub);
            subnet.Instance($"host-{name}", vpc.SecurityGroup("hosts").Ingress(Tcp(443), from: "10.0.0.0/8"));
        }
    }
}
