using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Where paths of many sources meet: behind it they go one way, whoever sent the packet. A network in which everybody reaches everybody has as many paths as pairs; with a junction in the
/// middle it has a path to the junction for each source, and one from there for each destination.
/// </summary>
/// <param name="Place">The table of a transit gateway, or the region that a packet leaves for the internet.</param>
/// <param name="Gateway">The transit gateway of the table.</param>
/// <param name="ZoneId">The zone in which packets enter it.</param>
/// <param name="SourceZoneId">The zone of their source, where something on the way asks for it.</param>
/// <param name="HasSource">Whether their source is a private address of some VPC.</param>
/// <param name="IsBehindMiddlebox">Whether they have passed somebody behind whom references to groups match nobody.</param>
/// <param name="IsFromNatGateway">Whether their source is the address of a NAT gateway.</param>
internal sealed record JunctionKey(
    ElementId Place, ElementId? Gateway, string? ZoneId, string? SourceZoneId, bool HasSource, bool IsBehindMiddlebox, bool IsFromNatGateway);

/// <summary>The rest of a path, from a junction.</summary>
/// <param name="Program">Its program, in the table of programs.</param>
/// <param name="Assumed">
/// The route tables and sites that it comes to, where a source that has been there would go in circles, and the VPCs that it takes for others than that of the source. The path is that of
/// sources that have met none of them before the junction.
/// </param>
/// <param name="IsForAll">Whether it is that of any source: not where more than the key counts.</param>
internal sealed record JunctionTail(int Program, IReadOnlyCollection<ElementId> Assumed, bool IsForAll);

/// <summary>The junctions of a network, each made when the first path comes to it.</summary>
/// <param name="compile">Walks from a junction to all destinations.</param>
internal sealed class JunctionTable(Func<JunctionKey, (SourceClass Class, JunctionTails Tails)> compile)
{
    private readonly Dictionary<JunctionKey, Junction> known = [];
    private readonly List<JunctionKey> keys = [];
    private readonly List<SourceClass> classes = [];

    /// <summary>The junction with that key.</summary>
    public Junction At(JunctionKey key)
    {
        if (!known.TryGetValue(key, out var junction))
        {
            // Walks behind a junction come to no other.
            var (compiled, tails) = compile(key);
            junction = new Junction(keys.Count, tails);
            known.Add(key, junction);
            keys.Add(key);
            classes.Add(compiled);
        }

        return junction;
    }

    /// <summary>The number of the junction with that key; nothing when nobody came to it.</summary>
    public int? Find(JunctionKey key) => known.TryGetValue(key, out var junction) ? junction.Number : null;

    /// <summary>What they are, in the order of their numbers.</summary>
    public IReadOnlyList<JunctionKey> Keys => keys;

    /// <summary>Their classes, in the order of their numbers.</summary>
    public EquatableArray<SourceClass> ToEquatableArray() => classes.ToEquatableArray();
}

/// <summary>A junction, as walks that come to it see it.</summary>
/// <param name="Number">Its place in the table of junctions.</param>
/// <param name="Tails">For whom the rest of a path is.</param>
internal sealed record Junction(int Number, JunctionTails Tails);

/// <summary>For whom the rests of paths from a junction are.</summary>
internal sealed class JunctionTails
{
    // Where the rest of the path is that of nobody, and, by what a source has met, where it is not its own; by family, whose ranges rise each for itself.
    private readonly Dictionary<bool, List<(IpAddress First, IpAddress Last)>> nobodys = new() { [false] = [], [true] = [] };
    private readonly Dictionary<(ElementId Element, bool IsIpv4), List<(IpAddress First, IpAddress Last)>> others = [];

    /// <summary>Notes for whom the rest of a path is.</summary>
    public void Add(JunctionTail tail, IpAddress first, IpAddress last)
    {
        if (!tail.IsForAll)
        {
            nobodys[first.IsIpv4].Add((first, last));
            return;
        }

        foreach (var element in tail.Assumed)
        {
            if (!others.TryGetValue((element, first.IsIpv4), out var list))
            {
                others.Add((element, first.IsIpv4), list = []);
            }

            list.Add((first, last));
        }
    }

    /// <summary>Whether a source that has met some elements goes on from here as all others do, and around the destination for which ones that is the same.</summary>
    public (bool IsFor, IpAddress First, IpAddress Last) AreFor(IReadOnlyList<ElementId> met, IpAddress destination)
    {
        var family = destination.IsIpv4 ? IpPrefix.AllIpv4 : IpPrefix.AllIpv6;
        var all = (family.First, family.Last);
        var scope = new DestinationScope(all, all);
        var isFor = !Has(nobodys[destination.IsIpv4], destination, scope);
        foreach (var element in met)
        {
            isFor &= !others.TryGetValue((element, destination.IsIpv4), out var list) || !Has(list, destination, scope);
        }

        return (isFor, scope.First, scope.Last);
    }

    private static bool Has(List<(IpAddress First, IpAddress Last)> list, IpAddress destination, DestinationScope scope)
    {
        // The first range that does not end below.
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].Last < destination ? (middle + 1, high) : (low, middle);
        }

        if (low < list.Count && list[low].First <= destination)
        {
            scope.Narrow(list[low].First, list[low].Last);
            return true;
        }

        scope.Narrow(
            low > 0 ? list[low - 1].Last.Plus(1) : scope.First,
            low < list.Count ? list[low].First.Minus(1) : scope.Last);
        return false;
    }
}
