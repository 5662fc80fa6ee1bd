using System.Runtime.InteropServices;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// The classes of packets of IPv6. All addresses are cut into ranges where a path, a prefix of a rule or an address that somebody has begins or ends, so that all addresses of a range
/// are treated alike, and ranges that differ in nothing are one class.
/// </summary>
internal sealed class Ipv6PacketClasses : IPacketClasses
{
    private const int ByItself = -1;

    private readonly IpAddress[] starts;

    // By range: the column, who has its only address, and the rows of who writes it as a source: of the holder, or else of the internet.
    private readonly int[] columnOfRange;
    private readonly int[] holderOfRange;
    private readonly int[] rowOfRange;
    private readonly Dictionary<IpAddress, int> rangeOfHeld = [];
    private readonly List<(int Sender, IpAddress Source)> rows = [];
    private readonly List<IpAddress> columns = [];

    public Ipv6PacketClasses(ForwardingGraph graph)
    {
        IpPrefix[] prefixes = [.. graph.Filters.SelectMany(filter => filter.Rules).Where(rule => rule.Group < 0 && rule.Prefix.IsIpv6).Select(rule => rule.Prefix).Distinct().Order()];
        var held = graph.Holders.Index().SelectMany(each => each.Item.Addresses.Where(address => address.IsIpv6).Select(address => (Address: address, Holder: each.Index))).ToLookup(each => each.Address, each => each.Holder);
        starts =
        [
            .. graph.Sources.Concat(graph.Junctions).SelectMany(source => source.Ipv6Starts)
                .Concat(prefixes.SelectMany(prefix => (IpAddress[])[prefix.First, prefix.Last.Plus(1)]))
                .Concat(held.SelectMany(each => (IpAddress[])[each.Key, each.Key.Plus(1)]))
                .Append(default)
                .Distinct()
                .Order(),
        ];
        columnOfRange = new int[starts.Length];
        holderOfRange = new int[starts.Length];
        rowOfRange = new int[starts.Length];

        var paths = PathsOfRanges(graph);
        var addresses = AddressesOfRanges(graph, prefixes);
        var knownColumns = new Dictionary<(int Path, int Addresses, int Vpc, int Ingress, bool IsOrdinary), int>();
        var knownRows = new Dictionary<(int Source, int Egress, int Addresses), int>();
        for (var range = 0; range < starts.Length; range++)
        {
            int[] holders = [.. held[starts[range]]];
            if (holders.Length > 0)
            {
                rangeOfHeld.Add(starts[range], range);
            }

            holderOfRange[range] = holders is [var only] ? only : -1;
            columnOfRange[range] = holders.Length > 1 ? ByItself : Number(
                knownColumns,
                holders is [var receiver] ? ColumnKey(graph.Holders[receiver], paths[range], addresses[range]) : (paths[range], addresses[range], -1, -1, false),
                columns,
                starts[range]);
            rowOfRange[range] = holders switch
            {
                [] => Number(knownRows, (-1, -1, addresses[range]), rows, (CompiledNetwork.Internet, starts[range])),
                [var sender] when graph.Holders[sender] is { Translates: false, IsNatInstance: false } holder =>
                    Number(knownRows, (holder.Source, holder.Egress, addresses[range]), rows, (sender, starts[range])),
                _ => ByItself,
            };
        }
    }

    /// <inheritdoc/>
    public int RowCount => rows.Count;

    /// <inheritdoc/>
    public int ColumnCount => columns.Count;

    /// <inheritdoc/>
    public (int Sender, IpAddress Source) RowExample(int row) => rows[row];

    /// <inheritdoc/>
    public IpAddress ColumnExample(int column) => columns[column];

    /// <summary>The row of a packet; -1 for one that is decided by itself.</summary>
    public int RowOf(int sender, IpAddress source)
    {
        var range = RangeOf(source);
        var writer = holderOfRange[range];
        return source.IsIpv6 && (sender < 0 ? writer < 0 : writer == sender) ? rowOfRange[range] : ByItself;
    }

    /// <summary>The column of a destination, -1 for one whose packets are decided by themselves; and who has it, -1 for nobody.</summary>
    public (int Column, int Holder) ColumnOf(IpAddress destination)
    {
        var range = RangeOf(destination);
        return (destination.IsIpv6 ? columnOfRange[range] : ByItself, holderOfRange[range]);
    }

    private static (int Path, int Addresses, int Vpc, int Ingress, bool IsOrdinary) ColumnKey(AddressHolder holder, int path, int addresses) =>
        (path, addresses, holder.Vpc, holder.Ingress, !holder.Translates && !holder.IsNatInstance);

    /// <summary>The number of a class: a new one, with this as its example, when there is none like it.</summary>
    private static int Number<TKey, TExample>(Dictionary<TKey, int> known, TKey key, List<TExample> examples, TExample example)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var number))
        {
            known.Add(key, number = examples.Count);
            examples.Add(example);
        }

        return number;
    }

    private int RangeOf(IpAddress address)
    {
        if (rangeOfHeld.TryGetValue(address, out var held))
        {
            return held;
        }

        var found = Array.BinarySearch(starts, address);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>For each range, which paths lead there from all sources and junctions, as a number.</summary>
    private int[] PathsOfRanges(ForwardingGraph graph)
    {
        var numbers = new int[starts.Length];
        var known = new Dictionary<int[], int>(ProgramsComparer.Instance);
        SourceClass[] sources = [.. graph.Sources, .. graph.Junctions];
        var (at, programs) = (new int[sources.Length], new int[sources.Length]);
        for (var range = 0; range < starts.Length; range++)
        {
            for (var source = 0; source < at.Length; source++)
            {
                var all = sources[source];
                for (; at[source] < all.Ipv6Starts.Count && all.Ipv6Starts[at[source]] <= starts[range]; at[source]++)
                {
                    programs[source] = all.Ipv6Programs[at[source]];
                }
            }

            if (!known.TryGetValue(programs, out numbers[range]))
            {
                known.Add([.. programs], numbers[range] = known.Count);
            }
        }

        return numbers;
    }

    /// <summary>For each range, which rules have its addresses, as a number: by the longest of their prefixes, and by the groups that they name.</summary>
    private int[] AddressesOfRanges(ForwardingGraph graph, IpPrefix[] prefixes)
    {
        var memberships = GroupMemberships.Of(graph);
        var known = new Dictionary<(int Prefix, string Groups), int>();
        var numbers = new int[starts.Length];
        var open = new Stack<int>();
        var next = 0;
        for (var range = 0; range < starts.Length; range++)
        {
            while (open.TryPeek(out var innermost) && prefixes[innermost].Last < starts[range])
            {
                open.Pop();
            }

            for (; next < prefixes.Length && prefixes[next].First == starts[range]; next++)
            {
                open.Push(next);
            }

            var key = (open.TryPeek(out var longest) ? longest : -1, memberships.GetValueOrDefault(starts[range], ""));
            if (!known.TryGetValue(key, out numbers[range]))
            {
                known.Add(key, numbers[range] = known.Count);
            }
        }

        return numbers;
    }

    private sealed class ProgramsComparer : IEqualityComparer<int[]>
    {
        public static ProgramsComparer Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
