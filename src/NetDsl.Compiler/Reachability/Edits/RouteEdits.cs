using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Edits;

/// <summary>Changes of the route tables of VPCs that lead a packet on: a route to each thing that may bring it where it wants to go.</summary>
internal static class RouteEdits
{
    /// <summary>Routes where the table has none.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="path">The table.</param>
    /// <param name="packet">The packet, as it is there.</param>
    public static IEnumerable<Edit> Added(Topology topology, string path, Packet packet) =>
        from table in topology.RouteTables.Where(each => each.Id.Path == path)
        from destination in Destination.Of(topology, packet.Destination)
        where table.Routes.All(route => route.Destination.Value != destination.Prefix)
        from edit in Targets(topology, table.Vpc, destination)
            .Select(target => new Edit(
                $"add Route(\"{destination.Prefix}\", {target.Name}) to route table {path}",
                With(topology, table, [.. table.Routes, RouteTo(destination.Prefix, target)])))
            .Concat(NewPeering(topology, table.Vpc, destination))
        select edit;

    /// <summary>Other targets where the route that wins leads nowhere, or peerings that are accepted.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="path">The table.</param>
    /// <param name="packet">The packet, as it is there.</param>
    public static IEnumerable<Edit> Replaced(Topology topology, string path, Packet packet)
    {
        foreach (var table in topology.RouteTables.Where(each => each.Id.Path == path))
        {
            var broken = table.Routes
                .Where(route => route.Destination.Value.Contains(packet.Destination))
                .OrderByDescending(route => route.Destination.Value.Length)
                .FirstOrDefault();
            if (broken is null)
            {
                continue;
            }

            if (topology.Peerings.FirstOrDefault(peering => peering.Id == broken.Target.Value) is { Status: PeeringStatus.PendingAcceptance } pending)
            {
                yield return new Edit(
                    $"let peering {pending.Name} be accepted, with AcceptedBy(…)",
                    topology with { Peerings = topology.Peerings.With(pending with { Status = PeeringStatus.Active }) });
            }

            foreach (var destination in Destination.Of(topology, packet.Destination))
            {
                foreach (var target in Targets(topology, table.Vpc, destination).Where(target => target != broken.Target.Value))
                {
                    yield return new Edit(
                        $"lead Route(\"{broken.Destination.Value}\", …) of route table {path} to {target.Name} instead",
                        With(topology, table, [.. table.Routes.Select(route => route == broken ? RouteTo(broken.Destination.Value, target) : route)]));
                }
            }
        }
    }

    /// <summary>What brings packets from a VPC towards a destination, what is nearest first.</summary>
    private static IEnumerable<ElementId> Targets(Topology topology, ElementId vpc, Destination destination)
    {
        if (destination.Vpc is { } peer)
        {
            foreach (var peering in topology.Peerings.Where(each => each.IsActive && each.Joins(vpc) && each.PeerOf(vpc) == peer.Id))
            {
                yield return peering.Id;
            }
        }
        else if (destination.Site is not null)
        {
            foreach (var gateway in topology.Hybrid.VpnGateways.Where(each => each.Vpc == vpc))
            {
                yield return gateway.Id;
            }
        }
        else
        {
            foreach (var gateway in ToInternet(topology, vpc, destination.Prefix))
            {
                yield return gateway;
            }
        }

        foreach (var gateway in topology.TransitGateways.Where(each => each.AttachmentOf(vpc) is { IsAvailable: true }))
        {
            yield return gateway.Id;
        }
    }

    private static IEnumerable<ElementId> ToInternet(Topology topology, ElementId vpc, IpPrefix prefix)
    {
        var nat = topology.NatGateways.Where(each => topology.Subnets.Any(subnet => subnet.Id == each.Subnet && subnet.Vpc == vpc)).Select(each => each.Id)
            .Concat(topology.RegionalNatGateways.Where(each => each.Vpc == vpc).Select(each => each.Id));
        var gateways = topology.InternetGateways.Where(each => each.Vpc == vpc).Select(each => each.Id);
        return prefix == Nat64.Prefix ? nat
            : prefix.IsIpv4 ? nat.Concat(gateways)
            : topology.EgressOnlyInternetGateways.Where(each => each.Vpc == vpc).Select(each => each.Id).Concat(gateways);
    }

    /// <summary>A peering of two VPCs that nothing joins, where their blocks let it be.</summary>
    private static IEnumerable<Edit> NewPeering(Topology topology, ElementId vpc, Destination destination)
    {
        if (destination.Vpc is not { } peer
            || topology.Vpcs.FirstOrDefault(each => each.Id == vpc) is not { } own
            || peer.Id == vpc
            || topology.Peerings.Any(each => each.Joins(vpc) && each.PeerOf(vpc) == peer.Id)
            || own.AllBlocks.Any(block => peer.AllBlocks.Any(other => other.Value.Overlaps(block.Value))))
        {
            yield break;
        }

        var peering = new Peering(
            new ElementId(ElementKind.Peering, $"{own.Name}-{peer.Name}"), Origin.None, Nowhere(own.Id), Nowhere(peer.Id), PeeringStatus.Active);
        yield return new Edit(
            $"add Peer(\"{peering.Name}\", {own.Name}, {peer.Name}) to the network",
            topology with { Peerings = topology.Peerings.Append(peering).ToEquatableArray() });
    }

    private static Route RouteTo(IpPrefix prefix, ElementId target) => new(Nowhere(prefix), Nowhere(target), Origin.None);

    private static Topology With(Topology topology, RouteTable table, IEnumerable<Route> routes) => topology with
    {
        RouteTables = topology.RouteTables.With(table with { Routes = routes.ToEquatableArray() }),
    };

    private static Sourced<T> Nowhere<T>(T value) => new(value, Origin.None);
}
