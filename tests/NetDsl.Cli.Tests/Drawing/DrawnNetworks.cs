using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests.Drawing;

/// <summary>Networks to draw: the examples, and shapes that strain a layout.</summary>
static class DrawnNetworks
{
    public static IReadOnlyDictionary<string, Topology> All { get; } =
        ExampleNetworks.All.Concat([Empty(), Crowded(), Crossing(), Dual(), Egress()]).ToDictionary(topology => topology.Name);

    /// <summary>The paths of what every picture shows.</summary>
    public static IEnumerable<string> PathsOf(Topology topology) =>
    [
        .. topology.Regions.Select(element => element.Id.Path),
        .. topology.Vpcs.Select(element => element.Id.Path),
        .. topology.Subnets.Select(element => element.Id.Path),
        .. topology.Instances.Select(element => element.Id.Path),
        .. topology.NetworkInterfaces.Select(element => element.Id.Path),
        .. topology.NatGateways.Select(element => element.Id.Path),
        .. topology.InternetGateways.Select(element => element.Id.Path),
        .. topology.TransitGateways.Select(element => element.Id.Path),
        .. topology.Peerings.Select(element => element.Id.Path),
        .. topology.Accelerators.Select(element => element.Id.Path),
        .. topology.InternetClients.Select(element => element.Id.Path),
    ];

    /// <summary>A NAT gateway of a whole VPC, one with two addresses, and a route server that a firewall speaks to.</summary>
    public static Topology Egress()
    {
        var network = new NetworkBuilder("Egress");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("egress", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.NatGateway("zonal").Address(region.ElasticIp("second", "203.0.113.99"));
        var regional = vpc.RegionalNatGateway("regional").Zone("a", region.ElasticIp("a", "203.0.113.10")).Zone("b", region.ElasticIp("b", "203.0.113.11"));
        var server = vpc.RouteServer("routes", 65100);
        server.Endpoint("edge", edge).Peer("fw", edge.Instance("firewall"), 65001).Advertise("192.168.0.0/16");
        vpc.Subnet("inside", "10.0.1.0/24", "b").RouteTable("inside").Route("0.0.0.0/0", regional).Propagate(server);
        return network.Build();
    }

    static Topology Empty()
    {
        var network = new NetworkBuilder("Empty");
        network.Region("us-east-1").Vpc("bare", "10.0.0.0/16");
        network.Region("us-east-2");
        return network.Build();
    }

    /// <summary>Both families, with an egress-only gateway and a subnet without IPv4.</summary>
    public static Topology Dual()
    {
        var network = new NetworkBuilder("Dual");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").AmazonIpv6Cidr();
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a").AssignIpv6();
        var internet = vpc.InternetGateway("igw");
        edge.RouteTable("edge").Route("0.0.0.0/0", internet).Route("::/0", internet);
        edge.Instance("web").PublicIp();
        var six = vpc.Ipv6OnlySubnet("six", "a");
        six.RouteTable("six").Route("::/0", vpc.EgressOnlyInternetGateway("eigw"));
        six.Instance("app");
        return network.Build();
    }

    static Topology Crowded()
    {
        var network = new NetworkBuilder("Crowded");
        var vpc = network.Region("us-east-1").Vpc("a-vpc-with-quite-a-long-name-for-a-box", "10.0.0.0/16").SecondaryCidr("10.1.0.0/16");
        var internet = vpc.InternetGateway("the-gateway-to-everything");
        foreach (var zone in new[] { "a", "b", "c" })
        {
            var subnet = vpc.Subnet($"hosts-{zone}", $"10.0.{zone[0] - 'a'}.0/24", zone);
            subnet.RouteTable($"hosts-{zone}").Route("0.0.0.0/0", internet);
            for (var index = 0; index < 23; index++)
            {
                subnet.Instance($"host-{zone}-{index}").PublicIp();
            }

            vpc.Subnet($"bare-{zone}", $"10.1.{zone[0] - 'a'}.0/24", zone);
        }

        return network.Build();
    }

    /// <summary>Zones that share one NAT gateway, VPCs that are all peered and attached, and a peering that nobody accepted.</summary>
    static Topology Crossing()
    {
        var network = new NetworkBuilder("Crossing");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var second = region.TransitGateway("second-hub", defaultRouteTable: false);
        var vpcs = new List<VpcBuilder>();
        for (var index = 0; index < 3; index++)
        {
            var vpc = region.Vpc($"vpc-{index}", $"10.{index}.0.0/16");
            var front = vpc.Subnet("front", $"10.{index}.0.0/24", "a");
            front.RouteTable("front").Route("0.0.0.0/0", vpc.InternetGateway($"igw-{index}"));
            var nat = front.NatGateway("nat");
            front.NatGateway("inner-nat").Private();
            front.Instance("bastion").PublicIp();
            var attachment = hub.Attach($"vpc-{index}", front);
            foreach (var zone in new[] { "b", "c" })
            {
                var back = vpc.Subnet($"back-{zone}", $"10.{index}.{zone[0] - 'a'}.0/24", zone);
                attachment.Subnet(back);
                back.RouteTable($"back-{zone}").Route("0.0.0.0/0", nat).Route("10.0.0.0/8", hub);
            }

            vpcs.Add(vpc);
        }

        vpcs[0].MainRouteTable.Route("10.1.0.0/16", network.Peer("zero-one", vpcs[0], vpcs[1]));
        network.Peer("one-two", vpcs[1], vpcs[2]);
        var far = network.Region("eu-west-1").Vpc("far", "10.9.0.0/16");
        network.Peer("far-zero", far, vpcs[0]);
        network.Peer("far-two", far, vpcs[2]);
        second.Attach("two", vpcs[2].Subnet("extra", "10.2.9.0/24", "a"));
        return network.Build();
    }
}
