using System.Text.RegularExpressions;

namespace NetDsl.Interop.Snapshots.Code;

/// <summary>A word of the written C# that may differ between statements of one form: a string literal, or a variable.</summary>
/// <param name="Index">Where it begins.</param>
/// <param name="Text">What it is.</param>
/// <param name="IsVariable">Whether it is a variable.</param>
/// <param name="Role">What it stands for: the name of the argument, of the method that it is the argument of, or of the kind of element.</param>
internal readonly record struct CodeToken(int Index, string Text, bool IsVariable, string Role);

/// <summary>Finds what may differ between statements of one form.</summary>
internal static partial class CodeTokens
{
    /// <summary>The literals and variables of an expression, in order.</summary>
    public static IReadOnlyList<CodeToken> Of(string expression, VariableNames variables)
    {
        var tokens = new List<CodeToken>();
        var method = "";
        foreach (Match match in Words().Matches(expression))
        {
            var text = match.Value;
            if (text[0] == '"')
            {
                tokens.Add(new CodeToken(match.Index, text, IsVariable: false, RoleBefore(expression, match.Index) ?? method));
            }
            else if (variables.KindOf(text) is { } kind && (match.Index == 0 || expression[match.Index - 1] != '.'))
            {
                tokens.Add(new CodeToken(match.Index, text, IsVariable: true, kind.ToString()));
            }
            else if (match.Index + text.Length < expression.Length && expression[match.Index + text.Length] == '(')
            {
                method = text;
            }
        }

        return tokens;
    }

    /// <summary>The expression with its literals and variables left open; equal for statements of one form.</summary>
    public static string FormOf(string expression, IReadOnlyList<CodeToken> tokens) => Replace(
        expression, tokens, index => tokens[index].IsVariable ? $"\u0001{tokens[index].Role}\u0001" : "\u0002");

    /// <summary>The expression with something in place of its tokens.</summary>
    public static string Replace(string expression, IReadOnlyList<CodeToken> tokens, Func<int, string> replacement)
    {
        var text = new System.Text.StringBuilder();
        var end = 0;
        for (var index = 0; index < tokens.Count; index++)
        {
            text.Append(expression, end, tokens[index].Index - end).Append(replacement(index));
            end = tokens[index].Index + tokens[index].Text.Length;
        }

        return text.Append(expression, end, expression.Length - end).ToString();
    }

    /// <summary>The name of an argument that is written with its name.</summary>
    private static string? RoleBefore(string expression, int index) =>
        ArgumentName().Match(expression, 0, index) is { Success: true } named ? named.Groups["name"].Value : null;

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|\w+
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(?<name>[a-z]\w*): $", RegexOptions.CultureInvariant)]
    private static partial Regex ArgumentName();
}
