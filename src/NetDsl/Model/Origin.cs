using System.Globalization;

namespace NetDsl.Model;

/// <summary>
/// Where in the user's source something was written. At run time the compiler's caller information gives file and line;
/// at compile time the evaluator adds the exact text. Two origins are equal when file and line are, so that
/// a topology that was evaluated equals the same topology built by running.
/// </summary>
public sealed class Origin(string file, int line, SourceSpan? span = null) : IEquatable<Origin>
{
    // In a box: without one, as at run time, an origin is half as large, and there is one for each element.
    private readonly object? span = span;

    // Whether this thread compares values wherever they were written.
    [ThreadStatic]
    private static bool areAlike;

    /// <summary>What has no place in source: the parts that the vendor adds by itself.</summary>
    public static Origin None { get; } = new("", 0);

    /// <summary>The file of the builder call, as the compiler names it; empty where there is none.</summary>
    public string File { get; } = file;

    /// <summary>The line of the builder call, from 1; 0 where there is none.</summary>
    public int Line { get; } = line;

    /// <summary>The exact text, known at compile time only; for a value the literal, which may stand in another line.</summary>
    public SourceSpan? Span => (SourceSpan?)span;

    /// <summary>The same place, its file named relative to a folder; see <see cref="SourcePath"/>.</summary>
    /// <param name="folder">An absolute folder; empty to leave the name as it is.</param>
    public Origin RelativeTo(string folder) =>
        folder.Length == 0 || Line == 0 ? this : new Origin(SourcePath.Relative(File, folder), Line, Span);

    /// <summary>
    /// Whether two values are equal, wherever they and their parts were written: what equality means is said once, by the values, and origins alone look away.
    /// </summary>
    internal static bool AreEqualElsewhere(object? one, object? other)
    {
        var before = areAlike;
        areAlike = true;
        try
        {
            return Equals(one, other);
        }
        finally
        {
            areAlike = before;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Origin? other) => other is not null && (areAlike || (File == other.File && Line == other.Line));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Origin);

    /// <inheritdoc/>
    /// <remarks>Of the file its length is enough: origins of one network are told apart by their lines.</remarks>
    public override int GetHashCode() => unchecked((File.Length * 31) + Line);

    /// <summary>File and line, for example <c>Shop.cs:12</c>; empty where there is no place.</summary>
    public override string ToString() =>
        Line == 0 ? "" : string.Format(CultureInfo.InvariantCulture, "{0}:{1}", File, Line);
}

/// <summary>A piece of text in a source file; lines and columns count from 0.</summary>
/// <param name="File">The path of the syntax tree.</param>
/// <param name="Start">The offset of the first character.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="StartLine">The line of the first character.</param>
/// <param name="StartColumn">The column of the first character.</param>
/// <param name="EndLine">The line behind the last character.</param>
/// <param name="EndColumn">The column behind the last character.</param>
public readonly record struct SourceSpan(
    string File, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>A value and where it was written.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">The text that gave it: the literal rather than the statement around it.</param>
public readonly record struct Sourced<T>(T Value, Origin Origin)
{
    /// <summary>The value as text.</summary>
    public override string ToString() => Value?.ToString() ?? "";
}
