using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>One of two VPCs is allowed.</summary>
[Topology]
public static partial class AllowedOneOfTwoVpcs
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var dx = network.DirectConnectGateway("dx");
        var hub = region.TransitGateway("hub").AmazonSideAsn(64513);
        network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", region).TransitVirtualInterface("vif", 100, dx).Advertise("192.168.0.0/16");
        hub.AttachDirectConnect("dx", dx).Allow("10.0.0.0/16"); // ND2094 at `"dx"`: VPC 'tools' (10.1.0.0/16) sends to the sites behind Direct Connect gateway 'dx', which is allowed nothing of it for transit gateway 'hub': they learn no route back; call Allow("10.1.0.0/16") on attachment 'dx'.
        foreach (var (index, name) in new[] { "shop", "tools" }.Index())
        {
            var vpc = region.Vpc(name, $"10.{index}.0.0/16");
            var web = vpc.Subnet("web", $"10.{index}.0.0/24", "a");
            hub.Attach(name, web);
            vpc.MainRouteTable.Route("192.168.0.0/16", hub);
            web.Instance("host");
        }
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AllowedOneOfTwoVpcsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var dx = network.DirectConnectGateway("dx");
        var hub = region.TransitGateway("hub").AmazonSideAsn(64513);
        network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", region).TransitVirtualInterface("vif", 100, dx).Advertise("192.168.0.0/16");
        hub.AttachDirectConnect("dx", dx).Allow("10.1.0.0/16").Allow("10.0.0.0/16");
        foreach (var (index, name) in new[] { "shop", "tools" }.Index())
        {
            var vpc = region.Vpc(name, $"10.{index}.0.0/16");
            var web = vpc.Subnet("web", $"10.{index}.0.0/24", "a");
            hub.Attach(name, web);
            vpc.MainRouteTable.Route("192.168.0.0/16", hub);
            web.Instance("host");
        }
    }
}
