using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Runtime.Ranges;

/// <summary>
/// A number for each 32,768 addresses, for those that differ among themselves one for each 256, and for those again one for each address: what addresses are asked for most stays in the near
/// caches, of ten thousand prefixes of the internet 2.6 MiB in all. Of many addresses, eight are read at once, the first stage of a strip of them before the second, so that the reads of none
/// wait for those of another.
/// </summary>
internal sealed unsafe class StagedRanges : RangeTable
{
    private const int FirstEntries = 1 << 17;
    private const int BitsBehindFirst = 15;
    private const int FirstSize = 1 << BitsBehindFirst;
    private const int BitsOfMiddle = BitsBehindFirst - BitsOfLast;
    private const int MiddleEntries = 1 << BitsOfMiddle;
    private const int BitsOfLast = 8;
    private const int LastEntries = 1 << BitsOfLast;

    // The highest bit of an entry says that there is a block of the next stage, whose number the rest is.
    private const int Apart = PlacedNumbers.Most;

    // What is read eight at once is four bytes wide, the last one included.
    private const int Beyond = 4;

    // Long enough that a core never waits for one read, and short enough to stay in the nearest cache.
    private const int Strip = 128;

    private readonly LargeTable table;
    private readonly ushort* firsts;
    private readonly ushort* middles;
    private readonly ushort* lasts;

    // Entries are places in here; nothing where they are the numbers themselves.
    private readonly int[]? numbers;

    private StagedRanges(ReadOnlySpan<uint> starts, PlacedNumbers placed, Blocks blocks)
    {
        numbers = placed.Known;
        table = new LargeTable((nuint)blocks.Bytes);
        firsts = (ushort*)table.Memory;
        middles = firsts + FirstEntries;
        lasts = middles + (blocks.Middles * MiddleEntries);
        Fill(starts, placed.Places);
    }

    /// <summary>The table of ranges; nothing where they have more than 32,768 different numbers, or more blocks of a stage, or need more than so many bytes.</summary>
    public static StagedRanges? TryBuild(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers, long mostBytes)
    {
        var blocks = Blocks.Of(starts);
        return blocks.Middles > Apart || blocks.Lasts > Apart || blocks.Bytes > mostBytes || PlacedNumbers.TryOf(numbers) is not { } placed
            ? null
            : new StagedRanges(starts, placed, blocks);
    }

    public override int Find(uint address)
    {
        var place = Place(address);
        GC.KeepAlive(table);
        return numbers is null ? place : numbers[place];
    }

    public override void Find(ReadOnlySpan<uint> addresses, Span<int> numbers)
    {
        var at = Avx2.IsSupported ? FindEights(addresses, numbers[..addresses.Length]) : 0;
        for (; at < addresses.Length; at++)
        {
            var place = Place(addresses[at]);
            numbers[at] = this.numbers is null ? place : this.numbers[place];
        }

        GC.KeepAlive(table);
    }

    /// <summary>Finds what fills vectors, and says how many addresses that were.</summary>
    private int FindEights(ReadOnlySpan<uint> addresses, Span<int> found)
    {
        var firsts = this.firsts;
        var middles = this.middles;
        var lasts = this.lasts;
        var lower = Vector256.Create(0xFFFFu);
        var number = Vector256.Create(Apart - 1u);
        var end = addresses.Length / Vector256<uint>.Count * Vector256<uint>.Count;
        var entries = stackalloc uint[Strip];
        var inMiddles = stackalloc int[Strip];
        fixed (uint* from = addresses)
        fixed (int* to = found)
        fixed (int* known = numbers)
        {
            for (var begin = 0; begin < end; begin += Strip)
            {
                var length = Math.Min(Strip, end - begin);
                for (var at = 0; at < length; at += Vector256<uint>.Count)
                {
                    var asked = Vector256.Load(from + begin + at);
                    var entry = Avx2.GatherVector256((uint*)firsts, (asked >>> BitsBehindFirst).AsInt32(), sizeof(ushort)) & lower;
                    var within = ((entry & number) << BitsOfMiddle) | ((asked >>> BitsOfLast) & Vector256.Create(MiddleEntries - 1u));
                    entry.Store(entries + at);
                    within.AsInt32().Store(inMiddles + at);
                }

                for (var at = 0; at < length; at += Vector256<uint>.Count)
                {
                    // Of a mask, the highest bit of each lane counts: that which says apart, moved there.
                    var entry = Vector256.Load(entries + at);
                    entry = Avx2.GatherMaskVector256(entry, (uint*)middles, Vector256.Load(inMiddles + at), entry << 16, sizeof(ushort)) & lower;
                    var far = entry << 16;
                    if (far.ExtractMostSignificantBits() != 0)
                    {
                        var within = ((entry & number) << BitsOfLast) | (Vector256.Load(from + begin + at) & Vector256.Create(LastEntries - 1u));
                        entry = Avx2.GatherMaskVector256(entry, (uint*)lasts, within.AsInt32(), far, sizeof(ushort)) & lower;
                    }

                    (known == null ? entry.AsInt32() : Avx2.GatherVector256(known, entry.AsInt32(), sizeof(int))).Store(to + begin + at);
                }
            }
        }

        return end;
    }

