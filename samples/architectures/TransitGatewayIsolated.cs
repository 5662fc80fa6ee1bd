using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Spokes that reach shared services and not each other. Source: "Example: Isolated VPCs with shared services", Amazon VPC Transit Gateways.</summary>
[Topology]
public static partial class TransitGatewayIsolated
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var services = region.Vpc("services", "10.0.0.0/16");
        var shared = services.Subnet("shared", "10.0.0.0/24", "a");
        services.MainRouteTable.Route("10.0.0.0/8", hub);
        var directory = shared.Instance("directory", services.SecurityGroup("directory").Ingress(Tcp(636), from: "10.0.0.0/8"));
        var toServices = hub.Attach("services", shared);
        var forSpokes = hub.RouteTable("spokes").Propagate(toServices);
        var forServices = hub.RouteTable("services").Associate(toServices);
        foreach (var (index, name) in new[] { "one", "two" }.Index())
        {
            var vpc = region.Vpc(name, $"10.{index + 1}.0.0/16");
            var subnet = vpc.Subnet("hosts", $"10.{index + 1}.0.0/24", "a");
            vpc.MainRouteTable.Route("10.0.0.0/8", hub);
            var attachment = hub.Attach(name, subnet);
            forSpokes.Associate(attachment);
            forServices.Propagate(attachment);
            var host = subnet.Instance($"host-{name}");
            network.Expect(host).CanReach(directory, Tcp(636));
        }
    }
}
