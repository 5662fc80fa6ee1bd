using NetDsl.Model;

namespace NetDsl.Benchmarks.Engines;

/// <summary>
/// A network in which the hosts of one subnet reach others by ever longer ways: within the subnet, within the VPC, by a peering connection, a transit gateway, firewalls before it, and the transit
/// gateway of another region. All of it is one graph, so that a long way differs from a short one by nothing but its length.
/// </summary>
internal static class ChainedNetwork
{
    /// <summary>The subnets that are reached, the nearest first: what the way is, and the path of the subnet.</summary>
    public static IReadOnlyList<(string Way, string Subnet)> Ways { get; } =
    [
        ("the same subnet", Senders),
        ("another subnet of the VPC", "near/next"),
        ("a peering connection", "peer/hosts"),
        ("a transit gateway", "spoke/hosts"),
        ("a firewall, a transit gateway", "guarded/hosts"),
        ("a transit gateway, that of another region", "west/hosts"),
        ("a firewall, a transit gateway, that of another region", "west-guarded/hosts"),
        ("two firewalls, a transit gateway, that of another region, a firewall", "west-fortress/hosts"),
    ];

    /// <summary>The subnet of those who send.</summary>
    public const string Senders = "near/hosts";

    private const int Hosts = 64;

    public static Topology Build()
    {
        var network = new NetworkBuilder("Chained");
        var east = network.Region("us-east-1");
        var west = network.Region("us-west-2");
        var hub = east.TransitGateway("east", defaultRouteTable: false);
        var far = west.TransitGateway("west", defaultRouteTable: false);
        var peering = hub.Peer("east-west", far).AcceptedBy(network.DefaultAccount);
        var fromEast = hub.RouteTable("all").Associate(peering).Route("10.64.0.0/10", peering);
        var fromWest = far.RouteTable("all").Associate(peering.Accepter).Route("10.0.0.0/10", peering.Accepter);

        var near = east.Vpc("near", "10.0.0.0/16");
        var senders = AddHosts(near, "hosts", "10.0.0.0/24");
        AddHosts(near, "next", "10.0.1.0/24");
        var neighbour = east.Vpc("peer", "10.1.0.0/16");
        AddHosts(neighbour, "hosts", "10.1.0.0/24");
        var line = network.Peer("near-peer", near, neighbour).AcceptedBy(network.DefaultAccount);
        neighbour.MainRouteTable.Route("10.0.0.0/16", line);

        // What comes to the first firewall goes to the second or to the transit gateway, by the table of its subnet.
        var inner = AddFirewall(near, "inner", "10.0.3.0/24");
        inner.Table.Route("10.0.0.0/8", hub);
        var outer = AddFirewall(near, "outer", "10.0.2.0/24");
        outer.Table.Route("10.0.0.0/8", hub).Route("10.67.0.0/16", inner.Host);
        senders.RouteTable("hosts")
            .Route("10.0.0.0/8", hub)
            .Route("10.1.0.0/16", line)
            .Route("10.3.0.0/16", outer.Host)
            .Route("10.66.0.0/16", outer.Host)
            .Route("10.67.0.0/16", outer.Host);
        Attach(hub, fromEast, "near", senders);

        foreach (var (index, name) in new[] { "spoke", "guarded" }.Index())
        {
            Attach(hub, fromEast, name, AddBehind(east.Vpc(name, $"10.{index + 2}.0.0/16"), index + 2, hub));
        }

        foreach (var (index, name) in new[] { "west", "west-guarded" }.Index())
        {
            Attach(far, fromWest, name, AddBehind(west.Vpc(name, $"10.{index + 65}.0.0/16"), index + 65, far));
        }

        // Its attachment has a subnet of its own, whose table leads by a firewall.
        var fortress = west.Vpc("west-fortress", "10.67.0.0/16");
        var gate = AddFirewall(fortress, "gate", "10.67.2.0/24");
        gate.Table.Route("10.0.0.0/8", far);
        AddBehind(fortress, 67, far);
        var landing = fortress.Subnet("landing", "10.67.1.0/28", "a");
        landing.RouteTable("landing").Route("10.0.0.0/8", far).Route("10.67.0.0/24", gate.Host);
        Attach(far, fromWest, "west-fortress", landing);
        return network.Build();
    }

    private static SubnetBuilder AddBehind(VpcBuilder vpc, int block, TransitGatewayBuilder gateway)
    {
        vpc.MainRouteTable.Route("10.0.0.0/8", gateway);
        return AddHosts(vpc, "hosts", $"10.{block}.0.0/24");
    }

    private static SubnetBuilder AddHosts(VpcBuilder vpc, string name, string block)
    {
        var group = vpc.SecurityGroup(name).Ingress(Traffic.Tcp(443), from: "10.0.0.0/8").Ingress(Traffic.Udp(9), from: "10.0.0.0/8");
        var subnet = vpc.Subnet(name, block, "a");
        for (var host = 0; host < Hosts; host++)
        {
            subnet.Instance($"{name}-{host}", group);
        }

        return subnet;
    }

    private static (InstanceBuilder Host, RouteTableBuilder Table) AddFirewall(VpcBuilder vpc, string name, string block)
    {
        var subnet = vpc.Subnet(name, block, "a");
        var group = vpc.SecurityGroup(name).Ingress(Traffic.AllTraffic, from: "10.0.0.0/8");
        return (subnet.Instance(name, group).ForwardsTraffic(stateful: true).SourceDestinationCheck(false), subnet.RouteTable(name));
    }

    private static void Attach(TransitGatewayBuilder gateway, TransitGatewayRouteTableBuilder table, string name, SubnetBuilder subnet)
    {
        var attachment = gateway.Attach(name, subnet);
        table.Associate(attachment).Propagate(attachment);
    }
}
