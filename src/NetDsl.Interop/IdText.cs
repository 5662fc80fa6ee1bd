using NetDsl.Model;

namespace NetDsl.Interop;

/// <summary>Identities as text: the path, with the kind before it where the place alone does not tell it.</summary>
internal static class IdText
{
    /// <summary>For example <c>nat-gateway:us-east-1/shop/nat-a</c>.</summary>
    public static string WriteWithKind(ElementId id) => $"{ElementKinds.Code(id.Kind)}:{id.Path}";

    public static ElementId Read(JsonPlace place, ElementKind kind) => new(kind, ReadPath(place, place.Text()));

    public static ElementId ReadWithKind(JsonPlace place, params ReadOnlySpan<ElementKind> allowed)
    {
        var text = place.Text();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || ElementKinds.OfCode(text[..colon]) is not { } kind || !allowed.Contains(kind))
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
