using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>One of several paths to a prefix that a device has heard of, with all that its decision process looks at.</summary>
/// <param name="AsPath">The autonomous systems on the way, the neighbour first; none for what is of the own system.</param>
public sealed record CandidatePath(EquatableArray<uint> AsPath)
{
    /// <summary>Whether the device knows how to reach the next hop.</summary>
    public bool IsNextHopResolvable { get; init; } = true;

    /// <summary>How much the device itself prefers it; vendors' own, told to nobody; the higher the better.</summary>
    public uint Weight { get; init; }

    /// <summary>The local preference; the higher the better, 100 where nobody says anything else.</summary>
    public uint LocalPreference { get; init; } = 100;

    /// <summary>Whether the device itself brought the prefix into BGP.</summary>
    public bool IsLocallyOriginated { get; init; }

    /// <summary>How the route came to be known.</summary>
    public BgpOrigin Origin { get; init; }

    /// <summary>The multi-exit discriminator; the lower the better, 0 where the neighbour sent none (RFC 4271, section 9.1.2.2).</summary>
    public uint? Med { get; init; }

    /// <summary>Whether it came from a speaker of the own system.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What the way to the next hop costs inside the own system; the lower the better.</summary>
    public uint IgpCost { get; init; }

    /// <summary>When the path was heard of.</summary>
    public TimeSpan HeardAt { get; init; }

    /// <summary>The identifier of the speaker that it came from.</summary>
    public Ipv4Address RouterId { get; init; }

    /// <summary>The address of the speaker that it came from. A speaker tells one path to a prefix, so that no two candidates have the same.</summary>
    public IpAddress Peer { get; init; }

    /// <summary>Whether both came through the same neighbouring system; what has not come through any has no neighbour.</summary>
    internal bool HasNeighbourOf(CandidatePath other) => AsPath.Count > 0 && other.AsPath.Count > 0 && AsPath[0] == other.AsPath[0];
}
