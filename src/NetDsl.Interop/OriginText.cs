using System.Globalization;
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
