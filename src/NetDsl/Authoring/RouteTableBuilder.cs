using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A route table of a VPC. Every table routes the blocks of its VPC locally without being told.</summary>
public sealed partial class RouteTableBuilder : ElementBuilder
{
    // Never forwarded, whatever a table says. Source: "Configure route tables", Amazon VPC User Guide.
    private static readonly IpPrefix[] AllReserved = [IpPrefix.Parse("169.254.168.0/22"), IpPrefix.Parse("fd00:ec2::/32")];
    private readonly Declared<IpPrefix, WrittenRoute> routes = new(route => route.Destination.Value);

    internal RouteTableBuilder(VpcBuilder vpc, Declaration declaration)
        : base(vpc.Network, declaration) => Vpc = vpc;

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    internal IReadOnlyList<WrittenRoute> Written => routes;

    /// <summary>Adds a static route.</summary>
    /// <param name="destination">A prefix, for example <c>0.0.0.0/0</c>; a table has one static route to a prefix.</param>
    /// <param name="target">
    /// An internet gateway, NAT gateway, instance (by its primary interface), interface, peering connection, transit gateway, virtual private gateway or
    /// Gateway Load Balancer endpoint.
    /// </param>
    public RouteTableBuilder Route(
        string destination,
        IRouteTarget target,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(
            destination,
            new Sourced<IRouteTarget>(target ?? throw new ArgumentNullException(nameof(target)), call.Of(nameof(target))),
            call.Of(nameof(destination)),
            call.Origin);
    }

    /// <summary>
    /// Adds a route whose target is gone: what it wins is dropped, and no shorter prefix steps in. The vendor leaves such routes behind
    /// when a gateway, connection or interface is deleted. Source: "Route tables", Amazon VPC User Guide.
    /// </summary>
    /// <param name="destination">A prefix; a longer route inside still wins.</param>
    public RouteTableBuilder Blackhole(
        string destination, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(destination, null, call.Of(nameof(destination)), call.Origin);
    }

    internal RouteTable Build() => new(
        Id,
        Origin,
        Vpc.Id,
        routes
            .Where(route => route.Target is not { } target || !((ElementBuilder)target.Value).IsLeftOut)
            .Select(route => new Route(route.Destination, TargetOf(route.Target), route.Origin))
            .Concat(BuildListRoutes())
            .Concat(BuildGivenRoutes())
            .ToEquatableArray())
    {
        Propagations = BuildPropagations(),
        RouteServers = BuildRouteServers(),
    };

    private RouteTableBuilder Add(string destination, Sourced<IRouteTarget>? target, Origin destinationOrigin, Origin origin)
    {
        if (Network.Problems.Prefix(destination, destinationOrigin) is not { } prefix || IsLeftOut)
        {
            return this;
        }

        if (Fault(prefix) is { } fault)
        {
            Network.Problems.Add(fault);
            return this;
        }

        Network.Semantics.Need(
            profile => profile.RoutesMoreSpecificThanLocal || !Vpc.AllBlocks.Any(block => block != prefix.Value && block.Contains(prefix.Value)),
            nameof(SemanticsProfile.RoutesMoreSpecificThanLocal),
            $"route {prefix} inside VPC '{Vpc.Name}'",
            prefix.Origin);
        routes.Add(new WrittenRoute(prefix, target, origin));
        return this;
    }

    /// <summary>The vendor routes to the primary interface of an instance that a route names, and to the table itself no packet.</summary>
    private Sourced<ElementId> TargetOf(Sourced<IRouteTarget>? target) => target switch
    {
        null => new Sourced<ElementId>(Id, Origin.None),
        { Value: InstanceBuilder instance } named => new Sourced<ElementId>(instance.Primary.Id, named.Origin),
        { } named => new Sourced<ElementId>(named.Value.Id, named.Origin),
    };

    private Problem? Fault(Sourced<IpPrefix> destination)
    {
        foreach (var reserved in AllReserved.Where(range => range.Contains(destination.Value)))
        {
            return new Problem(
                ProblemKind.RouteToReserved,
                $"{destination} lies in {reserved}, which the vendor keeps for its own services; no route can lead there",
                destination.Origin);
        }

        return !routes.TryFirst(destination.Value, out var first) ? null : new Problem(
            ProblemKind.RouteTwice,
            $"route table '{Name}' routes {destination} already; a table has one static route to a prefix",
            destination.Origin)
        {
            Other = first.Origin,
        };
    }
}

/// <summary>A route as it was written.</summary>
/// <param name="Destination">The addresses that it is for.</param>
/// <param name="Target">Where they go; nothing for a blackhole.</param>
/// <param name="Origin">The whole call.</param>
internal sealed record WrittenRoute(Sourced<IpPrefix> Destination, Sourced<IRouteTarget>? Target, Origin Origin);
