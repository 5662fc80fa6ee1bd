using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A route through a peering connection to what lies beyond the peer. Source: "VPC peering limitations", Amazon VPC
/// Peering Guide: no transitive peering, no edge-to-edge routing through a gateway of the peer.
/// </summary>
public static class TransitivePeering
{
    /// <summary>ND2002.</summary>
    public static Rule Rule { get; } = new(
        "ND2002", "Route leads through a peering to what lies beyond the peer", RuleCategory.Routing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from table in network.Topology.RouteTables
        from route in table.Routes
        let peer = PeerWithout(network, table, route)
        where peer is not null
        select Beyond(network, table, route, network.Find<Peering>(route.Target.Value)!, peer, ThirdsOf(network, table, route, peer));

    /// <summary>
    /// The peer that a route leads to and that does not have what the route is for. A summary that covers the peer, and for the
    /// rest nothing that anybody has, does what it is for: the vendor takes it, and the peer is reached.
    /// </summary>
    private static Vpc? PeerWithout(NetworkIndex network, RouteTable table, Route route) =>
        network.Find<Peering>(route.Target.Value) is { } peering
        && peering.Joins(table.Vpc)
        && network.Find<Vpc>(peering.PeerOf(table.Vpc)) is { } peer
        && !IsCovered(route.Destination.Value, peer.AllBlocks.Select(block => block.Value))
        && (!peer.AllBlocks.Any(block => block.Value.Overlaps(route.Destination.Value))
            || InternetSpace.Meets(route.Destination.Value)
            || ThirdsOf(network, table, route, peer).Count > 0)
            ? peer
            : null;

    /// <summary>The other VPCs to whose addresses this route leads, because no longer one does.</summary>
    private static List<Vpc> ThirdsOf(NetworkIndex network, RouteTable table, Route route, Vpc peer)
    {
        var destination = route.Destination.Value;
        if (destination.Length == 0)
        {
            return [];
        }

        var longer = table.Routes
            .Select(other => other.Destination.Value)
            .Where(other => other.Length > destination.Length)
            .Concat(network.BlocksOf(table.Vpc))
            .ToList();
        return network.Topology.Vpcs
            .Where(vpc => vpc.Id != peer.Id && vpc.Id != table.Vpc)
            .Where(vpc => vpc.AllBlocks.Any(block =>
                block.Value.Overlaps(destination)
                && !IsCovered(block.Value.Length > destination.Length ? block.Value : destination, longer.Concat(peer.AllBlocks.Select(own => own.Value)))))
            .ToList();
    }

    /// <summary>Whether every route that was written by the text of this one leads beyond a peer.</summary>
    private static bool IsWrongEverywhere(NetworkIndex network, Route route) => network.Topology.RouteTables.All(table =>
        table.Routes.All(other => !SourceOrder.IsSameText(other.Origin, route.Origin) || PeerWithout(network, table, other) is not null));

    /// <summary>Whether the blocks together contain the whole prefix.</summary>
    private static bool IsCovered(IpPrefix prefix, IEnumerable<IpPrefix> blocks)
    {
        var next = prefix.First;
        foreach (var block in blocks.OrderBy(block => block).Where(block => block.Overlaps(prefix)))
        {
            if (block.First > next)
            {
                return false;
            }

            if (block.Last >= prefix.Last)
            {
                return true;
            }

            var behind = block.Last.Plus(1);
            next = behind > next ? behind : next;
        }

        return false;
    }

    private static Finding Beyond(
        NetworkIndex network, RouteTable table, Route route, Peering peering, Vpc peer, List<Vpc> thirds)
    {
        var destination = route.Destination.Value;
        var unrouted = peer.AllBlocks
            .Select(block => block.Value)
            .Where(block => table.Routes.All(other => other.Destination.Value != block))
            .Select(block => block.ToString())
            .FirstOrDefault();
        return new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} sends {destination} to {network.Text(peering.Id)}, which reaches {Sentence.Join([.. peer.AllBlocks.Select(block => block.ToString())])} of {network.Text(peer.Id)} and nothing beyond; {Explanation(network, table, destination, peer, thirds)}.",
            route.Destination.Origin)
        {
            Related =
            [
                new RelatedOrigin(peering.Origin, "the peering connection"),
                .. thirds.Select(third => new RelatedOrigin(third.Origin, $"{network.Text(third.Id)}, which lies beyond the peer")),
            ],
            FixArguments = IsWrongEverywhere(network, route)
                ? [unrouted is null ? new FixArgument(FixArguments.Removable, "true") : new FixArgument(FixArguments.Replacement, unrouted)]
                : [],
        };
    }

    private static string Explanation(
        NetworkIndex network, RouteTable table, IpPrefix destination, Vpc peer, List<Vpc> thirds)
    {
        if (thirds.Count > 0)
        {
            var names = Sentence.Join([.. thirds.Select(third => network.Text(third.Id))]);
            return $"peering is not transitive, peer {network.Text(table.Vpc)} with {names} directly, or join them by a transit gateway";
        }

        if (!InternetSpace.Meets(destination))
        {
            return $"no other VPC has these addresses, and no gateway of the peer is reached through a peering; route a prefix of {network.Text(peer.Id)}, or use a transit gateway";
        }

        var gateways = new List<ElementId?> { network.InternetGatewayOf(peer.Id)?.Id }
            .Concat(network.NatGatewaysOf(peer.Id).Select(gateway => (ElementId?)gateway.Id))
            .Concat(network.Topology.TransitGateways
                .Where(gateway => gateway.AttachmentOf(peer.Id) is not null)
                .Select(gateway => (ElementId?)gateway.Id))
            .OfType<ElementId>()
            .Select(network.Text)
            .ToList();
        var edge = gateways.Count == 0 ? "a gateway of the peer" : Sentence.Join(gateways);
        return $"{edge} cannot be used through a peering, give {network.Text(table.Vpc)} a NAT gateway or an internet gateway of its own, or use a transit gateway";
    }
}
