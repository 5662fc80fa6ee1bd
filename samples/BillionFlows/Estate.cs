using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// Twelve VPCs with 84 hosts each behind a transit gateway, each with a NAT gateway in both of its zones and a peering connection to its neighbour; and one VPC with
/// a network load balancer that all of them use.
/// </summary>
[Topology]
public static partial class Estate
{
    private const int Vpcs = 12;
    private const int HostsOfSubnet = 42;
    private const int Targets = 12;

    private static readonly string[] Zones = ["a", "b"];

    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");

        var services = region.Vpc("services", "10.100.0.0/16");
        var front = services.SecurityGroup("front").Ingress(Tcp(443), from: "10.0.0.0/8").Ingress(Udp(443), from: "10.0.0.0/8");
        var servers = services.SecurityGroup("servers").Ingress(Tcp(8443), from: front).Ingress(Udp(8443), from: front);
        var byTcp = services.TargetGroup("tcp", ListenerProtocol.Tcp, port: 8443);
        var byUdp = services.TargetGroup("udp", ListenerProtocol.Udp, port: 8443);
        var balancer = services.NetworkLoadBalancer("front").Internal().SecurityGroup(front).CrossZone()
            .Listener(ListenerProtocol.Tcp, 443, byTcp)
            .Listener(ListenerProtocol.Udp, 443, byUdp);
        var doors = new List<SubnetBuilder>();
        foreach (var (index, zone) in Zones.Index())
        {
            var subnet = services.Subnet($"services-{zone}", $"10.100.{index}.0/24", zone);
            subnet.RouteTable($"services-{zone}").Route("10.0.0.0/8", hub);
            balancer.Subnet(subnet);
            for (var server = 0; server < Targets; server++)
            {
                var target = subnet.Instance($"server-{zone}-{server}", servers);
                byTcp.Target(target);
                byUdp.Target(target);
            }

            doors.Add(subnet);
        }

        hub.Attach("services", doors[0]).Subnet(doors[1]);

        var departments = Enumerable.Range(0, Vpcs).Select(number => Department(region, hub, number)).ToList();
        for (var number = 0; number < Vpcs; number += 2)
        {
            var (one, other) = (departments[number], departments[number + 1]);
            var peering = network.Peer($"{one.Vpc.Name}-{other.Vpc.Name}", requester: one.Vpc, accepter: other.Vpc);
            one.Tables.ForEach(table => table.Route(other.Vpc.Cidr, peering));
            other.Tables.ForEach(table => table.Route(one.Vpc.Cidr, peering));
        }
    }

    private static (VpcBuilder Vpc, List<RouteTableBuilder> Tables) Department(RegionBuilder region, TransitGatewayBuilder hub, int number)
    {
        var vpc = region.Vpc($"department-{number}", $"10.{number}.0.0/16");
        var internet = vpc.InternetGateway($"igw-{number}");
        var hosts = vpc.SecurityGroup("hosts").Ingress(Tcp(8080), from: "10.0.0.0/8").Ingress(Udp(8080), from: "10.0.0.0/8");
        var subnets = new List<SubnetBuilder>();
        var tables = new List<RouteTableBuilder>();
        foreach (var (index, zone) in Zones.Index())
        {
            var edge = vpc.Subnet($"edge-{zone}", $"10.{number}.{index}.0/28", zone);
            edge.RouteTable($"edge-{zone}").Route(AnyIpv4, internet);
            var nat = edge.NatGateway($"nat-{zone}");

            var subnet = vpc.Subnet($"hosts-{zone}", $"10.{number}.{10 + index}.0/24", zone).NeedsInternet();
            tables.Add(subnet.RouteTable($"hosts-{zone}").Route(AnyIpv4, nat).Route("10.100.0.0/16", hub));
            for (var host = 0; host < HostsOfSubnet; host++)
            {
                subnet.Instance($"host-{zone}-{host}", hosts);
            }

            subnets.Add(subnet);
        }

        hub.Attach(vpc.Name, subnets[0]).Subnet(subnets[1]);
        return (vpc, tables);
    }
}
