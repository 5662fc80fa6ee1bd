using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Edits;

/// <summary>Changes of transit gateways that lead a packet on: associations, propagations, routes, and subnets of attachments.</summary>
internal static class TransitGatewayEdits
{
    /// <summary>What brings a destination into a table: the propagation of what has it, else a route to what may lead there.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="path">The table.</param>
    /// <param name="packet">The packet, as it is there.</param>
    public static IEnumerable<Edit> Routed(Topology topology, string path, Packet packet) =>
        from gateway in topology.TransitGateways
        from table in gateway.RouteTables.Where(each => each.Id.Path == path)
        from destination in Destination.Of(topology, packet.Destination)
        from attachment in gateway.Attachments.Where(each => each.IsAvailable)
        let edited = Learned(table, destination, attachment) ?? Led(table, destination, attachment)
        where edited is not null
        select new Edit(
            edited.Propagations.Count > table.Propagations.Count
                ? $"add Propagate({attachment.Name}) to transit gateway route table {path}"
                : $"add Route(\"{destination.Prefix}\", {attachment.Name}) to transit gateway route table {path}",
            With(topology, gateway with { RouteTables = gateway.RouteTables.With(edited) }));

    /// <summary>A table for an attachment that has none, the one that most attachments have first.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="path">The attachment.</param>
    public static IEnumerable<Edit> Associated(Topology topology, string path) =>
        from gateway in topology.TransitGateways
        from attachment in gateway.Attachments.Where(each => each.Id.Path == path)
        from table in gateway.RouteTables.OrderByDescending(each => gateway.Attachments.Count(other => other.Association == each.Id))
        select new Edit(
            $"add Associate({attachment.Name}) to transit gateway route table {table.Id.Path}",
            With(topology, gateway with { Attachments = gateway.Attachments.With(attachment with { Association = table.Id }) }));

    /// <summary>A subnet in a zone where an attachment has none.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="path">The attachment.</param>
    public static IEnumerable<Edit> InMoreZones(Topology topology, string path) =>
        from gateway in topology.TransitGateways
        from attachment in gateway.Attachments.Where(each => each.Id.Path == path && each.Vpc is not null)
        let zones = attachment.Subnets.Select(own => topology.Subnets.First(subnet => subnet.Id == own.Value).Zone.Value).ToList()
        from subnet in topology.Subnets
            .Where(subnet => subnet.Vpc == attachment.Vpc && !subnet.IsIpv6Only && !zones.Contains(subnet.Zone.Value))
            .GroupBy(subnet => subnet.Zone.Value)
            .Select(zone => zone.First())
        select new Edit(
            $"add Subnet({subnet.Name}) to transit gateway attachment {path}",
            With(topology, gateway with
            {
                Attachments = gateway.Attachments.With(attachment with
                {
                    Subnets = attachment.Subnets.Append(new Sourced<ElementId>(subnet.Id, Origin.None)).ToEquatableArray(),
                }),
            }));

    private static TransitGatewayRouteTable? Learned(TransitGatewayRouteTable table, Destination destination, TransitGatewayAttachment attachment) =>
        (destination.Vpc is { } vpc ? attachment.Vpc == vpc.Id : destination.Site is not null && attachment.LeadsToSites)
        && table.Propagations.All(each => each.Value != attachment.Id)
            ? table with { Propagations = table.Propagations.Append(new Sourced<ElementId>(attachment.Id, Origin.None)).ToEquatableArray() }
            : null;

    private static TransitGatewayRouteTable? Led(TransitGatewayRouteTable table, Destination destination, TransitGatewayAttachment attachment) =>
        (attachment.Kind == TransitGatewayAttachmentKind.Peering || (destination.IsInternet && attachment.Vpc is not null))
        && table.Routes.All(route => route.Destination.Value != destination.Prefix)
            ? table with
            {
                Routes = table.Routes
                    .Append(new TransitGatewayRoute(new Sourced<IpPrefix>(destination.Prefix, Origin.None), attachment.Id, Origin.None))
                    .ToEquatableArray(),
            }
            : null;

    private static Topology With(Topology topology, TransitGateway edited) =>
        topology with { TransitGateways = topology.TransitGateways.With(edited) };
}
