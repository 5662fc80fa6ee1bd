using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>What the tables of a network know when everything is merged: local routes, those that were written, and those that are propagated.</summary>
/// <param name="topology">A topology without problems.</param>
public sealed class EffectiveRoutes(Topology topology)
{
    private readonly RouteTables tables = new(new TopologyIndex(topology));

    /// <summary>The routes of a table of a VPC or a transit gateway: longest prefixes first, and of one prefix that which wins.</summary>
    /// <param name="table">The table.</param>
    public IEnumerable<EffectiveRoute> Of(ElementId table)
    {
        IpPrefix? last = null;
        foreach (var route in tables.RoutesOf(table))
        {
            if (route.Destination != last)
            {
                yield return new EffectiveRoute(route.Destination, route.Kind, route.Target is { Kind: not ElementKind.RouteTable } target ? target : null);
            }

            last = route.Destination;
        }
    }
}

/// <summary>A route of a table, by which packets go.</summary>
/// <param name="Destination">The addresses that it is for.</param>
/// <param name="Kind">How it came into the table.</param>
/// <param name="Target">Where it leads; nothing where it is local or a blackhole.</param>
public sealed record EffectiveRoute(IpPrefix Destination, RouteKind Kind, ElementId? Target)
{
    /// <summary>For example <c>0.0.0.0/0 to internet gateway 'igw'</c>, <c>10.0.0.0/16 local</c> or <c>192.168.0.0/16 nowhere</c>.</summary>
    public override string ToString() => Target is { } target
        ? $"{Destination} to {ElementKinds.Text(target.Kind)} '{target.Name}'"
        : $"{Destination} {(Kind == RouteKind.Local ? "local" : "nowhere")}";
}
