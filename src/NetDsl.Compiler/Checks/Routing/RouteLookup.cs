using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>Which route of a table wins for an address: the longest prefix, a local route before a static one .</summary>
internal static class RouteLookup
{
    /// <summary>The static route that wins; nothing when a local route does, or when none matches.</summary>
    public static Route? Winner(NetworkIndex network, RouteTable table, Ipv4Address address)
    {
        var route = table.Routes
            .Where(route => route.Destination.Value.Contains(address))
            .OrderByDescending(route => route.Destination.Value.Length)
            .FirstOrDefault();
        var local = network.BlocksOf(table.Vpc)
            .Where(block => block.Contains(address))
            .Select(block => block.Length)
            .DefaultIfEmpty(-1)
            .Max();
        return route is not null && route.Destination.Value.Length > local ? route : null;
    }

    /// <summary>
    /// Where a table of a transit gateway sends an address: the longest prefix, a static route before a propagated one.
    /// </summary>
    /// <returns>Whether a route matches, and its attachment; none of a blackhole.</returns>
    public static (bool Matches, TransitGatewayAttachment? Attachment) Winner(
        NetworkIndex network, TransitGatewayRouteTable table, Ipv4Address address)
    {
        var fixedRoutes = table.Routes
            .Where(route => route.Destination.Value.Contains(address))
            .Select(route => (route.Destination.Value.Length, Order: 0, route.Attachment));
        var propagated = table.Propagations
            .Select(propagation => network.Find<TransitGatewayAttachment>(propagation.Value))
            .OfType<TransitGatewayAttachment>()
            .SelectMany(attachment => network.BlocksOf(attachment.Vpc)
                .Where(block => block.Contains(address))
                .Select(block => (block.Length, Order: 1, Attachment: (ElementId?)attachment.Id)));
        foreach (var (_, _, attachment) in fixedRoutes
            .Concat(propagated)
            .OrderByDescending(route => route.Length)
            .ThenBy(route => route.Order))
        {
            return (true, attachment is { } id ? network.Find<TransitGatewayAttachment>(id) : null);
        }

        return (false, null);
    }
}
