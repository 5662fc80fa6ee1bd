using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.CodeFixes.Editing;

/// <summary>Literals of text and numbers: the one kind of value that can be replaced without knowing how it is computed.</summary>
internal static class Literals
{
    /// <summary>An edit of the literal; nothing when the expression is computed.</summary>
    public static SourceEdit? Replace(ExpressionSyntax? expression, string? text) => (text, expression) switch
    {
        (not null, LiteralExpressionSyntax literal) when literal.IsKind(SyntaxKind.StringLiteralExpression) => SourceEdit.Replace(literal, Quote(text)),
        (not null, LiteralExpressionSyntax literal) when literal.IsKind(SyntaxKind.NumericLiteralExpression) => SourceEdit.Replace(literal, text),
        _ => null,
    };

    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
