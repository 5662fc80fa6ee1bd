using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;

namespace NetDsl.CodeFixes;

/// <summary>A refactoring that starts at a statement of a definition: it says what to edit, and is offered only where that compiles.</summary>
public abstract class StatementRefactoring : CodeRefactoringProvider
{
    private protected StatementRefactoring()
    {
    }

    /// <summary>What to offer at a statement, and what to edit then; nothing where it does not fit.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="node">The innermost node at the cursor.</param>
    /// <param name="statement">The statement around it.</param>
    /// <param name="cancellation">Stops the work.</param>
    private protected abstract (string Title, IReadOnlyList<SourceEdit> Edits)? Offer(
        Compilation compilation, SyntaxNode node, StatementSyntax statement, CancellationToken cancellation);

    /// <inheritdoc/>
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var project = context.Document.Project;
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation
            || root.FindNode(context.Span, getInnermostNodeForTie: true) is not { } node
            || node.FirstAncestorOrSelf<StatementSyntax>(each => each is not BlockSyntax) is not { } statement
            || Offer(compilation, node, statement, context.CancellationToken) is not var (title, edits))
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
