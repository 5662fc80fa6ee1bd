using System.Buffers.Binary;

namespace NetDsl.Runtime.Wire;

/// <summary>Datagrams that carry packets between machines of the vendor, and over the internet: without a checksum, which IPv4 leaves to the sender.</summary>
internal static class UdpDatagram
{
    private const int Header = 8;

    /// <summary>The header with what it carries.</summary>
    public static byte[] Of(ushort sourcePort, ushort targetPort, byte[] payload)
    {
        var datagram = new byte[Header + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(datagram, sourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(2), targetPort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(4), (ushort)datagram.Length);
        payload.CopyTo(datagram, Header);
        return datagram;
    }
}
