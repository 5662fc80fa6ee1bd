using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes.Editing;

/// <summary>
/// A fix of findings: it says what to edit, and is offered only where that heals. Edits are pieces of text, so that everything
/// around them stays as it is.
/// </summary>
public abstract class FindingFix : CodeFixProvider
{
    private readonly ImmutableArray<string> rules;

    private protected FindingFix(params Rule[] rules) => this.rules = [.. rules.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => rules;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FindingFixAll.Instance;

    /// <summary>What the editor offers, such as <c>Accept the peering</c>.</summary>
    private protected abstract string Title(FindingSite site);

    /// <summary>What to edit; nothing when no mechanical edit is right.</summary>
    private protected virtual IEnumerable<SourceEdit> Edits(FindingSite site) => [];

    /// <summary>What could be edited, the least first; the first that heals is offered.</summary>
    private protected virtual IEnumerable<IEnumerable<SourceEdit>> Alternatives(FindingSite site) => [Edits(site)];

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var project = context.Document.Project;
            if (await HealingEditsAsync(project, diagnostic, context.CancellationToken).ConfigureAwait(false) is (var site, var edits))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title(site),
                        cancellation => SourceEdits.ApplyAsync(project.Solution, edits, cancellation),
                        GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>The edits for a diagnostic, tried; nothing when there are none or they do not heal.</summary>
    internal async Task<(FindingSite Site, IReadOnlyList<SourceEdit> Edits)?> HealingEditsAsync(
        Project project, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
        {
            return null;
        }

        var site = new FindingSite(compilation, diagnostic);
        foreach (var alternative in Alternatives(site))
        {
            if (SourceEdits.Merge(alternative) is not { Count: > 0 } edits)
            {
                continue;
            }

            var edited = await SourceEdits.ApplyAsync(project.Solution, edits, cancellation).ConfigureAwait(false);
            var after = await edited.GetProject(project.Id)!.GetCompilationAsync(cancellation).ConfigureAwait(false);
            if (after is not null && Healing.Heals(compilation, after, diagnostic.Id, cancellation))
            {
                return (site, edits);
            }
        }

        return null;
    }
}
