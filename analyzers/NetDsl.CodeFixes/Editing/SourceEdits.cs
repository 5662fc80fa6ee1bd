using Microsoft.CodeAnalysis;

namespace NetDsl.CodeFixes.Editing;

/// <summary>Edits that are made together.</summary>
internal static class SourceEdits
{
    /// <summary>
    /// The edits without those that are there twice, because a loop or a shared part comes by several times; nothing when two of
    /// them want different things of the same text.
    /// </summary>
    public static IReadOnlyList<SourceEdit>? Merge(IEnumerable<SourceEdit> edits)
    {
        var merged = edits.Distinct().OrderBy(edit => edit.Change.Span.Start).ThenBy(edit => edit.Change.Span.End).ToList();
        return merged.GroupBy(edit => edit.Tree).All(file => file.Zip(file.Skip(1), AreApart).All(apart => apart)) ? merged : null;
    }

    public static async Task<Solution> ApplyAsync(
        Solution solution, IEnumerable<SourceEdit> edits, CancellationToken cancellation)
    {
        foreach (var file in edits.GroupBy(edit => edit.Tree))
        {
            if (solution.GetDocumentId(file.Key) is { } document)
            {
                var text = await file.Key.GetTextAsync(cancellation).ConfigureAwait(false);
                solution = solution.WithDocumentText(document, text.WithChanges(file.Select(edit => edit.Change)));
            }
        }

        return solution;
    }

    private static bool AreApart(SourceEdit first, SourceEdit second) =>
        first.Change.Span.End <= second.Change.Span.Start && first.Change.Span != second.Change.Span;
}