    private int Place(uint address)
    {
        int entry = firsts[address >> BitsBehindFirst];
        if ((entry & Apart) != 0)
        {
            entry = middles[((entry & (Apart - 1)) << BitsOfMiddle) | (int)((address >> BitsOfLast) % MiddleEntries)];
            if ((entry & Apart) != 0)
            {
                entry = lasts[((entry & (Apart - 1)) << BitsOfLast) | (int)(address % LastEntries)];
            }
        }

        return entry;
    }

    private void Fill(ReadOnlySpan<uint> starts, ReadOnlySpan<ushort> places)
    {
        var (usedMiddles, usedLasts) = (0, 0);
        for (var range = 0; range < starts.Length; range++)
        {
            // Each range fills the blocks that it begins in to their ends; those behind it fill over it.
            ulong first = starts[range] / FirstSize;
            var inFirst = (int)(starts[range] % FirstSize);
            if (inFirst != 0)
            {
                var middle = NextStage(firsts + first++, middles, MiddleEntries, ref usedMiddles);
                var inMiddle = inFirst / LastEntries;
                var inLast = inFirst % LastEntries;
                if (inLast != 0)
                {
                    var last = NextStage(middle + inMiddle++, lasts, LastEntries, ref usedLasts);
                    new Span<ushort>(last + inLast, LastEntries - inLast).Fill(places[range]);
                }

                new Span<ushort>(middle + inMiddle, MiddleEntries - inMiddle).Fill(places[range]);
            }

            var end = range + 1 < starts.Length ? ((ulong)starts[range + 1] + FirstSize - 1) / FirstSize : FirstEntries;
            if (first < end)
            {
                new Span<ushort>(firsts + first, (int)(end - first)).Fill(places[range]);
            }
        }
    }

    /// <summary>The block of an entry, which gets one that is all alike where it has none.</summary>
    private static ushort* NextStage(ushort* entry, ushort* blocks, int size, ref int used)
    {
        if ((*entry & Apart) == 0)
        {
            new Span<ushort>(blocks + (used * size), size).Fill(*entry);
            *entry = (ushort)(Apart | used++);
        }

        return blocks + ((*entry & (Apart - 1)) * size);
    }

    /// <summary>How many blocks ranges need of the two later stages.</summary>
    private readonly record struct Blocks(int Middles, int Lasts)
    {
        public long Bytes => (FirstEntries + ((long)Middles * MiddleEntries) + ((long)Lasts * LastEntries) + Beyond) * sizeof(ushort);

        public static Blocks Of(ReadOnlySpan<uint> starts)
        {
            var (middles, lasts, middle, last) = (0, 0, -1, -1);
            foreach (var start in starts)
            {
                if (start % FirstSize != 0 && (int)(start / FirstSize) != middle)
                {
                    middle = (int)(start / FirstSize);
                    middles++;
                }

                if (start % LastEntries != 0 && (int)(start / LastEntries) != last)
                {
                    last = (int)(start / LastEntries);
                    lasts++;
                }
            }

            return new Blocks(middles, lasts);
        }
    }
}
