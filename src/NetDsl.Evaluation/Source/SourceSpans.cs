using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Model;

namespace NetDsl.Evaluation.Source;

/// <summary>The text that operations stand for.</summary>
internal static class SourceSpans
{
    public static SourceSpan Of(SyntaxNode node) => Of(node.SyntaxTree, node.Span);

    public static SourceSpan Of(SyntaxTree tree, TextSpan span)
    {
        var lines = tree.GetLineSpan(span);
        return new SourceSpan(
            tree.FilePath,
            span.Start,
            span.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character);
    }

    public static Origin Origin(SyntaxTree tree, TextSpan span)
    {
        var source = Of(tree, span);
        return new Origin(source.File, source.StartLine + 1, source);
    }

    /// <summary>A call from the name of what is called to the closing parenthesis: not what it is called on.</summary>
    public static TextSpan OfCall(SyntaxNode node) => node is InvocationExpressionSyntax invocation
        ? TextSpan.FromBounds(NameOf(invocation.Expression).SpanStart, invocation.Span.End)
        : node.Span;

    /// <summary>
    /// The part of a node to underline: statements by their first word, functions by their name or parameters, other
    /// expressions whole, so that a squiggle never covers a page.
    /// </summary>
    public static TextSpan Narrowest(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax => OfCall(node),
        MemberAccessExpressionSyntax access => access.Name.Span,
        MethodDeclarationSyntax method => method.Identifier.Span,
        LocalFunctionStatementSyntax function => function.Identifier.Span,
        ExpressionStatementSyntax statement => statement.Expression.Span,
        StatementSyntax statement => statement.GetFirstToken().Span,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ArrowToken.Span,
        SimpleLambdaExpressionSyntax lambda => lambda.ArrowToken.Span,
        AnonymousMethodExpressionSyntax method => method.DelegateKeyword.Span,
        SwitchExpressionSyntax expression => expression.SwitchKeyword.Span,
        _ => node.Span,
    };

    private static ExpressionSyntax NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => called,
    };
}
