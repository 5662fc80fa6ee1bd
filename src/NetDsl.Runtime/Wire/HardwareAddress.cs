using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Addressing;

namespace NetDsl.Runtime.Wire;

/// <summary>Addresses of Ethernet.</summary>
internal static class HardwareAddress
{
    /// <summary>That of all.</summary>
    public static byte[] Everybody { get; } = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    /// <summary>An address that says that nobody assigned it, the same in every run.</summary>
    /// <param name="kind">Of what.</param>
    /// <param name="number">Which of these.</param>
    public static byte[] Of(string kind, int number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}:{number}")));
        return [0x02, .. hash.AsSpan(0, 5)];
    }

    /// <summary>That of a multicast group: RFC 1112 for IPv4, RFC 2464 for IPv6.</summary>
    public static byte[] OfGroup(IpAddress group) => group.IsIpv4
        ? [0x01, 0x00, 0x5E, (byte)((group.Low >> 16) & 0x7F), (byte)(group.Low >> 8), (byte)group.Low]
        : [0x33, 0x33, (byte)(group.Low >> 24), (byte)(group.Low >> 16), (byte)(group.Low >> 8), (byte)group.Low];
}
