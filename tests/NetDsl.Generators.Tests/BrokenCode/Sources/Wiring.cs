using NetDsl;
using static NetDsl.Traffic;

[Topology]
public static partial class Wiring
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("eu-west-1");
        var partner = network.Account("partner", "111122223333");
        var hub = region.TransitGateway("hub", defaultRouteTable: false).SecurityGroupReferencing();
        var edge = region.Vpc("edge", "10.0.0.0/16");
        var back = region.Vpc("back", "10.1.0.0/16", partner);
        var internet = edge.InternetGateway("igw");

        var acl = edge.NetworkAcl("front")
            .AllowInbound(100, Tcp(443), from: AnyIpv4).DenyInbound(110, AllTraffic, from: "10.9.0.0/16")
            .AllowOutbound(100, TcpRange(1024, 65535), to: AnyIpv4);
        var front = edge.Subnet("front", "10.0.0.0/24", "a").Associate(acl);
        var table = front.RouteTable("front").Route(AnyIpv4, internet).Route("10.2.0.0/16", hub);
        var nat = front.NatGateway("nat").ElasticIp(region.ElasticIp("out", "203.0.113.50"));
        var inner = edge.Subnet("inner", "10.0.1.0/24", "b");
        inner.RouteTable("inner").Route("0.0.0.0/0", nat);

        var web = edge.SecurityGroup("web").NoEgressByDefault().Ingress(Tcp(443), from: AnyIpv4);
        var store = edge.SecurityGroup("store").Ingress(Tcp(5432), from: web).Egress(Icmp, to: AnyIpv4);
        web.Egress(Tcp(5432), to: store);
        front.Instance("web", web, host => host.PublicIp().PrivateIp("10.0.0.10"));
        inner.Instance("store", store).Interface("store-2", inner);
        inner.Interface("spare", store);

#pragma warning disable ND2001
        var peering = network.Peer("edge-back", edge, back).AcceptedBy(partner);
        table.Route("10.1.0.0/16", peering);
        back.MainRouteTable.Route("10.0.0.0/16", peering);
#pragma warning restore ND2001

        var deep = back.Subnet("deep", "10.1.0.0/28", "a");
        var attachment = hub.Attach("edge", inner);
        hub.RouteTable("all").Associate(attachment).Propagate(attachment).Blackhole("192.168.0.0/16");
        deep.Instance("deep", back.DefaultSecurityGroup);
    }
}
