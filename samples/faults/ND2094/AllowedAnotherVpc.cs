using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The allowed prefix is that of another VPC.</summary>
[Topology]
public static partial class AllowedAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub").AmazonSideAsn(64513);
        hub.Attach("shop", web);
        var dx = network.DirectConnectGateway("dx");
        network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", network.Region("us-east-1")).TransitVirtualInterface("vif", 100, dx).Advertise("192.168.0.0/16");
        hub.AttachDirectConnect("dx", dx).Allow("10.1.0.0/16"); // ND2094 at `"dx"`: VPC 'shop' (10.0.0.0/16) sends to the sites behind Direct Connect gateway 'dx', which is allowed nothing of it for transit gateway 'hub': they learn no route back; call Allow("10.0.0.0/16") on attachment 'dx'.
        vpc.MainRouteTable.Route("192.168.0.0/16", hub);
        web.Instance("host");
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AllowedAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub").AmazonSideAsn(64513);
        hub.Attach("shop", web);
        var dx = network.DirectConnectGateway("dx");
        network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", network.Region("us-east-1")).TransitVirtualInterface("vif", 100, dx).Advertise("192.168.0.0/16");
        hub.AttachDirectConnect("dx", dx).Allow("10.0.0.0/16").Allow("10.1.0.0/16");
        vpc.MainRouteTable.Route("192.168.0.0/16", hub);
        web.Instance("host");
    }
}
