using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>What flow logs say of transit gateways and their attachments.</summary>
internal static class TransitGatewayCompilation
{
    public static EquatableArray<GraphTransitGateway> Gateways(TopologyIndex index, NodeTable nodes) => index.Topology.TransitGateways
        .Select(gateway => new GraphTransitGateway(nodes.Of(gateway), gateway.Region.Path, OwnerOf(index, gateway)))
        .ToEquatableArray();

    public static EquatableArray<GraphTransitGatewayAttachment> Attachments(TopologyIndex index, NodeTable nodes) => index.Topology.TransitGateways
        .SelectMany(gateway => gateway.Attachments.Select(attachment => new GraphTransitGatewayAttachment(
            nodes.Of(attachment),
            nodes.Of(gateway),
            attachment.Vpc is { } vpc ? nodes.Of(index.Get<Vpc>(vpc)) : -1,
            attachment.Kind == TransitGatewayAttachmentKind.Connect ? nodes.Of(index.Get<TransitGatewayAttachment>(attachment.Resource)) : -1,
            attachment.Subnets
                .Select(subnet => index.Get<Subnet>(subnet.Value))
                .Select(subnet => new GraphSubnet(nodes.Of(subnet), index.ZoneIdOf(subnet)))
                .ToEquatableArray())))
        .ToEquatableArray();

    /// <summary>One that nobody named is the first account's, as in the bill.</summary>
    private static string OwnerOf(TopologyIndex index, TransitGateway gateway) =>
        gateway.Owner is { } owner ? (index.Find(owner) as Account)?.Number ?? Account.UsualNumber
        : index.Topology.Accounts.Count > 0 ? index.Topology.Accounts[0].Number
        : Account.UsualNumber;
}
