using System.Buffers.Binary;
using System.Net;
using NetDsl.Addressing;
using PacketDotNet;
using PacketDotNet.Utils;

namespace NetDsl.Runtime.Wire;

/// <summary>The bytes of IP packets, with true lengths and checksums; what they carry is zeros.</summary>
public static class PacketBytes
{
    private const int TimeToLive = 64;
    private const int Ipv4Header = 20;
    private const int Ipv6Header = 40;
    private const int TcpHeader = 20;
    private const int UdpHeader = 8;
    private const int IcmpHeader = 8;

    // As systems send them: a timestamp in every segment (RFC 7323); in the first one the largest segment, selective acknowledgment and the window's scale, too.
    private static readonly byte[] Timestamp = [1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 1];
    private static readonly byte[] Opening = [2, 4, 0x05, 0xB4, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 0, 1, 3, 3, 7];

    /// <summary>An IP packet.</summary>
    /// <param name="packet">Its headers.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries; its length is that of the headers when they are longer.</param>
    public static byte[] Of(in Packet packet, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        IPPacket ip = packet.Source.IsIpv4
            ? new IPv4Packet(ToNet(packet.Source), ToNet(packet.Destination)) { TimeToLive = TimeToLive, FragmentFlags = 2 }
            : new IPv6Packet(ToNet(packet.Source), ToNet(packet.Destination)) { HopLimit = TimeToLive };
        ip.Protocol = (ProtocolType)packet.Protocol.Number;
        var payload = new byte[PayloadLength(packet, flags, extent)];
        switch (packet.Protocol.Number)
        {
            case 6:
                var segment = Segment(packet, flags, extent);
                segment.PayloadData = payload;
                ip.PayloadPacket = segment;
                segment.UpdateTcpChecksum();
                break;
            case 17:
                var datagram = new UdpPacket(packet.SourcePort, packet.DestinationPort) { PayloadData = payload };
                datagram.UpdateCalculatedValues();
                ip.PayloadPacket = datagram;
                datagram.UpdateUdpChecksum();
                break;
            case 1 or 58:
                ip.PayloadData = Message(packet, ip, IcmpHeader + payload.Length);
                break;
            default:
                ip.PayloadData = payload;
                break;
        }

        ip.UpdateCalculatedValues();
        switch (ip)
        {
            case IPv4Packet ipv4:
                ipv4.UpdateIPChecksum();
                break;
            case IPv6Packet ipv6:
                // The library counts only what it has parsed.
                ipv6.PayloadLength = (ushort)(ip.Bytes.Length - Ipv6Header);
                break;
        }

        return ip.Bytes;
    }

    /// <summary>How many bytes of a packet are behind its headers.</summary>
    /// <param name="packet">Its headers.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries.</param>
    public static int PayloadLength(in Packet packet, TcpFlags flags, in PacketExtent extent)
    {
        var transport = packet.Protocol.Number switch
        {
            6 => TcpHeader + Options(packet, flags, extent).Length,
            17 => UdpHeader,
            1 or 58 => IcmpHeader,
            _ => 0,
        };
        return Math.Max(0, extent.Length - IpHeader(packet) - transport);
    }

    internal static IPAddress ToNet(IpAddress address)
    {
        if (address.AsIpv4 is { } ipv4)
        {
            return new IPAddress(BinaryPrimitives.ReverseEndianness(ipv4.Value));
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, address.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], address.Low);
        return new IPAddress(bytes);
    }

    private static int IpHeader(in Packet packet) => packet.Source.IsIpv4 ? Ipv4Header : Ipv6Header;

    /// <summary>The options of a segment, where its length has room for them.</summary>
    private static byte[] Options(in Packet packet, TcpFlags flags, in PacketExtent extent)
    {
        var options = flags.HasFlag(TcpFlags.Syn) ? Opening : Timestamp;
        return extent.Length >= IpHeader(packet) + TcpHeader + options.Length ? options : [];
    }

    private static TcpPacket Segment(in Packet packet, TcpFlags flags, in PacketExtent extent)
    {
        var options = Options(packet, flags, extent);
        var header = new byte[TcpHeader + options.Length];
        BinaryPrimitives.WriteUInt16BigEndian(header, packet.SourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), packet.DestinationPort);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), extent.Sequence);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), flags.HasFlag(TcpFlags.Ack) ? extent.Acknowledgment : 0);
        header[12] = (byte)(header.Length / 4 << 4);
        header[13] = (byte)flags;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(14), ushort.MaxValue);
        options.CopyTo(header, TcpHeader);
        return new TcpPacket(new ByteArraySegment(header));
    }

    /// <summary>An ICMP message: type, code, checksum, and the identifier of an echo.</summary>
    private static byte[] Message(in Packet packet, IPPacket ip, int length)
    {
        var message = new byte[length];
        message[0] = packet.IcmpMessage.Type;
        message[1] = packet.IcmpMessage.Code;
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(4), packet.SourcePort);
        if (packet.Protocol == Protocol.Icmpv6)
        {
            // RFC 4443: the sum covers addresses, length and protocol too.
            var pseudo = new byte[Ipv6Header + length];
            ip.SourceAddress.GetAddressBytes().CopyTo(pseudo, 0);
            ip.DestinationAddress.GetAddressBytes().CopyTo(pseudo, 16);
            BinaryPrimitives.WriteInt32BigEndian(pseudo.AsSpan(32), length);
            pseudo[Ipv6Header - 1] = (byte)packet.Protocol.Number;
            message.CopyTo(pseudo, Ipv6Header);
            BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(2), InternetChecksum.Of(pseudo));
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(2), InternetChecksum.Of(message));
        }

        return message;
    }
}
