using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <content>What transit gateways learn of sites, by their attachments.</content>
internal sealed partial class GatewayRoutes
{
    private readonly Dictionary<ElementId, RoutingInformation> ofAttachments = [];

    /// <summary>What a VPN connection or Direct Connect gateway tells the transit gateway that it is attached to.</summary>
    public RoutingInformation OfAttachment(TransitGatewayAttachment attachment)
    {
        if (!ofAttachments.TryGetValue(attachment.Id, out var known))
        {
            known = attachment.Kind == TransitGatewayAttachmentKind.Vpn
                ? new RoutingInformation(Learned(attachment, GatewayOf(attachment).AmazonSideAsn), routes => routes)
                : new RoutingInformation(Learned(attachment, index.Get<DirectConnectGateway>(attachment.Resource).Asn), BestPath.OverDirectConnect);
            ofAttachments.Add(attachment.Id, known);
        }

        return known;
    }

    /// <summary>The autonomous systems behind a route of a transit gateway; none where it was not learned by BGP.</summary>
    public IReadOnlyList<uint> PathBehind(MergedRoute route) =>
        route.Kind == Graph.RouteKind.Propagated
        && index.Get<TransitGatewayAttachment>(route.Target!.Value) is { Kind: TransitGatewayAttachmentKind.Vpn or TransitGatewayAttachmentKind.DirectConnectGateway } attachment
            ? OfAttachment(attachment).Routes.First(chosen => chosen.Route.Destination == route.Destination).Route.AsPath
            : [];

    private IEnumerable<HybridRoute> Learned(TransitGatewayAttachment attachment, uint receiver)
    {
        var region = GatewayOf(attachment).Region;
        return Links
            .Where(link => attachment.Kind == TransitGatewayAttachmentKind.Vpn
                ? link.Element.Id == attachment.Resource
                : link.Gateway == attachment.Resource && link.Element is VirtualInterface { Kind: VirtualInterfaceKind.Transit })
            .SelectMany(link => Learned(link, region, receiver));
    }

    private TransitGateway GatewayOf(TransitGatewayAttachment attachment) =>
        index.Topology.TransitGateways.First(gateway => gateway.Attachments.Any(each => each.Id == attachment.Id));
}
