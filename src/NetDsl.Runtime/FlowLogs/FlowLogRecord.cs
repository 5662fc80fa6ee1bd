using NetDsl.Addressing;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>One record of a flow log: what one flow did at one interface, or at one attachment of a transit gateway, in one window; or that nothing happened there.</summary>
/// <param name="AccountId">The owner of the interface; of the transit gateway.</param>
/// <param name="InterfaceId">The interface; the attachment.</param>
/// <param name="Start">Unix time of the first packet; of the window's start when there was none.</param>
/// <param name="End">Unix time of the last packet; of the window's last second when there was none.</param>
/// <param name="Flow">The flow; nothing for a window without traffic (<c>NODATA</c>) and for one whose records were dropped (<c>SKIPDATA</c>).</param>
/// <remarks>It holds no text of its own: its names are those of the interface, shared by all of its records.</remarks>
public readonly record struct FlowLogRecord(string AccountId, string InterfaceId, long Start, long End, FlowLogFlow? Flow)
{
    /// <summary>Where the interface is; nothing where nobody looked.</summary>
    public FlowLogPlace? Place { get; init; }

    /// <summary>Where in a transit gateway it is; nothing for an interface.</summary>
    public FlowLogCrossing? Crossing { get; init; }

    /// <summary>Whether records of this window were dropped (<c>SKIPDATA</c>, R-5.8); there is no flow then.</summary>
    public bool IsSkipped { get; init; }
}

/// <summary>The part of a record that speaks of packets.</summary>
/// <param name="Source">The source; the interface's own address for what leaves it .</param>
/// <param name="Destination">The destination; the interface's own address for what arrives.</param>
/// <param name="SourcePort">The source port; 0 where the protocol has none, ICMP included .</param>
/// <param name="DestinationPort">The destination port, likewise.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Packets">How many.</param>
/// <param name="Bytes">How many in all.</param>
/// <param name="Action">What security groups and network ACL said; a transit gateway has none, and its records show no action.</param>
/// <param name="Direction">Whether they arrived or left; at an attachment, whether they came to the gateway or left it.</param>
/// <param name="PacketSource">The source as written in the packets.</param>
/// <param name="PacketDestination">The destination as written in the packets.</param>
public readonly record struct FlowLogFlow(
    IpAddress Source,
    IpAddress Destination,
    ushort SourcePort,
    ushort DestinationPort,
    Protocol Protocol,
    long Packets,
    long Bytes,
    FlowAction Action,
    FlowDirection Direction,
    IpAddress PacketSource,
    IpAddress PacketDestination)
{
    /// <summary>
    /// The control bits of all packets: FIN, SYN and RST, and the acknowledgment that goes with a SYN (18); nothing where the protocol has none. Source: "Flow log
    /// records", tcp-flags.
    /// </summary>
    public int? TcpFlags { get; init; }

    /// <summary>The number of the way out of the interface; nothing for what arrives, and where the vendor has no number for it.</summary>
    public int? Path { get; init; }

    /// <summary>The service of the vendor's that has the source address, such as <c>S3</c>; nothing for others.</summary>
    public string? SourceService { get; init; }

    /// <summary>The same for the destination address.</summary>
    public string? DestinationService { get; init; }
}
