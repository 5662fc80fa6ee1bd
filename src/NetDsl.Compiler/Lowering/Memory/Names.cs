using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>
/// What a walk names gets its number when it is named first. A walk that is not made again still has to give numbers, in its place: so it is remembered what it
/// named, in order: elements by their identities, and what stands below.
/// </summary>
internal abstract record Names
{
    /// <summary>The internet.</summary>
    public static Names Internet { get; } = new InternetName();

    private sealed record InternetName : Names;
}

/// <summary>The ACL of a subnet, and its filter.</summary>
internal sealed record AclName(ElementId Subnet, bool Inbound) : Names;

/// <summary>What is behind a Gateway Load Balancer endpoint.</summary>
internal sealed record InspectionName(ElementId Endpoint) : Names;

/// <summary>A junction, and whether it was for a source that had met some elements.</summary>
/// <param name="Key">The junction.</param>
/// <param name="Met">What the source had met.</param>
/// <param name="Address">The destination.</param>
/// <param name="Answer">Whether it was, and around the destination where it was the same.</param>
/// <param name="Tails">What gave the answer: as long as it is the same, the answer is.</param>
internal sealed record JunctionName(
    JunctionKey Key, IReadOnlyList<ElementId> Met, IpAddress Address, (bool IsFor, IpAddress First, IpAddress Last) Answer, JunctionTails Tails) : Names
{
    /// <summary>What gave the answer, or gave it again last, so that what gave it before is not held.</summary>
    public JunctionTails Tails { get; set; } = Tails;

    /// <summary>Whether what is for sources now gives the same answer.</summary>
    public bool Holds(JunctionTails now)
    {
        if (now != Tails && now.AreFor(Met, Address) != Answer)
        {
            return false;
        }

        Tails = now;
        return true;
    }
}
