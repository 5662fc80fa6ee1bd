using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>The table of a regional NAT gateway.</content>
public sealed partial class RouteTableBuilder
{
    /// <summary>Whether the vendor has put a route to the VPC's internet gateway in, which a written one to the same prefix replaces.</summary>
    internal bool LeadsOut { get; init; }

    private IEnumerable<Route> BuildGivenRoutes() =>
        from gateway in Vpc.Region.InternetGateways
        where LeadsOut && !gateway.IsLeftOut && gateway.IsAttachedTo(Vpc) && !Names(IpPrefix.AllIpv4)
        select new Route(new Sourced<IpPrefix>(IpPrefix.AllIpv4, Origin.None), new Sourced<ElementId>(gateway.Id, Origin.None), Origin.None);

    private bool Names(IpPrefix destination) =>
        routes.Exists(route => route.Destination.Value == destination)
        || listRoutes.Exists(route => route.List.Value.Entries.Any(entry => entry.Value == destination));
}
