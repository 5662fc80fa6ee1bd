using NetDsl.Model;

namespace NetDsl.Addressing;

/// <summary>An IPv4 address: 32 bits, most significant octet first.</summary>
/// <param name="Value">The address as a number; <c>10.0.0.1</c> is <c>0x0A000001</c>.</param>
public readonly record struct Ipv4Address(uint Value) : IComparable<Ipv4Address>
{
    /// <summary>Reads dotted-decimal text of exactly four octets without leading zeros.</summary>
    /// <param name="text">For example <c>10.0.0.1</c>.</param>
    /// <param name="address">The address read, or the zero address.</param>
    /// <returns>Whether the text was an address.</returns>
    public static bool TryParse(string? text, out Ipv4Address address)
    {
        address = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var octets = text!.Split('.');
        if (octets.Length != 4)
        {
            return false;
        }

        uint value = 0;
        foreach (var octet in octets)
        {
            if (!TryParseDecimal(octet, 3, out var number) || number > 255)
            {
                return false;
            }

            value = (value << 8) | (uint)number;
        }

        address = new Ipv4Address(value);
        return true;
    }

    /// <summary>Reads dotted-decimal text that is known to be an address.</summary>
    /// <param name="text">For example <c>10.0.0.1</c>.</param>
    /// <exception cref="FormatException">The text is not an IPv4 address.</exception>
    public static Ipv4Address Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"{Quotation.Of(text)} is not an IPv4 address.");

    /// <inheritdoc/>
    /// <remarks>Not left to the compiler, as that of <see cref="Packet"/> is not.</remarks>
    public bool Equals(Ipv4Address other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Ipv4Address other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left address is the lower number.</summary>
    public static bool operator <(Ipv4Address left, Ipv4Address right) => left.Value < right.Value;

    /// <summary>Whether the left address is the higher number.</summary>
    public static bool operator >(Ipv4Address left, Ipv4Address right) => left.Value > right.Value;

    /// <summary>Whether the left address is not the higher number.</summary>
    public static bool operator <=(Ipv4Address left, Ipv4Address right) => left.Value <= right.Value;

    /// <summary>Whether the left address is not the lower number.</summary>
    public static bool operator >=(Ipv4Address left, Ipv4Address right) => left.Value >= right.Value;

    /// <summary>The address in dotted decimal.</summary>
    public override string ToString()
    {
        // By hand: traces name many, and for a format a program that starts would load a good deal.
        Span<char> text = stackalloc char[15];
        var length = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            var octet = (Value >> shift) & 255;
            if (octet >= 100)
            {
                text[length++] = (char)('0' + (octet / 100));
            }

            if (octet >= 10)
            {
                text[length++] = (char)('0' + (octet / 10 % 10));
            }

            text[length++] = (char)('0' + (octet % 10));
            if (shift > 0)
            {
                text[length++] = '.';
            }
        }

        return text.Slice(0, length).ToString();
    }

    /// <summary>Reads a short decimal number: digits only, no leading zero, so that text has one meaning only.</summary>
    internal static bool TryParseDecimal(string text, int maximumDigits, out int number)
    {
        number = 0;
        if (text.Length == 0 || text.Length > maximumDigits || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (character is < '0' or > '9')
            {
                return false;
            }

            number = (number * 10) + (character - '0');
        }

        return true;
    }
}
