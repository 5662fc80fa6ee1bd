using System.Buffers.Binary;
using NetDsl.Addressing;

namespace NetDsl.Runtime.Wire;

/// <summary>The bytes of ARP (RFC 826) and of neighbour discovery (RFC 4861), from the Ethernet header on.</summary>
internal static class NeighbourBytes
{
    private const int Ipv6Header = 40;
    private const byte Icmpv6 = 58;
    private const byte HopLimit = 255;
    private const byte Solicitation = 135;
    private const byte Advertisement = 136;
    private const byte FromRouter = 0x80;
    private const byte SolicitedAndOverriding = 0x60;
    private const byte SourceAddress = 1;
    private const byte TargetAddress = 2;

    /// <summary>The frame of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="asker">The address of hardware of who asks.</param>
    /// <param name="answering">That of who answers.</param>
    public static byte[] Of(in NeighbourMessage message, byte[] asker, byte[] answering) =>
        message.Target.IsIpv4 ? Arp(message, asker, answering) : Discovery(message, asker, answering);

    private static byte[] Arp(in NeighbourMessage message, byte[] asker, byte[] answering)
    {
        var (own, other) = message.IsAnswer ? (message.Target, message.Asker) : (message.Asker, message.Target);
        return
        [
            .. message.IsAnswer ? asker : HardwareAddress.Everybody,
            .. message.IsAnswer ? answering : asker,
            0x08, 0x06, 0, 1, 0x08, 0, 6, 4, 0, (byte)(message.IsAnswer ? 2 : 1),
            .. message.IsAnswer ? answering : asker,
            .. Ipv4(own),
            .. message.IsAnswer ? asker : new byte[6],
            .. Ipv4(other),
        ];
    }

    private static byte[] Discovery(in NeighbourMessage message, byte[] asker, byte[] answering)
    {
        // Questions go to the group of all whose address ends like the target.
        var group = new IpAddress(0xFF02_0000_0000_0000, 0x0000_0001_FF00_0000 | (message.Target.Low & 0xFF_FFFF));
        var (source, target) = message.IsAnswer ? (message.Target, message.Asker) : (message.Asker, group);
        byte[] body =
        [
            message.IsAnswer ? Advertisement : Solicitation, 0, 0, 0,
            (byte)(!message.IsAnswer ? 0 : SolicitedAndOverriding | (message.Holder < 0 ? FromRouter : 0)), 0, 0, 0,
            .. Ipv6(message.Target),
            message.IsAnswer ? TargetAddress : SourceAddress, 1,
            .. message.IsAnswer ? answering : asker,
        ];

        // RFC 4443: the sum covers addresses, length and protocol, too.
        byte[] pseudo = [.. Ipv6(source), .. Ipv6(target), 0, 0, 0, (byte)body.Length, 0, 0, 0, Icmpv6, .. body];
        BinaryPrimitives.WriteUInt16BigEndian(body.AsSpan(2), InternetChecksum.Of(pseudo));
        byte[] packet = [0x60, 0, 0, 0, 0, (byte)body.Length, Icmpv6, HopLimit, .. Ipv6(source), .. Ipv6(target), .. body];
        return
        [
            .. message.IsAnswer ? asker : HardwareAddress.OfGroup(group),
            .. message.IsAnswer ? answering : asker,
            0x86, 0xDD,
            .. packet,
        ];
    }

    private static byte[] Ipv4(IpAddress address) => PacketBytes.ToNet(address).GetAddressBytes();

    private static byte[] Ipv6(IpAddress address) => PacketBytes.ToNet(address).GetAddressBytes();
}
