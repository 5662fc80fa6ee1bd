using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>VPCs behind a transit gateway and a Direct Connect gateway. Source: "Transit gateway associations", AWS Direct Connect User Guide.</summary>
[Topology]
public static partial class DirectConnectTransit
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").AmazonSideAsn(64513);
        var dx = network.DirectConnectGateway("dx");
        hub.AttachDirectConnect("dx", dx).Allow("10.0.0.0/8");
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
        paris.DirectConnect("line", "EqDC2", region).TransitVirtualInterface("vif", 100, dx).Advertise("192.168.0.0/16");
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
