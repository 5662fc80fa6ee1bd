using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Testing;

/// <content>Packets in packets: GRE to Connect peers, IPsec over Direct Connect, and Geneve to appliances.</content>
public static partial class ExampleNetworks
{
    /// <summary>Branches behind two Connect peers in a VPC and one over Direct Connect, with VPN beside it; small sites behind a VPN concentrator, and people at home behind Client VPN; a firewall sees what the application exchanges with the internet.</summary>
    public static Topology Overlay()
    {
        var network = new NetworkBuilder("Overlay");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false).CidrBlock("10.255.0.0/24");
        var table = hub.RouteTable("all");

        var app = region.Vpc("app", "10.0.0.0/16");
        var internet = app.InternetGateway("igw");
        var firewalls = region.Vpc("firewalls", "10.9.0.0/16");
        var home = firewalls.Subnet("home", "10.9.0.0/24", "a");
        var balancer = firewalls.GatewayLoadBalancer("firewalls").Subnet(home).Stickiness(FlowStickiness.TwoTuple).CrossZone()
            .Target(home.Instance("firewall", firewalls.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.9.0.0/16")).ForwardsTraffic(stateful: true));
        var gate = app.Subnet("gate", "10.0.9.0/28", "a");
        gate.RouteTable("gate").Route(AnyIpv4, internet);
        var endpoint = app.GatewayLoadBalancerEndpoint("gate", gate, firewalls.EndpointService("firewalls", balancer, acceptanceRequired: false));
        internet.Associate(app.RouteTable("arriving").Route("10.0.1.0/24", endpoint));
        var servers = app.Subnet("servers", "10.0.1.0/24", "a");
        servers.RouteTable("servers").Route(AnyIpv4, endpoint).Route("192.168.0.0/16", hub).Route("172.24.0.0/22", hub);
        servers.Instance("server", app.SecurityGroup("server").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();

        var edge = region.Vpc("edge", "10.1.0.0/16");
        edge.MainRouteTable.Route("10.255.0.0/24", hub);
        var routers = edge.Subnet("routers", "10.1.1.0/24", "a");
        var gre = edge.SecurityGroup("gre").Ingress(IpProtocol(47), from: "10.255.0.0/24");
        var transport = hub.Attach("edge", edge.Subnet("landing", "10.1.0.0/28", "a"));
        var connect = hub.AttachConnect("connect", transport);
        var branches = network.Site("branches", 65010).Prefix("192.168.0.0/17");
        branches.Host("till", "192.168.1.10");
        connect.Peer("left", branches, routers.Instance("left", gre).ForwardsTraffic(), "169.254.10.0/29", 65001);
        connect.Peer("right", branches, routers.Instance("right", gre).ForwardsTraffic(), "169.254.10.8/29", 65001).Med(120);

        var direct = network.DirectConnectGateway("dxgw", 64700);
        var line = hub.AttachDirectConnect("line", direct).Allow("10.255.0.0/24");
        var factory = network.Site("factory", 65020).Prefix("192.168.128.0/17");
        factory.Host("robot", "192.168.200.4");
        factory.DirectConnect("line", "EqDC2", region).TransitVirtualInterface("line", 101, direct).Advertise("203.0.113.9/32").Advertise("172.31.0.0/24");
        var overDirectConnect = hub.AttachConnect("connect-over-line", line);
        overDirectConnect.Peer("factory", factory.CustomerGateway("router", "203.0.113.9"), "169.254.10.16/29", "10.255.0.77");

        var encrypted = hub.AttachVpn("encrypted", factory.CustomerGateway("gatehouse", "172.31.0.9"), vpn => vpn.PrivateIp(line));

        var small = hub.AttachVpnConcentrator("small");
        small.VpnConnection("kiosk", network.Site("kiosk", 65030).Prefix("172.20.1.0/24").CustomerGateway("modem")).InsideCidr(1, "169.254.20.0/30");
        small.VpnConnection("depot", network.Site("depot", 65031).Prefix("172.20.2.0/24").CustomerGateway("modem")).Med(50);

        var remote = hub.AttachClientVpn("remote", "172.24.0.0/22", ClientVpnAuthentication.Saml);
        remote.Endpoint.Route("10.0.0.0/16").Authorize("10.0.0.0/16", "staff").Client("ann", ["staff"]);

        foreach (var attachment in new TransitGatewayAttachmentBuilder[] { hub.Attach("app", servers), connect, overDirectConnect, encrypted, small, remote })
        {
            table.Associate(attachment).Propagate(attachment);
        }

        hub.RouteTable("inspected").Associate(hub.AttachNetworkFunction("inspection"));
        table.Blackhole(region.PrefixList("closed", 4).Entry("10.66.0.0/16").Entry("10.67.0.0/16"));

        return network.Build();
    }
}
