namespace NetDsl.Compiler.Checks;

/// <summary>How messages are put together from parts.</summary>
public static class Sentence
{
    /// <summary>The text with a capital and a full stop.</summary>
    /// <param name="text">What is wrong, as builders and the evaluator say it.</param>
    public static string From(string text) =>
        Start(text) + (text.EndsWith(".", StringComparison.Ordinal) ? "" : ".");

    /// <summary>The text with a capital; a first word with digits is a value, such as <c>us-east-1a</c>, and stays as it is written.</summary>
    internal static string Start(string text) =>
        text.Length == 0 ? ""
        : text.TakeWhile(character => character != ' ').Any(char.IsDigit) ? text
        : char.ToUpperInvariant(text[0]) + text.Substring(1);

    /// <summary>The items as one speaks them: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    internal static string Join(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[items.Count - 1]}";
}
