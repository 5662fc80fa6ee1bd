namespace NetDsl.Compiler.Reachability.Sets;

/// <content>Union, intersection and difference.</content>
internal sealed partial class PacketSpace
{
    // Edges of nodes that are being made, a stack: a node's lie above those of the nodes that wait for it.
    private ulong[] scratchStart = new ulong[1024];
    private int[] scratchChild = new int[1024];
    private int scratchCount;

    // What was computed last, by operands: a cache that forgets.
    private ulong[] cacheKeys = new ulong[SmallSize * 4];
    private int[] cacheResults = new int[SmallSize * 4];

    private enum Operation
    {
        Union,
        Intersect,
        Except,
    }

    /// <summary>The packets of either.</summary>
    public PacketSet Union(PacketSet left, PacketSet right) => new(Union(left.Node, right.Node));

    /// <summary>The packets of both.</summary>
    public PacketSet Intersect(PacketSet left, PacketSet right) => new(Intersect(left.Node, right.Node));

    /// <summary>The packets of the left that are not of the right.</summary>
    public PacketSet Except(PacketSet left, PacketSet right) => new(Except(left.Node, right.Node));

    /// <summary>All other packets.</summary>
    public PacketSet Complement(PacketSet set) => Except(PacketSet.All, set);

    /// <summary>The packets of any; joined in pairs, so that what is small is joined first.</summary>
    public PacketSet UnionOf(IReadOnlyList<PacketSet> sets) => UnionOf(sets, 0, sets.Count);

    private PacketSet UnionOf(IReadOnlyList<PacketSet> sets, int from, int to) => (to - from) switch
    {
        0 => PacketSet.Empty,
        1 => sets[from],
        var count => Union(UnionOf(sets, from, from + (count / 2)), UnionOf(sets, from + (count / 2), to)),
    };

    private int Union(int left, int right) =>
        left == right || right == Nothing ? left
        : left == Nothing ? right
        : left == Everything || right == Everything ? Everything
        : left < right ? Apply(Operation.Union, left, right) : Apply(Operation.Union, right, left);

    private int Intersect(int left, int right) =>
        left == right || right == Everything ? left
        : left == Everything ? right
        : left == Nothing || right == Nothing ? Nothing
        : left < right ? Apply(Operation.Intersect, left, right) : Apply(Operation.Intersect, right, left);

    private int Except(int left, int right) =>
        left == right || left == Nothing || right == Everything ? Nothing
        : right == Nothing ? left
        : Apply(Operation.Except, left, right);

    private int Take(Operation operation, int left, int right) => operation switch
    {
        Operation.Union => Union(left, right),
        Operation.Intersect => Intersect(left, right),
        _ => Except(left, right),
    };

    /// <summary>Walks the edges of both nodes side by side; recursion is as deep as there are fields.</summary>
    private int Apply(Operation operation, int left, int right)
    {
        // Three operations, of which two are commutative with left < right and one is not: the order of the operands and one bit tell them apart.
        var key = ((ulong)operation << 62) | ((ulong)(uint)left << 31) | (uint)right;
        var place = CachePlace(key);
        if (cacheKeys[place] == key)
        {
            return cacheResults[place];
        }

        var asked = field[left] < field[right] ? field[left] : field[right];
        var mark = scratchCount;
        int leftEdge, leftEnd, rightEdge, rightEnd;
        (leftEdge, leftEnd) = field[left] == asked ? (firstEdge[left], firstEdge[left + 1]) : (-1, -1);
        (rightEdge, rightEnd) = field[right] == asked ? (firstEdge[right], firstEdge[right + 1]) : (-1, -1);
        var from = 0UL;
        while (true)
        {
            var result = Take(operation, leftEdge < 0 ? left : child[leftEdge], rightEdge < 0 ? right : child[rightEdge]);
            Push(mark, from, result);
            var nextLeft = leftEdge >= 0 && leftEdge + 1 < leftEnd ? start[leftEdge + 1] : 0;
            var nextRight = rightEdge >= 0 && rightEdge + 1 < rightEnd ? start[rightEdge + 1] : 0;
            if (nextLeft == 0 && nextRight == 0)
            {
                break;
            }

            from = nextLeft == 0 ? nextRight : nextRight == 0 ? nextLeft : Math.Min(nextLeft, nextRight);
            if (operation == Operation.Intersect && result == Nothing)
            {
                // Where one side has nothing, the edges of the other up to its next one do not matter: many sets are a few values of a field.
                from = leftEdge >= 0 && nextLeft > 0 && child[leftEdge] == Nothing ? nextLeft
                    : rightEdge >= 0 && nextRight > 0 && child[rightEdge] == Nothing ? nextRight
                    : from;
                leftEdge = leftEdge < 0 ? -1 : EdgeOf(leftEdge, leftEnd, from);
                rightEdge = rightEdge < 0 ? -1 : EdgeOf(rightEdge, rightEnd, from);
                continue;
            }

            if (nextLeft == from)
            {
                leftEdge++;
            }

            if (nextRight == from)
            {
                rightEdge++;
            }
        }

        var node = Intern(asked, mark);
        if (nodeCount > cacheKeys.Length)
        {
            cacheKeys = new ulong[cacheKeys.Length * 4];
            cacheResults = new int[cacheKeys.Length];
        }

        place = CachePlace(key);
        (cacheKeys[place], cacheResults[place]) = (key, node);
        return node;
    }

    private int CachePlace(ulong key)
    {
        unchecked
        {
            return (int)((key * 0x9E37_79B9_7F4A_7C15) >> 33) & (cacheKeys.Length - 1);
        }
    }

    /// <summary>An edge of the node that is being made, unless its neighbour leads to the same.</summary>
    private void Push(int mark, ulong from, int to)
    {
        if (scratchCount > mark && scratchChild[scratchCount - 1] == to)
        {
            return;
        }

        if (scratchCount == scratchStart.Length)
        {
            Array.Resize(ref scratchStart, scratchCount * 2);
            Array.Resize(ref scratchChild, scratchCount * 2);
        }

        scratchStart[scratchCount] = from;
        scratchChild[scratchCount++] = to;
    }
}
