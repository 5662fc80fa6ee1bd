namespace NetDsl.Cli.CommandLine;

/// <summary>Foreign text as messages show it: short, in one line, without characters that steer a terminal.</summary>
internal static class Printable
{
    private const int Longest = 80;

    public static string Text(string text)
    {
        var shown = Whole(text[..Math.Min(text.Length, Longest)]);
        return text.Length > Longest ? shown + "…" : shown;
    }

    /// <summary>All of a text that is known to be short, such as a message with names in it.</summary>
    public static string Whole(string text) => new([.. text.Select(character => char.IsControl(character) ? '?' : character)]);
}
