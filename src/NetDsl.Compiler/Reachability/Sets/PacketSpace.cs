namespace NetDsl.Compiler.Reachability.Sets;

/// <summary>
/// All sets of packets of one analysis, exact, each held once.
/// </summary>
/// <remarks>
/// <para>
/// A set is an interval decision diagram (the firewall decision diagrams of Gouda and Liu, 2007, made canonical and shared as in Bryant, 1986): a
/// node asks one field, its edges are consecutive ranges of the field's values, and each leads to a node that asks a later field, to <em>all</em> or
/// to <em>nothing</em>. Neighbouring edges lead to different nodes, a node with one edge does not exist, and equal nodes exist once. So
/// equal sets are one number, and emptiness and equality cost nothing.
/// </para>
/// <para>
/// Why not bits: the rules of a network speak of ranges of ports and of prefixes, of which few are different. A range of ports is one edge here
/// and up to 2 × 16 nodes of a binary diagram, a prefix at most six nodes and up to 128; no order of bits has to be found. What a path asks (three fields, tens of rules) becomes tens of
/// edges. Why not lists of boxes (header spaces, Kazemian 2012): they are not canonical, and differences multiply them. Why not atomic predicates
/// (Yang and Lam, 2013): they have to be found anew when a rule changes, for the whole network. docs/benchmarks.md, "Sets of packets", has the
/// measurement against a binary diagram in C.
/// </para>
/// <para>Not thread-safe. Bounded: what would need more nodes than the bound throws <see cref="PacketSpaceExhaustedException"/>.</para>
/// </remarks>
internal sealed partial class PacketSpace
{
    /// <summary>Edges of all nodes that are told apart at most, by default: 256 MB.</summary>
    public const int DefaultBound = 16_000_000;

    // Nodes of what one proof needs; a space that needs more grows.
    private const int SmallSize = 1 << 10;

    private const int Nothing = 0;
    private const int Everything = 1;
    private readonly int bound;
    private readonly CancellationToken cancellation;

    // Node n asks field[n]; its edges are from firstEdge[n] up to firstEdge[n + 1].
    private PacketField[] field = new PacketField[SmallSize];
    private int[] firstEdge = new int[SmallSize + 1];
    private int nodeCount = 2;

    // Edge e takes the values from start[e] up to the next start; the first start of a node is 0.
    private ulong[] start = new ulong[SmallSize * 4];
    private int[] child = new int[SmallSize * 4];
    private int edgeCount;

    // Open addressing: nodes by what they are; 0 is free.
    private int[] buckets = new int[SmallSize * 2];

    /// <summary>A space with no sets but those that need no node.</summary>
    /// <param name="bound">How many edges its nodes may have together.</param>
    /// <param name="cancellation">Asked now and then by operations that take long.</param>
    public PacketSpace(int bound = DefaultBound, CancellationToken cancellation = default)
    {
        this.cancellation = cancellation;
        this.bound = bound;
        field[Nothing] = field[Everything] = PacketField.None;
    }

    /// <summary>The number of nodes that exist.</summary>
    public int NodeCount => nodeCount;

    /// <summary>The number of edges of all nodes, which the bound counts.</summary>
    public int EdgeCount => edgeCount;

    /// <summary>The packets whose field has a value in a range, both ends included.</summary>
    public PacketSet Range(PacketField of, ulong first, ulong last)
    {
        var mark = scratchCount;
        if (first > 0)
        {
            Push(mark, 0, Nothing);
        }

        Push(mark, first, Everything);
        if (last < LastOf(of))
        {
            Push(mark, last + 1, Nothing);
        }

        return new PacketSet(Intern(of, mark));
    }

    private static ulong LastOf(PacketField of) => of switch
    {
        PacketField.DestinationPort or PacketField.SourcePort => ushort.MaxValue,
        PacketField.DestinationHigh or PacketField.SourceHigh => ulong.MaxValue,
        PacketField.DestinationMiddle or PacketField.SourceMiddle => uint.MaxValue,
        _ => byte.MaxValue,
    };

    /// <summary>The node that asks a field with the edges that were pushed since the mark; takes them off.</summary>
    private int Intern(PacketField of, int mark)
    {
        var count = scratchCount - mark;
        scratchCount = mark;
        if (count == 1)
        {
            return scratchChild[mark];
        }

        var hash = (uint)of;
        for (var edge = mark; edge < mark + count; edge++)
        {
            hash = Mix(hash, scratchStart[edge], scratchChild[edge]);
        }

        var slot = hash & (uint)(buckets.Length - 1);
        for (; buckets[slot] != 0; slot = (slot + 1) & (uint)(buckets.Length - 1))
        {
            if (IsSame(buckets[slot], of, mark, count))
            {
                return buckets[slot];
            }
        }

        var node = Add(of, mark, count);
        buckets[slot] = node;
        if (nodeCount * 2 > buckets.Length)
        {
            Rehash();
        }

        return node;
    }

    private bool IsSame(int node, PacketField of, int mark, int count)
    {
        var first = firstEdge[node];
        if (field[node] != of || firstEdge[node + 1] - first != count)
        {
            return false;
        }

        for (var edge = 0; edge < count; edge++)
        {
            if (start[first + edge] != scratchStart[mark + edge] || child[first + edge] != scratchChild[mark + edge])
            {
                return false;
            }
        }

        return true;
    }

    private int Add(PacketField of, int mark, int count)
    {
        if (edgeCount + count > bound)
        {
            throw new PacketSpaceExhaustedException();
        }

        if ((nodeCount & 0xFFF) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        if (nodeCount + 1 >= firstEdge.Length)
        {
            Array.Resize(ref field, field.Length * 2);
            Array.Resize(ref firstEdge, (firstEdge.Length * 2) - 1);
        }

        if (edgeCount + count > start.Length)
        {
            var size = Math.Max(start.Length * 2, edgeCount + count);
            Array.Resize(ref start, size);
            Array.Resize(ref child, size);
        }

        Array.Copy(scratchStart, mark, start, edgeCount, count);
        Array.Copy(scratchChild, mark, child, edgeCount, count);
        field[nodeCount] = of;
        firstEdge[nodeCount] = edgeCount;
        edgeCount += count;
        firstEdge[nodeCount + 1] = edgeCount;
        return nodeCount++;
    }

    private void Rehash()
    {
        buckets = new int[buckets.Length * 4];
        for (var node = 2; node < nodeCount; node++)
        {
            var hash = (uint)field[node];
            for (var edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
            {
                hash = Mix(hash, start[edge], child[edge]);
            }

            var slot = hash & (uint)(buckets.Length - 1);
            while (buckets[slot] != 0)
            {
                slot = (slot + 1) & (uint)(buckets.Length - 1);
            }

            buckets[slot] = node;
        }
    }

    private static uint Mix(uint hash, ulong value, int node)
    {
        unchecked
        {
            var mixed = (hash ^ value ^ ((ulong)(uint)node << 40)) * 0x9E37_79B9_7F4A_7C15;
            return (uint)(mixed >> 29) ^ (uint)mixed;
        }
    }
}
