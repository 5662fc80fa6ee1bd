using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// Everything that the talk behind NetDsl speaks of, once each: a shop with its gateways, endpoints, load balancer and office; a second VPC with the very same addresses; a
/// peered VPC in which another account has a host; and a VPC behind a transit gateway.
/// </summary>
[Topology]
public static partial class Machinery
{
    const string Office = "192.168.0.0/16";
    const string Tools = "10.8.0.0/16";
    const string Lab = "10.9.0.0/16";

    static readonly string[] Zones = ["a", "b"];

    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = region.Vpc("shop", "10.0.0.0/16").DnsHostnames();
        var tools = region.Vpc("tools", Tools);
        var peering = network.Peer("shop-tools", requester: tools, accepter: shop);
        var office = shop.VpnGateway("to-office");
        var internet = shop.InternetGateway("igw");

        var web = shop.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var door = shop.SecurityGroup("door").Ingress(Tcp(80), from: web).Ingress(Tcp(80), from: Lab).Ingress(Tcp(80), from: Office);
        var apps = shop.SecurityGroup("apps").Ingress(Tcp(8080), from: door).Ingress(Tcp(22), from: Tools);
        var targets = shop.TargetGroup("apps", ListenerProtocol.Tcp, port: 8080);
        var balancer = shop.NetworkLoadBalancer("front").Internal().SecurityGroup(door).CrossZone().Listener(ListenerProtocol.Tcp, 80, targets);
        var storage = shop.GatewayEndpoint("storage", region.Service("s3"));
        storage.Policy().Allow("Read", "s3:GetObject");
        var queue = shop.InterfaceEndpoint("queue", region.Service("sqs")).SecurityGroup(shop.SecurityGroup("queue").Ingress(Tcp(443), from: apps));

        var inside = new List<SubnetBuilder>();
        foreach (var (index, zone) in Zones.Index())
        {
            var edge = shop.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route(AnyIpv4, internet).Route(Tools, peering).Route(Lab, hub).Propagate(office);
            var nat = edge.NatGateway($"nat-{zone}");
            edge.Instance($"web-{zone}", web).PublicIp();

            var subnet = shop.Subnet($"apps-{zone}", $"10.0.{10 + index}.0/24", zone).NeedsInternet();
            var table = subnet.RouteTable($"apps-{zone}").Route(AnyIpv4, nat).Route(Tools, peering).Route(Lab, hub).Propagate(office);
            storage.RouteTable(table);
            queue.Subnet(subnet);
            balancer.Subnet(subnet);
            targets.Target(subnet.Instance($"app-{zone}", apps));
            inside.Add(subnet);
        }

        AddTwin(region);
        AddTools(network, tools, peering);
        AddLab(region, hub);
        AddOffice(network, office);
        hub.Attach("shop", inside[0]).Subnet(inside[1]);
    }

    /// <summary>A VPC that knows nothing of the shop, and has its addresses.</summary>
    static void AddTwin(RegionBuilder region)
    {
        var twin = region.Vpc("twin", "10.0.0.0/16");
        var subnet = twin.Subnet("apps-a", "10.0.10.0/24", "a");
        var members = twin.SecurityGroup("members", group => group.Ingress(Tcp(8080), from: group));
        subnet.Instance("twin-1", members);
        subnet.Instance("twin-2", members);
    }

    /// <summary>Tools of the owner, and in a shared subnet a host of somebody else's.</summary>
    static void AddTools(NetworkBuilder network, VpcBuilder tools, PeeringBuilder peering)
    {
        var partner = network.Account("partner", "444455556666");
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        tools.Subnet("tools", "10.8.0.0/24", "a").Instance("monitor", tools.SecurityGroup("monitor"));
        var shared = tools.Subnet("shared", "10.8.1.0/24", "a").ShareWith(partner).As(partner);
        shared.Instance("scanner", shared.SecurityGroup("scanner"));
    }

    /// <summary>What the transit gateway joins with the shop.</summary>
    static void AddLab(RegionBuilder region, TransitGatewayBuilder hub)
    {
        var lab = region.Vpc("lab", Lab);
        lab.MainRouteTable.Route("10.0.0.0/16", hub);
        var subnet = lab.Subnet("lab", "10.9.0.0/24", "a");
        subnet.Instance("probe", lab.SecurityGroup("probe"));
        hub.Attach("lab", subnet);
    }

    /// <summary>A circuit of Direct Connect, and a VPN connection for when it fails.</summary>
    static void AddOffice(NetworkBuilder network, VpnGatewayBuilder office)
    {
        var site = network.Site("office", asn: 65010).Prefix(Office);
        site.Host("desk", "192.168.1.10");
        var circuits = network.DirectConnectGateway("circuits", asn: 64600);
        circuits.Associate(office);
        site.DirectConnect("fibre", "EqDC2", network.Region("us-east-1"), gbps: 1).PrivateVirtualInterface("private", 101, circuits);
        office.VpnConnection("backup", site.CustomerGateway("edge"));
    }
}
