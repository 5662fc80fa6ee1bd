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

        var path = ChosenBehind(best).Chosen.Route.AsPath;
        return Unranked(table, best)
            .SelectMany(each => Alike(each.Attachment, each.Chosen, path).Select(route => new EqualWay(each.Attachment, route, route.Link!)))
            .ToList();
    }

    /// <summary>
    /// The ways that are as good as the one that wins and carry none of its flows: because their AS paths differ, or because a VPN concentrator shares nothing. The vendor leaves
    /// open which of them wins. None where the gateway is told to share nothing.
    /// </summary>
    /// <param name="gateway">The transit gateway.</param>
    /// <param name="table">All routes of the table.</param>
    /// <param name="best">The one that wins.</param>
    public (HybridRoute Winner, IReadOnlyList<HybridRoute> Idle) IdleWays(TransitGateway gateway, IReadOnlyList<MergedRoute> table, MergedRoute best)
    {
        var (attachment, chosen) = ChosenBehind(best);
        if (attachment.IsVpn && !gateway.VpnEcmp)
        {
            return (chosen.Route, []);
        }

        var sharing = EqualWays(gateway, table, best).Select(way => way.Link.Element).Append(chosen.Route.Link!.Element).ToList();
        var idle = Unranked(table, best)
            .Where(each => each.Chosen.Route.AsPath.Count == chosen.Route.AsPath.Count)
            .SelectMany(each => each.Chosen.Best)
            .Where(route => !sharing.Contains(route.Link!.Element))
            .GroupBy(route => route.Link!.Element)
            .Select(same => same.First())
            .ToList();
        return (chosen.Route, idle);
    }

    /// <summary>The propagated routes of its prefix and kind that have the metric of the one that wins, and come over BGP as that does.</summary>
    private IEnumerable<(TransitGatewayAttachment Attachment, ChosenRoute Chosen)> Unranked(IReadOnlyList<MergedRoute> table, MergedRoute best)
    {
        var (winner, first) = ChosenBehind(best);
        return table
            .Where(route => route.Kind == RouteKind.Propagated && route.Destination == best.Destination)
            .Where(route => index.Get<TransitGatewayAttachment>(route.Target!).Kind == winner.Kind)
            .Select(ChosenBehind)
            .Where(each => Metric(winner, each.Chosen) == Metric(winner, first) && IsInternal(each.Chosen) == IsInternal(first));
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
