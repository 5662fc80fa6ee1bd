using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A Client VPN endpoint of a transit gateway to whose clients nothing leads back: it propagates into no table, or a VPC that they reach has no route to them. Source:
/// "Client VPN attachments in AWS Transit Gateway", Amazon VPC Transit Gateways guide, and "Transit Gateway integration with Client VPN", AWS Client VPN Administrator Guide.
/// </summary>
public static class ClientsGetNoReplies
{
    /// <summary>ND2042.</summary>
    public static Rule Rule { get; } = new(
        "ND2042", "Clients of a Client VPN endpoint get no replies", RuleCategory.Routing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.TransitGateways
        from attachment in gateway.Attachments
        where attachment is { Kind: TransitGatewayAttachmentKind.ClientVpn, IsAvailable: true }
        let endpoint = network.Find<ClientVpnEndpoint>(attachment.Resource)!
        let isPropagated = gateway.RouteTables.Any(table => table.Propagations.Any(propagation => propagation.Value == attachment.Id))
        from finding in isPropagated ? Unanswered(network, gateway, attachment, endpoint) : [NotPropagated(network, gateway, attachment)]
        select finding;

    private static Finding NotPropagated(NetworkIndex network, TransitGateway gateway, TransitGatewayAttachment attachment) => new(
        Rule,
        $"{Sentence.Start(network.Text(attachment.Id))} propagates into no route table of {network.Text(gateway.Id)}, without which the vendor carries nothing of its clients; call Propagate on the tables that lead back to them.",
        attachment.Origin)
    {
        Related = [new RelatedOrigin(gateway.Origin, network.Text(gateway.Id))],
    };

    /// <summary>The VPCs that clients get into, and whose subnets all lead elsewhere.</summary>
    private static IEnumerable<Finding> Unanswered(NetworkIndex network, TransitGateway gateway, TransitGatewayAttachment attachment, ClientVpnEndpoint endpoint) =>
        from toVpc in gateway.Attachments
        where toVpc is { Vpc: not null, IsAvailable: true }
        let vpc = network.Find<Vpc>(toVpc.Resource)!
        from clients in endpoint.ClientPrefixes
        where vpc.AllBlocks.Any(block => block.Value.IsIpv4 == clients.IsIpv4 && IsReached(network, attachment, endpoint, toVpc, block.Value))
        let tables = network.SubnetsOf(vpc.Id).Select(subnet => subnet.RouteTable).Distinct().ToList()
        where !tables.Exists(table => network.Tables.RoutesOf(table).Any(route => route.Target is not null && route.Destination.Overlaps(clients)))
        select new Finding(
            Rule,
            $"Clients of {network.Text(endpoint.Id)} ({clients}) get into {network.Text(vpc.Id)} with their own addresses, and no route table of its subnets leads back to them; add Route(\"{clients}\", …) to {network.Text(gateway.Id)}.",
            toVpc.Origin)
        {
            Related = [new RelatedOrigin(attachment.Origin, network.Text(attachment.Id))],
        };

    /// <summary>Whether the endpoint leads there and somebody is allowed, and the gateway's table leads to the VPC.</summary>
    private static bool IsReached(
        NetworkIndex network, TransitGatewayAttachment attachment, ClientVpnEndpoint endpoint, TransitGatewayAttachment toVpc, IpPrefix block) =>
        endpoint.Routes.Any(route => !route.IsLocal && route.Destination.Value.Overlaps(block))
        && endpoint.Rules.Any(rule => rule.Destination.Value.Overlaps(block))
        && attachment.Association is { } table
        && network.Tables.Lookup(table, block.First)?.Target == toVpc.Id;
}
