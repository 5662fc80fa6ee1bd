using NetDsl;
using static NetDsl.Traffic;

[Topology]
static partial class HubAndSpoke
{
    static void Define(NetworkBuilder network)
    {
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

        var names = new[] { "orders", "billing" };
        for (var index = 0; index < names.Length; index++)
        {
            var name = names[index];
            var spoke = region.Vpc(name, $"10.{index + 1}.0.0/16", network.Account(name, $"00000000000{index + 1}"));
            var hosts = spoke.SecurityGroup("hosts").Ingress(Icmp, from: "10.0.0.0/8").Egress(Tcp(443), to: AnyIpv4);
            var subnet = spoke.Subnet("apps", $"10.{index + 1}.0.0/24", "a");
            subnet.RouteTable("apps").Route("0.0.0.0/0", hub);
            subnet.Instance($"{name}-1", hosts);
            var attachment = hub.Attach(name, subnet);
            fromSpokes.Associate(attachment);
            fromEgress.Propagate(attachment);
        }
    }
}
