namespace NetDsl.Compiler.Reachability.Sets;

/// <summary>Sets of packets need more nodes than a space may have. Who asked must answer <see cref="Verdict.Unknown"/>.</summary>
internal sealed class PacketSpaceExhaustedException() : Exception("The sets of packets of this question are too many to be told apart.");
