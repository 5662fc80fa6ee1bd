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
        let peering = network.Find<Peering>(route.Target.Value)
        where peering is not null && peering.Joins(table.Vpc)
        let peer = network.Find<Vpc>(peering.PeerOf(table.Vpc))
        where peer is not null && !IsCovered(route.Destination.Value, peer.Blocks.Select(block => block.Value))
        select Beyond(network, table, route, peering, peer);

    /// <summary>Whether the blocks together contain the whole prefix.</summary>
    private static bool IsCovered(Ipv4Prefix prefix, IEnumerable<Ipv4Prefix> blocks)
    {
        long next = prefix.First.Value;
        foreach (var block in blocks.OrderBy(block => block).Where(block => block.Overlaps(prefix)))
        {
            if (block.First.Value > next)
            {
                return false;
            }

            next = Math.Max(next, block.Last.Value + 1L);
        }

        return next > prefix.Last.Value;
    }

    private static Finding Beyond(NetworkIndex network, RouteTable table, Route route, Peering peering, Vpc peer)
    {
        var destination = route.Destination.Value;
        var thirds = network.Topology.Vpcs
            .Where(vpc => vpc.Id != peer.Id && vpc.Id != table.Vpc)
            .Where(vpc => !destination.Contains(Ipv4Prefix.All) && vpc.Blocks.Any(block => block.Value.Overlaps(destination)))
            .ToList();
        var unrouted = peer.Blocks
            .Select(block => block.Value)
            .Where(block => table.Routes.All(other => other.Destination.Value != block))
            .Select(block => block.ToString())
            .FirstOrDefault();
        return new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} sends {destination} to {network.Text(peering.Id)}, which reaches {Sentence.Join([.. peer.Blocks.Select(block => block.ToString())])} of {network.Text(peer.Id)} and nothing beyond; {Explanation(network, table, destination, peer, thirds)}.",
            route.Destination.Origin)
        {
            Related =
            [
                new RelatedOrigin(peering.Origin, "the peering connection"),
                .. thirds.Select(third => new RelatedOrigin(third.Origin, $"{network.Text(third.Id)}, which lies beyond the peer")),
            ],
            FixArguments = FixArguments.Of(FixArguments.Replacement, unrouted).ToEquatableArray(),
        };
    }

    private static string Explanation(
        NetworkIndex network, RouteTable table, Ipv4Prefix destination, Vpc peer, List<Vpc> thirds)
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
