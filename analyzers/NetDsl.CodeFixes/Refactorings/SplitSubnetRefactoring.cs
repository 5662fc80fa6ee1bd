using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Addressing;
using NetDsl.CodeFixes.Editing;

namespace NetDsl.CodeFixes;

/// <summary>Splits a subnet in two halves: the first keeps the name, the second gets one of its own.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(SplitSubnetRefactoring)), Shared]
public sealed class SplitSubnetRefactoring : StatementRefactoring
{
    // The vendor takes no subnet that is smaller than a /28.
    private const int LongestToSplit = 27;

    private protected override (string Title, IReadOnlyList<SourceEdit> Edits)? Offer(RefactoringSite site, CancellationToken cancellation)
    {
        var (compilation, node, statement, _) = site;
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => IsSubnet(compilation, call)) is not { } call
            || Calls.Argument(call, "name", 0) is not LiteralExpressionSyntax { Token.Value: string name }
            || Calls.Argument(call, "cidr", 1) is not LiteralExpressionSyntax { Token.Value: string text } literal
            || Calls.Argument(call, "zone", 2) is not { } zone
            || !Ipv4Prefix.TryParse(text, out var prefix)
            || prefix.Length > LongestToSplit
            || call.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax vpc })
        {
            return null;
        }

        var first = Ipv4Prefix.Containing(prefix.First, prefix.Length + 1);
        var second = Ipv4Prefix.Containing(prefix.Last, prefix.Length + 1);
        return (
            $"Split the subnet into {first} and {second}",
            [
                SourceEdit.Replace(literal, Literals.Quote(first.ToString())),
                Statements.InsertAfter(statement, $"{vpc}.{nameof(VpcBuilder.Subnet)}({Literals.Quote(name + "-2")}, {Literals.Quote(second.ToString())}, {zone});"),
            ]);
    }

    private static bool IsSubnet(Compilation compilation, InvocationExpressionSyntax call) =>
        compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol is IMethodSymbol { Name: nameof(VpcBuilder.Subnet), ContainingType.Name: nameof(VpcBuilder) };
}
