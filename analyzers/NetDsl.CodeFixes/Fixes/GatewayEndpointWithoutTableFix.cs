using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Associates the main route table of the VPC with a gateway endpoint.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class GatewayEndpointWithoutTableFix() : AddedCallFix(GatewayEndpointWithoutTable.Rule)
{
    private protected override string Title(FindingSite site) => "Associate the main route table";

    private protected override string? Call(FindingSite site) =>
        Calls.Around(site.Expression)?.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax vpc } ? $"RouteTable({vpc}.{nameof(VpcBuilder.MainRouteTable)})" : null;
}
