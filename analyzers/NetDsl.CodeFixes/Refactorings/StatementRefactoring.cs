using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using NetDsl.CodeFixes.Editing;

namespace NetDsl.CodeFixes;

/// <summary>A refactoring that starts at a statement of a definition: it says what to edit, and is offered only where that compiles.</summary>
public abstract class StatementRefactoring : CodeRefactoringProvider
{
    private protected StatementRefactoring()
    {
    }

    /// <summary>What to offer at a statement, and what to edit then; nothing where it does not fit.</summary>
    /// <param name="site">Where the cursor is, or what is selected.</param>
    /// <param name="cancellation">Stops the work.</param>
    private protected abstract (string Title, IReadOnlyList<SourceEdit> Edits)? Offer(RefactoringSite site, CancellationToken cancellation);

    /// <inheritdoc/>
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var project = context.Document.Project;
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation
            || RefactoringSite.At(compilation, root, context.Span) is not { } site
            || Offer(site, context.CancellationToken) is not var (title, edits))
        {
            return;
        }

        var edited = await SourceEdits.ApplyAsync(project.Solution, edits, context.CancellationToken).ConfigureAwait(false);
        var after = await edited.GetProject(project.Id)!.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        if (after is not null && Healing.Compiles(compilation, after, context.CancellationToken))
        {
            context.RegisterRefactoring(CodeAction.Create(title, cancellation => SourceEdits.ApplyAsync(project.Solution, edits, cancellation), GetType().Name));
        }
    }
}
