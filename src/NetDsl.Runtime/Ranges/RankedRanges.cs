using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Runtime.Ranges;

/// <summary>
/// A tree of starts with 16 of them in a node, which one comparison of vectors goes through: the starts that an address is not below are counted, and the count is the child. A static
/// B+ tree without pointers (Lemire and Slotin, "Static B-Trees", in Algorithmica).
/// </summary>
internal sealed class RankedRanges : RangeTable
{
    private const int Keys = KeyNode.Keys;
    private const int Children = Keys + 1;

    // From the root down, each level in nodes of 16; the last has all starts but the first. A key is one below its start, so that what fills up a node is above every address.
    private readonly uint[][] levels;
    private readonly int[] numbers;

    public RankedRanges(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers)
    {
        this.numbers = numbers.ToArray();
        var leaves = Filled(starts.Length - 1);
        for (var range = 1; range < starts.Length; range++)
        {
            leaves[range - 1] = starts[range] - 1;
        }

        var built = new List<uint[]> { leaves };
        while (built[^1].Length > Keys)
        {
            built.Add(Above(built[^1], leaves, Span(built.Count)));
        }

        built.Reverse();
        levels = [.. built];
    }

    public override int Find(uint address)
    {
        var node = 0;
        foreach (var level in levels.AsSpan(0, levels.Length - 1))
        {
            node = (node * Children) + KeyNode.CountBelow(level, node, address);
        }

        return numbers[(node * Keys) + KeyNode.CountBelow(levels[^1], node, address)];
    }

    public override void Find(ReadOnlySpan<uint> addresses, Span<int> numbers)
    {
        // Every count is one of a node that exists, so that nothing has to be checked again.
        var found = numbers[..addresses.Length];
        ref var known = ref MemoryMarshal.GetArrayDataReference(this.numbers);
        switch (levels)
        {
            case [var leaves]:
                for (var at = 0; at < addresses.Length; at++)
                {
                    found[at] = Unsafe.Add(ref known, KeyNode.CountBelow(leaves, 0, addresses[at]));
                }

                break;

            case [var root, var leaves]:
                for (var at = 0; at < addresses.Length; at++)
                {
                    var node = KeyNode.CountBelow(root, 0, addresses[at]);
                    found[at] = Unsafe.Add(ref known, (node * Keys) + KeyNode.CountBelow(leaves, node, addresses[at]));
                }

                break;

            case [var root, var middle, var leaves]:
                for (var at = 0; at < addresses.Length; at++)
                {
                    var node = KeyNode.CountBelow(root, 0, addresses[at]);
                    node = (node * Children) + KeyNode.CountBelow(middle, node, addresses[at]);
                    found[at] = Unsafe.Add(ref known, (node * Keys) + KeyNode.CountBelow(leaves, node, addresses[at]));
                }

                break;

            default:
                for (var at = 0; at < addresses.Length; at++)
                {
                    found[at] = Find(addresses[at]);
                }

                break;
        }
    }

    /// <summary>How many nodes of the lowest level are under one child of a node so many levels up.</summary>
    private static int Span(int levelsUp)
    {
        var span = 1;
        for (var level = 1; level < levelsUp; level++)
        {
            span *= Children;
        }

        return span;
    }

    /// <summary>The level above one: between two children, the last key before the later one.</summary>
    private static uint[] Above(uint[] below, uint[] leaves, int span)
    {
        var nodes = below.Length / Keys;
        var above = Filled((nodes + Children - 1) / Children * Keys);
        for (var node = 1; node < nodes; node++)
        {
            if (node % Children != 0)
            {
                above[(node / Children * Keys) + (node % Children) - 1] = leaves[(node * span * Keys) - 1];
            }
        }

        return above;
    }

    private static uint[] Filled(int keys)
    {
        var filled = new uint[Math.Max(1, (keys + Keys - 1) / Keys) * Keys];
        Array.Fill(filled, uint.MaxValue);
        return filled;
    }
}
