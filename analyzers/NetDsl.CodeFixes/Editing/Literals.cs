using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.CodeFixes.Editing;

/// <summary>String literals: the one kind of value that can be replaced without knowing how it is computed.</summary>
internal static class Literals
{
    /// <summary>An edit of the literal; nothing when the expression is computed.</summary>
    public static SourceEdit? Replace(ExpressionSyntax? expression, string? text) =>
        text is not null && expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? SourceEdit.Replace(literal, Quote(text))
            : null;

    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
