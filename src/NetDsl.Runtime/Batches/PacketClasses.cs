using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Batches;

/// <summary>The classes of packets of IPv4.</summary>
internal sealed class PacketClasses : IPacketClasses
{
    private readonly AddressClasses addresses;
    private readonly List<(int Sender, uint Source)> rows = [];
    private readonly List<uint> columns = [];

    // By the holder: the source that it writes, and its row; -1 for what is decided packet by packet. Side by side, so that one read has both.
    private readonly (uint Source, int Row)[] rowOfHolder;
    private readonly RangeTable rowsOfInternet;
    private readonly RangeTable otherColumns;
    private readonly HolderColumns holderColumns;

    public PacketClasses(ForwardingGraph graph)
    {
        addresses = new AddressClasses(graph);
        var destinations = new DestinationClasses(graph);
        holderColumns = ColumnsOfHolders(graph, destinations);
        rowOfHolder = RowsOfHolders(graph);
        rowsOfInternet = RowsOfInternet();
        otherColumns = ColumnsOfRanges(destinations);
    }

    /// <inheritdoc/>
    public int RowCount => rows.Count;

    /// <inheritdoc/>
    public int ColumnCount => columns.Count;

    /// <inheritdoc/>
    public (int Sender, IpAddress Source) RowExample(int row) => (rows[row].Sender, new Ipv4Address(rows[row].Source));

    /// <inheritdoc/>
    public IpAddress ColumnExample(int column) => new Ipv4Address(columns[column]);

    /// <summary>The rows of packets; -1 for those that are decided one by one.</summary>
    public void FindRows(ReadOnlySpan<int> senders, ReadOnlySpan<uint> sources, Span<int> found)
    {
        for (var index = 0; index < senders.Length && index < sources.Length && index < found.Length; index++)
        {
            var sender = senders[index];
            if (sender < 0)
            {
                found[index] = RowOfInternet(sources[index]);
                continue;
            }

            var (own, row) = rowOfHolder[sender];
            found[index] = own == sources[index] ? row : -1;
        }
    }

    /// <summary>The columns of packets, and who has their destinations; -1 for nobody.</summary>
    public void FindColumns(ReadOnlySpan<uint> destinations, Span<int> found, Span<int> holders)
    {
        var areHeld = true;
        for (var index = 0; index < destinations.Length && index < found.Length && index < holders.Length; index++)
        {
            (found[index], holders[index]) = holderColumns.Find(destinations[index]);
            areHeld &= found[index] != HolderColumns.Nobody;
        }

        for (var index = 0; !areHeld && index < destinations.Length; index++)
        {
            if (found[index] == HolderColumns.Nobody)
            {
                found[index] = otherColumns.Find(destinations[index]);
            }
        }
    }

    /// <summary>Who writes a source of its network from the internet is no ordinary case.</summary>
    private int RowOfInternet(uint source) => holderColumns.Find(source).Column == HolderColumns.Nobody ? rowsOfInternet.Find(source) : -1;

    private (uint Source, int Row)[] RowsOfHolders(ForwardingGraph graph)
    {
        var known = new Dictionary<(int Source, int Egress, int Class, bool IsPublic), int>();
        var found = new (uint Source, int Row)[graph.Holders.Count];
        for (var index = 0; index < found.Length; index++)
        {
            var holder = graph.Holders[index];
            if (holder.PrivateAddress.AsIpv4 is not { } address || holder.Translates || holder.IsNatInstance)
            {
                found[index] = (0, -1);
                continue;
            }

            var key = (holder.Source, holder.Egress, addresses.Of(address.Value), holder.PublicAddress is not null);
            if (!known.TryGetValue(key, out var row))
            {
                known.Add(key, row = rows.Count);
                rows.Add((index, address.Value));
            }

            found[index] = (address.Value, row);
        }

        return found;
    }

    private RangeTable RowsOfInternet()
    {
        var known = new Dictionary<int, int>();
        var found = new int[addresses.Ranges.Starts.Length];
        for (var range = 0; range < found.Length; range++)
        {
            if (!known.TryGetValue(addresses.Ranges.Numbers[range], out found[range]) && Free(addresses.Ranges.Starts, range) is { } example)
            {
                known.Add(addresses.Ranges.Numbers[range], found[range] = rows.Count);
                rows.Add((CompiledNetwork.Internet, example));
            }
        }

        return RangeTable.Of(addresses.Ranges.Starts, found);
    }

    private RangeTable ColumnsOfRanges(DestinationClasses destinations)
    {
        uint[] starts = [.. destinations.Starts.Union(addresses.Ranges.Starts).Order()];
        var known = new Dictionary<(int Path, int Prefix), int>();
        var found = new int[starts.Length];
        for (var range = 0; range < starts.Length; range++)
        {
            var key = (destinations.Of(starts[range]), addresses.OfPrefix(starts[range]));
            if (!known.TryGetValue(key, out found[range]) && Free(starts, range) is { } example)
            {
                known.Add(key, found[range] = columns.Count);
                columns.Add(example);
            }
        }

        return RangeTable.Of(starts, found);
    }

    /// <summary>The first address of a range that no holder has; nothing where holders have all of them, so that nobody asks for the range.</summary>
    private uint? Free(uint[] starts, int range)
    {
        ulong end = range + 1 < starts.Length ? starts[range + 1] : 1UL << 32;
        for (ulong address = starts[range]; address < end; address++)
        {
            if (holderColumns.Find((uint)address).Column == HolderColumns.Nobody)
            {
                return (uint)address;
            }
        }

        return null;
    }

    private HolderColumns ColumnsOfHolders(ForwardingGraph graph, DestinationClasses destinations)
    {
        var known = new Dictionary<(int Path, int Class, int Vpc, int Ingress, bool IsOrdinary), int>();
        var found = new Dictionary<uint, (int Column, int Holder)>();
        foreach (var address in graph.Holders.Select(holder => holder.PrivateAddress.AsIpv4).OfType<Ipv4Address>().GroupBy(address => address.Value).Where(same => same.Count() > 1))
        {
            // Several VPCs have the address: which is meant depends on the path.
            found.Add(address.Key, (HolderColumns.Several, -1));
        }

        for (var index = 0; index < graph.Holders.Count; index++)
        {
            var holder = graph.Holders[index];
            if (holder.PrivateAddress.AsIpv4 is not { } address || found.ContainsKey(address.Value))
            {
                continue;
            }

            var isOrdinary = !holder.Translates && !holder.IsNatInstance;
            var key = (destinations.Of(address.Value), addresses.Of(address.Value), holder.Vpc, holder.Ingress, isOrdinary);
            if (!known.TryGetValue(key, out var column))
            {
                known.Add(key, column = columns.Count);
                columns.Add(address.Value);
            }

            found.Add(address.Value, (column, index));
        }

        return new HolderColumns(found);
    }
}
