namespace NetDsl.Compiler.Reachability.Sets;

/// <summary>
/// The header fields over which sets of packets are told apart, in the order in which a diagram asks them. An address is two fields, its upper and
/// its lower 64 bits, so that every field fits a machine word; the upper half of an IPv4 address (in its IPv4-mapped form) is 0.
/// </summary>
/// <remarks>
/// The order is measured (docs/benchmarks.md, "Sets of packets"): fields with few ranges first share most. Protocols and ports take few
/// different values in the rules of a network; addresses take many.
/// </remarks>
internal enum PacketField : byte
{
    /// <summary>The number of the protocol, 0 to 255.</summary>
    Protocol,

    /// <summary>The destination port, 0 to 65535; 0 where the protocol has none.</summary>
    DestinationPort,

    /// <summary>The source port or the identifier of an ICMP echo, 0 to 65535; 0 where the protocol has neither.</summary>
    SourcePort,

    /// <summary>The upper half of the destination.</summary>
    DestinationHigh,

    /// <summary>The lower half of the destination.</summary>
    DestinationLow,

    /// <summary>The upper half of the source.</summary>
    SourceHigh,

    /// <summary>The lower half of the source.</summary>
    SourceLow,

    /// <summary>Below all fields: everything is asked.</summary>
    None,
}
