using NetDsl.Addressing;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability;

/// <summary>The packets, as they were sent, whose headers are so and so somewhere on their way.</summary>
internal sealed class HeaderSets(PacketSpace space)
{
    private static readonly Protocol[] Families = [Protocol.Icmp, Protocol.Icmpv6];
    private PacketSet? ofNoPair;

    /// <summary>Those with that address there.</summary>
    public PacketSet Is(AddressTerm term, IpAddress address) => Between(term, address, address);

    /// <summary>Those with an address of the range there, both ends included.</summary>
    public PacketSet Between(AddressTerm term, IpAddress first, IpAddress last)
    {
        if (term.IsPut)
        {
            return Constant(first <= term.Put && term.Put <= last);
        }

        if (term.IsEmbedded)
        {
            return first.AsIpv4 is { } low && last.AsIpv4 is { } high ? Sent(term, Nat64.Of(low), Nat64.Of(high)) : PacketSet.Empty;
        }

        return Sent(term, first, last);
    }

    /// <summary>
    /// The addresses that packets have there, as ranges that rise and have gaps between them; nothing when there are more of them than so many, or no range tells
    /// them.
    /// </summary>
    public IReadOnlyList<(IpAddress First, IpAddress Last)>? RangesOf(AddressTerm term, PacketSet packets, int most) =>
        term.IsPut ? [(term.Put, term.Put)]
        : term.IsEmbedded ? null
        : space.AddressRanges(packets, term.IsOfSource, most);

    /// <summary>Those with an address of the prefix there.</summary>
    public PacketSet In(AddressTerm term, IpPrefix prefix) =>
        term.IsPut ? Constant(prefix.Contains(term.Put))
        : term.IsEmbedded ? (prefix.IsIpv4 ? Between(term, prefix.First, prefix.Last) : PacketSet.Empty)
        : term.IsOfSource ? space.From(prefix)
        : space.To(prefix);

    /// <summary>Those with an IPv4 address there.</summary>
    public PacketSet IsIpv4(AddressTerm term) => In(term, IpPrefix.AllIpv4);

    /// <summary>Those with an IPv6 address there.</summary>
    public PacketSet IsIpv6(AddressTerm term) => In(term, IpPrefix.AllIpv6);

    /// <summary>Those with an address there that is of the family of another.</summary>
    public PacketSet IsOfFamily(AddressTerm term, IpAddress other) => other.IsIpv4 ? IsIpv4(term) : IsIpv6(term);

    /// <summary>Those with a port, or word of ICMP, of the range there.</summary>
    public PacketSet In(PortTerm term, PortRange ports) =>
        term.IsPut ? Constant(ports.Contains(term.Put))
        : term.IsOfSource ? space.FromPorts(ports)
        : term.IsOther ? WithOther(ports)
        : space.ToPorts(ports);

    /// <summary>Those that ask whoever gets them for an answer.</summary>
    public PacketSet AsksForAnswer(SymbolicHeader header)
    {
        var answered = space.Complement(IsIcmp(header.Protocol));
        foreach (var protocol in Families)
        {
            var requests = IcmpMessage.Pairs(protocol).Select(pair => In(header.DestinationPort, IcmpMessage.AllCodes(pair.Request)));
            answered = space.Union(answered, space.Intersect(Is(header.Protocol, protocol), space.UnionOf([.. requests])));
        }

        return answered;
    }

    /// <summary>Those of that protocol there; all for any.</summary>
    public PacketSet Is(ProtocolTerm term, Protocol protocol) =>
        term.IsPut ? Constant(protocol.Includes(term.Put)) : space.Of(protocol);

    /// <summary>Those of one of the protocols there.</summary>
    public PacketSet IsOneOf(ProtocolTerm term, params Protocol[] protocols) => space.UnionOf([.. protocols.Select(protocol => Is(term, protocol))]);

    /// <summary>Those of ICMP of either family there.</summary>
    public PacketSet IsIcmp(ProtocolTerm term) => IsOneOf(term, Protocol.Icmp, Protocol.Icmpv6);

