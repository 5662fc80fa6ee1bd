using NetDsl.Model;

namespace NetDsl.Benchmarks;

/// <summary>Many VPCs behind a transit gateway, with one way out: the network whose growth is measured.</summary>
internal static class HubAndSpoke
{
    private static readonly string[] Zones = ["a", "b"];

    /// <summary>The network with that many spokes of two subnets.</summary>
    /// <param name="spokes">How many.</param>
    /// <param name="expects">
    /// Whether it says what it is for, three times a spoke: the spoke reaches the internet, the internet does not reach it, and the spoke before does not administer it.
    /// </param>
    /// <param name="hosts">How many hosts a subnet has.</param>
    public static Topology Build(int spokes, bool expects = false, int hosts = 5)
    {
        var network = new NetworkBuilder("Hub");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var wayOut = AddEgress(region, hub);
        var forSpokes = hub.RouteTable("spokes").Route("0.0.0.0/0", wayOut);
        var forEgress = hub.RouteTable("egress").Associate(wayOut);
        VpcBuilder? before = null;
        for (var spoke = 0; spoke < spokes; spoke++)
        {
            var (vpc, attachment) = AddSpoke(region, hub, spoke, hosts);
            forSpokes.Associate(attachment);
            forEgress.Propagate(attachment);
            if (expects)
            {
                network.Expect(vpc).CanReach(Traffic.Internet, Traffic.Tcp(443));
                network.Expect(Traffic.Internet).CannotReach(vpc);
                network.Expect(before ?? vpc).CannotReach(vpc, Traffic.Tcp(22));
            }

            before = vpc;
        }

        return network.Build();
    }

    private static TransitGatewayVpcAttachmentBuilder AddEgress(RegionBuilder region, TransitGatewayBuilder hub)
    {
        var vpc = region.Vpc("egress", "10.200.0.0/16");
        var internet = vpc.InternetGateway("igw");
        return Attach(hub, "egress", Zones.Select((zone, index) =>
        {
            var front = vpc.Subnet($"front-{zone}", $"10.200.{index}.0/24", zone);
            front.RouteTable($"front-{zone}").Route("0.0.0.0/0", internet).Route("10.0.0.0/8", hub);
            var landing = vpc.Subnet($"landing-{zone}", $"10.200.{16 + index}.0/28", zone);
            landing.RouteTable($"landing-{zone}").Route("0.0.0.0/0", front.NatGateway($"nat-{zone}"));
            return landing;
        }));
    }

    private static (VpcBuilder Vpc, TransitGatewayVpcAttachmentBuilder Attachment) AddSpoke(RegionBuilder region, TransitGatewayBuilder hub, int spoke, int hosts)
    {
        var vpc = region.Vpc($"spoke-{spoke}", $"10.{spoke}.0.0/16");
        vpc.MainRouteTable.Route("0.0.0.0/0", hub);
        var group = vpc.SecurityGroup("app").Ingress(Traffic.Tcp(443), from: "10.0.0.0/8");
        return (vpc, Attach(hub, $"spoke-{spoke}", Zones.Select((zone, index) =>
        {
            var subnet = vpc.Subnet($"app-{zone}", $"10.{spoke}.{index}.0/24", zone);
            for (var host = 0; host < hosts; host++)
            {
                subnet.Instance($"app-{zone}-{host}", group);
            }

            return subnet;
        })));
    }

    private static TransitGatewayVpcAttachmentBuilder Attach(TransitGatewayBuilder hub, string name, IEnumerable<SubnetBuilder> subnets) =>
        subnets.Aggregate(
            (TransitGatewayVpcAttachmentBuilder?)null,
            (attachment, subnet) => attachment is null ? hub.Attach(name, subnet) : attachment.Subnet(subnet))!;
}
