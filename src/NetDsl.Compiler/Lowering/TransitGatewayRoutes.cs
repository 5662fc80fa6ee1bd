using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Merges the routes of a transit gateway's tables. Source: "How Amazon VPC Transit Gateways work", route evaluation order; it
/// is another order than that of a VPC's table.
/// </summary>
internal static class TransitGatewayRoutes
{
    // What counts where a VPN or Connect peer sends no MED. Source: as above.
    private const long MetricOfVpn = 100;

    /// <summary>The routes of every table of the gateway: longest prefixes first, and of one prefix the route that wins.</summary>
    public static IEnumerable<(ElementId Table, List<MergedRoute> Routes)> Of(TopologyIndex index, TransitGateway gateway)
    {
        var learned = Propagating(index, gateway).ToDictionary(each => each.Attachment.Id);
        foreach (var table in gateway.RouteTables)
        {
            var propagated = table.Propagations
                .Where(propagation => learned.ContainsKey(propagation.Value))
                .Select(propagation => learned[propagation.Value])
                .SelectMany(each => each.Routes.Select(route => (each.Attachment, Route: route)))
                .OrderBy(each => each.Attachment.Kind)
                .ThenBy(each => each.Route.PathLength)
                .ThenBy(each => each.Route.Metric)
                .ThenBy(each => each.Route.IsInternal)
                .ThenBy(each => each.Attachment.Name, StringComparer.Ordinal)
                .Select(each => new MergedRoute(each.Route.Destination, RouteKind.Propagated, each.Attachment.Id, Origin.None));
            yield return (
                table.Id,
                table.Routes
                    .OrderBy(route => route.Attachment?.Path, StringComparer.Ordinal)
                    .Select(route => new MergedRoute(route.Destination.Value, KindOf(table, route), route.Attachment, route.Origin))
                    .Concat(propagated)
                    .OrderByDescending(route => route.Destination.Length)
                    .ThenBy(route => route.Kind)
                    .ToList());
        }
    }

    private static RouteKind KindOf(TransitGatewayRouteTable table, TransitGatewayRoute route) =>
        route.PrefixList is null ? RouteKind.Static
        : table.Routes.Any(other => other.PrefixList is not null && other.Destination.Value == route.Destination.Value && other.Attachment != route.Attachment)
            ? RouteKind.PrefixListTie
            : RouteKind.PrefixList;

    /// <summary>What counts where a site sends no MED.</summary>
    public static long MetricWithoutMed(TransitGatewayAttachmentKind kind) =>
        kind == TransitGatewayAttachmentKind.DirectConnectGateway ? 0 : MetricOfVpn;

    /// <summary>
    /// What each attachment propagates, when a table wants it: nothing before it is available, and nothing from a VPC that
    /// overlaps one that was attached before.
    /// </summary>
    private static IEnumerable<(TransitGatewayAttachment Attachment, List<LearnedRoute> Routes)> Propagating(
        TopologyIndex index, TransitGateway gateway)
    {
        var earlier = new List<IpPrefix>();
        foreach (var attachment in gateway.Attachments.Where(attachment => attachment.IsAvailable))
        {
            var routes = Learned(index, attachment).ToList();
            if (attachment.Vpc is null)
            {
                yield return (attachment, routes);
                continue;
            }

            if (!routes.Exists(route => earlier.Exists(route.Destination.Overlaps)))
            {
                yield return (attachment, routes);
            }

            earlier.AddRange(routes.Select(route => route.Destination));
        }
    }

    /// <summary>What an attachment knows. A kind that learns by routing protocol, or not at all, has its line here.</summary>
    private static IEnumerable<LearnedRoute> Learned(TopologyIndex index, TransitGatewayAttachment attachment) => attachment.Kind switch
    {
        TransitGatewayAttachmentKind.Vpc => index.Get<Vpc>(attachment.Resource).AllBlocks
            .Where(block => block.Value.IsIpv4 || attachment.Ipv6Support)
            .Select(block => new LearnedRoute(block.Value)),
        TransitGatewayAttachmentKind.ClientVpn => index.Get<ClientVpnEndpoint>(attachment.Resource).ClientPrefixes.Select(prefix => new LearnedRoute(prefix)),
        _ when attachment.LeadsToSites => index.Gateways.OfAttachment(attachment).Routes.Select(chosen =>
            new LearnedRoute(
                chosen.Route.Destination,
                chosen.Route.AsPath.Count,
                chosen.Route.Med ?? MetricWithoutMed(attachment.Kind),
                chosen.Route.Link is { IsInternal: true })),
        _ => [],
    };
}

/// <summary>A prefix that an attachment propagates, with what decides between two that propagate the same.</summary>
/// <param name="Destination">The prefix.</param>
/// <param name="PathLength">The length of its AS path; shorter wins.</param>
/// <param name="Metric">Its MED; lower wins.</param>
/// <param name="IsInternal">Whether it came over internal BGP; external wins.</param>
internal sealed record LearnedRoute(IpPrefix Destination, int PathLength = 0, long Metric = 0, bool IsInternal = false);
