using System.Globalization;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Addressing;

/// <summary>
/// An IP address of either family: 128 bits, most significant first. An IPv4 address stands as the IPv4-mapped
/// <c>::ffff:a.b.c.d</c> of RFC 4291, so that one order holds both families; the text of each is its own.
/// </summary>
/// <param name="High">The upper 64 bits.</param>
/// <param name="Low">The lower 64 bits.</param>
public readonly record struct IpAddress(ulong High, ulong Low) : IComparable<IpAddress>
{
    private const ulong MappedIpv4 = 0xFFFFUL << 32;
    private const int Groups = 8;

    /// <summary>Whether this is an IPv4 address.</summary>
    public bool IsIpv4 => High == 0 && Low >> 32 == 0xFFFF;

    /// <summary>Whether this is an IPv6 address.</summary>
    public bool IsIpv6 => !IsIpv4;

    /// <summary>The IPv4 address, when it is one.</summary>
    public Ipv4Address? AsIpv4 => IsIpv4 ? new Ipv4Address((uint)Low) : null;

    /// <summary>The IPv4 address in the common order.</summary>
    public static implicit operator IpAddress(Ipv4Address address) => new(0, MappedIpv4 | address.Value);

    /// <summary>The IPv4 address in the common order.</summary>
    public static IpAddress FromIpv4Address(Ipv4Address address) => address;

    /// <summary>Reads an IPv4 address in dotted decimal, or an IPv6 address in the forms of RFC 4291, without a zone.</summary>
    /// <param name="text">For example <c>10.0.0.1</c> or <c>2001:db8::1</c>.</param>
    /// <param name="address">The address read, or <c>::</c>.</param>
    /// <returns>Whether the text was an address. An IPv4-mapped one is not: it is written as IPv4.</returns>
    public static bool TryParse(string? text, out IpAddress address)
    {
        if (Ipv4Address.TryParse(text, out var ipv4))
        {
            address = ipv4;
            return true;
        }

        return TryParseIpv6(text, out address) && address.IsIpv6;
    }

    /// <summary>Reads text that is known to be an address.</summary>
    /// <param name="text">For example <c>2001:db8::1</c>.</param>
    /// <exception cref="FormatException">The text is no address.</exception>
    public static IpAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"{Quotation.Of(text)} is not an IP address.");

    /// <inheritdoc/>
    /// <remarks>Not left to the compiler, as that of <see cref="Packet"/> is not.</remarks>
    public bool Equals(IpAddress other) => High == other.High && Low == other.Low;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((High.GetHashCode() * -1521134295) + Low.GetHashCode());

    /// <inheritdoc/>
    public int CompareTo(IpAddress other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>Whether the left address is the lower number.</summary>
    public static bool operator <(IpAddress left, IpAddress right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left address is the higher number.</summary>
    public static bool operator >(IpAddress left, IpAddress right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left address is not the higher number.</summary>
    public static bool operator <=(IpAddress left, IpAddress right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left address is not the lower number.</summary>
    public static bool operator >=(IpAddress left, IpAddress right) => left.CompareTo(right) >= 0;

    /// <summary>The address so many numbers up; it wraps at the end.</summary>
    /// <param name="distance">How many.</param>
    public IpAddress Plus(ulong distance)
    {
        var low = unchecked(Low + distance);
        return new IpAddress(low < Low ? unchecked(High + 1) : High, low);
    }

    /// <summary>The address so many numbers down; it wraps at the beginning.</summary>
    /// <param name="distance">How many.</param>
    public IpAddress Minus(ulong distance) => new(distance > Low ? unchecked(High - 1) : High, unchecked(Low - distance));

    /// <summary>Dotted decimal, or the text of RFC 5952: lower case, and the longest run of zero groups left out.</summary>
    public override string ToString() => AsIpv4 is { } ipv4 ? ipv4.ToString() : Ipv6Text();

    private int Group(int index) => (int)((index < 4 ? High >> (48 - (16 * index)) : Low >> (48 - (16 * (index - 4)))) & 0xFFFF);

    private string Ipv6Text()
    {
        var (start, length) = LongestZeros();
        var text = new StringBuilder();
        for (var group = 0; group < Groups; group++)
        {
            if (group == start)
            {
                text.Append("::");
                group += length - 1;
                continue;
            }

            if (text.Length > 0 && text[text.Length - 1] != ':')
            {
                text.Append(':');
            }

            text.Append(Group(group).ToString("x", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>The first of the longest runs of two or more zero groups; -1 when there is none.</summary>
    private (int Start, int Length) LongestZeros()
    {
        var best = (Start: -1, Length: 1);
        for (var start = 0; start < Groups; start++)
        {
            var end = start;
            while (end < Groups && Group(end) == 0)
            {
                end++;
            }

            if (end - start > best.Length)
            {
                best = (start, end - start);
            }
        }

        return best;
    }

    private static bool TryParseIpv6(string? text, out IpAddress address)
    {
        address = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var gap = text!.IndexOf("::", StringComparison.Ordinal);
        var groups = new List<int>();
        if (gap < 0)
        {
            if (!TryParseGroups(text, groups, mayEndInIpv4: true) || groups.Count != Groups)
            {
                return false;
            }
        }
        else
        {
            if (!TryParseGroups(text.Substring(0, gap), groups, mayEndInIpv4: false))
            {
                return false;
            }

            var front = groups.Count;
            if (!TryParseGroups(text.Substring(gap + 2), groups, mayEndInIpv4: true) || groups.Count >= Groups)
            {
                return false;
            }

            while (groups.Count < Groups)
            {
                groups.Insert(front, 0);
            }
        }

        address = new IpAddress(Number(groups, 0), Number(groups, 4));
        return true;
    }

    private static ulong Number(List<int> groups, int first)
    {
        ulong number = 0;
        for (var group = first; group < first + 4; group++)
        {
            number = (number << 16) | (uint)groups[group];
        }

        return number;
    }

    private static bool TryParseGroups(string text, List<int> groups, bool mayEndInIpv4)
    {
        if (text.Length == 0)
        {
            return true;
        }

        var words = text.Split(':');
        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index];
            if (mayEndInIpv4 && index == words.Length - 1 && Ipv4Address.TryParse(word, out var tail))
            {
                groups.Add((int)(tail.Value >> 16));
                groups.Add((int)(tail.Value & 0xFFFF));
            }
            else if (word.Length is >= 1 and <= 4
                && word.All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                groups.Add(int.Parse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
