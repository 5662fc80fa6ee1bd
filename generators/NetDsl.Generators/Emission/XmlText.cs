namespace NetDsl.Generators.Emission;

/// <summary>Writes text into documentation comments.</summary>
internal static class XmlText
{
    /// <summary>The text with what XML gives a meaning escaped.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
