using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>The table of a regional NAT gateway.</content>
public sealed partial class RouteTableBuilder
{
    /// <summary>Whether the vendor has put a route to the VPC's internet gateway in, which a written one to the same prefix replaces.</summary>
    internal bool LeadsOut { get; init; }

    private IEnumerable<Route> BuildGivenRoutes() =>
        LeadsOut && Vpc.AttachedInternetGateway is { IsLeftOut: false } gateway && !Names(IpPrefix.AllIpv4)
            ? [new Route(new Sourced<IpPrefix>(IpPrefix.AllIpv4, Origin.None), new Sourced<ElementId>(gateway.Id, Origin.None), Origin.None)]
            : [];

    private bool Names(IpPrefix destination) =>
        routes.TryFirst(destination, out _)
        || listRoutes.Exists(route => route.List.Value.Entries.Any(entry => entry.Value == destination));
}
