using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <content>What transit gateways learn of sites, by their attachments.</content>
internal sealed partial class GatewayRoutes
{
    private readonly Dictionary<ElementId, RoutingInformation> ofAttachments = [];

    /// <summary>What a VPN connection or concentrator, a Direct Connect gateway or Connect peers tell the transit gateway that they are attached to.</summary>
    public RoutingInformation OfAttachment(TransitGatewayAttachment attachment)
    {
        if (!ofAttachments.TryGetValue(attachment.Id, out var known))
        {
            known = attachment.Kind switch
            {
                TransitGatewayAttachmentKind.DirectConnectGateway =>
                    new RoutingInformation(Learned(attachment, index.Get<DirectConnectGateway>(attachment.Resource).Asn), BestPath.OverDirectConnect),
                _ when attachment.IsVpn => new RoutingInformation(Learned(attachment, GatewayOf(attachment).AmazonSideAsn), routes => routes),
                _ => new RoutingInformation(Learned(attachment, GatewayOf(attachment).AmazonSideAsn), BestPath.AtTransitGateway),
            };
            ofAttachments.Add(attachment.Id, known);
        }

        return known;
    }

    /// <summary>The autonomous systems behind a route of a transit gateway; none where it was not learned by BGP.</summary>
    public IReadOnlyList<uint> PathBehind(MergedRoute route) => Behind(route)?.AsPath ?? [];

    /// <summary>Whether a route of a transit gateway was learned over an internal session, so that it is not told over another.</summary>
    public bool IsInternal(MergedRoute route) => Behind(route)?.Link is { IsInternal: true };

    private HybridRoute? Behind(MergedRoute route) =>
        route.Kind == Graph.RouteKind.Propagated
        && index.Get<TransitGatewayAttachment>(route.Target!) is { LeadsToSites: true } attachment
            ? OfAttachment(attachment).Routes.First(chosen => chosen.Route.Destination == route.Destination).Route
            : null;

    private IEnumerable<HybridRoute> Learned(TransitGatewayAttachment attachment, uint receiver)
    {
        var region = GatewayOf(attachment).Region;
        return Links.Where(link => link.EndsAt(attachment)).SelectMany(link => Learned(link, region, receiver));
    }

    private TransitGateway GatewayOf(TransitGatewayAttachment attachment) =>
        index.Topology.TransitGateways.First(gateway => gateway.Attachments.Any(each => each.Id == attachment.Id));
}
