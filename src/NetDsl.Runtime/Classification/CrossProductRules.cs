using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// A long list, of which some rules are for any source or any destination, or for wide prefixes of them: the classes of both addresses are found once, a table of all pairs of them
/// (Srinivasan, Varghese, Suri and Waldvogel, "Fast and Scalable Layer Four Switching", SIGCOMM 1998) says which few rules are left, and a line of the cache has eight of them. Both reads
/// are begun for all packets of a chunk before the first is needed, since they come from far away.
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

    /// <summary>The table of a list that is cut already.</summary>
    /// <param name="rules">The list.</param>
    /// <param name="product">Its cross product.</param>
    /// <param name="everywhere">The table of <see cref="CrossProduct.RulesEverywhere"/>, which finds <c>rules.Length</c> where none matches.</param>
    /// <param name="otherwise">The verdict on packets that no rule matches.</param>
    public CrossProductRules(PacketRule[] rules, CrossProduct product, RuleTable everywhere, int otherwise)
    {
        this.everywhere = everywhere;
        services = new ServiceBits(product.Services);
        (sources, destinations, columns) = (product.Sources.Table(), product.Destinations.Table(), product.Destinations.Count);
        (wideSources, wideDestinations) = (product.WideSources, product.WideDestinations);
        verdicts = [.. rules.Select(rule => rule.Verdict), otherwise];

        // Lists of one block first, so that they have the numbers of blocks.
        var order = Enumerable.Range(0, product.Lists.Count).OrderBy(list => product.Lists[list].Length > RuleBlock.Lanes).ToArray();
        var (runs, numbers, used) = (new Run[order.Length], new ushort[order.Length], 0);
        foreach (var (number, list) in order.Index())
        {
            numbers[list] = (ushort)number;
            runs[list] = new Run(used, RuleBlock.CountOf(product.Lists[list].Length));
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
    }

    /// <summary>How many blocks of rules there are.</summary>
    public int BlockCount { get; }

    /// <summary>How many different lists there are.</summary>
    public int ListCount { get; }

    /// <summary>The table of a list, whatever it costs to ask it; nothing where <see cref="CrossProduct.TryBuild"/> says so.</summary>
    public static CrossProductRules? TryBuild(PacketRule[] rules, int otherwise) => CrossProduct.TryBuild(rules) is { } product
        ? new CrossProductRules(rules, product, RuleCosts.Best(product.RulesEverywhere(), rules.Length, maySplit: false), otherwise)
        : null;

    public override void FindChunk(in PacketColumns packets, Span<int> verdicts)
    {
        // Pointers check nothing: what is behind them has to be as long as the verdicts are.
        var count = verdicts.Length;
        var asked = packets.Slice(0, count);
        var rows = (stackalloc int[Chunk])[..count];
        var columnsOf = (stackalloc int[Chunk])[..count];
        var missed = (stackalloc int[Chunk])[..count];
        var lists = (stackalloc int[Chunk])[..count];
        sources.Find(asked.Sources, rows);
        destinations.Find(asked.Destinations, columnsOf);
        fixed (int* row = rows, column = columnsOf, list = lists, lacks = missed, found = verdicts)
        fixed (ushort* port = asked.DestinationPorts)
        {
            FetchCells(row, column, list, count);
            services.FindMissed(asked, missed);
            everywhere.FindChunk(asked, verdicts);
            FetchBlocks(list, count);
            Compare(row, column, list, lacks, port, found, count);
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
