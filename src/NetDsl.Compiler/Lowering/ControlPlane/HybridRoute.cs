using NetDsl.Addressing;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>How a gateway or site came to know a prefix, the most preferred first.</summary>
internal enum HybridRouteKind
{
    /// <summary>It is its own: a block of the attached VPC, or a prefix of the site.</summary>
    Own,

    /// <summary>By BGP over Direct Connect. For a site: see <see cref="Dynamic"/>.</summary>
    DirectConnect,

    /// <summary>It was written down, for a VPN connection with static routing.</summary>
    Static,

    /// <summary>By BGP over VPN; for a site, by BGP over whatever.</summary>
    Dynamic,
}

/// <summary>A prefix that a gateway or site knows, and how to get there.</summary>
/// <param name="Destination">The prefix.</param>
/// <param name="Kind">How it is known.</param>
/// <param name="AsPath">The autonomous systems on the way, the neighbour first; none when it was not learned by BGP.</param>
/// <param name="Med">The neighbour's multi-exit discriminator, if it sent one.</param>
/// <param name="Preference">How much it is preferred, before its AS path is looked at; higher wins.</param>
/// <param name="Link">The way there; nothing when it is its own.</param>
internal sealed record HybridRoute(
    IpPrefix Destination, HybridRouteKind Kind, IReadOnlyList<uint> AsPath, uint? Med, uint Preference, HybridLink? Link)
{
    public static HybridRoute Own(IpPrefix destination) => new(destination, HybridRouteKind.Own, [], null, 0, null);

    /// <summary>Whether it came from a session of the neighbour that this one came from.</summary>
    public bool HasNeighbourOf(HybridRoute other) =>
        AsPath.Count > 0 && other.AsPath.Count > 0 && AsPath[0] == other.AsPath[0];
}

/// <summary>The route that was chosen.</summary>
/// <param name="Best">All that were equally good, in the order of names and tunnels.</param>
internal sealed record ChosenRoute(IReadOnlyList<HybridRoute> Best)
{
    /// <summary>The first by name, which is taken where flows are not spread.</summary>
    public HybridRoute Route => Best[0];

    /// <summary>How many were equally good.</summary>
    public int Candidates => Best.Count;
}
