namespace NetDsl.Generators.Emission;

/// <summary>Writes long text as a C# literal that people can read: a raw string, with the lines of the text as lines.</summary>
internal static class TextLiteral
{
    // What ends a line for C#, besides the line feed; in a raw string it could not be told from one.
    private static readonly char[] OtherLineEnds = ['\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>The literal; its value is the text.</summary>
    /// <param name="text">Lines that end in a line feed.</param>
    /// <param name="depth">How deep in blocks the literal stands.</param>
    public static string Write(string text, int depth)
    {
        if (text.IndexOfAny(OtherLineEnds) >= 0)
        {
            return Identifier.Literal(text);
        }

        var quotes = Quotes(text);
        var indentation = Indentation.Of(depth);
        return $"{quotes}\n{Indentation.Add(text + "\n", depth)}{indentation}{quotes}";
    }

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
