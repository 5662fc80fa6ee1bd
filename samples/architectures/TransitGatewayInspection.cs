using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A stateful firewall in each zone of an inspection VPC, with appliance mode. Source: "Example: Appliances in a shared services VPC", Amazon VPC Transit Gateways.</summary>
[Topology]
public static partial class TransitGatewayInspection
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var inspection = region.Vpc("inspection", "10.9.0.0/16");
        var landings = new List<SubnetBuilder>();
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var fire = inspection.Subnet($"fire-{zone}", $"10.9.{index}.0/24", zone);
            fire.RouteTable($"fire-{zone}").Route("10.0.0.0/8", hub);
            var firewall = fire.Instance($"firewall-{zone}", inspection.SecurityGroup($"firewall-{zone}").Ingress(AllTraffic, from: "10.0.0.0/8")).ForwardsTraffic(stateful: true).SourceDestinationCheck(false);
            var landing = inspection.Subnet($"landing-{zone}", $"10.9.{16 + index}.0/28", zone);
            landing.RouteTable($"landing-{zone}").Route("10.0.0.0/8", firewall);
            landings.Add(landing);
        }

        var inspected = hub.Attach("inspection", landings[0]).Subnet(landings[1]).ApplianceMode();
        var arriving = hub.RouteTable("arriving").Route("10.0.0.0/8", inspected);
        var leaving = hub.RouteTable("leaving").Associate(inspected);
        var hosts = new List<InstanceBuilder>();
        foreach (var (index, name) in new[] { "one", "two" }.Index())
        {
            var vpc = region.Vpc(name, $"10.{index + 1}.0.0/16");
            var subnet = vpc.Subnet("hosts", $"10.{index + 1}.0.0/24", index == 0 ? "a" : "b");
            vpc.MainRouteTable.Route("10.0.0.0/8", hub);
            var attachment = hub.Attach(name, subnet);
            arriving.Associate(attachment);
            leaving.Propagate(attachment);
            hosts.Add(subnet.Instance($"host-{name}", vpc.SecurityGroup("hosts").Ingress(Tcp(443), from: "10.0.0.0/8")));
        }

        network.Expect(hosts[0]).CanReach(hosts[1], Tcp(443)).OnlyThrough(inspected);
        network.Expect(hosts[1]).CanReach(hosts[0], Tcp(443)).OnlyThrough(inspected);
    }
}
