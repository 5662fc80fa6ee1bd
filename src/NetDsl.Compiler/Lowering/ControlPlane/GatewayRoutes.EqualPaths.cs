using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <content>Equal-cost multi-path routing of transit gateways.</content>
internal sealed partial class GatewayRoutes
{
    /// <summary>
    /// The ways that carry flows together for a route of a transit gateway's table, in the order of their names and tunnels: of VPN attachments, where the gateway has
    /// ECMP on, and of Direct Connect gateways; of one kind, of one AS path, of one metric. None where the kind of route has no such thing.
    /// </summary>
    /// <param name="gateway">The transit gateway.</param>
    /// <param name="table">All routes of the table.</param>
    /// <param name="best">The one that wins.</param>
    /// <remarks>Source: "How Amazon VPC Transit Gateways work", equal-cost multipath routing.</remarks>
    public IReadOnlyList<EqualWay> EqualWays(TransitGateway gateway, IReadOnlyList<MergedRoute> table, MergedRoute best)
    {
        if (best.Kind != RouteKind.Propagated || !Shares(gateway, index.Get<TransitGatewayAttachment>(best.Target!.Value)))
        {
            return [];
        }

        var (winner, first) = Behind(best);
        return table
            .Where(route => route.Kind == RouteKind.Propagated && route.Destination == best.Destination)
            .Where(route => index.Get<TransitGatewayAttachment>(route.Target!.Value).Kind == winner.Kind)
            .Select(Behind)
            .Where(each => each.Chosen.Route.AsPath.SequenceEqual(first.Route.AsPath) && Metric(winner, each.Chosen) == Metric(winner, first))
            .SelectMany(each => each.Chosen.Best.Select(route => new EqualWay(each.Attachment, route, route.Link!)))
            .ToList();
    }

    private static bool Shares(TransitGateway gateway, TransitGatewayAttachment attachment) => attachment.Kind switch
    {
        TransitGatewayAttachmentKind.Vpn => gateway.VpnEcmp,
        TransitGatewayAttachmentKind.DirectConnectGateway => true,
        _ => false,
    };

    private static long Metric(TransitGatewayAttachment attachment, ChosenRoute chosen) =>
        chosen.Route.Med ?? TransitGatewayRoutes.MetricWithoutMed(attachment.Kind);

    private (TransitGatewayAttachment Attachment, ChosenRoute Chosen) Behind(MergedRoute route)
    {
        var attachment = index.Get<TransitGatewayAttachment>(route.Target!.Value);
        return (attachment, OfAttachment(attachment).Routes.First(chosen => chosen.Route.Destination == route.Destination));
    }
}

/// <summary>One of several equal ways out of a transit gateway.</summary>
/// <param name="Attachment">The attachment that it leaves by.</param>
/// <param name="Route">What was learned over it.</param>
/// <param name="Link">The tunnel or virtual interface.</param>
internal sealed record EqualWay(TransitGatewayAttachment Attachment, HybridRoute Route, HybridLink Link);
