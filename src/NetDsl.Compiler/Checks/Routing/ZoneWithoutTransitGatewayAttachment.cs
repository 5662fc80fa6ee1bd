using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A zone from which routes lead to a transit gateway, and in which the attachment of the VPC has no subnet: what is sent there is dropped. Source: "Amazon VPC attachments
/// in Amazon VPC Transit Gateways", availability zones.
/// </summary>
public static class ZoneWithoutTransitGatewayAttachment
{
    /// <summary>ND2050.</summary>
    public static Rule Rule { get; } = new(
        "ND2050", "Attachment of a transit gateway has no subnet in a zone that routes to it", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.TransitGateways
        from attachment in gateway.Attachments
        where attachment is { Vpc: not null, IsAvailable: true }
        from zone in network.SubnetsOf(attachment.Vpc!)
            .Where(subnet => network.Whole.SubnetIn(attachment, network.Whole.TransitZoneIdOf(subnet)) is null)
            .Where(subnet => network.RoutesOfHosts(subnet, gateway).Any())
            .GroupBy(network.Whole.TransitZoneIdOf)
        select Told(network, gateway, attachment, zone.First());

    private static Finding Told(NetworkIndex network, TransitGateway gateway, TransitGatewayAttachment attachment, Subnet subnet)
    {
        var route = network.RoutesOfHosts(subnet, gateway).First();
        return new Finding(
            Rule,
            $"Attachment '{attachment.Name}' of {network.Text(gateway.Id)} has no subnet in zone {subnet.Zone}, where {network.Text(subnet.Id)} routes {route.Destination} to the gateway: what its hosts send there is dropped; add a subnet of that zone to the attachment, with Subnet(…).",
            attachment.Origin)
        {
            Related = [new RelatedOrigin(subnet.Origin, $"{network.Text(subnet.Id)}, from which nothing gets to the gateway")],
            FixArguments = FixArguments.Place(FixArguments.SubnetPlace, subnet.Origin).ToEquatableArray(),
        };
    }
}
