using System.Globalization;
using System.Text.Json;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <summary>Origins as text: <c>Shop.cs:12</c>; empty where there is no place.</summary>
internal static class OriginText
{
    public static string Write(Origin origin) => origin.Equals(Origin.None)
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{origin.File}:{origin.Line}");

    public static Origin Read(JsonPlace? place)
    {
        if (place?.Text() is not { Length: > 0 } text)
        {
            return Origin.None;
        }

        var colon = text.LastIndexOf(':');
        return colon >= 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new Origin(text[..colon], line)
            : throw place.Fault($"'{JsonPlace.Printable(text)}' is not a place; write one such as Shop.cs:12");
    }
}

/// <summary>Identities as text: the path, with the kind before it where the place alone does not tell it.</summary>
internal static class IdText
{
    private static readonly Dictionary<string, ElementKind> Kinds =
        Enum.GetValues<ElementKind>().ToDictionary(ElementKinds.Code, StringComparer.Ordinal);

    /// <summary>For example <c>nat-gateway:us-east-1/shop/nat-a</c>.</summary>
    public static string WriteWithKind(ElementId id) => $"{ElementKinds.Code(id.Kind)}:{id.Path}";

    public static ElementId Read(JsonPlace place, ElementKind kind) => new(kind, ReadPath(place, place.Text()));

    public static ElementId ReadWithKind(JsonPlace place, params ReadOnlySpan<ElementKind> allowed)
    {
        var text = place.Text();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Kinds.TryGetValue(text[..colon], out var kind) || !allowed.Contains(kind))
        {
            var kinds = string.Join(", ", allowed.ToArray().Select(ElementKinds.Code));
            throw place.Fault($"'{JsonPlace.Printable(text)}' is not a reference; write a kind ({kinds}), a colon and a path");
        }

        return new ElementId(kind, ReadPath(place, text[(colon + 1)..]));
    }

    // The rule of the builders: a name that holds a separator, or climbs out of a folder, never comes in.
    private static string ReadPath(JsonPlace place, string path)
    {
        const int LongestName = 127;
        foreach (var name in path.Split('/'))
        {
            if (name.Length is 0 or > LongestName || !char.IsAsciiLetterOrDigit(name[0])
                || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
            {
                throw place.Fault(
                    $"'{JsonPlace.Printable(path)}' is not a path of names; each starts with a letter or digit and has at most {LongestName} letters, digits, '-', '_' and '.'");
            }
        }

        return path;
    }
}

/// <summary>Enumerations as text: <c>pending-acceptance</c>.</summary>
internal static class EnumText
{
    public static string Write<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T Read<T>(JsonPlace place)
        where T : struct, Enum
    {
        var text = place.Text();
        foreach (var value in Enum.GetValues<T>())
        {
            if (Write(value) == text)
            {
                return value;
            }
        }

        throw place.Fault($"'{JsonPlace.Printable(text)}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Write))}");
    }
}

/// <summary>What rules speak of as text: <c>tcp/443</c>, <c>udp/1024-65535</c>, <c>icmp</c>, <c>50</c>, <c>all</c>.</summary>
internal static class TrafficText
{
    public static TrafficSelector Read(JsonPlace place)
    {
        var text = place.Text();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (Protocol.TryParse(slash < 0 ? text : text[..slash], out var protocol) && protocol.HasPorts == slash >= 0)
        {
            if (slash < 0)
            {
                return new TrafficSelector(protocol, PortRange.All);
            }

            var ends = text[(slash + 1)..].Split('-');
            if (ends.Length is 1 or 2 && TryReadPort(ends[0], out var first) && TryReadPort(ends[^1], out var last) && first <= last)
            {
                return new TrafficSelector(protocol, new PortRange(first, last));
            }
        }

        throw place.Fault($"'{JsonPlace.Printable(text)}' is not traffic; write tcp/443, udp/1024-65535, icmp, all or a protocol number");
    }

    private static bool TryReadPort(string text, out ushort port) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port);
}

/// <summary>Addresses and prefixes as text.</summary>
internal static class AddressText
{
    public static Ipv4Address ReadAddress(JsonPlace place) => Ipv4Address.TryParse(place.Text(), out var address)
        ? address
        : throw place.Fault($"'{JsonPlace.Printable(place.Text())}' is not an IPv4 address; write one such as 10.0.0.4");

    public static Ipv4Prefix ReadPrefix(JsonPlace place) => Ipv4Prefix.TryParse(place.Text(), out var prefix, out var error)
        ? prefix
        : throw place.Fault(JsonPlace.Printable(error));
}
