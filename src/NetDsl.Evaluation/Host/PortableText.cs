using System.Globalization;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Host;

/// <summary>Members of <see cref="string"/>; a method's first parameter is the text that it is called on.</summary>
internal static class PortableText
{
    public static string Create(Budget budget, char character, int count)
    {
        budget.Elements(Math.Max(0, count));
        return new string(character, count);
    }

    public static string Create(char[] characters) => new(characters);

    public static string Concat(Budget budget, string? a, string? b) => Concat(budget, [a, b]);

    public static string Concat(Budget budget, string? a, string? b, string? c) => Concat(budget, [a, b, c]);

    public static string Concat(Budget budget, string? a, string? b, string? c, string? d) => Concat(budget, [a, b, c, d]);

    public static string Concat(Budget budget, object? a) => Join<object?>(budget, "", [a]);

    public static string Concat(Budget budget, object? a, object? b) => Join<object?>(budget, "", [a, b]);

    public static string Concat(Budget budget, object? a, object? b, object? c) => Join<object?>(budget, "", [a, b, c]);

    public static string Concat(Budget budget, object?[] parts) => Join<object?>(budget, "", parts);

    public static string Concat(Budget budget, string?[] parts) => Join(budget, "", parts);

    public static string Concat(Budget budget, IEnumerable<string?> parts) => Join(budget, "", parts);

    public static string Join(Budget budget, string? separator, string?[] parts) => Join(budget, separator, (IEnumerable<string?>)parts);

    public static string Join(Budget budget, char separator, string?[] parts) => Join(budget, separator.ToString(), (IEnumerable<string?>)parts);

    public static string Join(Budget budget, string? separator, object?[] parts) => Join<object?>(budget, separator, parts);

    public static string Join(Budget budget, string? separator, IEnumerable<string?> parts)
    {
        var text = new System.Text.StringBuilder();
        var isFirst = true;
        foreach (var part in parts)
        {
            budget.Elements((part?.Length ?? 0) + (separator?.Length ?? 0) + 1L);
            text.Append(isFirst ? "" : separator).Append(part);
            isFirst = false;
        }

        return text.ToString();
    }

    public static string Join<T>(Budget budget, string? separator, IEnumerable<T> parts) =>
        Join(budget, separator, parts.Select(part => PlainText.Of(part)));

    public static string Join(Budget budget, char separator, object?[] parts) => Join<object?>(budget, separator, parts);

    public static string Join<T>(Budget budget, char separator, IEnumerable<T> parts) => Join(budget, separator.ToString(), parts);

    public static string PadLeft(Budget budget, string text, int width) => PadLeft(budget, text, width, ' ');

    public static string PadLeft(Budget budget, string text, int width, char padding)
    {
        budget.Elements(Math.Max(0, width));
        return text.PadLeft(width, padding);
    }

    public static string PadRight(Budget budget, string text, int width) => PadRight(budget, text, width, ' ');

    public static string PadRight(Budget budget, string text, int width, char padding)
    {
        budget.Elements(Math.Max(0, width));
        return text.PadRight(width, padding);
    }

    public static string Insert(Budget budget, string text, int index, string inserted)
    {
        budget.Elements(text.Length + (long)inserted.Length);
        return text.Insert(index, inserted);
    }

    public static string Replace(string text, char from, char to) => text.Replace(from, to);

    public static string Replace(Budget budget, string text, string from, string? to)
    {
        // The most that can come of it.
        budget.Elements(text.Length + (text.Length / Math.Max(1, from.Length) * (long)(to?.Length ?? 0)));
        return text.Replace(from, to);
    }

    /// <summary>Text that every culture searches alike; refused where one may take letters together, or pass over some.</summary>
    private static string Searched(string text) => text.All(character => character is (>= ' ' and <= '~') or '\n' or '\t')
        ? text
        : throw new RefusedException("how such letters are searched depends on the machine's culture; pass StringComparison.Ordinal");

    public static bool StartsWith(string text, string value) => Searched(text).StartsWith(Searched(value), StringComparison.Ordinal);

    public static bool StartsWith(string text, char value) => text.Length > 0 && text[0] == value;

    public static bool StartsWith(string text, string value, StringComparison comparison) => text.StartsWith(value, Ordinal(comparison));

    public static bool EndsWith(string text, string value) => Searched(text).EndsWith(Searched(value), StringComparison.Ordinal);

    public static bool EndsWith(string text, char value) => text.Length > 0 && text[text.Length - 1] == value;

    public static bool EndsWith(string text, string value, StringComparison comparison) => text.EndsWith(value, Ordinal(comparison));

    public static bool Contains(string text, char value) => text.IndexOf(value) >= 0;

    public static bool Contains(string text, string value, StringComparison comparison) => text.IndexOf(value, Ordinal(comparison)) >= 0;

    public static int IndexOf(string text, string value) => Searched(text).IndexOf(Searched(value), StringComparison.Ordinal);

    public static int IndexOf(string text, char value) => text.IndexOf(value);

    public static int IndexOf(string text, char value, int start) => text.IndexOf(value, start);

    public static int LastIndexOf(string text, string value) => Searched(text).LastIndexOf(Searched(value), StringComparison.Ordinal);

