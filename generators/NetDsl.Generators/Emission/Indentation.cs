using System.Text;

namespace NetDsl.Generators.Emission;

/// <summary>Moves code into blocks.</summary>
internal static class Indentation
{
    private const int Width = 4;

    /// <summary>The spaces before a line that is that deep in blocks.</summary>
    public static string Of(int depth) => new(' ', depth * Width);

    /// <summary>The text with spaces before each line that is not empty.</summary>
    /// <param name="text">Lines that end in a line feed.</param>
    /// <param name="depth">How many blocks deeper it shall stand.</param>
    public static string Add(string text, int depth)
    {
        var result = new StringBuilder(text.Length * 2);
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            if (text[start] != '\n')
            {
                result.Append(' ', depth * Width);
            }

            result.Append(text, start, end - start);
            start = end;
        }

        return result.ToString();
    }
}
