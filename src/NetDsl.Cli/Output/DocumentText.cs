using System.Xml;

namespace NetDsl.Cli.Output;

/// <summary>Foreign text in documents.</summary>
internal static class DocumentText
{
    /// <summary>The text without characters that no document may have, and by which it would steer a reader's terminal.</summary>
    public static string Writable(string text)
    {
        var harmless = Terminal.Harmless(text);
        return harmless.All(XmlConvert.IsXmlChar)
            ? harmless
            : string.Concat(harmless.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "?" : rune.ToString()));
    }
}
