using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Ranks addresses in three reads: the leading bits of an address say where the nodes of its block are and how many addresses a bit of them stands for; a node has 64 bits, of which each at
/// which a range begins is set, and the number of the range before it; counting bits gives the range (after Asai and Ohara, "Poptrie", SIGCOMM 2015, with a node for each width that a block
/// needs instead of a tree of them, so that no branch depends on an address). A hundred prefixes of VPCs take about 40 KiB, 500,000 of the internet about 10 MiB.
/// </summary>
internal sealed unsafe class MarkedRanges : RangeTable
{
    private const int BitsOfNode = 6;
    private const int LastBit = (1 << BitsOfNode) - 1;
    private const int FewestLeading = 8;
    private const int MostLeading = 18;

    // An entry of a block: how many addresses a bit stands for, as a power of two, and above that the place of its first node.
    private const int BitsOfWidth = 5;

    private readonly LargeTable table;
    private readonly int behindBlock;
    private readonly uint* blocks;
    private readonly Node* nodes;
    private readonly int* numbers;

    private MarkedRanges(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers, int leading, int nodeCount)
    {
        behindBlock = 32 - leading;
        var blockBytes = (nuint)sizeof(uint) << leading;
        table = new LargeTable(blockBytes + ((nuint)nodeCount * (nuint)sizeof(Node)) + ((nuint)numbers.Length * sizeof(int)));
        blocks = (uint*)table.Memory;
        nodes = (Node*)((byte*)table.Memory + blockBytes);
        this.numbers = (int*)(nodes + nodeCount);
        numbers.CopyTo(new Span<int>(this.numbers, numbers.Length));
        Fill(starts);
    }

    /// <summary>The table of ranges; nothing where it needs more than so many bytes, as when single addresses all over the space have numbers of their own.</summary>
    public static MarkedRanges? TryBuild(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers, long mostBytes)
    {
        // Of many ranges their numbers alone take more, which no count of nodes has to find out.
        if ((long)numbers.Length * sizeof(int) > mostBytes)
        {
            return null;
        }

        var (bestLeading, bestNodes, bestBytes) = (0, 0L, long.MaxValue);
        var most = Math.Min(MostLeading, FewestLeading + BitOperations.Log2((uint)starts.Length));
        for (var leading = FewestLeading; leading <= most; leading += 2)
        {
            var needed = CountNodes(starts, 32 - leading);
            var bytes = ((long)sizeof(uint) << leading) + (needed * sizeof(Node)) + ((long)numbers.Length * sizeof(int));
            if (bytes < bestBytes)
            {
                (bestLeading, bestNodes, bestBytes) = (leading, needed, bytes);
            }
        }

        return bestBytes > mostBytes || bestNodes > uint.MaxValue >> BitsOfWidth ? null : new MarkedRanges(starts, numbers, bestLeading, (int)bestNodes);
    }

    public override int Find(uint address)
    {
        var number = numbers[Rank(blocks, nodes, behindBlock, address)];
        GC.KeepAlive(this);
        return number;
    }

    public override void Find(ReadOnlySpan<uint> addresses, Span<int> numbers)
    {
        // Locals, because for all that the compiler knows the fields might be written to.
        var known = this.numbers;
        var blocks = this.blocks;
        var nodes = this.nodes;
        var behind = behindBlock;
        fixed (uint* from = addresses)
        fixed (int* to = numbers[..addresses.Length])
        {
            for (nuint at = 0; at < (nuint)addresses.Length; at++)
            {
                to[at] = known[Rank(blocks, nodes, behind, from[at])];
            }
        }

        GC.KeepAlive(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Rank(uint* blocks, Node* nodes, int behindBlock, uint address)
    {
        var entry = blocks[address >> behindBlock];

        // Shifts take the lowest bits of their count: those of an entry are the width, and those of a bit say which of a node it is.
        var bit = (address & ((1u << behindBlock) - 1)) >> (int)entry;
        var node = nodes + ((entry >> BitsOfWidth) + (bit >> BitsOfNode));
        return node->Before + (uint)BitOperations.PopCount(node->Marks << (int)(bit ^ LastBit));
    }

    private static long CountNodes(ReadOnlySpan<uint> starts, int behindBlock)
    {
        var (needed, lastWhole) = (0L, -1);
        foreach (var block in new Blocks(starts, behindBlock))
        {
            if (block.Width >= behindBlock)
            {
                needed += block.First == lastWhole ? 0 : 1;
                lastWhole = block.First;
            }
            else
            {
                needed += NodesOf(block.Width, behindBlock);
            }
        }

        return needed;
    }

    private static long NodesOf(int width, int behindBlock) => 1L << Math.Max(0, behindBlock - width - BitsOfNode);

    private void Fill(ReadOnlySpan<uint> starts)
    {
        var (used, lastWhole, index) = (0u, -1, 0);
        foreach (var block in new Blocks(starts, behindBlock))
        {
            if (block.Width >= behindBlock)
            {
                // Blocks that one range has all of share its node.
                if (block.First != lastWhole)
                {
                    nodes[used++] = new Node { Before = (uint)block.First };
                    lastWhole = block.First;
                }

                blocks[index++] = ((used - 1) << BitsOfWidth) | ((1 << BitsOfWidth) - 1);
                continue;
            }

            blocks[index++] = (used << BitsOfWidth) | (uint)block.Width;
            var count = NodesOf(block.Width, behindBlock);
            var range = block.First;
            for (var node = 0L; node < count; node++)
            {
                var made = new Node { Before = (uint)range };
                for (; range < block.Last; range++)
                {
                    var bit = (starts[range + 1] & ((1u << behindBlock) - 1)) >> block.Width;
                    if (bit >> BitsOfNode != node)
                    {
                        break;
                    }

                    made.Marks |= 1UL << (int)bit;
                }

                nodes[used++] = made;
            }
        }
    }

    /// <summary>Sixteen bytes, so that a node is in one line of the cache.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 16)]
    private struct Node
    {
        public ulong Marks;
        public uint Before;
    }

    /// <summary>A block: the range of its first address, that of its last, and how many addresses a bit has to stand for at most, as a power of two.</summary>
    private readonly record struct Block(int First, int Last, int Width);

    /// <summary>The blocks of all addresses, in their order.</summary>
    private ref struct Blocks(ReadOnlySpan<uint> starts, int behindBlock)
    {
        private readonly ReadOnlySpan<uint> starts = starts;
        private ulong next;
        private int range;

        public Block Current { get; private set; }

        public readonly Blocks GetEnumerator() => this;

        public bool MoveNext()
        {
            if (next == 1UL << 32)
            {
                return false;
            }

            var begin = next;
            next += 1UL << behindBlock;
            while (range + 1 < starts.Length && starts[range + 1] <= begin)
            {
                range++;
            }

            var (last, width) = (range, behindBlock);
            for (; last + 1 < starts.Length && starts[last + 1] < next; last++)
            {
                width = Math.Min(width, BitOperations.TrailingZeroCount(starts[last + 1]));
            }

            Current = new Block(range, last, width);
            return true;
        }
    }
}
