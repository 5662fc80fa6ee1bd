using NetDsl.Addressing;

namespace NetDsl.Compiler.Reachability.Sets;

/// <content>What is in a set.</content>
internal sealed partial class PacketSpace
{
    /// <summary>Whether the set has the packet.</summary>
    public bool Contains(PacketSet set, Packet packet)
    {
        var node = set.Node;
        while (node > Everything)
        {
            node = child[EdgeOf(firstEdge[node], firstEdge[node + 1], ValueOf(field[node], packet))];
        }

        return node == Everything;
    }

    /// <summary>The lowest packet of a set, in the order of the fields; nothing when the set is empty.</summary>
    public Packet? Sample(PacketSet set)
    {
        if (set.IsEmpty)
        {
            return null;
        }

        var values = new ulong[(int)PacketField.None];
        var node = set.Node;
        while (node > Everything)
        {
            var edge = firstEdge[node];
            while (child[edge] == Nothing)
            {
                edge++;
            }

            values[(int)field[node]] = start[edge];
            node = child[edge];
        }

        return new Packet(
            Address(PacketField.SourceHigh),
            Address(PacketField.DestinationHigh),
            Protocol.FromNumber((int)values[(int)PacketField.Protocol]),
            (ushort)values[(int)PacketField.SourcePort],
            (ushort)values[(int)PacketField.DestinationPort]);

        IpAddress Address(PacketField high) =>
            Enumerable.Range(0, Digits).Aggregate(Lowest, (address, digit) => With(address, digit, values[(int)high + digit]));
    }

    /// <summary>How many packets a set has, as nearly as a double tells it.</summary>
    public double Count(PacketSet set)
    {
        var known = new Dictionary<int, double>();
        return Below(default, set.Node);

        // The packets below an edge, counted over the fields from a field on.
        double Below(PacketField from, int node)
        {
            var own = node switch { Nothing => 0, Everything => 1, _ => Own(node) };
            var skipped = field[node];
            for (var each = from; each < skipped; each++)
            {
                own *= SizeOf(each);
            }

            return own;
        }

        double Own(int node)
        {
            if (!known.TryGetValue(node, out var count))
            {
                count = 0;
                for (var edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
                {
                    var values = edge + 1 < firstEdge[node + 1]
                        ? start[edge + 1] - start[edge]
                        : SizeOf(field[node]) - start[edge];
                    count += values * Below(field[node] + 1, child[edge]);
                }

                known.Add(node, count);
            }

            return count;
        }

        static double SizeOf(PacketField of) => LastOf(of) + 1.0;
    }

    /// <summary>The same packets whatever their addresses were.</summary>
    public PacketSet OnlyPorts(PacketSet set) => Without(set, PacketField.DestinationHigh, PacketField.SourceLast);

    /// <summary>The same packets whatever their sources were.</summary>
    public PacketSet WithoutSource(PacketSet set) => Without(set, PacketField.SourceHigh, PacketField.SourceLast);

    /// <summary>The same packets whatever their destinations were.</summary>
    public PacketSet WithoutDestination(PacketSet set) => Without(set, PacketField.DestinationHigh, PacketField.DestinationLast);

    /// <summary>The same packets whatever everything but their sources was.</summary>
    public PacketSet OnlySources(PacketSet set) => Without(WithoutDestination(set), PacketField.Protocol, PacketField.SourcePort);

    /// <summary>
    /// The same packets whatever the field's value was: a packet is of the result when it is of the set with some value of the field (existential
    /// quantification). With <see cref="Intersect(PacketSet, PacketSet)"/> this puts a value in place of another, as a translation does.
    /// </summary>
    public PacketSet Without(PacketSet set, PacketField of) => Without(set, of, of);

    /// <summary>The same packets whatever the values of a field, of those after it and of a last one were.</summary>
    private PacketSet Without(PacketSet set, PacketField from, PacketField to)
    {
        var known = new Dictionary<int, int>();
        return new PacketSet(Project(set.Node));

        int Project(int node)
        {
            if (field[node] > to)
            {
                return node;
            }

            if (known.TryGetValue(node, out var result))
            {
                return result;
            }

            if (field[node] >= from)
            {
                result = Nothing;
                for (var edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
                {
                    result = Union(result, Project(child[edge]));
                }
            }
            else
            {
                var mark = scratchCount;
                for (var edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
                {
                    Push(mark, start[edge], Project(child[edge]));
                }

                result = Intern(field[node], mark);
            }

            known.Add(node, result);
            return result;
        }
    }

    /// <summary>The last edge of a range of edges that starts at the value or below.</summary>
    private int EdgeOf(int low, int end, ulong value)
    {
        var high = end - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (start[middle] <= value)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static ulong ValueOf(PacketField of, Packet packet) => of switch
    {
        PacketField.Protocol => (ulong)packet.Protocol.Number,
        PacketField.DestinationPort => packet.DestinationPort,
        PacketField.SourcePort => packet.SourcePort,
        >= PacketField.DestinationHigh and <= PacketField.DestinationLast => DigitOf(packet.Destination, of - PacketField.DestinationHigh),
        >= PacketField.SourceHigh and <= PacketField.SourceLast => DigitOf(packet.Source, of - PacketField.SourceHigh),
        _ => throw new ArgumentOutOfRangeException(nameof(of), of, "A diagram asks no such field."),
    };
}
