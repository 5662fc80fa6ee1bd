using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// Hosts that are led to the internet by a private NAT gateway, whose own subnet leads on to an internet gateway: a private address does not get through it. Source: "NAT
/// gateway basics", Amazon VPC User Guide.
/// </summary>
public static class PrivateNatGatewayToInternet
{
    /// <summary>ND2095.</summary>
    public static Rule Rule { get; } = new(
        "ND2095", "Private NAT gateway leads to the internet", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.NatGateways
        where gateway.Connectivity == NatConnectivity.Private
        let subnet = network.Find<Subnet>(gateway.Subnet)
        where subnet is not null
        from table in network.Topology.RouteTables
        from route in table.Routes
        where route.Target.Value == gateway.Id
        let onward = network.Tables.Lookup(subnet.RouteTable, route.Destination.Value.First)
        where onward?.Target is { Kind: ElementKind.InternetGateway }
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} sends {route.Destination} to {network.Text(gateway.Id)}, which is private, and whose subnet leads on to {network.Text(onward.Target!)}: no private address gets through that; use a public NAT gateway, or route to where private addresses are known.",
            route.Target.Origin)
        {
            Related = [new RelatedOrigin(gateway.Origin, network.Text(gateway.Id))],
        };
}
