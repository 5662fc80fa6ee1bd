namespace NetDsl.Interop.Snapshots;

/// <summary>Names come from the input, and must not steer a terminal or fill it.</summary>
internal static class PrintableText
{
    private const int Most = 400;

    /// <summary>The text without characters that do something, and cut where it is very long.</summary>
    public static string Of(string text)
    {
        var shown = new string([.. text.Take(Most).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character)]);
        return text.Length > Most ? shown + "…" : shown;
    }
}
