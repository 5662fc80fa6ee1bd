using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The allowed prefix is the block that the VPC had before.</summary>
[Topology]
public static partial class AllowedTheOldBlock
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var dx = network.DirectConnectGateway("dx");
        var hub = region.TransitGateway("hub").AmazonSideAsn(64513);
        network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", region).TransitVirtualInterface("vif", 100, dx).Advertise("192.168.0.0/16");
        hub.Attach("shop", web);
        var attachment = hub.AttachDirectConnect("dx", dx); // ND2094 at `"dx"`: VPC 'shop' (10.0.0.0/16) sends to the sites behind Direct Connect gateway 'dx', which is allowed nothing of it for transit gateway 'hub': they learn no route back; call Allow("10.0.0.0/16") on attachment 'dx'.
        attachment.Allow("172.16.0.0/16");
        vpc.MainRouteTable.Route("192.168.0.0/16", hub);
        web.Instance("host");
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AllowedTheOldBlockRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var dx = network.DirectConnectGateway("dx");
        var hub = region.TransitGateway("hub").AmazonSideAsn(64513);
        network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", region).TransitVirtualInterface("vif", 100, dx).Advertise("192.168.0.0/16");
        hub.Attach("shop", web);
        var attachment = hub.AttachDirectConnect("dx", dx).Allow("10.0.0.0/16");
        attachment.Allow("172.16.0.0/16");
        vpc.MainRouteTable.Route("192.168.0.0/16", hub);
        web.Instance("host");
    }
}
