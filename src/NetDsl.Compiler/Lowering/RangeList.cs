using NetDsl.Addressing;

namespace NetDsl.Compiler.Lowering;

/// <summary>The ranges of destinations of one family, which touch each other.</summary>
/// <param name="starts">The first address of each, rising.</param>
/// <param name="family">All addresses of the family.</param>
internal sealed class RangeList(IReadOnlyList<IpAddress> starts, IpPrefix family)
{
    public int Count => starts.Count;

    /// <summary>All addresses of the family.</summary>
    public (IpAddress First, IpAddress Last) Family => (family.First, family.Last);

    /// <summary>A range, both ends included.</summary>
    public (IpAddress First, IpAddress Last) this[int range] =>
        (starts[range], range + 1 < starts.Count ? starts[range + 1].Minus(1) : family.Last);

    /// <summary>The range that has an address of the family.</summary>
    public int IndexOf(IpAddress address)
    {
        var (low, high) = (0, starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = starts[middle] <= address ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The scope of a walk to an address of a range.</summary>
    public DestinationScope Around(int range) => new(this[range], Family);
}

/// <summary>The ranges of both families.</summary>
/// <param name="Ipv4">Those of IPv4.</param>
/// <param name="Ipv6">Those of IPv6; none when nothing of the network speaks it.</param>
internal sealed record RangeLists(RangeList Ipv4, RangeList Ipv6);
