using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <content>Equal-cost multi-path routing of transit gateways.</content>
internal sealed partial class GatewayRoutes
{
    /// <summary>
    /// The ways that carry flows together for a route of a transit gateway's table, in the order of their names and tunnels: of VPN attachments, where the gateway has
    /// ECMP on, of Direct Connect gateways, and of Connect peers; of one kind, of one AS path, of one metric. None where the kind of route has no such thing.
    /// </summary>
    /// <param name="gateway">The transit gateway.</param>
    /// <param name="table">All routes of the table.</param>
    /// <param name="best">The one that wins.</param>
    /// <remarks>Source: "How Amazon VPC Transit Gateways work", equal-cost multipath routing.</remarks>
    public IReadOnlyList<EqualWay> EqualWays(TransitGateway gateway, IReadOnlyList<MergedRoute> table, MergedRoute best)
    {
        if (best.Kind != RouteKind.Propagated || !Shares(gateway, index.Get<TransitGatewayAttachment>(best.Target!)))
        {
            return [];
        }

        var (winner, first) = ChosenBehind(best);
        return table
            .Where(route => route.Kind == RouteKind.Propagated && route.Destination == best.Destination)
            .Where(route => index.Get<TransitGatewayAttachment>(route.Target!).Kind == winner.Kind)
            .Select(ChosenBehind)
            .Where(each => Metric(winner, each.Chosen) == Metric(winner, first) && IsInternal(each.Chosen) == IsInternal(first))
            .SelectMany(each => Alike(each.Attachment, each.Chosen, first.Route.AsPath).Select(route => new EqualWay(each.Attachment, route, route.Link!)))
            .ToList();
    }

    /// <summary>What a Direct Connect gateway spreads by itself, AS paths need not match for; of Connect peers each is a path of its own.</summary>
    private static IEnumerable<HybridRoute> Alike(TransitGatewayAttachment attachment, ChosenRoute chosen, IReadOnlyList<uint> path) =>
        attachment.Kind == TransitGatewayAttachmentKind.Connect ? chosen.Best.Where(route => route.AsPath.SequenceEqual(path))
        : chosen.Route.AsPath.SequenceEqual(path) ? chosen.Best
        : [];

    private static bool IsInternal(ChosenRoute chosen) => chosen.Route.Link is { IsInternal: true };

    private static bool Shares(TransitGateway gateway, TransitGatewayAttachment attachment) => attachment.Kind switch
    {
        _ when attachment.IsVpn => gateway.VpnEcmp,
        TransitGatewayAttachmentKind.DirectConnectGateway or TransitGatewayAttachmentKind.Connect => true,
        _ => false,
    };

    private static long Metric(TransitGatewayAttachment attachment, ChosenRoute chosen) =>
        chosen.Route.Med ?? TransitGatewayRoutes.MetricWithoutMed(attachment.Kind);

    private (TransitGatewayAttachment Attachment, ChosenRoute Chosen) ChosenBehind(MergedRoute route)
    {
        var attachment = index.Get<TransitGatewayAttachment>(route.Target!);
        return (attachment, OfAttachment(attachment).Routes.First(chosen => chosen.Route.Destination == route.Destination));
    }
}

/// <summary>One of several equal ways out of a transit gateway.</summary>
/// <param name="Attachment">The attachment that it leaves by.</param>
/// <param name="Route">What was learned over it.</param>
/// <param name="Link">The tunnel, Connect peer or virtual interface.</param>
internal sealed record EqualWay(TransitGatewayAttachment Attachment, HybridRoute Route, HybridLink Link);
