using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A route table of a VPC. Every table routes the blocks of its VPC locally without being told.</summary>
public sealed partial class RouteTableBuilder : ElementBuilder
{
    // Never forwarded, whatever a table says. Source: "Configure route tables", Amazon VPC User Guide.
    private static readonly Ipv4Prefix Reserved = Ipv4Prefix.Parse("169.254.168.0/22");
    private readonly List<(Sourced<Ipv4Prefix> Destination, Sourced<IRouteTarget> Target, Origin Origin)> routes = [];

    internal RouteTableBuilder(VpcBuilder vpc, Declaration declaration)
        : base(vpc.Network, declaration) => Vpc = vpc;

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    /// <summary>Adds a static route.</summary>
    /// <param name="destination">A prefix, for example <c>0.0.0.0/0</c>; a table has one static route to a prefix.</param>
    /// <param name="target">An internet gateway, NAT gateway, peering connection, transit gateway or virtual private gateway.</param>
    public RouteTableBuilder Route(
        string destination,
        IRouteTarget target,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (Network.Problems.Prefix(destination, call.Of(nameof(destination))) is not { } prefix || IsLeftOut)
        {
            return this;
        }

        if (Fault(prefix) is { } fault)
        {
            Network.Problems.Add(fault);
            return this;
        }

        Network.Semantics.Need(
            profile => profile.RoutesMoreSpecificThanLocal || !Vpc.Blocks.Any(block => block.Value != prefix.Value && block.Value.Contains(prefix.Value)),
            nameof(SemanticsProfile.RoutesMoreSpecificThanLocal),
            $"route {prefix} inside VPC '{Vpc.Name}'",
            prefix.Origin);
        routes.Add((prefix, new Sourced<IRouteTarget>(target, call.Of(nameof(target))), call.Origin));
        return this;
    }

    internal RouteTable Build() => new(
        Id,
        Origin,
        Vpc.Id,
        routes
            .Where(route => !((ElementBuilder)route.Target.Value).IsLeftOut)
            .Select(route => new Route(
                route.Destination, new Sourced<ElementId>(route.Target.Value.Id, route.Target.Origin), route.Origin))
            .ToEquatableArray())
    {
        Propagations = BuildPropagations(),
    };

    private Problem? Fault(Sourced<Ipv4Prefix> destination)
    {
        if (Reserved.Contains(destination.Value))
        {
            return new Problem(
                ProblemKind.InvalidPrefix,
                $"{destination} lies in {Reserved}, which the vendor keeps for its own services; no route can lead there",
                destination.Origin);
        }

        return routes.Where(route => route.Destination.Value == destination.Value).Select(first => new Problem(
            ProblemKind.Conflict,
            $"route table '{Name}' routes {destination} already; a table has one static route to a prefix",
            destination.Origin)
        {
            Other = first.Origin,
        }).FirstOrDefault();
    }
}
