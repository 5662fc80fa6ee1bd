using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Packets that come back to where they were, and go round until their time to live has passed.</summary>
/// <param name="Senders">Who sends some of them, by path; <see cref="ReachabilityMatrix.Internet"/> for hosts outside.</param>
/// <param name="Sample">One of the first sender's.</param>
/// <param name="Reason">Where it comes back, and what to do.</param>
/// <param name="Origin">Where what it comes back to was written.</param>
/// <param name="Path">The way of the sample until it comes back.</param>
public sealed record ForwardingLoop(EquatableArray<string> Senders, Packet Sample, string Reason, Origin Origin, EquatableArray<PathStation> Path);
