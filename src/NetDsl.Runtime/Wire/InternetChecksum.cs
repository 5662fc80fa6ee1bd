using System.Buffers.Binary;

namespace NetDsl.Runtime.Wire;

/// <summary>The checksum of IP, ICMP, UDP and TCP. Source: RFC 1071, "Computing the Internet Checksum".</summary>
internal static class InternetChecksum
{
    /// <summary>The complement of the sum of all words in ones' complement; an odd byte counts as followed by a zero.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        var sum = 0UL;
        for (; bytes.Length > 1; bytes = bytes[2..])
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes);
        }

        if (bytes.Length == 1)
        {
            sum += (uint)bytes[0] << 8;
        }

        while (sum >> 16 != 0)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)~sum;
    }
}
