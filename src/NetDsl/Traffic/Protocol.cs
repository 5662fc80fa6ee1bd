using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>An IP protocol by its number in the IANA registry, or any protocol.</summary>
public readonly record struct Protocol
{
    private readonly short numberPlusOne;

    private Protocol(int number) => numberPlusOne = (short)(number + 1);

    /// <summary>Every protocol; written <c>-1</c> or <c>all</c> by the vendor.</summary>
    public static Protocol Any => default;

    /// <summary>ICMP, number 1.</summary>
    public static Protocol Icmp => new(1);

    /// <summary>ICMPv6, number 58.</summary>
    public static Protocol Icmpv6 => new(58);

    /// <summary>TCP, number 6.</summary>
    public static Protocol Tcp => new(6);

    /// <summary>UDP, number 17.</summary>
    public static Protocol Udp => new(17);

    /// <summary>The number, 0 to 255; -1 for any protocol.</summary>
    public int Number => numberPlusOne - 1;

    /// <summary>Whether every protocol is meant.</summary>
    public bool IsAny => numberPlusOne == 0;

    /// <summary>Whether packets of this protocol carry port numbers.</summary>
    public bool HasPorts => Number is 6 or 17;

    /// <summary>Whether this is ICMP of either family, whose echoes carry an identifier.</summary>
    public bool IsIcmp => Number is 1 or 58;

    /// <summary>Whether rules tell packets of this protocol further apart: by destination port, or by type and code of ICMP.</summary>
    public bool HasPortsOrTypes => HasPorts || IsIcmp;

    /// <summary>The protocol with that number.</summary>
    /// <param name="number">0 to 255.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0 to 255.</exception>
    public static Protocol FromNumber(int number) => number is >= 0 and <= 255
        ? new Protocol(number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A protocol number is 0 to 255.");

    /// <summary>Reads <c>tcp</c>, <c>udp</c>, <c>icmp</c>, <c>icmpv6</c>, <c>all</c> or a number from 0 to 255.</summary>
    public static bool TryParse(string? text, out Protocol protocol)
    {
        switch (text)
        {
            case "tcp": protocol = Tcp; return true;
            case "udp": protocol = Udp; return true;
            case "icmp": protocol = Icmp; return true;
            case "icmpv6": protocol = Icmpv6; return true;
            case "all": protocol = Any; return true;
        }

        return TryParseNumber(text, out protocol);
    }

    // Apart: a method that is entered loads what it asks for, here the formats of a culture.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryParseNumber(string? text, out Protocol protocol)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 255;
        protocol = isNumber ? new Protocol(number) : default;
        return isNumber;
    }

    /// <inheritdoc/>
    /// <remarks>Not left to the compiler, as that of <see cref="Packet"/> is not.</remarks>
    public bool Equals(Protocol other) => numberPlusOne == other.numberPlusOne;

    /// <inheritdoc/>
    public override int GetHashCode() => numberPlusOne;

    /// <summary>Whether a packet of that protocol is meant.</summary>
    public bool Includes(Protocol packet) => IsAny || this == packet;

    /// <summary>The name where it is a common one, else the number.</summary>
    public override string ToString() => Number switch
    {
        -1 => "all",
        1 => "icmp",
        6 => "tcp",
        17 => "udp",
        58 => "icmpv6",
        var number => number.ToString(CultureInfo.InvariantCulture),
    };
}
