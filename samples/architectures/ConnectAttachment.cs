using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>An SD-WAN appliance speaks to a transit gateway by Connect. Source: "Transit gateway Connect attachments", Amazon VPC Transit Gateways.</summary>
[Topology]
public static partial class ConnectAttachment
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").AmazonSideAsn(64513).CidrBlock("10.99.0.0/24");
        var edge = region.Vpc("edge", "10.0.0.0/16");
        var appliances = edge.Subnet("appliances", "10.0.0.0/24", "a");
        var transport = hub.Attach("edge", appliances);
        edge.MainRouteTable.Route("10.99.0.0/24", hub);
        var router = appliances.Instance("router", edge.SecurityGroup("router").Ingress(IpProtocol(47), from: "10.99.0.0/24")).ForwardsTraffic().SourceDestinationCheck(false);
        hub.AttachConnect("sdwan", transport).Peer("router", network.Site("branch", 65001).Prefix("192.168.0.0/16"), router, "169.254.6.0/29").Advertise("192.168.0.0/16");
    }
}
