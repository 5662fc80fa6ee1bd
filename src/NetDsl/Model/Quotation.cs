using System.Globalization;

namespace NetDsl.Model;

/// <summary>
/// Text of the user's as messages show it: in quotes, on one line, and short. A message goes to build logs and terminals,
/// where a line end or a change of writing direction inside a name could make it look like another message.
/// </summary>
internal static class Quotation
{
    private const int MaximumLength = 60;

    /// <summary>The text in single quotes; characters that cannot be seen become question marks.</summary>
    public static string Of(string? text)
    {
        var shown = (text ?? "").Select(character => IsVisible(character) ? character : '?').Take(MaximumLength);
        return text?.Length > MaximumLength
            ? $"'{new string(shown.ToArray())}…'"
            : $"'{new string(shown.ToArray())}'";
    }

    private static bool IsVisible(char character) => CharUnicodeInfo.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
