using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// Routes that the vendor refuses because of what else is in the VPC: known when everything is declared. Source: "Route tables" and
/// "Gateway route tables", Amazon VPC User Guide.
/// </summary>
internal static class RouteRules
{
    /// <summary>What is wrong with the routes of a VPC's tables.</summary>
    public static IEnumerable<Problem> Problems(VpcBuilder vpc)
    {
        var associated = new List<(string Text, Sourced<RouteTableBuilder> Table)>();
        if (vpc.AttachedInternetGateway is { IsLeftOut: false, Table: { } ofInternetGateway } internetGateway)
        {
            associated.Add((Text(internetGateway), ofInternetGateway));
        }

        if (vpc.AttachedVpnGateway is { IsLeftOut: false, Table: { } ofVpnGateway } vpnGateway)
        {
            associated.Add((Text(vpnGateway), ofVpnGateway));
        }

        foreach (var (gateway, table) in associated)
        {
            foreach (var problem in OfGateway(vpc, gateway, table))
            {
                yield return problem;
            }
        }

        if (vpc.AttachedVpnGateway is { Table: { Value.Propagates: true } propagating } taught)
        {
            yield return new Problem(
                ProblemKind.GatewayTable,
                $"route table '{propagating.Value.Name}' routes what comes in from virtual private gateway '{taught.Name}', and nothing may be propagated into it; write its routes",
                propagating.Origin);
        }

        foreach (var gateway in vpc.RegionalNatGateways.Where(gateway => !gateway.IsLeftOut))
        {
            foreach (var target in gateway.RouteTable.Targets.Where(target => target.Value is NatGatewayBuilder or RegionalNatGatewayBuilder))
            {
                yield return new Problem(
                    ProblemKind.TargetOfRegionalNat,
                    $"route table '{gateway.RouteTable.Name}' routes what regional NAT gateway '{gateway.Name}' sends, which {Text(target.Value)} cannot translate again; route it to an internet gateway, a transit gateway or an interface",
                    target.Origin);
            }
        }

        // A subnet that is left out has a problem of its own, and would have been the one that is meant.
        if (vpc.DeclaredSubnets.Any(subnet => subnet.IsLeftOut))
        {
            yield break;
        }

        foreach (var table in vpc.RouteTables.Where(table => !table.IsLeftOut && associated.TrueForAll(each => each.Table.Value != table)))
        {
            foreach (var route in table.Written)
            {
                if (MoreSpecificThanLocal(vpc, table, route) is { } problem)
                {
                    yield return problem;
                }
            }
        }
    }

    private static Problem? MoreSpecificThanLocal(VpcBuilder vpc, RouteTableBuilder table, WrittenRoute route)
    {
        var destination = route.Destination.Value;
        if (vpc.AllBlocks.All(block => !block.Contains(destination)))
        {
            return null;
        }

        var isLocal = vpc.AllBlocks.Any(block => block == destination);
        if (!isLocal && vpc.DeclaredSubnets.All(subnet => !subnet.Prefixes.Contains(destination)))
        {
            var around = vpc.DeclaredSubnets.Where(subnet => subnet.Prefixes.Any(prefix => prefix.Contains(destination))).ToList();
            return new Problem(
                ProblemKind.RouteInsideVpc,
                $"{destination} lies in VPC '{vpc.Name}', which routes it locally, and is not the whole prefix of one of its subnets; "
                    + (around.Count == 1 ? $"route {Around()}, all of subnet '{around[0].Name}'" : "a route inside the VPC is for one whole subnet"),
                route.Destination.Origin)
            {
                Replacement = around.Count == 1 ? Around() : null,
            };

            string Around() => around[0].Prefixes.First(prefix => prefix.Contains(destination)).ToString();
        }

        return route.Target is not { } target || IsInside(target.Value) ? null : new Problem(
            ProblemKind.TargetOfLocalRoute,
            $"{destination} lies in VPC '{vpc.Name}', which routes it locally; route table '{table.Name}' can lead it to a NAT gateway, an interface or a Gateway Load Balancer endpoint, not to {Text(target.Value)}",
            target.Origin);
    }

    private static IEnumerable<Problem> OfGateway(VpcBuilder vpc, string gateway, Sourced<RouteTableBuilder> associated)
    {
        var table = associated.Value;
        if (table.Vpc != vpc || table == vpc.MainRouteTable)
        {
            yield return new Problem(
                ProblemKind.GatewayTable,
                table.Vpc != vpc
                    ? $"route table '{table.Name}' is of VPC '{table.Vpc.Name}', {gateway} of VPC '{vpc.Name}'; use one of its own VPC"
                    : $"the main route table of VPC '{vpc.Name}' cannot be the table of {gateway}; declare one for it",
                associated.Origin);
            yield break;
        }

        foreach (var route in table.WrittenLists)
        {
            yield return new Problem(
                ProblemKind.GatewayTable,
                $"route table '{table.Name}' routes what comes in from {gateway}, and takes no prefix list; route the subnets by their prefixes",
                route.List.Origin)
            {
                Other = associated.Origin,
            };
        }

        foreach (var route in table.Written)
        {
            var destination = route.Destination.Value;
            if (vpc.AllBlocks.All(block => block != destination) && vpc.DeclaredSubnets.All(subnet => !subnet.Prefixes.Contains(destination)))
            {
                yield return new Problem(
                    ProblemKind.DestinationOfGatewayTable,
                    $"{destination} is neither a block of VPC '{vpc.Name}' nor the whole prefix of one of its subnets; route table '{table.Name}' routes what comes in from {gateway}, to these only",
                    route.Destination.Origin)
                {
                    Other = associated.Origin,
                };
            }

            if (route.Target is { Value: not (InstanceBuilder or InterfaceBuilder or GatewayLoadBalancerEndpointBuilder) } target)
            {
                yield return new Problem(
                    ProblemKind.TargetOfGatewayTable,
                    $"route table '{table.Name}' routes what comes in from {gateway}, which an interface or a Gateway Load Balancer endpoint can take, and {Text(target.Value)} cannot",
                    target.Origin)
                {
                    Other = associated.Origin,
                };
            }
        }
    }

    private static bool IsInside(IRouteTarget target) => target is InstanceBuilder or InterfaceBuilder or NatGatewayBuilder or GatewayLoadBalancerEndpointBuilder;

    private static string Text(IRouteTarget target) => $"{ElementKinds.Text(target.Id.Kind)} '{target.Id.Name}'";
}
