using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>Orders places as a reader meets them: by file, line and column.</summary>
internal sealed class SourceOrder : IComparer<Origin>
{
    public static SourceOrder Instance { get; } = new();

    public int Compare(Origin? left, Origin? right)
    {
        var (one, other) = (left ?? Origin.None, right ?? Origin.None);
        var order = string.CompareOrdinal(FileOf(one), FileOf(other));
        if (order == 0)
        {
            order = LineOf(one).CompareTo(LineOf(other));
        }

        return order == 0 ? (one.Span?.Start ?? 0).CompareTo(other.Span?.Start ?? 0) : order;
    }

    /// <summary>Which of two things was written later; the second one where they stand in different files.</summary>
    public static bool IsFirstLater(Origin first, Origin second) =>
        FileOf(first) == FileOf(second) && Instance.Compare(first, second) > 0;

    /// <summary>Whether two things were written by the very same text, as in a loop or a helper; lines alone do not tell.</summary>
    public static bool IsSameText(Origin one, Origin other) => one.Span is { } span && span == other.Span;

    private static string FileOf(Origin origin) => origin.Span?.File ?? origin.File;

    private static int LineOf(Origin origin) => origin.Span?.StartLine + 1 ?? origin.Line;
}
