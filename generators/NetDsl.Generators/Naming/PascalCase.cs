using System.Text;

namespace NetDsl.Generators.Naming;

/// <summary>Turns names of elements into names of members.</summary>
internal static class PascalCase
{
    /// <summary>
    /// Letters and digits, the first letter and each behind another character in upper case; an underscore before a
    /// leading digit. Not reversible: <c>web-a</c> and <c>web_a</c> are both <c>WebA</c>.
    /// </summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        var startsWord = true;
        foreach (var character in name)
        {
            if (IsLetterOrDigit(character))
            {
                text.Append(startsWord ? char.ToUpperInvariant(character) : character);
            }

            startsWord = !IsLetterOrDigit(character);
        }

        if (text.Length == 0 || char.IsDigit(text[0]))
        {
            text.Insert(0, '_');
        }

        return text.ToString();
    }

    // ASCII only, as names of elements are: what another script counts as a letter does not come up.
    private static bool IsLetterOrDigit(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
