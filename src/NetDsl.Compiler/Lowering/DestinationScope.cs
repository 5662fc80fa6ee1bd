using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.Memory;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// How far the answer of a walk reaches: the destinations around one address for which every question of the walk has the answer that it has for that address. Walks that
/// ask for little thus speak for many ranges at once, and need not be repeated for each.
/// </summary>
/// <param name="range">The range that the address lies in: within it one address speaks for all, whatever is asked.</param>
/// <param name="family">All addresses of its family.</param>
internal sealed class DestinationScope((IpAddress First, IpAddress Last) range, (IpAddress First, IpAddress Last) family)
{
    private bool isRange;

    /// <summary>The question which range it is.</summary>
    public RangeQuestion Range => new(range.First);

    /// <summary>The first address that the answer is for.</summary>
    public IpAddress First { get; private set; } = family.First;

    /// <summary>The last address that the answer is for.</summary>
    public IpAddress Last { get; private set; } = family.Last;

    /// <summary>Something was asked of which nothing is known but that the whole range has one answer.</summary>
    public void NarrowToRange()
    {
        if (!isRange)
        {
            Narrow(range.First, range.Last);
            isRange = true;
        }
    }

    /// <summary>Something was asked that has one answer from the first address to the last.</summary>
    public void Narrow(IpAddress first, IpAddress last)
    {
        // No question divides a range, and those of a destination that was put in place of the first one are about another address.
        if (isRange)
        {
            return;
        }

        First = first > First ? first : First;
        Last = last < Last ? last : Last;
    }

    /// <summary>Whether the address is in the subnet, which was asked.</summary>
    public bool Ask(Subnet subnet, IpAddress address) =>
        Ask(subnet.Prefix.Value, address) || (subnet.Ipv6Prefix is { } ipv6 && Ask(ipv6.Value, address));

    /// <summary>Whether the address is in the prefix, which was asked.</summary>
    public bool Ask(IpPrefix prefix, IpAddress address)
    {
        // Nothing of one family is in a prefix of the other.
        if (prefix.IsIpv4 != address.IsIpv4)
        {
            return false;
        }

        if (address < prefix.First)
        {
            Narrow(First, prefix.First.Minus(1));
            return false;
        }

        if (address > prefix.Last)
        {
            Narrow(prefix.Last.Plus(1), Last);
            return false;
        }

        Narrow(prefix.First, prefix.Last);
        return true;
    }
}
