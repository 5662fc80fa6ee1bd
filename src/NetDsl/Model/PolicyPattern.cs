namespace NetDsl.Model;

/// <summary>
/// Text with wildcards: <c>*</c> stands for any text, also none, <c>?</c> for any one character. Source: "IAM JSON policy elements: Resource",
/// IAM User Guide.
/// </summary>
internal static class PolicyPattern
{
    /// <summary>Whether the text is one that the pattern stands for.</summary>
    public static bool Matches(string pattern, string text, bool ignoreCase) =>
        Matches(pattern, text, (one, other) => one == '?' || IsSame(one, other, ignoreCase));

    /// <summary>Whether every text that the inner pattern stands for is one that the outer stands for too.</summary>
    public static bool Covers(string outer, string inner, bool ignoreCase) =>

        // The wildcards of the inner one are characters here that only wildcards of the same or greater reach stand for.
        Matches(outer, inner, (one, other) => one == '?' ? other != '*' : other is not ('*' or '?') && IsSame(one, other, ignoreCase));

    private static bool IsSame(char one, char other, bool ignoreCase) =>
        one == other || (ignoreCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));

    /// <summary>Goes back to the last star only: an earlier one can take nothing that the last cannot.</summary>
    private static bool Matches(string pattern, string text, Func<char, char, bool> stands)
    {
        var (at, position) = (0, 0);
        var (star, taken) = (-1, 0);
        while (position < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, taken) = (at++, position);
            }
            else if (at < pattern.Length && stands(pattern[at], text[position]))
            {
                at++;
                position++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                position = ++taken;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
        {
            at++;
        }

        return at == pattern.Length;
    }
}
