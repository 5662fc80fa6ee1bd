using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.CodeFixes.Editing;

/// <summary>New text for a piece of a file.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Change">The piece and its new text.</param>
internal readonly record struct SourceEdit(SyntaxTree Tree, TextChange Change)
{
    public static SourceEdit Replace(SyntaxNode node, string text) => new(node.SyntaxTree, new TextChange(node.Span, text));

    public static SourceEdit InsertAfter(SyntaxNode node, string text) =>
        new(node.SyntaxTree, new TextChange(new TextSpan(node.Span.End, 0), text));
}
