using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Runtime.Ranges;

/// <summary>
/// A number for each 256 addresses, and for those that differ among themselves one for each address (Gupta, Lin and McKeown, "Routing Lookups in Hardware at Memory Access Speeds":
/// DIR-24-8). Of many addresses, eight are read at once.
/// </summary>
internal sealed unsafe class DirectRanges : RangeTable
{
    private const int Blocks = 1 << 24;
    private const int BlockSize = 256;

    // The highest bit of an entry says that the block has a table of its own, whose number the rest is.
    private const int Apart = PlacedNumbers.Most;

    // What is read eight at once is four bytes wide, the last one included.
    private const int Beyond = 4;

    private readonly LargeTable table;
    private readonly ushort* blocks;
    private readonly ushort* apart;

    // Entries are places in here; nothing where they are the numbers themselves.
    private readonly int[]? numbers;

    private DirectRanges(ReadOnlySpan<uint> starts, PlacedNumbers placed, int blocksApart)
    {
        numbers = placed.Known;
        table = new LargeTable(((nuint)Blocks + ((nuint)blocksApart * BlockSize) + Beyond) * sizeof(ushort));
        blocks = (ushort*)table.Memory;
        apart = blocks + Blocks;
        Fill(starts, placed.Places);
    }

    /// <summary>The table of ranges; nothing where they have more than 32,768 different numbers, or more blocks that differ among themselves.</summary>
    public static DirectRanges? TryBuild(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers)
    {
        if (PlacedNumbers.TryOf(numbers) is not { } placed)
        {
            return null;
        }

        var (blocksApart, last) = (0, -1);
        for (var range = 0; range < starts.Length; range++)
        {
            if (starts[range] % BlockSize != 0 && (int)(starts[range] / BlockSize) != last)
            {
                last = (int)(starts[range] / BlockSize);
                blocksApart++;
            }
        }

        return blocksApart > Apart ? null : new DirectRanges(starts, placed, blocksApart);
    }

    public override int Find(uint address)
    {
        var place = Place(blocks, apart, address);
        GC.KeepAlive(table);
        return numbers is null ? place : numbers[place];
    }

    public override void Find(ReadOnlySpan<uint> addresses, Span<int> numbers)
    {
        var at = 0;
        if (Avx2.IsSupported)
        {
            var lower = Vector256.Create(0xFFFFu);
            ref var from = ref MemoryMarshal.GetReference(addresses);
            ref var to = ref MemoryMarshal.GetReference(numbers[..addresses.Length]);
            fixed (int* known = this.numbers)
            {
                for (; at + Vector256<uint>.Count <= addresses.Length; at += Vector256<uint>.Count)
                {
                    var asked = Vector256.LoadUnsafe(ref from, (nuint)at);
                    var places = Avx2.GatherVector256((uint*)blocks, (asked >>> 8).AsInt32(), sizeof(ushort)) & lower;
                    var far = (places << 16).ExtractMostSignificantBits();
                    if (far != 0)
                    {
                        var within = ((places & Vector256.Create(Apart - 1u)) << 8) | (asked & Vector256.Create(BlockSize - 1u));
                        var mask = Vector256.ShiftRightArithmetic((places << 16).AsInt32(), 31).AsUInt32();
                        places = Avx2.GatherMaskVector256(places, (uint*)apart, within.AsInt32(), mask, sizeof(ushort)) & lower;
                    }

                    (known == null ? places.AsInt32() : Avx2.GatherVector256(known, places.AsInt32(), sizeof(int))).StoreUnsafe(ref to, (nuint)at);
                }
            }
        }

        for (; at < addresses.Length; at++)
        {
            var place = Place(blocks, apart, addresses[at]);
            numbers[at] = this.numbers is null ? place : this.numbers[place];
        }

        GC.KeepAlive(table);
    }

    private static int Place(ushort* blocks, ushort* apart, uint address)
    {
        int place = blocks[address / BlockSize];
        return (place & Apart) == 0 ? place : apart[((place & (Apart - 1)) * BlockSize) + (int)(address % BlockSize)];
    }

    private void Fill(ReadOnlySpan<uint> starts, ReadOnlySpan<ushort> places)
    {
        var used = 0;
        for (var range = 0; range < starts.Length; range++)
        {
            var end = range + 1 < starts.Length ? starts[range + 1] : 1UL << 32;
            ulong address = starts[range];
            if (address % BlockSize != 0)
            {
                // Within a block that has begun: it stands apart from here on.
                var block = blocks + (address / BlockSize);
                if ((*block & Apart) == 0)
                {
                    new Span<ushort>(apart + (used * BlockSize), BlockSize).Fill(*block);
                    *block = (ushort)(Apart | used++);
                }

                var first = (int)(address % BlockSize);
                var count = (int)Math.Min((ulong)(BlockSize - first), end - address);
                new Span<ushort>(apart + ((*block & (Apart - 1)) * BlockSize) + first, BlockSize - first).Fill(places[range]);
                address += (ulong)count;
            }

            if (address < end && address % BlockSize == 0)
            {
                // The last block may go on with another range, which then sets it apart.
                var count = (int)((end - address + BlockSize - 1) / BlockSize);
                new Span<ushort>(blocks + (address / BlockSize), count).Fill(places[range]);
            }
        }
    }
}
