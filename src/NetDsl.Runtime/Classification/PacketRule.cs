using NetDsl.Addressing;

namespace NetDsl.Runtime.Classification;

/// <summary>A rule of a first-match list of IPv4 packets.</summary>
/// <param name="Source">Which sources it matches.</param>
/// <param name="Destination">Which destinations it matches.</param>
/// <param name="Protocol">Which protocol, or any.</param>
/// <param name="SourcePorts">Which source ports, whatever the protocol.</param>
/// <param name="DestinationPorts">Which destination ports, or words of ICMP, whatever the protocol.</param>
/// <param name="Verdict">What the list says of packets that this is the first rule to match.</param>
internal readonly record struct PacketRule(Ipv4Prefix Source, Ipv4Prefix Destination, Protocol Protocol, PortRange SourcePorts, PortRange DestinationPorts, int Verdict)
{
    /// <summary>Whether it matches all packets between its addresses.</summary>
    public bool MatchesAllServices => Protocol.IsAny && SourcePorts == PortRange.All && DestinationPorts == PortRange.All;

    /// <summary>Whether it matches packets from all sources.</summary>
    public bool IsForAnySource => Source.Length == 0;

    /// <summary>Whether it matches packets to all destinations.</summary>
    public bool IsForAnyDestination => Destination.Length == 0;

    /// <summary>The first and the last number of the protocols that it matches.</summary>
    public (byte First, byte Last) Protocols => Protocol.IsAny ? (byte.MinValue, byte.MaxValue) : ((byte)Protocol.Number, (byte)Protocol.Number);

    /// <summary>Whether it matches whatever another rule does, between addresses that both match.</summary>
    public bool HasServicesOf(in PacketRule other) =>
        (Protocol.IsAny || Protocol == other.Protocol) && Has(SourcePorts, other.SourcePorts) && Has(DestinationPorts, other.DestinationPorts);

    private static bool Has(PortRange ports, PortRange others) => ports.First <= others.First && others.Last <= ports.Last;
}
