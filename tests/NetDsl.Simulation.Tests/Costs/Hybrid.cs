using static NetDsl.Simulation.Tests.Costs.BillingScene;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Costs;

/// <summary>A site that receives what a VPC sends, and three ways there.</summary>
static class Hybrid
{
    public static Bill OverInternet(decimal gigabytes, Prices prices) =>
        ByVpnGateway(gigabytes, prices, (_, gateway, site) => gateway.VpnConnection("vpn", site.CustomerGateway("edge", "198.51.100.9")));

    public static Bill DirectConnect(decimal gigabytes, Prices prices) =>
        ByVpnGateway(gigabytes, prices, (scene, gateway, site) => site.DirectConnect("line", "EqDC2", scene.Region).PrivateVirtualInterface("vif", 101, gateway));

    public static Bill OverDirectConnect(decimal gigabytes, Prices prices)
    {
        var scene = new BillingScene();
        var app = scene.Host("app", "10.0.0.0/24", "a");
        var gateway = scene.Region.TransitGateway("tgw").CidrBlock("10.255.0.0/24");
        gateway.Attach("vpc", app.Subnet);
        app.Subnet.RouteTable("app").Route("192.168.0.0/16", gateway);
        var site = Site(scene).Prefix("172.31.0.0/24");
        var desk = site.Host("desk", "192.168.1.10");
        var direct = scene.Network.DirectConnectGateway("dxgw", 64700);
        var transport = gateway.AttachDirectConnect("dx", direct).Allow("10.255.0.0/24");
        site.DirectConnect("line", "EqDC2", scene.Region).TransitVirtualInterface("vif", 101, direct).Advertise("172.31.0.1/32");
        gateway.AttachVpn("vpn", site.CustomerGateway("inner", "172.31.0.1"), connection => connection.PrivateIp(transport).Advertise("192.168.0.0/16"));
        return scene.Month(prices, new Transfer(At(app), At(desk), Tcp(443), gigabytes, 0));
    }

    static Bill ByVpnGateway(decimal gigabytes, Prices prices, Action<BillingScene, VpnGatewayBuilder, SiteBuilder> link)
    {
        var scene = new BillingScene();
        var gateway = scene.Vpc.VpnGateway("vgw");
        scene.Vpc.MainRouteTable.Propagate(gateway);
        var site = Site(scene);
        link(scene, gateway, site);
        return scene.Month(prices, new Transfer(At(scene.Host("app", "10.0.0.0/24", "a")), At(site.Host("desk", "192.168.1.10")), Tcp(443), gigabytes, 0));
    }

    static SiteBuilder Site(BillingScene scene) => scene.Network.Site("office", 65010).Prefix("192.168.0.0/16");
}
