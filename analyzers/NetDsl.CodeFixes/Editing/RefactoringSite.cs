using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.CodeFixes.Editing;

/// <summary>Where a refactoring is asked for.</summary>
/// <param name="Compilation">The compilation.</param>
/// <param name="Node">The innermost node at the cursor, or at the start of what is selected.</param>
/// <param name="Statement">The statement around it.</param>
/// <param name="Selected">The statements of one block that are selected; none when there is only a cursor.</param>
internal sealed record RefactoringSite(Compilation Compilation, SyntaxNode Node, StatementSyntax Statement, IReadOnlyList<StatementSyntax> Selected)
{
    /// <summary>The names and types at the statement.</summary>
    public SemanticModel Model => Compilation.GetSemanticModel(Statement.SyntaxTree);

    /// <summary>The site at a cursor or selection; nothing outside of statements.</summary>
    public static RefactoringSite? At(Compilation compilation, SyntaxNode root, TextSpan span)
    {
        var token = root.FindToken(span.Start);
        var node = span.IsEmpty ? root.FindNode(span, getInnermostNodeForTie: true) : token.Parent;
        var start = span.Start <= token.Span.End ? token.SpanStart : span.Start;
        return node?.FirstAncestorOrSelf<StatementSyntax>(each => each is not BlockSyntax) is { } statement
            ? new RefactoringSite(compilation, node, statement, !span.IsEmpty && statement.SpanStart == start && span.End >= statement.Span.End ? SelectedFrom(statement, span) : [])
            : null;
    }

    private static IReadOnlyList<StatementSyntax> SelectedFrom(StatementSyntax first, TextSpan span) => first.Parent is BlockSyntax block
        ? [.. block.Statements.SkipWhile(each => each != first).TakeWhile(each => each.SpanStart < span.End)]
        : [];
}
