using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Routes the peer's own prefix through the peering; where the table does that already, takes the route away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TransitivePeeringFix() : FindingFix(TransitivePeering.Rule)
{
    private protected override string Title(FindingSite site) => site.Argument(FixArguments.Replacement) is { } prefix
        ? $"Route \"{prefix}\", the peer's own prefix"
        : "Remove the route";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site)
    {
        if (site.Argument(FixArguments.Replacement) is { } prefix)
        {
            return Literals.Replace(site.Expression, prefix) is { } replacement ? [replacement] : [];
        }

        return Calls.Around(site.Expression) is { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } route
            ? [Remove(route, receiver)]
            : [];
    }

    private static SourceEdit Remove(InvocationExpressionSyntax route, ExpressionSyntax receiver) =>
        route.Parent is ExpressionStatementSyntax statement && receiver is not InvocationExpressionSyntax
            ? Statements.Remove(statement)
            : new SourceEdit(route.SyntaxTree, new TextChange(TextSpan.FromBounds(receiver.Span.End, route.Span.End), ""));
}
