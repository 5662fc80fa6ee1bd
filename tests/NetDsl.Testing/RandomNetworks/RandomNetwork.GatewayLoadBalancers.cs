using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    readonly List<(EndpointServiceBuilder Service, HashSet<string> Zones)> inspections = [];

    // Of Gateway Load Balancers, so that they leave the rest of the network of a seed as it was.
    readonly Dice inspectionDice;

    /// <summary>Appliances behind a Gateway Load Balancer: most are healthy, and let Geneve in.</summary>
    void DrawGatewayLoadBalancer(DrawnVpc vpc)
    {
        var roomy = Roomy(vpc);
        if (roomy.Count == 0 || !inspectionDice.Chance(28))
        {
            return;
        }

        var geneve = vpc.Builder.SecurityGroup("geneve").Ingress(Traffic.Udp(6081), from: Traffic.AnyIpv4);
        var balancer = vpc.Builder.GatewayLoadBalancer("inspection").Stickiness(inspectionDice.Pick(Enum.GetValues<FlowStickiness>()));
        if (inspectionDice.Chance(45))
        {
            balancer.CrossZone();
        }

        var zones = new HashSet<string>();
        foreach (var subnet in roomy.Where(subnet => (subnet == roomy[^1] && zones.Count == 0) || inspectionDice.Chance(85)).Where(subnet => zones.Add(subnet.Zone)))
        {
            balancer.Subnet(subnet.Builder, Place(subnet, 40));
        }

        for (var number = inspectionDice.Between(1, 4); number > 0; number--)
        {
            var group = inspectionDice.Chance(tidy ? 95 : 80) ? geneve : inspectionDice.Pick(vpc.Groups);
            balancer.Target(
                inspectionDice.Pick(roomy).Builder.Instance($"inspector{number}", group).ForwardsTraffic(stateful: inspectionDice.Chance(60)),
                healthy: inspectionDice.Chance(85));
        }

        var service = vpc.Builder.EndpointService("inspection", balancer, acceptanceRequired: inspectionDice.Chance(40));
        accounts.ForEach(account => service.Permit(account));
        inspections.Add((service, [.. zones.Select(zone => CommonZone(vpc.Builder, zone))]));
    }

    /// <summary>Endpoints, and routes to them: from tables that their own subnets do not use, when all is well.</summary>
    void DrawGatewayLoadBalancerRoutes(DrawnVpc vpc)
    {
        foreach (var (service, zones) in inspections.Where(each => each.Service.Vpc.Region == vpc.Builder.Region).ToList())
        {
            var homes = Roomy(vpc).Where(subnet => zones.Contains(CommonZone(vpc.Builder, subnet.Zone))).ToList();
            for (var number = inspectionDice.Chance(75) ? inspectionDice.Between(1, 2) : 0; number > 0 && homes.Count > 0; number--)
            {
                var home = inspectionDice.Pick(homes);
                var endpoint = vpc.Builder.GatewayLoadBalancerEndpoint(
                    $"inspect-{service.Vpc.Name}-{number}", home.Builder, service, Place(home, 40 + (2 * vpcs.FindIndex(each => each.Builder == service.Vpc)) + number));
                _ = inspectionDice.Chance(tidy ? 97 : 80) ? service.Accept(endpoint) : service.Reject(endpoint);
                vpc.Inspected.Add(endpoint);
                DrawRoutesTo(endpoint, home, vpc);
            }
        }
    }

    void DrawRoutesTo(GatewayLoadBalancerEndpointBuilder endpoint, DrawnSubnet home, DrawnVpc vpc)
    {
        foreach (var table in vpc.Tables.Where(table => (table != home.Table || inspectionDice.Chance(5)) && inspectionDice.Chance(60)))
        {
            var other = inspectionDice.Pick(vpcs);
            AddRoute(table, other != vpc && inspectionDice.Chance(40) ? inspectionDice.Pick(other.Blocks) : Addressing.Ipv4Prefix.All, endpoint);
        }

        if (inspectionDice.Chance(45))
        {
            var (one, other) = (inspectionDice.Pick(vpc.Subnets), inspectionDice.Pick(vpc.Subnets));
            AddRoute(one.Table, inspectionDice.Chance(85) ? other.Prefix : inspectionDice.Pick(vpc.Blocks), endpoint);
            if (inspectionDice.Chance(75))
            {
                AddRoute(other.Table, one.Prefix, endpoint);
            }
        }

        if (vpc.Gateway is { } gateway && vpc.EdgeTable is null && inspectionDice.Chance(60))
        {
            vpc.EdgeTable = vpc.Builder.RouteTable("edge-in");
            foreach (var subnet in vpc.Subnets.Where(subnet => subnet.Table != home.Table && inspectionDice.Chance(80)))
            {
                vpc.EdgeTable.Route(subnet.Prefix.ToString(), endpoint);
            }

            gateway.Associate(vpc.EdgeTable);
        }

        // Seldom a table of another VPC leads there, and carries nothing.
        if (inspectionDice.Chance(6))
        {
            AddRoute(inspectionDice.Pick(inspectionDice.Pick(vpcs).Tables), Addressing.Ipv4Prefix.All, endpoint);
        }
    }

    /// <summary>Now and then what sites send goes through appliances first: an endpoint, or a host by a route.</summary>
    void DrawVpnGatewayTable(VpnGatewayBuilder gateway, DrawnVpc vpc, bool isAttached)
    {
        List<IRouteTarget> targets = [.. vpc.Inspected, .. vpc.Appliances.Select(each => each.Host)];
        if (targets.Count == 0 || !isAttached || !inspectionDice.Chance(60))
        {
            return;
        }

        var table = vpc.Builder.RouteTable("vpn-in");
        foreach (var subnet in vpc.Subnets.Where(_ => inspectionDice.Chance(75)))
        {
            table.Route(subnet.Prefix.ToString(), inspectionDice.Pick(targets));
        }

        gateway.Associate(table);
    }

    /// <summary>An address behind those that hosts get: nobody may name it as a target.</summary>
    static string Place(DrawnSubnet subnet, int place) => new Addressing.Ipv4Address(subnet.Prefix.First.Value + (uint)place).ToString();

    /// <summary>Subnets in which some addresses are left, whatever else is drawn.</summary>
    static List<DrawnSubnet> Roomy(DrawnVpc vpc) => [.. vpc.Subnets.Where(subnet => subnet.Prefix.Length <= 26)];
}
