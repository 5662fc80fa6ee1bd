using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Addressing;

/// <summary>
/// An IPv4 prefix in CIDR notation: a network address whose host bits are all zero, and a length of 0 to 32 bits.
/// </summary>
public readonly record struct Ipv4Prefix : IComparable<Ipv4Prefix>
{
    private Ipv4Prefix(uint network, int length)
    {
        Network = new Ipv4Address(network);
        Length = length;
    }

    /// <summary>The prefix that contains every IPv4 address: <c>0.0.0.0/0</c>.</summary>
    public static Ipv4Prefix All => default;

    /// <summary>The network address: the lowest address inside.</summary>
    public Ipv4Address Network { get; }

    /// <summary>The number of leading bits that all addresses inside share.</summary>
    public int Length { get; }

    /// <summary>The lowest address inside.</summary>
    public Ipv4Address First => Network;

    /// <summary>The highest address inside.</summary>
    public Ipv4Address Last => new(Network.Value | ~Mask(Length));

    /// <summary>How many addresses are inside: 1 to 2^32.</summary>
    public long Size => 1L << (32 - Length);

    /// <summary>Makes the prefix of that length that contains the address, clearing host bits.</summary>
    /// <param name="address">Any address inside.</param>
    /// <param name="length">0 to 32.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is outside 0 to 32.</exception>
    public static Ipv4Prefix Containing(Ipv4Address address, int length) =>
        length is >= 0 and <= 32
            ? new Ipv4Prefix(address.Value & Mask(length), length)
            : throw new ArgumentOutOfRangeException(nameof(length), length, "A prefix length is 0 to 32.");

    /// <summary>Reads CIDR notation; host bits must be zero.</summary>
    /// <param name="text">For example <c>10.0.0.0/16</c>.</param>
    /// <param name="prefix">The prefix read.</param>
    public static bool TryParse(string? text, out Ipv4Prefix prefix) => TryParse(text, out prefix, out _);

    /// <summary>Reads CIDR notation; host bits must be zero.</summary>
    /// <param name="text">For example <c>10.0.0.0/16</c>.</param>
    /// <param name="prefix">The prefix read.</param>
    /// <param name="error">What is wrong and what to write instead; empty when nothing is.</param>
    public static bool TryParse(string? text, out Ipv4Prefix prefix, out string error)
    {
        prefix = default;
        if (text is null)
        {
            error = "null is not a prefix; write one such as 10.0.0.0/16";
            return false;
        }

        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            error = Ipv4Address.TryParse(text, out _)
                ? $"'{text}' has no prefix length; write {text}/32 for this one address"
                : $"{Quotation.Of(text)} is not an IPv4 prefix; write one such as 10.0.0.0/16";
            return false;
        }

        if (!Ipv4Address.TryParse(text.Substring(0, slash), out var address))
        {
            error = $"{Quotation.Of(text)} is not an IPv4 prefix: {Quotation.Of(text.Substring(0, slash))} is not an address of four numbers from 0 to 255";
            return false;
        }

        if (!Ipv4Address.TryParseDecimal(text.Substring(slash + 1), 2, out var length) || length > 32)
        {
            error = $"{Quotation.Of(text)} is not an IPv4 prefix: the length {Quotation.Of(text.Substring(slash + 1))} is not a number from 0 to 32";
            return false;
        }

        prefix = Containing(address, length);
        if (prefix.Network != address)
        {
            error = $"'{text}' has host bits set; the prefix is {prefix}";
            return false;
        }

        error = "";
        return true;
    }

    /// <summary>Reads CIDR notation that is known to be right.</summary>
    /// <param name="text">For example <c>10.0.0.0/16</c>.</param>
    /// <exception cref="FormatException">The text is not a prefix, or has host bits set.</exception>
    public static Ipv4Prefix Parse(string text) =>
        TryParse(text, out var prefix, out var error) ? prefix : throw new FormatException(error);

    /// <summary>Whether the address lies inside.</summary>
    public bool Contains(Ipv4Address address) => (address.Value & Mask(Length)) == Network.Value;

    /// <summary>Whether it is an IPv4 address and lies inside.</summary>
    public bool Contains(IpAddress address) => address.AsIpv4 is { } ipv4 && Contains(ipv4);

    /// <summary>Whether all of the other prefix lies inside; a prefix contains itself.</summary>
    public bool Contains(Ipv4Prefix other) => other.Length >= Length && Contains(other.Network);

    /// <summary>Whether some address lies inside both.</summary>
    public bool Overlaps(Ipv4Prefix other) => Contains(other) || other.Contains(this);

    /// <summary>Orders by network address, then by length.</summary>
    public int CompareTo(Ipv4Prefix other) =>
        Network.CompareTo(other.Network) is var order and not 0 ? order : Length.CompareTo(other.Length);

    /// <summary>Whether the left prefix comes first.</summary>
    public static bool operator <(Ipv4Prefix left, Ipv4Prefix right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left prefix comes last.</summary>
    public static bool operator >(Ipv4Prefix left, Ipv4Prefix right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left prefix does not come last.</summary>
    public static bool operator <=(Ipv4Prefix left, Ipv4Prefix right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left prefix does not come first.</summary>
    public static bool operator >=(Ipv4Prefix left, Ipv4Prefix right) => left.CompareTo(right) >= 0;

    /// <summary>The prefix in CIDR notation.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}/{1}", Network, Length);

    private static uint Mask(int length) => length == 0 ? 0 : uint.MaxValue << (32 - length);
}
