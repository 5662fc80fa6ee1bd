using NetDsl.Addressing;

namespace NetDsl.Compiler.Lowering;

/// <summary>A route table cut into ranges of destinations, each with the route that wins: one binary search finds it, however long the table is.</summary>
internal sealed class RouteRanges
{
    private readonly Dictionary<IpPrefix, MergedRoute> winners = [];
    private readonly (RangeList Ranges, List<MergedRoute?> Routes) ipv4;
    private readonly (RangeList Ranges, List<MergedRoute?> Routes) ipv6;

    /// <summary>Cuts a table.</summary>
    /// <param name="routes">Its routes, of one prefix that which wins first.</param>
    public RouteRanges(IReadOnlyList<MergedRoute> routes)
    {
        foreach (var route in routes)
        {
            if (!winners.ContainsKey(route.Destination))
            {
                winners.Add(route.Destination, route);
            }
        }

        ipv4 = Cut(IpPrefix.AllIpv4);
        ipv6 = Cut(IpPrefix.AllIpv6);
    }

    /// <summary>The route that wins, if one contains the destination, and the range around it in which it does.</summary>
    public (MergedRoute? Route, IpAddress First, IpAddress Last) At(IpAddress destination)
    {
        var (ranges, routes) = destination.IsIpv4 ? ipv4 : ipv6;
        var range = ranges.IndexOf(destination);
        var (first, last) = ranges[range];
        return (routes[range], first, last);
    }

    /// <summary>The route for a prefix that wins; nothing when there is none.</summary>
    public MergedRoute? For(IpPrefix prefix) => winners.TryGetValue(prefix, out var route) ? route : null;

    private (RangeList Ranges, List<MergedRoute?> Routes) Cut(IpPrefix family)
    {
        // Prefixes lie within each other or apart: a shorter one stands before those within it, and goes on behind them.
        var starts = new List<IpAddress> { family.First };
        var routes = new List<MergedRoute?> { null };
        var within = new Stack<MergedRoute>();
        foreach (var route in winners.Values.Where(route => route.Destination.IsIpv4 == family.IsIpv4).OrderBy(route => route.Destination.First).ThenBy(route => route.Destination.Length))
        {
            LeaveBelow(route.Destination.First);
            Begin(route.Destination.First, route);
            within.Push(route);
        }

        LeaveBelow(null);
        return (new RangeList(starts, family), routes);

        void LeaveBelow(IpAddress? next)
        {
            while (within.Count > 0 && (next is null || within.Peek().Destination.Last < next))
            {
                var last = within.Pop().Destination.Last;
                if (last != family.Last)
                {
                    Begin(last.Plus(1), within.Count > 0 ? within.Peek() : null);
                }
            }
        }

        void Begin(IpAddress start, MergedRoute? route)
        {
            if (starts[starts.Count - 1] == start)
            {
                routes[routes.Count - 1] = route;
            }
            else
            {
                starts.Add(start);
                routes.Add(route);
            }
        }
    }
}
