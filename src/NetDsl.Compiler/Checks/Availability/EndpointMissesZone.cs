using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An interface endpoint without an interface in a zone with hosts: what they ask goes to another zone, which costs more and is lost with that zone. Source: "Access an AWS
/// service using an interface VPC endpoint", AWS PrivateLink: subnets.
/// </summary>
public static class EndpointMissesZone
{
    /// <summary>ND4053.</summary>
    public static Rule Rule { get; } = new(
        "ND4053", "Interface endpoint has no interface in a zone with hosts", RuleCategory.Availability, Severity.Info);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from endpoint in network.Topology.VpcEndpoints
        where endpoint.Kind == VpcEndpointKind.Interface && endpoint.Interfaces.Count > 0
        let zones = endpoint.Interfaces.Select(each => network.Find<NetworkInterface>(each)?.Subnet).OfType<ElementId>().Select(network.Find<Subnet>).Select(subnet => subnet?.Zone.Value).ToList()
        from zone in network.SubnetsOf(endpoint.Vpc)
            .Where(subnet => !zones.Contains(subnet.Zone.Value) && network.HasHosts(subnet))
            .GroupBy(subnet => subnet.Zone.Value)
        let subnet = zone.First()
        select new Finding(
            Rule,
            $"Interface endpoint {network.Name(endpoint.Id)} has no interface in zone {zone.Key}, where {network.Text(subnet.Id)} has hosts: their requests go to another zone, and are lost with it; add a subnet of the zone with Subnet(…).",
            endpoint.Origin)
        {
            Related = [new RelatedOrigin(subnet.Origin, network.Text(subnet.Id))],
            FixArguments = FixArguments.Place(FixArguments.SubnetPlace, subnet.Origin).ToEquatableArray(),
        };
}
