using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// A long list, of which some rules are for any source or any destination, or for wide prefixes of them: the classes of both addresses are found once, a table of all pairs of them (Srinivasan, Varghese, Suri and
/// Waldvogel, "Fast and Scalable Layer Four Switching", SIGCOMM 1998) says which few rules are left, and a line of the cache has eight of them. Both reads are begun for all packets of a
/// chunk before the first is needed, since they come from far away.
/// </summary>
internal sealed unsafe class CrossProductRules : RuleTable
{
    // Of a pair without rules of its own.
    private const ushort None = ushort.MaxValue;

    private readonly RangeTable sources;
    private readonly RangeTable destinations;
    private readonly ServiceBits services;
    private readonly RuleTable everywhere;
    private readonly int columns;
    private readonly LargeTable table;
    private readonly ushort* cells;
    private readonly RuleBlock* blocks;

    // Below this, the list of a cell is the block of the same number; from here on one of the long lists.
    private readonly int firstLong;
    private readonly Run[] longLists;
    private readonly Run[] ofSources;
    private readonly Run[] ofDestinations;
    private readonly WideClasses wideSources;
    private readonly WideClasses wideDestinations;

    // By the place of a rule in the list, and behind the last what none matches.
    private readonly int[] verdicts;

    private CrossProductRules(PacketRule[] rules, CrossProduct product, ServiceBits services, int otherwise)
    {
        this.services = services;
        (sources, destinations, columns) = (product.Sources.Table(), product.Destinations.Table(), product.Destinations.Count);
        (wideSources, wideDestinations, CellCount) = (product.WideSources, product.WideDestinations, product.Cells.Length);
        verdicts = [.. rules.Select(rule => rule.Verdict), otherwise];
        everywhere = RuleCosts.Best(Array.ConvertAll(product.Everywhere, place => rules[place] with { Verdict = place }), rules.Length, maySplit: false);

        // Lists of one block first, so that they have the numbers of blocks.
        var order = Enumerable.Range(0, product.Lists.Count).OrderBy(list => BlocksOf(product.Lists[list]) > 1).ToArray();
        var (runs, numbers, used) = (new Run[order.Length], new ushort[order.Length], 0);
        foreach (var (number, list) in order.Index())
        {
            numbers[list] = (ushort)number;
            runs[list] = new Run(used, BlocksOf(product.Lists[list]));
            used += runs[list].Count;
        }

        (ListCount, BlockCount) = (order.Length, used);
        longLists = [.. order.Select(list => runs[list]).SkipWhile(run => run.Count == 1)];
        firstLong = order.Length - longLists.Length;
        ofSources = Array.ConvertAll(product.ListsOfSources, list => runs[list]);
        ofDestinations = Array.ConvertAll(product.ListsOfDestinations, list => runs[list]);

        // Blocks first, since they have to begin with lines of the cache.
        var blockBytes = (nuint)used * (nuint)sizeof(RuleBlock);
        table = new LargeTable(blockBytes + ((nuint)product.Cells.Length * sizeof(ushort)));
        blocks = (RuleBlock*)table.Memory;
        cells = (ushort*)((byte*)table.Memory + blockBytes);
        for (var list = 0; list < runs.Length; list++)
        {
            foreach (var (index, place) in product.Lists[list].Index())
            {
                blocks[runs[list].First + (index / RuleBlock.Lanes)].Put(index % RuleBlock.Lanes, rules[place].DestinationPorts, services.Of(rules[place]), place);
            }
        }

        for (var cell = 0; cell < product.Cells.Length; cell++)
        {
            cells[cell] = product.Cells[cell] == CrossProduct.None ? None : numbers[product.Cells[cell]];
        }

        static int BlocksOf(int[] list) => Math.Max(1, (list.Length + RuleBlock.Lanes - 1) / RuleBlock.Lanes);
    }

    /// <summary>How many blocks of rules there are.</summary>
    public int BlockCount { get; }

    /// <summary>How many different lists there are.</summary>
    public int ListCount { get; }

