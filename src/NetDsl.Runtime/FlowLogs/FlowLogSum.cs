namespace NetDsl.Runtime.FlowLogs;

/// <summary>What packets of one flow come to in a window.</summary>
/// <param name="Packets">How many.</param>
/// <param name="Bytes">How many in all.</param>
/// <param name="First">Unix time of the first.</param>
/// <param name="Last">Unix time of the last.</param>
/// <param name="Flags">The control bits of all of them that records show.</param>
internal readonly record struct FlowLogSum(long Packets, long Bytes, long First, long Last, TcpFlags Flags)
{
    /// <summary>What one packet comes to.</summary>
    /// <param name="bytes">Its length.</param>
    /// <param name="second">Unix time at which it is seen.</param>
    /// <param name="flags">Its control bits.</param>
    public static FlowLogSum Of(int bytes, long second, TcpFlags flags) => new(1, bytes, second, second, Reported(flags));

    /// <summary>The same with one more packet, which is not seen before the others.</summary>
    public FlowLogSum With(int bytes, long second, TcpFlags flags) => new(Packets + 1, Bytes + bytes, First, Math.Max(Last, second), Flags | Reported(flags));

    /// <summary>What <c>tcp-flags</c> shows; nothing where the protocol has none.</summary>
    public int? TcpFlagsOf(Protocol protocol) => protocol == Protocol.Tcp ? (int)Flags : null;

    /// <summary>An acknowledgment shows only beside the SYN that it answers.</summary>
    private static TcpFlags Reported(TcpFlags flags) =>
        (flags & (TcpFlags.Fin | TcpFlags.Syn | TcpFlags.Rst)) | (flags.HasFlag(TcpFlags.Syn | TcpFlags.Ack) ? TcpFlags.Ack : TcpFlags.None);
}