    /// <summary>Those that the traffic of a rule means.</summary>
    public PacketSet Matches(SymbolicHeader header, Protocol protocol, PortRange ports) => protocol.HasPortsOrTypes
        ? space.Intersect(Is(header.Protocol, protocol), In(header.DestinationPort, ports))
        : Is(header.Protocol, protocol);

    /// <summary>Those whose headers are equal in two places; nothing when no set tells it, because source and destination of what was sent would have to be compared.</summary>
    /// <param name="one">The one place.</param>
    /// <param name="other">The other place.</param>
    /// <param name="among">The packets that are asked about.</param>
    public PacketSet? Equal(SymbolicHeader one, SymbolicHeader other, PacketSet among)
    {
        var equal = among;
        var isTold = true;
        Narrow(Equal(one.Source, other.Source, among));
        Narrow(Equal(one.Destination, other.Destination, among));
        Narrow(Equal(one.Protocol, other.Protocol));
        if (equal.IsEmpty)
        {
            return equal;
        }

        Narrow(Equal(one.SourcePort, other.SourcePort));
        Narrow(Equal(one.DestinationPort, other.DestinationPort));
        return isTold || equal.IsEmpty ? equal : null;

        void Narrow(PacketSet? by)
        {
            isTold &= by is not null;
            equal = by is { } set ? space.Intersect(equal, set) : equal;
        }
    }

    /// <summary>Those with the same address in two places; nothing when no set tells it: two addresses as they were sent, of too many packets.</summary>
    public PacketSet? Equal(AddressTerm one, AddressTerm other, PacketSet among) =>
        one.Unknown == other.Unknown ? PacketSet.All
        : one.IsPut ? Is(other, one.Put)
        : other.IsPut ? Is(one, other.Put)
        : one.IsEmbedded || other.IsEmbedded ? null
        : space.EqualAddresses(among);

    /// <summary>A message and the other of its pair are never both in the place of an identifier: one is the destination port as it was sent.</summary>
    private PacketSet Equal(PortTerm one, PortTerm other) =>
        one == other ? PacketSet.All
        : one.IsPut ? In(other, new PortRange((ushort)one.Put, (ushort)one.Put))
        : other.IsPut ? In(one, new PortRange((ushort)other.Put, (ushort)other.Put))
        : one.IsOther || other.IsOther ? OfNoPair
        : space.EqualPorts;

    private PacketSet? Equal(ProtocolTerm one, ProtocolTerm other) =>
        one == other ? PacketSet.All
        : one.IsPut ? Is(other, one.Put)
        : Is(one, other.Put);

    private PacketSet Sent(AddressTerm term, IpAddress first, IpAddress last) =>
        term.IsOfSource ? space.From(first, last) : space.To(first, last);

    /// <summary>The packets whose message, as they were sent, has the other of its pair in the range.</summary>
    private PacketSet WithOther(PortRange words)
    {
        var all = space.Intersect(OfNoPair, space.ToPorts(words));
        foreach (var protocol in Families)
        {
            foreach (var (request, answer) in IcmpMessage.Pairs(protocol))
            {
                foreach (var (sent, other) in new[] { (request, answer), (answer, request) })
                {
                    var (low, high) = (IcmpMessage.AllCodes(other).First, IcmpMessage.AllCodes(other).Last);
                    var (first, last) = (Math.Max(low, words.First), Math.Min(high, words.Last));
                    if (first <= last)
                    {
                        var moved = IcmpMessage.AllCodes(sent).First - low;
                        all = space.Union(all, space.Intersect(space.Of(protocol), space.ToPorts(new PortRange((ushort)(first + moved), (ushort)(last + moved)))));
                    }
                }
            }
        }

        return all;
    }

    /// <summary>The packets, as they were sent, whose message is of no pair: no ICMP, or such as nobody answers.</summary>
    private PacketSet OfNoPair => ofNoPair ??= space.Complement(space.UnionOf(
    [
        .. Families.SelectMany(protocol => IcmpMessage.Pairs(protocol)
            .SelectMany(pair => new[] { pair.Request, pair.Answer })
            .Select(type => space.Intersect(space.Of(protocol), space.ToPorts(IcmpMessage.AllCodes(type))))),
    ]));

    private static PacketSet Constant(bool all) => all ? PacketSet.All : PacketSet.Empty;
}
