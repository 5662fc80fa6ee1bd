using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// Many VPCs share one way out: the example "Centralized outbound routing to the internet" of the transit gateway guide,
/// over two zones, with the spokes kept apart from each other.
/// </summary>
[Topology]
public static partial class CentralEgress
{
    static readonly string[] Zones = ["a", "b"];

    static void Define(NetworkBuilder network)
    {
        var region = network.Region("eu-central-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);

        var egress = region.Vpc("egress", "10.100.0.0/16");
        var internet = egress.InternetGateway("igw");
        var fromInternet = egress.RouteTable("from-internet").Route(AnyIpv4, internet);
        var landings = new List<SubnetBuilder>();
        for (var index = 0; index < Zones.Length; index++)
        {
            var zone = Zones[index];
            var front = egress.Subnet($"front-{zone}", $"10.100.{index}.0/24", zone).Associate(fromInternet);
            var nat = front.NatGateway($"nat-{zone}");

            // The attachment has subnets of its own: in the NAT gateway's subnet its packets would pass the NAT gateway by.
            var landing = egress.Subnet($"landing-{zone}", $"10.100.{16 + index}.0/28", zone);
            landing.RouteTable($"landing-{zone}").Route(AnyIpv4, nat);
            landings.Add(landing);
        }

        var wayOut = hub.Attach("egress", landings);
        var forSpokes = hub.RouteTable("spokes").Route(AnyIpv4, wayOut);
        var forEgress = hub.RouteTable("egress").Associate(wayOut);

        // Spokes reach the internet and not each other: without these, a packet to a neighbour would go to the egress VPC.
        foreach (var range in new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16" })
        {
            forSpokes.Blackhole(range);
        }

        (string Name, int Block, bool AnswersPing)[] spokes = [("orders", 1, true), ("billing", 2, true), ("reports", 3, false)];
        foreach (var (name, block, answersPing) in spokes)
        {
            var attachment = AddSpoke(region, hub, name, block, answersPing);
            forSpokes.Associate(attachment);
            forEgress.Propagate(attachment);
            fromInternet.Route($"10.{block}.0.0/16", hub);
        }
    }

    static TransitGatewayVpcAttachmentBuilder AddSpoke(
        RegionBuilder region, TransitGatewayBuilder hub, string name, int block, bool answersPing)
    {
        var vpc = region.Vpc(name, $"10.{block}.0.0/16");
        vpc.MainRouteTable.Route(AnyIpv4, hub);

        var group = vpc.SecurityGroup("app").Egress(Tcp(443), to: AnyIpv4).Egress(Icmp, to: AnyIpv4);
        if (answersPing)
        {
            group.Ingress(Icmp, from: "10.0.0.0/8");
        }

        var subnets = new List<SubnetBuilder>();
        foreach (var (index, zone) in Zones.Index())
        {
            var subnet = vpc.Subnet($"app-{zone}", $"10.{block}.{index}.0/24", zone, subnet => subnet.NeedsInternet());
            subnet.Instance($"{name}-{zone}", group);
            subnets.Add(subnet);
        }

        return hub.Attach(name, subnets);
    }

    /// <summary>Attaches a VPC by one subnet in each zone.</summary>
    static TransitGatewayVpcAttachmentBuilder Attach(this TransitGatewayBuilder hub, string name, List<SubnetBuilder> subnets)
    {
        var attachment = hub.Attach(name, subnets[0]);
        for (var index = 1; index < subnets.Count; index++)
        {
            attachment.Subnet(subnets[index]);
        }

        return attachment;
    }
}
