using System.Text;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Host;

/// <summary>Members of <see cref="StringBuilder"/>. Text of values is as <see cref="PlainText"/> has it, and lines end with what the program says.</summary>
internal static class PortableBuilders
{
    public static StringBuilder Create() => new();

    public static StringBuilder Create(int capacity) => new(capacity < 0 ? capacity : 0);

    public static StringBuilder Create(Budget budget, string? text) => Append(budget, new StringBuilder(), text);

    public static StringBuilder Append(Budget budget, StringBuilder builder, string? text)
    {
        budget.Elements(text?.Length ?? 0);
        return builder.Append(text);
    }

    public static StringBuilder Append(Budget budget, StringBuilder builder, StringBuilder? text)
    {
        budget.Elements(text?.Length ?? 0);
        return builder.Append(text?.ToString());
    }

    public static StringBuilder Append(Budget budget, StringBuilder builder, string? text, int start, int count)
    {
        budget.Elements(Math.Max(0, count));
        return builder.Append(text, start, count);
    }

    public static StringBuilder Append(Budget budget, StringBuilder builder, char character)
    {
        budget.Elements(1);
        return builder.Append(character);
    }

    public static StringBuilder Append(Budget budget, StringBuilder builder, char character, int count)
    {
        budget.Elements(Math.Max(0, count));
        return builder.Append(character, count);
    }

    public static StringBuilder Append(Budget budget, StringBuilder builder, char[]? text) => Append(budget, builder, text is null ? null : new string(text));

    public static StringBuilder Append(Budget budget, StringBuilder builder, bool value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, object? value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, sbyte value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, byte value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, short value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, ushort value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, int value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, uint value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, long value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, ulong value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, float value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, double value) => AppendValue(budget, builder, value);

    public static StringBuilder Append(Budget budget, StringBuilder builder, decimal value) => AppendValue(budget, builder, value);

    public static StringBuilder AppendFormat(Budget budget, StringBuilder builder, string format, object? a) =>
        builder.Append(PortableText.Format(budget, format, a));

    public static StringBuilder AppendFormat(Budget budget, StringBuilder builder, IFormatProvider? provider, string format, object? a) =>
        builder.Append(PortableText.Format(budget, provider, format, a));

    public static StringBuilder AppendFormat(Budget budget, StringBuilder builder, string format, object? a, object? b) =>
        builder.Append(PortableText.Format(budget, format, a, b));

    public static StringBuilder AppendFormat(Budget budget, StringBuilder builder, IFormatProvider? provider, string format, object? a, object? b) =>
        builder.Append(PortableText.Format(budget, provider, format, a, b));

    public static StringBuilder AppendFormat(Budget budget, StringBuilder builder, string format, object? a, object? b, object? c) =>
        builder.Append(PortableText.Format(budget, format, a, b, c));

    public static StringBuilder AppendFormat(Budget budget, StringBuilder builder, IFormatProvider? provider, string format, object? a, object? b, object? c) =>
        builder.Append(PortableText.Format(budget, provider, format, a, b, c));

    public static StringBuilder AppendFormat(Budget budget, StringBuilder builder, string format, object?[] values) =>
        builder.Append(PortableText.Format(budget, format, values));

    public static StringBuilder AppendFormat(Budget budget, StringBuilder builder, IFormatProvider? provider, string format, object?[] values) =>
        builder.Append(PortableText.Format(budget, provider, format, values));

    public static StringBuilder AppendJoin(Budget budget, StringBuilder builder, string? separator, string?[] values) => builder.Append(PortableText.Join(budget, separator, values));

    public static StringBuilder AppendJoin(Budget budget, StringBuilder builder, string? separator, object?[] values) => builder.Append(PortableText.Join(budget, separator, values));

    public static StringBuilder AppendJoin<T>(Budget budget, StringBuilder builder, string? separator, IEnumerable<T> values) =>
        builder.Append(PortableText.Join(budget, separator, values));

    public static StringBuilder AppendJoin(Budget budget, StringBuilder builder, char separator, string?[] values) => builder.Append(PortableText.Join(budget, separator, values));

    public static StringBuilder AppendJoin(Budget budget, StringBuilder builder, char separator, object?[] values) => builder.Append(PortableText.Join(budget, separator, values));

    public static StringBuilder AppendJoin<T>(Budget budget, StringBuilder builder, char separator, IEnumerable<T> values) =>
        builder.Append(PortableText.Join(budget, separator, values));

    public static StringBuilder Insert(Budget budget, StringBuilder builder, int index, string? text)
    {
        budget.Elements(text?.Length ?? 0);
        budget.Work(builder.Length);
        return builder.Insert(index, text);
    }

    public static StringBuilder Insert(Budget budget, StringBuilder builder, int index, char character) => Insert(budget, builder, index, character.ToString());

    public static StringBuilder Insert(Budget budget, StringBuilder builder, int index, int value) => Insert(budget, builder, index, PlainText.Of(value));

    public static StringBuilder Insert(Budget budget, StringBuilder builder, int index, object? value) => Insert(budget, builder, index, PlainText.Of(value));

    public static StringBuilder Insert(Budget budget, StringBuilder builder, int index, string? text, int count)
    {
        budget.Elements((text?.Length ?? 0) * (long)Math.Max(0, count));
        return builder.Insert(index, text, count);
    }

    public static StringBuilder Replace(StringBuilder builder, char from, char to) => builder.Replace(from, to);

    public static StringBuilder Replace(Budget budget, StringBuilder builder, string from, string? to)
    {
        budget.Elements(builder.Length / Math.Max(1, from.Length) * (long)(to?.Length ?? 0));
        return builder.Replace(from, to);
    }

    public static void set_Length(Budget budget, StringBuilder builder, int length)
    {
        budget.Elements(Math.Max(0, (long)length - builder.Length));
        builder.Length = length;
    }

    public static string ToString(StringBuilder builder) => builder.ToString();

    public static string ToString(StringBuilder builder, int start, int length) => builder.ToString(start, length);

    private static StringBuilder AppendValue(Budget budget, StringBuilder builder, object? value) => Append(budget, builder, PlainText.Of(value));
}
