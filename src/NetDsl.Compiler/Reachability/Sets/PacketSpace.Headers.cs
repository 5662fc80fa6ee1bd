using NetDsl.Addressing;

namespace NetDsl.Compiler.Reachability.Sets;

/// <content>Sets in the words of headers.</content>
internal sealed partial class PacketSpace
{
    // What is IPv4-mapped (RFC 4291) is IPv4 here, and of no IPv6 prefix.
    private static readonly IpAddress FirstIpv4 = IpPrefix.AllIpv4.First;
    private static readonly IpAddress LastIpv4 = IpPrefix.AllIpv4.Last;
    private PacketSet? wellFormed;
    private PacketSet? equalPorts;

    /// <summary>
    /// The packets that can be: both addresses of one family; ports only where the protocol has ports, a message and an identifier where it is ICMP.
    /// </summary>
    public PacketSet WellFormed => wellFormed ??= MakeWellFormed();

    /// <summary>The packets whose two ports are equal. A large set, with a node for each port; what seldom needs it makes it then.</summary>
    public PacketSet EqualPorts => equalPorts ??= MakeEqualPorts();

    /// <summary>
    /// Those of some packets whose source and destination are equal; nothing when they have so many sources that no set of a sensible size tells it.
    /// </summary>
    public PacketSet? EqualAddresses(PacketSet among)
    {
        const int Most = 4096;
        var sources = SourcesOf(among, Most);
        return sources is null
            ? null
            : Intersect(among, UnionOf([.. sources.Select(address => Intersect(From(address), To(address)))]));
    }

    /// <summary>The packets of a protocol; of every one when any is meant.</summary>
    public PacketSet Of(Protocol protocol) =>
        protocol.IsAny ? PacketSet.All : Range(PacketField.Protocol, (ulong)protocol.Number, (ulong)protocol.Number);

    /// <summary>The packets with a destination port in the range.</summary>
    public PacketSet ToPorts(PortRange ports) => Range(PacketField.DestinationPort, ports.First, ports.Last);

    /// <summary>The packets with a source port, or identifier, in the range.</summary>
    public PacketSet FromPorts(PortRange ports) => Range(PacketField.SourcePort, ports.First, ports.Last);

    /// <summary>The packets from an address of the prefix. A prefix has addresses of its own family.</summary>
    public PacketSet From(IpPrefix prefix) => Prefix(PacketField.SourceHigh, prefix);

    /// <summary>The packets from an address.</summary>
    public PacketSet From(IpAddress address) => Between(PacketField.SourceHigh, address, address);

    /// <summary>The packets to an address of the prefix. A prefix has addresses of its own family.</summary>
    public PacketSet To(IpPrefix prefix) => Prefix(PacketField.DestinationHigh, prefix);

    /// <summary>The packets to an address.</summary>
    public PacketSet To(IpAddress address) => Between(PacketField.DestinationHigh, address, address);

    /// <summary>The packets to an address of the range, both ends included.</summary>
    public PacketSet To(IpAddress first, IpAddress last) => Between(PacketField.DestinationHigh, first, last);

    /// <summary>The packets from an address of the range, both ends included.</summary>
    public PacketSet From(IpAddress first, IpAddress last) => Between(PacketField.SourceHigh, first, last);

    /// <summary>One packet.</summary>
    public PacketSet Of(Packet packet) => Intersect(
        Intersect(Of(packet.Protocol), Intersect(ToPorts(new PortRange(packet.DestinationPort, packet.DestinationPort)), FromPorts(new PortRange(packet.SourcePort, packet.SourcePort)))),
        Intersect(From(packet.Source), To(packet.Destination)));

    /// <summary>The packets that traffic of a rule or question speaks of.</summary>
    public PacketSet Of(TrafficSelector traffic) => traffic.Protocol.HasPortsOrTypes
        ? Intersect(Of(traffic.Protocol), ToPorts(traffic.DestinationPorts))
        : Of(traffic.Protocol);

    private PacketSet Prefix(PacketField high, IpPrefix prefix)
    {
        var all = Between(high, prefix.First, prefix.Last);
        return prefix.IsIpv6 && prefix.First <= FirstIpv4 && LastIpv4 <= prefix.Last ? Except(all, Between(high, FirstIpv4, LastIpv4)) : all;
    }

    private PacketSet MakeEqualPorts()
    {
        var mark = scratchCount;
        for (var port = 0UL; port <= ushort.MaxValue; port++)
        {
            Push(mark, port, Range(PacketField.SourcePort, port, port).Node);
        }

        return new PacketSet(Intern(PacketField.DestinationPort, mark));
    }

    private PacketSet MakeWellFormed()
    {
        var families = Union(
            Intersect(From(IpPrefix.AllIpv4), To(IpPrefix.AllIpv4)),
            Intersect(From(IpPrefix.AllIpv6), To(IpPrefix.AllIpv6)));
        var withPorts = Union(Of(Protocol.Tcp), Of(Protocol.Udp));
        var messages = Union(Of(Protocol.Icmp), Of(Protocol.Icmpv6));
        var ports = UnionOf(
        [
            withPorts,
            messages,
            Except(Intersect(ToPorts(new PortRange(0, 0)), FromPorts(new PortRange(0, 0))), Union(withPorts, messages)),
        ]);
        return Intersect(families, ports);
    }
}
