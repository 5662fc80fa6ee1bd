using System.Globalization;
using NetDsl.Addressing;

namespace NetDsl;

/// <summary>The headers of one IP packet that the network looks at.</summary>
/// <param name="Source">The sender's address as written in the packet.</param>
/// <param name="Destination">The receiver's address as written in the packet.</param>
/// <param name="Protocol">The protocol; never any.</param>
/// <param name="SourcePort">The source port, or the ICMP echo identifier; 0 where the protocol has none.</param>
/// <param name="DestinationPort">The destination port; 0 where the protocol has none.</param>
public readonly record struct Packet(
    IpAddress Source, IpAddress Destination, Protocol Protocol, ushort SourcePort, ushort DestinationPort)
{
    /// <summary>The packet that answers this one: ends and ports swapped (an ICMP identifier stays).</summary>
    public Packet Reply() => Protocol.IsIcmp
        ? new Packet(Destination, Source, Protocol, SourcePort, DestinationPort)
        : new Packet(Destination, Source, Protocol, DestinationPort, SourcePort);

    /// <summary>For example <c>tcp 10.0.0.4:49152 -> 203.0.113.9:443</c>.</summary>
    public override string ToString() => Protocol.HasPorts
        ? string.Format(CultureInfo.InvariantCulture, "{0} {1}:{2} -> {3}:{4}", Protocol, Host(Source), SourcePort, Host(Destination), DestinationPort)
        : string.Format(CultureInfo.InvariantCulture, "{0} {1} -> {2}", Protocol, Source, Destination);

    // RFC 5952: an IPv6 address before a port stands in brackets.
    private static string Host(IpAddress address) => address.IsIpv4 ? address.ToString() : $"[{address}]";
}
