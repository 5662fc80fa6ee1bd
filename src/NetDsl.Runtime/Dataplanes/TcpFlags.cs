namespace NetDsl.Runtime;

/// <summary>The control bits of a TCP segment, with the values that they have in its header.</summary>
[Flags]
public enum TcpFlags : byte
{
    /// <summary>None, or not known: a segment that may open a connection or go on with one.</summary>
    None = 0,

    /// <summary>The sender has finished.</summary>
    Fin = 1,

    /// <summary>Opens a connection.</summary>
    Syn = 2,

    /// <summary>Ends a connection at once.</summary>
    Rst = 4,

    /// <summary>Acknowledges.</summary>
    Ack = 16,
}