    public static int LastIndexOf(string text, char value) => text.LastIndexOf(value);

    public static int IndexOf(string text, char value, StringComparison comparison) => text.IndexOf(value.ToString(), Ordinal(comparison));

    public static int IndexOf(string text, char value, int start, int count) => text.IndexOf(value, start, count);

    public static int IndexOf(string text, string value, int start) => Searched(text).IndexOf(Searched(value), start, StringComparison.Ordinal);

    public static int IndexOf(string text, string value, StringComparison comparison) => text.IndexOf(value, Ordinal(comparison));

    public static int IndexOf(string text, string value, int start, StringComparison comparison) => text.IndexOf(value, start, Ordinal(comparison));

    public static int LastIndexOf(string text, string value, StringComparison comparison) => text.LastIndexOf(value, Ordinal(comparison));

    public static int LastIndexOf(string text, char value, int start) => text.LastIndexOf(value, start);

    public static bool Contains(string text, char value, StringComparison comparison) => IndexOf(text, value, comparison) >= 0;

    public static int Compare(string? a, string? b, StringComparison comparison) => string.Compare(a, b, Ordinal(comparison));

    public static string Trim(string text, char character) => text.Trim([character]);

    public static string TrimStart(string text, char character) => text.TrimStart([character]);

    public static string TrimEnd(string text, char character) => text.TrimEnd([character]);

    public static string ToUpper(string text, CultureInfo? culture) => culture is null ? throw ByCulture() : text.ToUpperInvariant();

    public static string ToLower(string text, CultureInfo? culture) => culture is null ? throw ByCulture() : text.ToLowerInvariant();

    public static string ReplaceLineEndings(Budget budget, string text, string ending)
    {
        budget.Elements(text.Length * (1L + ending.Length));
        return System.Text.RegularExpressions.Regex.Replace(text, "\r\n|[\n\r\f\u0085\u2028\u2029]", ending.Replace("$", "$$"));
    }

    public static string Concat(char[] a, char[] b) => new string(a) + new string(b);

    public static string Concat(char[] a, char[] b, char[] c) => new string(a) + new string(b) + new string(c);

    public static string Concat<T>(Budget budget, IEnumerable<T> parts) => Join(budget, "", parts);

    public static string Replace(Budget budget, string text, string from, string? to, StringComparison comparison)
    {
        Ordinal(comparison);
        if (from.Length == 0)
        {
            throw new ArgumentException("The value cannot be an empty string.", nameof(from));
        }

        var replaced = new System.Text.StringBuilder();
        var start = 0;
        for (var at = text.IndexOf(from, comparison); at >= 0; at = text.IndexOf(from, start, comparison))
        {
            budget.Elements(at - start + (to?.Length ?? 0));
            replaced.Append(text, start, at - start).Append(to);
            start = at + from.Length;
        }

        return replaced.Append(text, start, text.Length - start).ToString();
    }

    public static bool Equals(string? a, string? b, StringComparison comparison) => string.Equals(a, b, Ordinal(comparison));

    public static string[] Split(string text, char separator, StringSplitOptions options) => text.Split([separator], options);

    public static string[] Split(string text, string? separator, StringSplitOptions options) => text.Split([separator ?? ""], options);

    public static string[] Split(string text, char separator, int count, StringSplitOptions options) => text.Split([separator], count, options);

    public static string Format(Budget budget, string format, object? a) => Formatted(budget, null, format, a);

    public static string Format(Budget budget, string format, object? a, object? b) => Formatted(budget, null, format, a, b);

    public static string Format(Budget budget, string format, object? a, object? b, object? c) => Formatted(budget, null, format, a, b, c);

    public static string Format(Budget budget, string format, object?[] values) => Formatted(budget, null, format, values);

    public static string Format(Budget budget, IFormatProvider? provider, string format, object? a) => Formatted(budget, provider, format, a);

    public static string Format(Budget budget, IFormatProvider? provider, string format, object? a, object? b) =>
        Formatted(budget, provider, format, a, b);

    public static string Format(Budget budget, IFormatProvider? provider, string format, object? a, object? b, object? c) =>
        Formatted(budget, provider, format, a, b, c);

    public static string Format(Budget budget, IFormatProvider? provider, string format, object?[] values) =>
        Formatted(budget, provider, format, values);

    private static string Formatted(Budget budget, IFormatProvider? provider, string format, params object?[] values)
    {
        // Widths and precisions stand in the format as numbers.
        foreach (System.Text.RegularExpressions.Match number in System.Text.RegularExpressions.Regex.Matches(format, "[0-9]{4,}"))
        {
            budget.Elements(number.Length > 9 ? long.MaxValue / 2 : long.Parse(number.Value, CultureInfo.InvariantCulture));
        }

        var text = string.Format(provider is null ? PlainText.Formatter : CultureInfo.InvariantCulture, format, values);
        budget.Elements(text.Length);
        return text;
    }

    private static RefusedException ByCulture() => new("its result depends on the machine's culture; pass CultureInfo.InvariantCulture");

    private static StringComparison Ordinal(StringComparison comparison) =>
        comparison is StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase
            ? comparison
            : throw new RefusedException("a comparison by culture depends on the machine; use StringComparison.Ordinal");
}
