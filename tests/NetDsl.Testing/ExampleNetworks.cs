using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Testing;

/// <summary>Networks that tests of several rooms look at: small, and together holding every construct.</summary>
public static partial class ExampleNetworks
{
    /// <summary>All of them that are whole and sound.</summary>
    public static IReadOnlyList<Topology> All => [Shop(), HubAndSpoke(), PeeredRegions(), Hybrid(), Accelerated(), CustomRouting(), Overlay()];

    /// <summary>Two tiers over two zones: web hosts with public addresses, databases behind NAT gateways.</summary>
    public static Topology Shop()
    {
        var network = new NetworkBuilder("Shop");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var database = vpc.SecurityGroup("db").Ingress(Tcp(5432), from: web);
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var edge = vpc.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route("0.0.0.0/0", internet);
            var nat = edge.NatGateway($"nat-{zone}");

            var data = vpc.Subnet($"data-{zone}", $"10.0.{10 + index}.0/24", zone).NeedsInternet();
            data.RouteTable($"data-{zone}").Route("0.0.0.0/0", nat);

            edge.Instance($"web-{zone}", web).PublicIp();
            data.Instance($"db-{zone}", database);
        }

        return network.Build();
    }

    /// <summary>Two spokes that reach the internet through one egress VPC and a transit gateway, and not each other.</summary>
    public static Topology HubAndSpoke()
    {
        var network = new NetworkBuilder("HubAndSpoke");
        var region = network.Region("eu-west-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var fromSpokes = hub.RouteTable("from-spokes");
        var fromEgress = hub.RouteTable("from-egress");

        var egress = region.Vpc("egress", "10.100.0.0/16");
        var internet = egress.InternetGateway("igw");
        var front = egress.Subnet("front", "10.100.0.0/24", "a");
        front.RouteTable("front").Route("0.0.0.0/0", internet).Route("10.0.0.0/8", hub);
        var nat = front.NatGateway("nat").ElasticIp(region.ElasticIp("out", "203.0.113.50"));
        var landing = egress.Subnet("landing", "10.100.1.0/28", "a");
        landing.RouteTable("landing").Route("0.0.0.0/0", nat);
        var egressAttachment = hub.Attach("egress", landing);
        fromEgress.Associate(egressAttachment);
        fromSpokes.Route("0.0.0.0/0", egressAttachment).Blackhole("10.0.0.0/8");

        foreach (var (index, name) in new[] { "orders", "billing" }.Index())
        {
            var spoke = region.Vpc(name, $"10.{index + 1}.0.0/16", network.Account(name, $"00000000000{index + 1}"));
            var hosts = spoke.SecurityGroup("hosts").Ingress(Icmp, from: "10.0.0.0/8").Egress(Tcp(443), to: AnyIpv4);
            var subnet = spoke.Subnet("apps", $"10.{index + 1}.0.0/24", "a");
            subnet.RouteTable("apps").Route("0.0.0.0/0", hub);
            subnet.Instance($"{name}-1", hosts);
            var attachment = hub.Attach(name, subnet);
            fromSpokes.Associate(attachment);
            fromEgress.Propagate(attachment);
        }

        return network.Build();
    }

    /// <summary>A client and shared services in two regions and accounts, joined by a peering, with ACLs, secondary blocks and a second interface.</summary>
    public static Topology PeeredRegions()
    {
        var network = new NetworkBuilder("PeeredRegions");
        var owner = network.Account("services", "210987654321");
        var home = network.Region("us-west-2").Vpc("home", "172.16.0.0/16").SecondaryCidr("100.64.0.0/16");
        var shared = network.Region("ap-northeast-1").Vpc("shared", "192.168.0.0/20", owner);
        var peering = network.Peer("home-shared", home, shared).AcceptedBy(owner).AllowDnsResolution(shared);

        var acl = shared.NetworkAcl("guard")
            .DenyInbound(50, TcpRange(22, 23), from: AnyIpv4)
            .AllowInbound(100, Tcp(8080), from: "172.16.0.0/16")
            .AllowOutbound(100, TcpRange(1024, 65535), to: "172.16.0.0/16");
        var services = shared.Subnet("services", "192.168.1.0/24", "c").Associate(acl);
        services.RouteTable("services").Route("172.16.0.0/16", peering);
        services.Instance("catalog", shared.SecurityGroup("catalog").Ingress(Tcp(8080), from: "172.16.0.0/16").Ingress(Udp(53), from: "172.16.0.0/16"))
            .PrivateIp("192.168.1.10");

        home.MainRouteTable.Route("192.168.0.0/20", peering);
        var desk = home.Subnet("desk", "172.16.4.0/24", "b");
        var lab = home.Subnet("lab", "100.64.1.0/24", "b");
        desk.Instance("client").Interface("lab", lab);
        desk.NatGateway("inner").Private();
        lab.Interface("probe", home.SecurityGroup("probe").Ingress(IpProtocol(50), from: AnyIpv4).NoEgressByDefault());
        network.Region("us-west-2").InternetGateway("spare");
        return network.Build();
    }

    /// <summary>A network with values that no builder takes, and the parts that are sound around them.</summary>
    public static Topology Broken()
    {
        var network = new NetworkBuilder("Broken");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("edge", "10.0.0.1/24", "a");
        vpc.Subnet("../etc/passwd", "10.0.1.0/24", "a");
        vpc.Subnet("tiny", "10.0.2.0/28", "b").Instance("host").PrivateIp("10.0.9.9");
        vpc.SecurityGroup("web").Ingress(Tcp(70000), from: AnyIpv4);
        vpc.SecurityGroup("web");
        return network.Build();
    }

    /// <summary>A VPC and two sites: Direct Connect with a VPN behind it, and a site with static routing.</summary>
    public static Topology Hybrid()
    {
        var network = new NetworkBuilder("Hybrid");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("apps", "10.20.0.0/16");
        var gateway = vpc.VpnGateway("vgw", 64600);
        vpc.MainRouteTable.Propagate(gateway).Route("172.31.0.0/16", gateway);
        vpc.Subnet("app", "10.20.1.0/24", "a").Instance("app", vpc.SecurityGroup("app").Ingress(Tcp(443), from: "192.168.0.0/16"));

        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/17");
        paris.Host("mainframe", "192.168.1.10");
        gateway.VpnConnection("paris", paris.CustomerGateway("edge", "198.51.100.1")).Prepend(1).Med(20).InsideCidr(1, "169.254.10.0/30").TunnelDown(2);
        var direct = network.DirectConnectGateway("dxgw", 64700);
        direct.Associate(gateway).Allow("10.0.0.0/8");
        var lines = new[] { paris.DirectConnect("line-1", "EqDC2", region, 10), paris.DirectConnect("line-2", "EqDC2", region, 10).Down() };
        paris.LinkAggregationGroup("lag", lines, 1)
            .PrivateVirtualInterface("vif", 101, direct)
            .Advertise("192.168.0.0/17").Community(LocalPreferenceCommunity.High).Provider(3356).Mtu(9001);

        var rome = network.Site("rome", 65020).Prefix("192.168.128.0/17").Prefix("203.0.113.0/24");
        rome.DirectConnect("public", "EqMI1", region).PublicVirtualInterface("public", 201, "203.0.113.0/25").Scope(AdvertisementScope.Region);
        rome.Host("till", "192.168.128.9");
        gateway.VpnConnection("rome", rome.CustomerGateway("edge")).StaticRoute("192.168.128.0/17").DeviceRoute("10.20.0.0/16");
        return network.Build();
    }
}
