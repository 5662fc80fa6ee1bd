using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Edits;

/// <summary>
/// Looks for the fewest edits that open a way: whatever a filter denies has to be allowed, and where no route leads on, each thing that may be routed to is tried. Each
/// network on the way is traced, so that what is found works.
/// </summary>
/// <remarks>
/// A search by cost (Dijkstra's) over networks, of which an edit makes the next; so the first that lets the packet through has the fewest edits of all that are looked
/// at. New elements are not invented, but for a peering of two VPCs.
/// </remarks>
public static class EditSearch
{
    /// <summary>How many networks are traced; beyond, nobody would wait.</summary>
    public const int MostNetworks = 96;

    private static readonly string TableKind = ElementKinds.Code(ElementKind.RouteTable);

    /// <summary>The fewest edits with which a packet and its reply arrive.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="trace">What becomes of the packet in it.</param>
    /// <param name="ask">What becomes of it in an edited network.</param>
    /// <returns>What blocks, in the order in which it shows, each with its edit; nothing when no edits of those that are known open the way.</returns>
    public static IReadOnlyList<MendedBlock>? Fewest(Topology topology, Trace trace, Func<Topology, Trace> ask)
    {
        var open = new SortedDictionary<(int Cost, int Order), (Topology Topology, Trace Trace, Chain<MendedBlock> Steps)> { [(0, 0)] = (topology, trace, Chain<MendedBlock>.Empty) };
        var made = 0;
        while (open.Count > 0)
        {
            var (key, (current, told, steps)) = (open.First().Key, open.First().Value);
            open.Remove(key);
            if (told.Verdict == Verdict.Reachable)
            {
                return [.. steps.Reverse()];
            }

            foreach (var (edited, further) in Next(current, told, steps))
            {
                if (++made > MostNetworks)
                {
                    return null;
                }

                open.Add((further.Count(), made), (edited, ask(edited), further));
            }
        }

        return null;
    }

    /// <summary>The networks in which nothing that the trace tells blocks any more: all filters are opened, and each way on is one network.</summary>
    private static IEnumerable<(Topology Topology, Chain<MendedBlock> Steps)> Next(Topology topology, Trace trace, Chain<MendedBlock> steps)
    {
        var blocks = Directed(trace).ToList();
        foreach (var filter in blocks.Where(block => block.Block.Missing is not null))
        {
            // A block that was mended and is there again is none that an edit opens.
            if (steps.Any(step => step.Block.Equals(filter.Block)) || AddedRules.With(topology, filter.Block) is not { } opened)
            {
                yield break;
            }

            topology = opened;
            steps = steps.With(new MendedBlock(filter.IsReply, filter.Block, filter.Edit));
        }

        var dead = blocks.Find(block => block.Block.Missing is null);
        if (dead is null)
        {
            if (blocks.Count > 0)
            {
                yield return (topology, steps);
            }

            yield break;
        }

        foreach (var edit in Ways(topology, dead))
        {
            yield return (edit.Topology, steps.With(new MendedBlock(dead.IsReply, dead.Block, edit.Text)));
        }
    }

    private static IEnumerable<Edit> Ways(Topology topology, DirectedBlock dead) => dead.Block.Code switch
    {
        DropCode.NoRouteToDestination => RouteEdits.Added(topology, dead.Block.Element, dead.Packet),
        DropCode.BadStateRoute => RouteEdits.Replaced(topology, dead.LastTable, dead.Packet),
        DropCode.TgwRtbNoRouteToTgwAttachment => TransitGatewayEdits.Routed(topology, dead.Block.Element, dead.Packet),
        DropCode.TgwAttachMissingTgwRtbAssociation => TransitGatewayEdits.Associated(topology, dead.Block.Element),
        DropCode.TgwRouteAzRestriction => TransitGatewayEdits.InMoreZones(topology, dead.Block.Element),
        DropCode.IgwPublicIpAssociationForEgress => PublicAddressEdits.Given(topology, dead.Packet.Source),
        DropCode.IgwNoMapping => PublicAddressEdits.Given(topology, dead.Packet.Destination),
        _ => [],
    };

    private static IEnumerable<DirectedBlock> Directed(Trace trace) => Of(trace.Forward, isReply: false).Concat(Of(trace.Return, isReply: true));

    private static IEnumerable<DirectedBlock> Of(TraceDirection direction, bool isReply) =>
        direction.Blocks.Select(block => new DirectedBlock(
            isReply,
            block,
            direction.Hops.LastOrDefault(hop => hop.Code == block.Code && hop.Element == block.Element)?.Packet ?? default,
            direction.Hops.LastOrDefault(hop => hop.Kind == TableKind)?.Element ?? ""));

    /// <summary>A block, the packet there, and the last route table before: of a way that ends, the one that led there.</summary>
    private sealed record DirectedBlock(bool IsReply, Block Block, Packet Packet, string LastTable)
    {
        /// <summary>What a trace says that would open a filter.</summary>
        public string Edit => Block.Text.Substring(Block.Text.IndexOf(';') + 1).Trim();
    }
}
