namespace NetDsl.Compiler.Reachability;

/// <summary>
/// No set of packets tells what would have to be known: source and destination of what was sent would have to be equal. Who asked must answer
/// <see cref="Verdict.Unknown"/>.
/// </summary>
internal sealed class UntoldException() : Exception("Source and destination of packets would have to be compared, which sets of packets do not tell.");
