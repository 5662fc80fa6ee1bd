using System.Buffers.Binary;
using System.Collections.Immutable;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// Members of spans, and members that C# finds on spans first and means for arrays: here the array stands for the span. What would give
/// a look at a part of an array is here only where nothing can be seen to change through it.
/// </summary>
internal static class PortableSpans
{
    public static char[] AsSpan(Budget budget, string? text) => AsSpan(budget, text, 0);

    public static char[] AsSpan(Budget budget, string? text, int start) => AsSpan(budget, text, start, (text?.Length ?? 0) - start);

    public static char[] AsSpan(Budget budget, string? text, int start, int length)
    {
        budget.Elements(Math.Max(0, length));
        return (text ?? "").ToCharArray(start, length);
    }

    public static T[] AsSpan<T>(T[]? array) => array ?? [];

    public static bool Contains<T>(T[] span, T value) => Array.IndexOf(span, value) >= 0;

    public static bool Contains<T>(T[] span, T value, IEqualityComparer<T>? comparer) => span.Contains(value, comparer);

    public static bool ContainsAny<T>(T[] span, T a, T b) => Array.IndexOf(span, a) >= 0 || Array.IndexOf(span, b) >= 0;

    public static bool ContainsAny<T>(T[] span, T[] values) => IndexOfAny(span, values) >= 0;

    public static int IndexOf<T>(T[] span, T value) => Array.IndexOf(span, value);

    public static int IndexOf<T>(T[] span, T value, IEqualityComparer<T>? comparer) =>
        Array.FindIndex(span, item => (comparer ?? EqualityComparer<T>.Default).Equals(item, value));

    public static int IndexOfAny<T>(T[] span, T a, T b) => IndexOfAny(span, [a, b]);

    public static int IndexOfAny<T>(T[] span, T[] values) => Array.FindIndex(span, item => Array.IndexOf(values, item) >= 0);

    public static int LastIndexOf<T>(T[] span, T value) => Array.LastIndexOf(span, value);

    public static int Count<T>(T[] span, T value) => span.Count(item => EqualityComparer<T>.Default.Equals(item, value));

    public static bool SequenceEqual<T>(T[] span, T[] other) => span.AsEnumerable().SequenceEqual(other);

    public static bool SequenceEqual<T>(T[] span, T[] other, IEqualityComparer<T>? comparer) => span.AsEnumerable().SequenceEqual(other, comparer);

    public static bool StartsWith<T>(T[] span, T[] value) => span.Length >= value.Length && span.Take(value.Length).SequenceEqual(value);

    public static bool StartsWith<T>(T[] span, T value) => span.Length > 0 && EqualityComparer<T>.Default.Equals(span[0], value);

    public static bool EndsWith<T>(T[] span, T[] value) => span.Length >= value.Length && span.Skip(span.Length - value.Length).SequenceEqual(value);

    public static bool EndsWith<T>(T[] span, T value) => span.Length > 0 && EqualityComparer<T>.Default.Equals(span[span.Length - 1], value);

    public static void Reverse<T>(T[] span) => Array.Reverse(span);

    public static void Replace<T>(T[] span, T old, T fresh)
    {
        for (var index = 0; index < span.Length; index++)
        {
            if (EqualityComparer<T>.Default.Equals(span[index], old))
            {
                span[index] = fresh;
            }
        }
    }

    public static void Sort<T>(Budget budget, T[] span) => PortableArrays.Sort(budget, span);

    public static void Sort<T>(Budget budget, T[] span, Comparison<T> comparison) => PortableArrays.Sort(budget, span, comparison);

    public static void CopyTo<T>(T[] source, T[] destination) => source.CopyTo(destination, 0);

    public static char[] Trim(char[] span) => new string(span).Trim().ToCharArray();

    public static char[] TrimStart(char[] span) => new string(span).TrimStart().ToCharArray();

    public static char[] TrimEnd(char[] span) => new string(span).TrimEnd().ToCharArray();

    public static bool IsWhiteSpace(char[] span) => string.IsNullOrWhiteSpace(new string(span));

    public static bool Equals(char[] span, char[] other, StringComparison comparison) => PortableText.Equals(new string(span), new string(other), comparison);
}

/// <summary>Members of <see cref="Span{T}"/> and of its like that is only read.</summary>
internal static class PortableSpanMembers
{
    public static T[] Create<T>(T[]? array) => array ?? [];

    public static int get_Length<T>(T[] span) => span.Length;

    public static bool get_IsEmpty<T>(T[] span) => span.Length == 0;

    public static T get_Item<T>(T[] span, int index) => span[index];

    public static T[] get_Empty<T>() => [];

    public static T[] ToArray<T>(T[] span) => (T[])span.Clone();

    public static void CopyTo<T>(T[] span, T[] destination) => span.CopyTo(destination, 0);

    public static string ToString<T>(T[] span) => span is char[] text
        ? new string(text)
        : throw new RefusedException("the text of this object is only the name of its type; use string.Join for what is in it");
}

/// <summary>Members of <see cref="Span{T}"/> that change what it looks at.</summary>
internal static class PortableSpanChanges
{
    public static void Fill<T>(T[] span, T value)
    {
        for (var index = 0; index < span.Length; index++)
        {
            span[index] = value;
        }
    }

    public static void Clear<T>(T[] span) => Array.Clear(span, 0, span.Length);
}

/// <summary>Members of spans of characters that are only read: what they look at is text, which does not change.</summary>
internal static class PortableReadOnlySpans
{
    public static char[] Slice(Budget budget, char[] span, int start) => Slice(budget, span, start, span.Length - start);

    public static char[] Slice(Budget budget, char[] span, int start, int length)
    {
        budget.Elements(Math.Max(0, length));
        return new string(span, start, length).ToCharArray();
    }
}

/// <summary>Numbers from bytes in an order that is the same on every machine.</summary>
internal static class PortableBytes
{
    public static ushort ReadUInt16BigEndian(byte[] bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    public static uint ReadUInt32BigEndian(byte[] bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);

    public static ulong ReadUInt64BigEndian(byte[] bytes) => BinaryPrimitives.ReadUInt64BigEndian(bytes);

    public static int ReadInt32BigEndian(byte[] bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    public static void WriteUInt16BigEndian(byte[] bytes, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(bytes, value);

    public static void WriteUInt32BigEndian(byte[] bytes, uint value) => BinaryPrimitives.WriteUInt32BigEndian(bytes, value);

    public static void WriteUInt64BigEndian(byte[] bytes, ulong value) => BinaryPrimitives.WriteUInt64BigEndian(bytes, value);

    public static uint ReverseEndianness(uint value) => BinaryPrimitives.ReverseEndianness(value);
}

/// <summary>Collections that are made of what a span looks at.</summary>
internal static class PortableImmutables
{
    public static ImmutableArray<T> ToImmutableArray<T>(T[] items) => ImmutableArray.Create(items);
}
