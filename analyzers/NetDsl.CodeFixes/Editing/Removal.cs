using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.CodeFixes.Editing;

/// <summary>Takes away what was said too much, and no more than that.</summary>
internal static class Removal
{
    /// <summary>
    /// What can be taken away where a finding is, the least first: the argument that it is at, where it can be left out; then the call, which is a link
    /// of a chain or a statement.
    /// </summary>
    public static IEnumerable<SourceEdit> At(FindingSite site)
    {
        if (site is { IsWhole: true, Expression.Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax around } list } argument })
        {
            if (CanBeLeftOut(site.Compilation, around, list, argument))
            {
                yield return Of(list, argument);
            }

            if (!IsOneOfSeveral(site.Compilation, around, list, argument) && Of(around) is { } removal)
            {
                yield return removal;
            }
        }
        else if (site.Expression is InvocationExpressionSyntax call)
        {
            if (Of(call) is { } removal)
            {
                yield return removal;
            }

            // What is refused may have been told more, which goes with it.
            if (call.Expression is MemberAccessExpressionSyntax { Expression: not InvocationExpressionSyntax } && Calls.Chain(call).Parent is ExpressionStatementSyntax statement)
            {
                yield return Statements.Remove(statement);
            }
        }
    }

    /// <summary>Takes a call away: its link of a chain, or its statement.</summary>
    public static SourceEdit? Of(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver })
        {
            return null;
        }

        return call.Parent is ExpressionStatementSyntax statement && receiver is not InvocationExpressionSyntax
            ? Statements.Remove(statement)
            : new SourceEdit(call.SyntaxTree, new TextChange(TextSpan.FromBounds(receiver.Span.End, call.Span.End), ""));
    }

    private static SourceEdit Of(ArgumentListSyntax list, ArgumentSyntax argument)
    {
        var index = list.Arguments.IndexOf(argument);
        var start = index > 0 ? list.Arguments[index - 1].Span.End : argument.Span.Start;
        return new SourceEdit(list.SyntaxTree, new TextChange(TextSpan.FromBounds(start, argument.Span.End), ""));
    }

    private static bool CanBeLeftOut(Compilation compilation, InvocationExpressionSyntax call, ArgumentListSyntax list, ArgumentSyntax argument) =>
        Parameter(compilation, call, list, argument) is { IsParams: true } or { IsOptional: true };

    /// <summary>Whether the call says more than this argument, which stays right.</summary>
    private static bool IsOneOfSeveral(Compilation compilation, InvocationExpressionSyntax call, ArgumentListSyntax list, ArgumentSyntax argument) =>
        Parameter(compilation, call, list, argument) is { IsParams: true };

    private static IParameterSymbol? Parameter(Compilation compilation, InvocationExpressionSyntax call, ArgumentListSyntax list, ArgumentSyntax argument) =>
        compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol is not IMethodSymbol { Parameters: { Length: > 0 } parameters } ? null
        : argument.NameColon is { Name.Identifier.ValueText: var name } ? parameters.FirstOrDefault(each => each.Name == name)
        : parameters[Math.Min(list.Arguments.IndexOf(argument), parameters.Length - 1)];
}
