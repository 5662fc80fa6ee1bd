using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A VPC that sends to a transit gateway, and whose attachment is associated with no route table: everything that comes from it is dropped. Source: "Transit gateway route
/// tables in Amazon VPC Transit Gateways".
/// </summary>
public static class AttachmentWithoutRouteTable
{
    /// <summary>ND2052.</summary>
    public static Rule Rule { get; } = new(
        "ND2052", "Attachment of a transit gateway is associated with no route table", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.TransitGateways
        from attachment in gateway.Attachments
        where attachment is { Vpc: not null, IsAvailable: true, Association: null }
        let sending = network.SubnetsOf(attachment.Vpc!).FirstOrDefault(subnet => network.RoutesOfHosts(subnet, gateway).Any(route => !IsOfGateway(route, gateway)))
        where sending is not null
        select new Finding(
            Rule,
            $"Attachment '{attachment.Name}' is associated with no route table of {network.Text(gateway.Id)}, which so drops everything that {network.Text(attachment.Vpc!)} sends; call Associate on a table with it.",
            attachment.Origin)
        {
            Related = [new RelatedOrigin(sending.Origin, $"{network.Text(sending.Id)}, which routes to the gateway")],
        };

    /// <summary>Whether a route leads to the gateway itself: tunnels to its own addresses need no table.</summary>
    private static bool IsOfGateway(MergedRoute route, TransitGateway gateway) => gateway.CidrBlocks.Any(block => block.Value.Contains(route.Destination));
}
