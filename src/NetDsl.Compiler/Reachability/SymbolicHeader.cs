using NetDsl.Addressing;

namespace NetDsl.Compiler.Reachability;

/// <summary>
/// What stands in the headers of packets somewhere on their way, told by what stood there when they were sent: each field is as it was sent, or
/// was put in place of it. So a set of packets on its way is always the set of packets as they were sent, and a translation changes no set.
/// </summary>
internal sealed record SymbolicHeader(
    AddressTerm Source, AddressTerm Destination, ProtocolTerm Protocol, PortTerm SourcePort, PortTerm DestinationPort)
{
    /// <summary>Packets as they are sent.</summary>
    public static SymbolicHeader AsSent { get; } = new(
        AddressTerm.OfSource, AddressTerm.OfDestination, ProtocolTerm.AsSent, PortTerm.OfSource, PortTerm.OfDestination);

    /// <summary>The packets that answer these: ends swapped, and ports too unless they are ICMP, whose identifier stays and whose type becomes the other of its pair.</summary>
    /// <param name="isIcmp">Whether they are ICMP of either family; all or none of them are.</param>
    public SymbolicHeader Reply(bool isIcmp) => isIcmp
        ? this with { Source = Destination, Destination = Source, DestinationPort = DestinationPort.Other(Protocol) }
        : new SymbolicHeader(Destination, Source, Protocol, DestinationPort, SourcePort);

    /// <summary>What a packet that was sent like that looks like here.</summary>
    public Packet Of(Packet sent) => new(
        Source.Of(sent), Destination.Of(sent), Protocol.Of(sent), SourcePort.Of(sent), DestinationPort.Of(sent));
}

/// <summary>An address in a header: one that was sent, or one that was put in its place.</summary>
internal readonly record struct AddressTerm
{
    private enum Kind : byte
    {
        Put,
        Source,
        Destination,
    }

    private readonly Kind kind;

    private readonly bool isKnown;

    private AddressTerm(Kind kind, IpAddress put, bool isEmbedded, bool isKnown = false)
    {
        this.kind = kind;
        this.isKnown = isKnown;
        Put = put;
        IsEmbedded = isEmbedded;
    }

    /// <summary>The source as it was sent.</summary>
    public static AddressTerm OfSource => new(Kind.Source, default, isEmbedded: false);

    /// <summary>The destination as it was sent.</summary>
    public static AddressTerm OfDestination => new(Kind.Destination, default, isEmbedded: false);

    /// <summary>An address that was put there.</summary>
    public static AddressTerm Of(IpAddress address) => new(Kind.Put, address, isEmbedded: false);

    /// <summary>Whether it is one address for all packets: put there, or sent by all of them.</summary>
    public bool IsPut => kind == Kind.Put || isKnown;

    /// <summary>The same where all packets were sent with an address that is known.</summary>
    public AddressTerm Known(IpAddress address) => kind == Kind.Put ? this : new AddressTerm(kind, address, IsEmbedded, isKnown: true);

    /// <summary>The same for packets of which nothing is known, so that what is asked of it is asked once for all.</summary>
    public AddressTerm Unknown => kind == Kind.Put ? this : new AddressTerm(kind, default, IsEmbedded);

    /// <summary>Whether it comes from the source as it was sent.</summary>
    public bool IsOfSource => kind == Kind.Source;

    /// <summary>That address.</summary>
    public IpAddress Put { get; }

    /// <summary>Whether it is the IPv4 address in the last 32 bits of what was sent (NAT64).</summary>
    public bool IsEmbedded { get; }

    /// <summary>The IPv4 address that its last 32 bits are.</summary>
    public AddressTerm Embedded() =>
        kind == Kind.Put ? Of(Nat64.Embedded(Put)!.Value)
        : isKnown ? new AddressTerm(kind, Nat64.Embedded(Put)!.Value, isEmbedded: true, isKnown: true)
        : new AddressTerm(kind, default, isEmbedded: true);

    /// <summary>What it is in a packet that was sent like that.</summary>
    public IpAddress Of(Packet sent)
    {
        var address = kind switch { Kind.Put => Put, Kind.Source => sent.Source, _ => sent.Destination };
        return IsEmbedded ? Nat64.Embedded(address)!.Value : address;
    }
}

/// <summary>A port in a header: one that was sent, or one that was put in its place.</summary>
internal readonly record struct PortTerm
{
    private const int Source = -1;
    private const int Destination = -2;
    private const int OtherOfDestination = -3;
    private readonly int value;

    private PortTerm(int value) => this.value = value;

    /// <summary>The source port as it was sent.</summary>
    public static PortTerm OfSource => new(Source);

    /// <summary>The destination port as it was sent.</summary>
    public static PortTerm OfDestination => new(Destination);

    /// <summary>A port that was put there.</summary>
    public static PortTerm Of(ushort port) => new(port);

    /// <summary>The other message of the pair of an ICMP message.</summary>
    /// <param name="protocol">What stands beside it.</param>
    public PortTerm Other(ProtocolTerm protocol) => value switch
    {
        Destination => new(OtherOfDestination),
        OtherOfDestination => new(Destination),
        >= 0 when protocol.Put.IsIcmp => new(IcmpMessage.Of((ushort)value).Other(protocol.Put).Word),
        _ => this,
    };

    /// <summary>Whether it is one port for all packets.</summary>
    public bool IsPut => value >= 0;

    /// <summary>Whether it is the source port as it was sent.</summary>
    public bool IsOfSource => value == Source;

    /// <summary>Whether it is the other message of the pair of that which was sent.</summary>
    public bool IsOther => value == OtherOfDestination;

    /// <summary>That port.</summary>
    public int Put => value;

    /// <summary>What it is in a packet that was sent like that.</summary>
    public ushort Of(Packet sent) => value switch
    {
        Source => sent.SourcePort,
        Destination => sent.DestinationPort,
        OtherOfDestination => sent.IcmpMessage.Other(sent.Protocol).Word,
        var put => (ushort)put,
    };
}

/// <summary>The protocol in a header: as it was sent, or one that was put in its place.</summary>
internal readonly record struct ProtocolTerm
{
    private ProtocolTerm(Protocol put) => Put = put;

    /// <summary>The protocol as it was sent.</summary>
    public static ProtocolTerm AsSent => default;

    /// <summary>A protocol that was put there.</summary>
    public static ProtocolTerm Of(Protocol protocol) => new(protocol);

    /// <summary>Whether it is one protocol for all packets.</summary>
    public bool IsPut => !Put.IsAny;

    /// <summary>That protocol; any when it is as it was sent.</summary>
    public Protocol Put { get; }

    /// <summary>What it is in a packet that was sent like that.</summary>
    public Protocol Of(Packet sent) => IsPut ? Put : sent.Protocol;
}
