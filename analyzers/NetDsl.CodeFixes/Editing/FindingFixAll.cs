using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NetDsl.CodeFixes.Editing;

/// <summary>
/// Makes the edits for all findings at once. Findings of one rule share edits, such as a block that overlaps two others, and may
/// reach into several files; batching document by document would make them twice.
/// </summary>
internal sealed class FindingFixAll : FixAllProvider
{
    public static FindingFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var fix = (FindingFix)context.CodeFixProvider;
        var edits = new List<SourceEdit>();
        foreach (var (project, diagnostic) in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            // One that contradicts those before it waits for the next time.
            if (await fix.HealingEditsAsync(project, diagnostic, context.CancellationToken).ConfigureAwait(false) is (_, var more)
                && SourceEdits.Merge(edits.Concat(more)) is { } merged)
            {
                edits = [.. merged];
            }
        }

        return edits.Count == 0
            ? null
            : CodeAction.Create(
                $"Fix all {context.DiagnosticIds.First()}",
                cancellation => SourceEdits.ApplyAsync(context.Solution, edits, cancellation),
                context.CodeActionEquivalenceKey);
    }

    private static async Task<IReadOnlyList<(Project Project, Diagnostic Diagnostic)>> DiagnosticsAsync(FixAllContext context)
    {
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var all = new List<(Project, Diagnostic)>();
        foreach (var project in projects)
        {
            var diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            all.AddRange(diagnostics.Select(diagnostic => (project, diagnostic)));
        }

        return all;
    }
}
