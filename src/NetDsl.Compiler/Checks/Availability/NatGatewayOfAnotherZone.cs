using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A subnet with hosts that goes to the internet by a NAT gateway of another zone, though its own zone has one: the way costs more, and is lost with that zone. Source:
/// "NAT gateway basics", Amazon VPC User Guide: a NAT gateway in each zone.
/// </summary>
public static class NatGatewayOfAnotherZone
{
    /// <summary>ND4052.</summary>
    public static Rule Rule { get; } = new(
        "ND4052", "Subnet goes by the NAT gateway of another zone", RuleCategory.Availability, Severity.Info);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from table in network.Topology.RouteTables
        let subnets = network.SubnetsOf(table.Vpc).Where(subnet => subnet.RouteTable == table.Id).ToList()
        where subnets.Count > 0 && subnets.TrueForAll(subnet => subnet.Zone.Value == subnets[0].Zone.Value)
        from route in table.Routes
        let used = network.Find<NatGateway>(route.Target.Value)
        where used is { Connectivity: NatConnectivity.Public } && ZoneOf(network, used) is { } zone && zone != subnets[0].Zone.Value
        let own = network.NatGatewaysOf(table.Vpc).FirstOrDefault(each => each.Connectivity == NatConnectivity.Public && ZoneOf(network, each) == subnets[0].Zone.Value)
        where own is not null
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} leads {network.Text(subnets[0].Id)} in zone {subnets[0].Zone} to {network.Text(used.Id)} in {ZoneOf(network, used)}, though {network.Text(own.Id)} is in its own zone: the way costs more, and is lost with the other zone; route to '{own.Name}'.",
            route.Target.Origin)
        {
            Related = [new RelatedOrigin(used.Origin, network.Text(used.Id)), new RelatedOrigin(own.Origin, network.Text(own.Id))],
            FixArguments = FixArguments.Place(FixArguments.TargetPlace, own.Origin).ToEquatableArray(),
        };

    private static string? ZoneOf(NetworkIndex network, NatGateway gateway) => network.Find<Subnet>(gateway.Subnet)?.Zone.Value;
}
