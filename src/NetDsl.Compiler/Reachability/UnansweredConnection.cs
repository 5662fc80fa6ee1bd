using NetDsl.Compiler.Graph;

namespace NetDsl.Compiler.Reachability;

/// <summary>A connection whose first packet arrives, and whose reply never comes back.</summary>
/// <param name="Packet">The first packet, as it is sent.</param>
/// <param name="From">Who sends it.</param>
/// <param name="To">Where it arrives.</param>
/// <param name="Place">Where the reply ends: the route table, gateway or network ACL that drops it, or who gets it and did not await it.</param>
/// <param name="Reason">Why, in words, and what to do.</param>
internal sealed record UnansweredConnection(Packet Packet, GraphNode From, GraphNode To, GraphNode Place, string Reason)
{
    /// <summary>The network ACL that lets the first packet begin a connection and has no entry for the reply; nothing where a route is missing.</summary>
    public NetworkAclStep? Acl { get; init; }

    /// <summary>The reply as it comes to the ACL.</summary>
    public Packet Reply { get; init; }

    /// <summary>The routes that led the first packet, in order.</summary>
    public IReadOnlyList<RouteStep> Routes { get; init; } = [];
}
