using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>The answer to whether a flow works.</summary>
public enum Verdict
{
    /// <summary>The packet arrives, or leaves for the internet that was asked for, and its reply comes back.</summary>
    Reachable,

    /// <summary>The packet or its reply does not arrive.</summary>
    Blocked,

    /// <summary>The model cannot tell; never counted as reachable.</summary>
    Unknown,
}

/// <summary>How one direction ends.</summary>
public enum Outcome
{
    /// <summary>At the interface that was asked for, or at a service of the host.</summary>
    Delivered,

    /// <summary>Outside the modelled network.</summary>
    Exits,

    /// <summary>Nowhere.</summary>
    Dropped,

    /// <summary>Not known, or not asked because the other direction found no receiver.</summary>
    Unknown,
}

/// <summary>What happens to a packet and to its reply, and why.</summary>
/// <param name="Verdict">Whether the flow works.</param>
/// <param name="Forward">The packet.</param>
/// <param name="Return">Its reply.</param>
public sealed record Trace(Verdict Verdict, TraceDirection Forward, TraceDirection Return);

/// <summary>One direction of a trace.</summary>
/// <param name="Outcome">How it ends.</param>
/// <param name="Hops">
/// What it passes, in order. Behind a filter that denies, the walk goes on as if it had allowed, so that everything that
/// blocks is named.
/// </param>
/// <param name="Blocks">Everything that drops the packet, in order; empty unless dropped.</param>
/// <param name="Receiver">The path of the element that the packet arrives at; nothing when there is none.</param>
public sealed record TraceDirection(
    Outcome Outcome, EquatableArray<Hop> Hops, EquatableArray<Block> Blocks, string? Receiver)
{
    /// <summary>A direction that nobody walked.</summary>
    public static TraceDirection NotWalked { get; } = new(Outcome.Unknown, [], [], null);

    /// <summary>The first of what blocks.</summary>
    public DropCode? Code => Blocks.Count == 0 ? null : Blocks[0].Code;
}

/// <summary>One step of a trace.</summary>
/// <param name="Element">The path of the element that decided.</param>
/// <param name="Kind">Its kind, such as <c>route-table</c>.</param>
/// <param name="Decision">What it decided and by which rule or route.</param>
/// <param name="Packet">The packet as it leaves the hop.</param>
/// <param name="Origin">Where the rule, route or element was written.</param>
/// <param name="Code">Why it drops the packet, when it does.</param>
public sealed record Hop(
    string Element, string Kind, string Decision, Packet Packet, Origin Origin, DropCode? Code);

/// <summary>One reason why a packet is dropped.</summary>
/// <param name="Code">Which.</param>
/// <param name="Element">The path of the element that drops it.</param>
/// <param name="Text">What is wrong and what would let it pass.</param>
/// <param name="Origin">Where the deciding rule or element was written.</param>
public sealed record Block(DropCode Code, string Element, string Text, Origin Origin)
{
    /// <summary>What would let it pass here; nothing where it is no security group or network ACL that drops it.</summary>
    public MissingRule? Missing { get; init; }
}

/// <summary>A rule of a security group or an entry of a network ACL that would let a packet pass.</summary>
/// <param name="Arriving">Whether it judges what arrives: an ingress rule or inbound entry.</param>
/// <param name="Traffic">What it allows.</param>
/// <param name="Peer">The other end.</param>
/// <param name="Number">The highest number with which an entry of an ACL comes before the one that denies; 0 for a rule of a group.</param>
public sealed record MissingRule(bool Arriving, TrafficSelector Traffic, IpPrefix Peer, int Number);
