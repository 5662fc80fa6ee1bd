namespace NetDsl.Generators.Emission;

/// <summary>Writes long text as C# literals that people can read, with the lines of the text as lines.</summary>
internal static class TextLiteral
{
    // What ends a line for C#, besides the line feed; there it could not be told from one.
    private static readonly char[] OtherLineEnds = ['\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>A raw string, which stands in blocks as code does; its value is the text.</summary>
    /// <param name="text">Lines that end in a line feed.</param>
    /// <param name="depth">How deep in blocks the literal stands.</param>
    public static string Indented(string text, int depth)
    {
        if (HasOtherLineEnds(text))
        {
            return Identifier.Literal(text);
        }

        var quotes = Quotes(text);
        var indentation = Indentation.Of(depth);
        return $"{quotes}\n{Indentation.Add(text + "\n", depth)}{indentation}{quotes}";
    }

    /// <summary>A verbatim string, whose lines stand as they are: the compiler reads it several times as fast as a raw one.</summary>
    /// <param name="text">Lines that end in a line feed.</param>
    public static string Verbatim(string text) => HasOtherLineEnds(text) ? Identifier.Literal(text) : $"@\"{text.Replace("\"", "\"\"")}\"";

    private static bool HasOtherLineEnds(string text) => text.IndexOfAny(OtherLineEnds) >= 0;

    /// <summary>Three, or one more than stand together in the text.</summary>
    private static string Quotes(string text)
    {
        var longest = 0;
        var current = 0;
        foreach (var character in text)
        {
            current = character == '"' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return new string('"', Math.Max(3, longest + 1));
    }
}
