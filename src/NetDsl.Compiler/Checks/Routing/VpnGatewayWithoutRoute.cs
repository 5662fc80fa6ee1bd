using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A virtual private gateway with connections to sites, to which no route table of the VPC leads: what comes from the sites is never answered. Source: "Configure routing",
/// AWS Site-to-Site VPN User Guide.
/// </summary>
public static class VpnGatewayWithoutRoute
{
    /// <summary>ND2091.</summary>
    public static Rule Rule { get; } = new(
        "ND2091", "No route table leads to the virtual private gateway", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.Hybrid.VpnGateways
        where gateway.Vpc is not null
        let vpc = network.Find<Vpc>(gateway.Vpc!)
        let connection = ConnectionOf(network, gateway)
        where vpc is not null && connection is not null
        let tables = network.SubnetsOf(vpc.Id).Select(subnet => subnet.RouteTable).Distinct().Select(network.Find<RouteTable>).OfType<RouteTable>().ToList()
        where tables.Count > 0 && !tables.Exists(table => LeadsTo(table, gateway))
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(gateway.Id))} of {network.Text(vpc.Id)} has {network.Text(connection.Id)}, and no route table of the VPC leads to the gateway, so that nothing from the site is answered; call Propagate with it on {network.Text(tables[0])}.",
            gateway.Origin)
        {
            Related = [new RelatedOrigin(connection.Origin, network.Text(connection.Id))],
            FixArguments = FixArguments.Place(FixArguments.TablePlace, tables[0].Origin)
                .Concat(FixArguments.Place(FixArguments.VpcPlace, vpc.MainRouteTable == tables[0].Id ? vpc.Origin : null))
                .ToEquatableArray(),
        };

    private static bool LeadsTo(RouteTable table, VpnGateway gateway) =>
        table.Propagations.Any(source => source.Value == gateway.Id) || table.Routes.Any(route => route.Target.Value == gateway.Id);

    /// <summary>Something that joins the gateway to a site.</summary>
    private static Element? ConnectionOf(NetworkIndex network, VpnGateway gateway) =>
        network.Topology.Hybrid.VpnConnections.FirstOrDefault(connection => connection.Target == gateway.Id)
        ?? (Element?)network.Topology.Hybrid.VirtualInterfaces.FirstOrDefault(each => each.Gateway.Value == gateway.Id)
        ?? network.Topology.Hybrid.DirectConnectGateways.FirstOrDefault(each => each.Associations.Any(association => association.Gateway == gateway.Id));
}
