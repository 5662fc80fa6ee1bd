using System.Globalization;
using NetDsl.Addressing;

namespace NetDsl;

/// <summary>The headers of one IP packet that the network looks at.</summary>
/// <param name="Source">The sender's address as written in the packet.</param>
/// <param name="Destination">The receiver's address as written in the packet.</param>
/// <param name="Protocol">The protocol; never any.</param>
/// <param name="SourcePort">The source port, or the ICMP echo identifier; 0 where the protocol has none.</param>
/// <param name="DestinationPort">The destination port, or the <see cref="IcmpMessage.Word"/> of an ICMP message; 0 where the protocol has neither.</param>
public readonly record struct Packet(
    IpAddress Source, IpAddress Destination, Protocol Protocol, ushort SourcePort, ushort DestinationPort)
{
    // The multipliers of SplitMix64's finaliser.
    private const ulong First = 0xBF58476D1CE4E5B9;
    private const ulong Second = 0x94D049BB133111EB;

    /// <summary>What the message is; of ICMP packets only.</summary>
    public IcmpMessage IcmpMessage => IcmpMessage.Of(DestinationPort);

    /// <inheritdoc/>
    /// <remarks>Not left to the compiler: it would ask comparers of the framework for our structures, which every program that starts would compile.</remarks>
    public bool Equals(Packet other) => Source == other.Source && Destination == other.Destination && Protocol == other.Protocol
        && SourcePort == other.SourcePort && DestinationPort == other.DestinationPort;

    /// <inheritdoc/>
    /// <remarks>Tables of flows are keyed by packets: those of one network differ in few bits, which have to spread.</remarks>
    public override int GetHashCode()
    {
        unchecked
        {
            var hash = (Source.Low ^ (Source.High * First)) * Second;
            hash ^= hash >> 32;
            hash = (hash + (Destination.Low ^ (Destination.High * Second))) * First;
            hash ^= hash >> 29;
            hash = (hash + (((ulong)SourcePort << 32) | ((ulong)DestinationPort << 16) | (uint)Protocol.Number)) * Second;
            return (int)(hash ^ (hash >> 32));
        }
    }

    /// <summary>Whether whoever gets it answers: not where it is ICMP that asks for nothing, such as an error message.</summary>
    public bool AsksForAnswer => !Protocol.IsIcmp || IcmpMessage.AsksForAnswer(Protocol);

    /// <summary>
    /// The packet of the same flow in the other direction: ends and ports swapped. An ICMP identifier stays, and the type becomes the other of its pair, the
    /// echo reply of an echo request.
    /// </summary>
    public Packet Reply() => Protocol.IsIcmp
        ? new Packet(Destination, Source, Protocol, SourcePort, IcmpMessage.Other(Protocol).Word)
        : new Packet(Destination, Source, Protocol, DestinationPort, SourcePort);

    /// <summary>
    /// For example <c>tcp 10.0.0.4:49152 -> 203.0.113.9:443</c>; <c>icmp 10.0.0.4 -> 203.0.113.9</c> is an echo or its answer, other messages show type and code:
    /// <c>icmp/3/4 10.0.0.4 -> 203.0.113.9</c>.
    /// </summary>
    public override string ToString() => Protocol.HasPorts
        ? string.Format(CultureInfo.InvariantCulture, "{0} {1}:{2} -> {3}:{4}", Protocol, Host(Source), SourcePort, Host(Destination), DestinationPort)
        : string.Format(CultureInfo.InvariantCulture, "{0}{1} {2} -> {3}", Protocol, IsEcho ? "" : $"/{IcmpMessage}", Source, Destination);

    private bool IsEcho => !Protocol.IsIcmp || IcmpMessage == IcmpMessage.EchoRequest(Protocol) || IcmpMessage.Other(Protocol) == IcmpMessage.EchoRequest(Protocol);

    // RFC 5952: an IPv6 address before a port stands in brackets.
    private static string Host(IpAddress address) => address.IsIpv4 ? address.ToString() : $"[{address}]";
}
