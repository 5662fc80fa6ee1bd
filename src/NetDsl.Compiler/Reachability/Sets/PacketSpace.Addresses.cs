using NetDsl.Addressing;

namespace NetDsl.Compiler.Reachability.Sets;

/// <content>Addresses, which are several fields: their digits, the first field the most significant.</content>
internal sealed partial class PacketSpace
{
    private const int Digits = PacketField.DestinationLast - PacketField.DestinationHigh + 1;
    private static readonly IpAddress Lowest = new(ulong.MinValue, ulong.MinValue);
    private static readonly IpAddress Highest = new(ulong.MaxValue, ulong.MaxValue);

    /// <summary>The digit of an address that a field asks.</summary>
    /// <param name="address">The address.</param>
    /// <param name="digit">Which: 0 for the upper half, 1 for the 32 bits after it, then a byte each.</param>
    private static ulong DigitOf(IpAddress address, int digit) => digit switch
    {
        0 => address.High,
        1 => address.Low >> 32,
        _ => (address.Low >> (8 * (Digits - 1 - digit))) & byte.MaxValue,
    };

    /// <summary>The field that asks a digit of the address whose first field is given.</summary>
    private static PacketField FieldOf(PacketField high, int digit) => (PacketField)((int)high + digit);

    /// <summary>An address with a digit that was 0 so far.</summary>
    private static IpAddress With(IpAddress address, int digit, ulong value) => digit switch
    {
        0 => address with { High = value },
        1 => address with { Low = address.Low | (value << 32) },
        _ => address with { Low = address.Low | (value << (8 * (Digits - 1 - digit))) },
    };

    /// <summary>The packets with an address of the range, both ends included.</summary>
    private PacketSet Between(PacketField high, IpAddress first, IpAddress last) => new(Between(high, 0, first, last));

    /// <summary>Those whose address is in the range as far as its digits from a digit on tell.</summary>
    private int Between(PacketField high, int digit, IpAddress first, IpAddress last)
    {
        if (digit == Digits || (first == Lowest && last == Highest))
        {
            return Everything;
        }

        var asked = FieldOf(high, digit);
        var mark = scratchCount;
        var (low, top) = (DigitOf(first, digit), DigitOf(last, digit));
        if (low > 0)
        {
            Push(mark, 0, Nothing);
        }

        Push(mark, low, Between(high, digit + 1, first, low == top ? last : Highest));
        if (top - low > 1)
        {
            Push(mark, low + 1, Everything);
        }

        if (top > low)
        {
            Push(mark, top, Between(high, digit + 1, Lowest, last));
        }

        if (top < LastOf(asked))
        {
            Push(mark, top + 1, Nothing);
        }

        return Intern(asked, mark);
    }

    /// <summary>
    /// The sources or destinations of packets, as ranges that rise and have gaps between them; nothing when there are more than so many. What else the packets
    /// have is left out of account.
    /// </summary>
    public IReadOnlyList<(IpAddress First, IpAddress Last)>? AddressRanges(PacketSet set, bool ofSource, int most)
    {
        var ranges = new List<(IpAddress First, IpAddress Last)>();
        var (node, high) = ofSource ? (OnlySources(set).Node, PacketField.SourceHigh) : (set.Node, PacketField.DestinationHigh);
        return AddRanges(node, high, 0, Lowest, most, ranges) ? ranges : null;
    }

    /// <summary>The sources of the packets of a set, rising; nothing when there are more than so many.</summary>
    public IReadOnlyList<IpAddress>? SourcesOf(PacketSet set, int most)
    {
        if (AddressRanges(set, ofSource: true, most) is not { } ranges)
        {
            return null;
        }

        var sources = new List<IpAddress>();
        foreach (var (first, last) in ranges)
        {
            if (first.High != last.High || last.Low - first.Low >= (ulong)(most - sources.Count))
            {
                return null;
            }

            for (var beyond = 0UL; beyond <= last.Low - first.Low; beyond++)
            {
                sources.Add(first.Plus(beyond));
            }
        }

        return sources;
    }

    private bool AddRanges(int node, PacketField high, int digit, IpAddress before, int most, List<(IpAddress First, IpAddress Last)> ranges)
    {
        if (node == Nothing)
        {
            return true;
        }

        if (digit == Digits || field[node] > FieldOf(high, Digits - 1))
        {
            return AddRange(before, Filled(before, digit), most, ranges);
        }

        var asked = FieldOf(high, digit);
        var (from, to) = field[node] == asked ? (firstEdge[node], firstEdge[node + 1]) : (-1, 0);
        for (var edge = from; edge < to; edge++)
        {
            var (first, below) = edge < 0 ? (0, node) : (start[edge], child[edge]);
            var last = edge < 0 || edge + 1 == to ? LastOf(asked) : start[edge + 1] - 1;
            if (below == Nothing)
            {
                continue;
            }

            if (field[below] > FieldOf(high, Digits - 1))
            {
                if (!AddRange(With(before, digit, first), Filled(With(before, digit, last), digit + 1), most, ranges))
                {
                    return false;
                }

                continue;
            }

            // Every value of the digit has the same gaps below it.
            if (last - first >= (ulong)most)
            {
                return false;
            }

            for (var beyond = 0UL; beyond <= last - first; beyond++)
            {
                if (!AddRanges(below, high, digit + 1, With(before, digit, first + beyond), most, ranges))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool AddRange(IpAddress first, IpAddress last, int most, List<(IpAddress First, IpAddress Last)> ranges)
    {
        if (ranges.Count > 0 && ranges[ranges.Count - 1] is var (start, end) && end != Highest && end.Plus(1) == first)
        {
            ranges[ranges.Count - 1] = (start, last);
            return true;
        }

        ranges.Add((first, last));
        return ranges.Count <= most;
    }

    /// <summary>The highest address with the same digits before a digit.</summary>
    private static IpAddress Filled(IpAddress address, int digit)
    {
        for (; digit < Digits; digit++)
        {
            address = With(address, digit, LastOf(FieldOf(PacketField.DestinationHigh, digit)));
        }

        return address;
    }
}
