namespace NetDsl.Compiler.Reachability.Sets;

/// <summary>
/// The header fields over which sets of packets are told apart, in the order in which a diagram asks them. An address is six fields, its digits: the upper
/// half, the 32 bits after it, and four bytes, which are those of an IPv4 address (in its IPv4-mapped form).
/// </summary>
/// <remarks>
/// Order and digits are measured (docs/benchmarks.md, "Sets of packets"). Whole addresses would be nodes with as many edges as a list has prefixes, which a
/// rule copies though it changes one of them; below a byte most stays shared. Ports come last, because rules about the same addresses differ in them: asked
/// first, each of their ranges would have all addresses below it.
/// </remarks>
internal enum PacketField : byte
{
    /// <summary>The upper half of the destination.</summary>
    DestinationHigh,

    /// <summary>The 32 bits after it.</summary>
    DestinationMiddle,

    /// <summary>The first byte of an IPv4 destination.</summary>
    DestinationFirst,

    /// <summary>The second byte of an IPv4 destination.</summary>
    DestinationSecond,

    /// <summary>The third byte of an IPv4 destination.</summary>
    DestinationThird,

    /// <summary>The last byte of the destination.</summary>
    DestinationLast,

    /// <summary>The upper half of the source.</summary>
    SourceHigh,

    /// <summary>The 32 bits after it.</summary>
    SourceMiddle,

    /// <summary>The first byte of an IPv4 source.</summary>
    SourceFirst,

    /// <summary>The second byte of an IPv4 source.</summary>
    SourceSecond,

    /// <summary>The third byte of an IPv4 source.</summary>
    SourceThird,

    /// <summary>The last byte of the source.</summary>
    SourceLast,

    /// <summary>The number of the protocol, 0 to 255.</summary>
    Protocol,

    /// <summary>The destination port, or type and code of ICMP, 0 to 65535; 0 where the protocol has neither.</summary>
    DestinationPort,

    /// <summary>The source port or the identifier of an ICMP echo, 0 to 65535; 0 where the protocol has neither.</summary>
    SourcePort,

    /// <summary>Below all fields: everything is asked.</summary>
    None,
}
