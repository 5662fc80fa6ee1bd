using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Routes by prefix lists.</content>
public sealed partial class RouteTableBuilder
{
    private readonly List<WrittenListRoute> listRoutes = [];

    internal IReadOnlyList<WrittenListRoute> WrittenLists => listRoutes;

    /// <summary>Where written routes lead, whether they name a prefix or a list.</summary>
    internal IEnumerable<Sourced<IRouteTarget>> Targets =>
        routes.Select(route => route.Target).OfType<Sourced<IRouteTarget>>().Concat(listRoutes.Select(route => route.Target));

    /// <summary>
    /// Adds a static route to each entry of a prefix list. A static route that names a prefix itself has priority over an entry of the
    /// same prefix. Source: "Route priority and prefix lists", Amazon VPC User Guide.
    /// </summary>
    /// <param name="destinations">A prefix list of the region; a table has one route to a list.</param>
    /// <param name="target">
    /// An internet gateway, NAT gateway, instance (by its primary interface), interface, peering connection or transit gateway.
    /// </param>
    public RouteTableBuilder Route(
        PrefixListBuilder destinations,
        IRouteTarget target,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (!destinations.IsUsableIn(Vpc.Region, call.Of(nameof(destinations))) || IsLeftOut)
        {
            return this;
        }

        if (listRoutes.Find(route => route.List.Value == destinations) is { } first)
        {
            Network.Problems.Add(
                ProblemKind.RouteTwice,
                $"route table '{Name}' routes prefix list '{destinations.Name}' already; a table has one static route to a list",
                call.Of(nameof(destinations)),
                first.Origin);
            return this;
        }

        listRoutes.Add(new WrittenListRoute(
            new Sourced<PrefixListBuilder>(destinations, call.Of(nameof(destinations))),
            new Sourced<IRouteTarget>(target ?? throw new ArgumentNullException(nameof(target)), call.Of(nameof(target))),
            call.Origin));
        return this;
    }

    // The list as it is in the end: what refers to a list follows its newest version.
    private IEnumerable<Route> BuildListRoutes() => listRoutes
        .Where(route => !((ElementBuilder)route.Target.Value).IsLeftOut)
        .SelectMany(route => route.List.Value.Entries.Select(entry =>
            new Route(new Sourced<IpPrefix>(entry.Value, route.List.Origin), TargetOf(route.Target), route.Origin)
            {
                PrefixList = route.List.Value.Id,
            }));
}

/// <summary>A route to a prefix list as it was written.</summary>
/// <param name="List">The list.</param>
/// <param name="Target">Where its addresses go.</param>
/// <param name="Origin">The whole call.</param>
internal sealed record WrittenListRoute(Sourced<PrefixListBuilder> List, Sourced<IRouteTarget> Target, Origin Origin);