    /// <summary>How many pairs of classes of addresses there are.</summary>
    public int CellCount { get; }

    /// <summary>The table of a list; nothing where it has too many rules, classes of addresses, or combinations of protocol and source ports, or would take too long to work out.</summary>
    public static CrossProductRules? TryBuild(PacketRule[] rules, int otherwise) =>
        rules.Length <= RuleBlock.MostRules && CrossProduct.TryBuild(rules) is { } product && ServiceBits.TryOf(product.Lists.SelectMany(list => list).Distinct().Select(place => rules[place])) is { } services
            ? new CrossProductRules(rules, product, services, otherwise)
            : null;

    public override void FindChunk(in PacketColumns packets, Span<int> verdicts)
    {
        Span<int> rows = stackalloc int[Chunk];
        Span<int> columnsOf = stackalloc int[Chunk];
        Span<int> missed = stackalloc int[Chunk];
        Span<int> lists = stackalloc int[Chunk];
        sources.Find(packets.Sources, rows);
        destinations.Find(packets.Destinations, columnsOf);
        fixed (int* row = rows, column = columnsOf, list = lists, lacks = missed, found = verdicts)
        fixed (ushort* port = packets.DestinationPorts)
        {
            FetchCells(row, column, list, verdicts.Length);
            services.FindMissed(packets, missed);
            everywhere.FindChunk(packets, verdicts);
            FetchBlocks(list, verdicts.Length);
            Compare(row, column, list, lacks, port, found, verdicts.Length);
        }

        foreach (ref var verdict in verdicts)
        {
            verdict = this.verdicts[verdict];
        }

        GC.KeepAlive(this);
    }

    private void FetchCells(int* rows, int* columnsOf, int* places, int count)
    {
        var cells = this.cells;
        var width = columns;
        for (var index = 0; index < count; index++)
        {
            places[index] = (rows[index] * width) + columnsOf[index];
            Fetch(cells + places[index]);
        }
    }

    /// <summary>Puts lists where the places of cells are.</summary>
    private void FetchBlocks(int* lists, int count)
    {
        var cells = this.cells;
        var blocks = this.blocks;
        for (var index = 0; index < count; index++)
        {
            lists[index] = cells[lists[index]];

            // Of a long list that is somewhere else, which does no harm.
            Fetch(blocks + lists[index]);
        }
    }

    /// <summary>Puts the first rule of each packet's list where what is found everywhere stands behind it.</summary>
    private void Compare(int* rows, int* columnsOf, int* lists, int* missed, ushort* ports, int* found, int count)
    {
        var blocks = this.blocks;
        var firstLong = this.firstLong;
        for (var index = 0; index < count; index++)
        {
            var (port, lacks) = (Vector128.Create(ports[index]), Vector128.Create((ushort)missed[index]));
            var list = lists[index];
            var matches = list < firstLong ? RuleBlock.Matches(blocks + list, port, lacks)
                : list == None ? MatchesOfWide(rows[index], columnsOf[index], port, lacks)
                : Matches(longLists[list - firstLong], port, lacks);
            found[index] = Math.Min(found[index], RuleBlock.First(matches));
        }
    }

    private Vector128<ushort> MatchesOfWide(int row, int column, Vector128<ushort> port, Vector128<ushort> missed) => Vector128.Max(
        Matches(ofSources[(row * wideDestinations.Count) + wideDestinations.OfClasses[column]], port, missed),
        Matches(ofDestinations[(column * wideSources.Count) + wideSources.OfClasses[row]], port, missed));

    private Vector128<ushort> Matches(Run run, Vector128<ushort> port, Vector128<ushort> missed)
    {
        var matches = Vector128<ushort>.Zero;
        for (var block = blocks + run.First; block < blocks + run.First + run.Count; block++)
        {
            matches = Vector128.Max(matches, RuleBlock.Matches(block, port, missed));
        }

        return matches;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }

    /// <summary>Blocks of a list, which follow each other.</summary>
    private readonly record struct Run(int First, int Count);
}
