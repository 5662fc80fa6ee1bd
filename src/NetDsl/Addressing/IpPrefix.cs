using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Addressing;

/// <summary>
/// A prefix of either family in CIDR notation: a network address whose host bits are all zero, and a length of 0 to 32
/// or 128 bits. It contains addresses of its own family only; <c>::/0</c> says nothing about IPv4.
/// </summary>
public readonly record struct IpPrefix : IComparable<IpPrefix>
{
    private const int MappedBits = 96;

    private IpPrefix(IpAddress network, int length)
    {
        Network = network;
        Length = length;
    }

    /// <summary>Every IPv4 address: <c>0.0.0.0/0</c>.</summary>
    public static IpPrefix AllIpv4 { get; } = Ipv4Prefix.All;

    /// <summary>Every IPv6 address: <c>::/0</c>.</summary>
    public static IpPrefix AllIpv6 => default;

    /// <summary>The network address: the lowest address inside.</summary>
    public IpAddress Network { get; }

    /// <summary>The number of leading bits that all addresses inside share, counted within the family.</summary>
    public int Length { get; }

    /// <summary>Whether this is a prefix of IPv4 addresses.</summary>
    public bool IsIpv4 => Network.IsIpv4;

    /// <summary>Whether this is a prefix of IPv6 addresses.</summary>
    public bool IsIpv6 => !IsIpv4;

    /// <summary>The IPv4 prefix, when it is one.</summary>
    public Ipv4Prefix? AsIpv4 => Network.AsIpv4 is { } network ? Ipv4Prefix.Containing(network, Length) : null;

    /// <summary>The lowest address inside.</summary>
    public IpAddress First => Network;

    /// <summary>The highest address inside.</summary>
    public IpAddress Last
    {
        get
        {
            var (high, low) = Mask(MaskLength);
            return new IpAddress(Network.High | ~high, Network.Low | ~low);
        }
    }

    /// <summary>How many bits tell the addresses inside apart: 0 for one address.</summary>
    public int HostBits => 128 - MaskLength;

    private int MaskLength => IsIpv4 ? Length + MappedBits : Length;

    /// <summary>The IPv4 prefix among those of both families.</summary>
    public static implicit operator IpPrefix(Ipv4Prefix prefix) => new(prefix.Network, prefix.Length);

    /// <summary>The IPv4 prefix among those of both families.</summary>
    public static IpPrefix FromIpv4Prefix(Ipv4Prefix prefix) => prefix;

    /// <summary>The prefix of that one address.</summary>
    public static IpPrefix Of(IpAddress address) => new(address, Longest(address));

    /// <summary>Makes the prefix of that length that contains the address, clearing host bits.</summary>
    /// <param name="address">Any address inside.</param>
    /// <param name="length">0 to 32, or to 128 for IPv6.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length does not exist in the family.</exception>
    public static IpPrefix Containing(IpAddress address, int length)
    {
        if (length < 0 || length > Longest(address))
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, $"A prefix length is 0 to {Longest(address)}.");
        }

        var (high, low) = Mask(address.IsIpv4 ? length + MappedBits : length);
        return new IpPrefix(new IpAddress(address.High & high, address.Low & low), length);
    }

    /// <summary>Reads CIDR notation of either family; host bits must be zero.</summary>
    /// <param name="text">For example <c>10.0.0.0/16</c> or <c>2001:db8::/56</c>.</param>
    /// <param name="prefix">The prefix read.</param>
    public static bool TryParse(string? text, out IpPrefix prefix) => TryParse(text, out prefix, out _);

    /// <summary>Reads CIDR notation of either family; host bits must be zero.</summary>
    /// <param name="text">For example <c>10.0.0.0/16</c> or <c>2001:db8::/56</c>.</param>
    /// <param name="prefix">The prefix read.</param>
    /// <param name="error">What is wrong and what to write instead; empty when nothing is.</param>
    public static bool TryParse(string? text, out IpPrefix prefix, out string error)
    {
        // Only IPv6 text has colons; of everything else the message speaks of IPv4.
        if (text is null || text.IndexOf(':') < 0)
        {
            var isPrefix = Ipv4Prefix.TryParse(text, out var ipv4, out error);
            prefix = isPrefix ? ipv4 : default;
            return isPrefix;
        }

        prefix = default;
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            error = IpAddress.TryParse(text, out _)
                ? $"'{text}' has no prefix length; write {text}/128 for this one address"
                : $"{Quotation.Of(text)} is not an IPv6 prefix; write one such as 2001:db8::/56";
            return false;
        }

        if (!IpAddress.TryParse(text.Substring(0, slash), out var address))
        {
            error = $"{Quotation.Of(text)} is not an IPv6 prefix: {Quotation.Of(text.Substring(0, slash))} is not an IPv6 address such as 2001:db8::1";
            return false;
        }

        if (!Ipv4Address.TryParseDecimal(text.Substring(slash + 1), 3, out var length) || length > Longest(address))
        {
            error = $"{Quotation.Of(text)} is not an IPv6 prefix: the length {Quotation.Of(text.Substring(slash + 1))} is not a number from 0 to {Longest(address)}";
            return false;
        }

        var canonical = Containing(address, length);
        if (canonical.Network != address)
        {
            error = $"'{text}' has host bits set; the prefix is {canonical}";
            return false;
        }

        prefix = canonical;
        error = "";
        return true;
    }

    /// <summary>Reads CIDR notation that is known to be right.</summary>
    /// <param name="text">For example <c>2001:db8::/56</c>.</param>
    /// <exception cref="FormatException">The text is not a prefix, or has host bits set.</exception>
    public static IpPrefix Parse(string text) =>
        TryParse(text, out var prefix, out var error) ? prefix : throw new FormatException(error);

    /// <summary>Whether the address is of the family, and lies inside.</summary>
    public bool Contains(IpAddress address)
    {
        if (address.IsIpv4 != IsIpv4)
        {
            return false;
        }

        var (high, low) = Mask(MaskLength);
        return (address.High & high) == Network.High && (address.Low & low) == Network.Low;
    }

    /// <summary>Whether all of the other prefix lies inside; a prefix contains itself.</summary>
    public bool Contains(IpPrefix other) => other.Length >= Length && Contains(other.Network);

    /// <summary>Whether some address lies inside both.</summary>
    public bool Overlaps(IpPrefix other) => Contains(other) || other.Contains(this);

    /// <summary>The other half of the prefix that is one bit shorter; a prefix of no bits has none.</summary>
    internal IpPrefix Sibling
    {
        get
        {
            var ((high, low), (upper, lower)) = (Mask(MaskLength), Mask(MaskLength - 1));
            return new IpPrefix(new IpAddress(Network.High ^ high ^ upper, Network.Low ^ low ^ lower), Length);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Not left to the compiler, as that of <see cref="Packet"/> is not.</remarks>
    public bool Equals(IpPrefix other) => Length == other.Length && Network == other.Network;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Network.GetHashCode() * -1521134295) + Length);

    /// <summary>Orders by network address, then by length.</summary>
    public int CompareTo(IpPrefix other) =>
        Network.CompareTo(other.Network) is var order and not 0 ? order : Length.CompareTo(other.Length);

    /// <summary>Whether the left prefix comes first.</summary>
    public static bool operator <(IpPrefix left, IpPrefix right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left prefix comes last.</summary>
    public static bool operator >(IpPrefix left, IpPrefix right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left prefix does not come last.</summary>
    public static bool operator <=(IpPrefix left, IpPrefix right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left prefix does not come first.</summary>
    public static bool operator >=(IpPrefix left, IpPrefix right) => left.CompareTo(right) >= 0;

    /// <summary>The prefix in CIDR notation of its family.</summary>
    public override string ToString() => $"{Network.ToString()}/{Length.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>How many bits a prefix of the address's family can have.</summary>
    internal static int Longest(IpAddress address) => address.IsIpv4 ? 32 : 128;

    private static (ulong High, ulong Low) Mask(int length) => length switch
    {
        0 => (0, 0),
        < 64 => (ulong.MaxValue << (64 - length), 0),
        64 => (ulong.MaxValue, 0),
        _ => (ulong.MaxValue, ulong.MaxValue << (128 - length)),
    };
}
