using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A site joined to three VPCs by one VPN connection to a transit gateway. Source: "Example: Transit gateway with VPN attachment", Amazon VPC Transit Gateways.</summary>
[Topology]
public static partial class VpnToTransitGateway
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
        hub.AttachVpn("paris", paris.CustomerGateway("edge")).Connection.Advertise("192.168.0.0/16");
        var clerk = paris.Host("clerk", "192.168.1.10");
        foreach (var (index, name) in new[] { "one", "two" }.Index())
        {
            var vpc = region.Vpc(name, $"10.{index}.0.0/16");
            var subnet = vpc.Subnet("hosts", $"10.{index}.0.0/24", "a");
            hub.Attach(name, subnet);
            vpc.MainRouteTable.Route("192.168.0.0/16", hub);
            var host = subnet.Instance($"host-{name}", vpc.SecurityGroup("hosts").Ingress(Tcp(443), from: "192.168.0.0/16"));
            network.Expect(clerk).CanReach(host, Tcp(443));
        }
    }
}
