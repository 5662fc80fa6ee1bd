using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// Proposes other blocks for VPCs, such that no two proposals and nothing of the network overlap, and knows what else
/// moves with a block.
/// </summary>
internal sealed class Renumbering(NetworkIndex network)
{
    // Blocks of one VPC have to come from one of these. Source: "IPv4 CIDR block association restrictions", Amazon VPC User Guide.
    private static readonly Ipv4Prefix[] Ranges = [.. PrefixAllocation.PrivateRanges, Ipv4Prefix.Parse("100.64.0.0/10")];
    private readonly List<Ipv4Prefix> taken =
        [.. network.Topology.Vpcs.SelectMany(vpc => vpc.Blocks.Select(block => block.Value))];
    private readonly Dictionary<(ElementId Vpc, Ipv4Prefix Block), Ipv4Prefix?> proposed = [];

    /// <summary>The lowest free block of the same size in the same range; asked again, the same.</summary>
    public Ipv4Prefix? Propose(Vpc vpc, Sourced<Ipv4Prefix> block)
    {
        if (proposed.TryGetValue((vpc.Id, block.Value), out var known))
        {
            return known;
        }

        var free = PrefixAllocation.NextFree(
            Ranges.Where(range => range.Contains(block.Value)), taken, block.Value.Length);
        if (free is { } prefix)
        {
            taken.Add(prefix);
        }

        proposed.Add((vpc.Id, block.Value), free);
        return free;
    }

    /// <summary>What to do, in words.</summary>
    public static string Advice(Ipv4Prefix? free) =>
        free is null ? "choose another" : $"the next free block of its size is {free}";

    /// <summary>
    /// What has to follow a block that moves: the VPC's subnets inside, and the routes of others to addresses inside.
    /// </summary>
    public IEnumerable<(Origin Origin, string Text)> Following(Vpc vpc, Ipv4Prefix block, Ipv4Prefix replacement) =>
        network.SubnetsOf(vpc.Id)
            .Select(subnet => subnet.Prefix)
            .Concat(network.Topology.RouteTables
                .Where(table => table.Vpc != vpc.Id)
                .SelectMany(table => table.Routes)
                .Where(route => network.Find<Peering>(route.Target.Value)?.Joins(vpc.Id) == true)
                .Select(route => route.Destination))
            .Where(prefix => prefix.Value.AsIpv4 is { } inside && block.Contains(inside))
            .Select(prefix => (prefix.Origin, Moved(prefix.Value.AsIpv4!.Value, block, replacement).ToString()));

    private static Ipv4Prefix Moved(Ipv4Prefix prefix, Ipv4Prefix from, Ipv4Prefix to) => Ipv4Prefix.Containing(
        new Ipv4Address(to.Network.Value + (prefix.Network.Value - from.Network.Value)), prefix.Length);
}
