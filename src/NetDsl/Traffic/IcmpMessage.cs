using System.Globalization;

namespace NetDsl;

/// <summary>
/// What an ICMP message is: its type, and the code that tells it apart within the type (RFC 792; for IPv6 RFC 4443). Both stand in one word where other
/// protocols have the destination port: type · 256 + code, as flow records have it (IPFIX, <c>icmpTypeCodeIPv4</c>).
/// </summary>
/// <param name="Type">0 to 255; 8 is the echo request of IPv4, 128 that of IPv6.</param>
/// <param name="Code">0 to 255.</param>
public readonly record struct IcmpMessage(byte Type, byte Code)
{
    private const int CodesOfAType = 256;

    // RFC 792 and RFC 950: echo, timestamp, information, address mask. RFC 4443: echo.
    private static readonly (byte Request, byte Answer)[] Ipv4Pairs = [(8, 0), (13, 14), (15, 16), (17, 18)];
    private static readonly (byte Request, byte Answer)[] Ipv6Pairs = [(128, 129)];

    /// <summary>Type · 256 + code.</summary>
    public ushort Word => (ushort)((Type * CodesOfAType) + Code);

    /// <summary>The message with that word.</summary>
    /// <param name="word">Type · 256 + code.</param>
    public static IcmpMessage Of(ushort word) => new((byte)(word / CodesOfAType), (byte)(word % CodesOfAType));

    /// <summary>The echo request of a family.</summary>
    /// <param name="protocol">ICMP of IPv4 or of IPv6.</param>
    public static IcmpMessage EchoRequest(Protocol protocol) => new(protocol == Protocol.Icmpv6 ? (byte)128 : (byte)8, 0);

    /// <summary>The words of all codes of a type.</summary>
    /// <param name="type">0 to 255.</param>
    public static PortRange AllCodes(byte type) => new(new IcmpMessage(type, 0).Word, new IcmpMessage(type, byte.MaxValue).Word);

    /// <summary>The types of a family that ask for an answer, with the type that answers each.</summary>
    /// <param name="protocol">ICMP of IPv4 or of IPv6.</param>
    public static IReadOnlyList<(byte Request, byte Answer)> Pairs(Protocol protocol) => protocol == Protocol.Icmpv6 ? Ipv6Pairs : Ipv4Pairs;

    /// <summary>Whether such a message asks for an answer.</summary>
    /// <param name="protocol">ICMP of IPv4 or of IPv6.</param>
    public bool AsksForAnswer(Protocol protocol)
    {
        foreach (var (request, _) in Pairs(protocol))
        {
            if (Type == request)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The other message of the pair that makes one flow, request and answer; itself where it is of no pair.</summary>
    /// <param name="protocol">ICMP of IPv4 or of IPv6.</param>
    public IcmpMessage Other(Protocol protocol)
    {
        foreach (var (request, answer) in Pairs(protocol))
        {
            if (Type == request || Type == answer)
            {
                return this with { Type = Type == request ? answer : request };
            }
        }

        return this;
    }

    /// <summary>Type and code, for example <c>3/4</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}/{1}", Type, Code);

    /// <summary>Words as text: <c>8</c> for all codes of a type, <c>3/4</c> for one of them; ranges of either with a dash.</summary>
    internal static string Text(PortRange words)
    {
        var (first, last) = (Of(words.First), Of(words.Last));
        return words.First == words.Last ? first.ToString()
            : (first.Code, last.Code) is not (0, byte.MaxValue) ? $"{first}-{last}"
            : first.Type == last.Type ? first.Type.ToString(CultureInfo.InvariantCulture)
            : string.Format(CultureInfo.InvariantCulture, "{0}-{1}", first.Type, last.Type);
    }

    /// <summary>Reads what <see cref="Text"/> writes.</summary>
    internal static bool TryParse(string text, out PortRange words)
    {
        words = default;
        var ends = text.Split('-');
        if (ends.Length > 2 || !TryRead(ends[0], out var first) || !TryRead(ends[ends.Length - 1], out var last)
            || first.Code is null != last.Code is null || first.Type > last.Type)
        {
            return false;
        }

        var (low, high) = (new IcmpMessage(first.Type, first.Code ?? 0).Word, new IcmpMessage(last.Type, last.Code ?? byte.MaxValue).Word);
        words = new PortRange(low, high);
        return low <= high;
    }

    private static bool TryRead(string text, out (byte Type, byte? Code) message)
    {
        var parts = text.Split('/');
        var code = (byte)0;
        var isRead = TryReadByte(parts[0], out var type) && parts.Length <= 2 && (parts.Length == 1 || TryReadByte(parts[1], out code));
        message = (type, parts.Length == 1 ? null : code);
        return isRead;
    }

    private static bool TryReadByte(string text, out byte number) => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
