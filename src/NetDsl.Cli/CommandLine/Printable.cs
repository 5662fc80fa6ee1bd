namespace NetDsl.Cli.CommandLine;

/// <summary>Foreign text as messages show it: short, in one line, without characters that steer a terminal.</summary>
internal static class Printable
{
    private const int Longest = 80;

    public static string Text(string text)
    {
        var shown = new string([.. text.Take(Longest).Select(character => char.IsControl(character) ? '?' : character)]);
        return text.Length > Longest ? shown + "…" : shown;
    }
}
