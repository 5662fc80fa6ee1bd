using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>What is wrong with an intent, when something is.</summary>
public enum IntentFault
{
    /// <summary>Nothing: it holds for every packet that it is about.</summary>
    None,

    /// <summary>A packet that is to arrive and be answered does not or is not.</summary>
    Blocked,

    /// <summary>A packet arrives that must not.</summary>
    Arrives,

    /// <summary>A packet arrives by a way that passes none of the elements that it has to.</summary>
    Bypasses,

    /// <summary>A packet does not arrive, or is not answered, when everything in a zone is gone.</summary>
    Lost,

    /// <summary>It could not be proved or refuted. Never counted as holding.</summary>
    Unproved,
}

/// <summary>Whether an intent holds: proved for every packet that it is about, or refuted by one.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Fault">What is wrong, when something is.</param>
/// <param name="Text">What is wrong in words: the packet, where it comes and why; empty when it holds.</param>
public sealed record IntentVerdict(Intent Intent, IntentFault Fault, string Text)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Fault == IntentFault.None;

    /// <summary>The packet that refutes it, as it is sent; nothing when none does.</summary>
    public Packet? Counterexample { get; init; }

    /// <summary>What that packet passes, in order, and by which rule or route.</summary>
    public EquatableArray<PathStation> Path { get; init; }
}

/// <summary>One station of the way of a packet.</summary>
/// <param name="Element">The path of the element that decided.</param>
/// <param name="Kind">Its kind, such as <c>route-table</c>.</param>
/// <param name="Decision">What it decided, and by which rule or route.</param>
/// <param name="Origin">Where that was written.</param>
public sealed record PathStation(string Element, string Kind, string Decision, Origin Origin)
{
    /// <summary>Whether a rule of security groups or an entry of a network ACL decided.</summary>
    public bool IsFilter { get; init; }
}
