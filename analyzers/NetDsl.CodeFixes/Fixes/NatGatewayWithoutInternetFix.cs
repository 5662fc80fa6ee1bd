using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>
/// Moves a NAT gateway to a public subnet of its zone; where there is none, routes the internet to the internet gateway in the subnet that it is in.
/// </summary>
/// <remarks>To route it would work in the first case too, and would open a private subnet to the internet.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NatGatewayWithoutInternetFix() : MissingRouteFix(NatGatewayWithoutInternet.Rule)
{
    private protected override string Title(FindingSite site) =>
        Move(site) is var (_, subnet) ? $"Move the NAT gateway to '{subnet}'" : base.Title(site);

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        Move(site) is var (present, subnet) ? [SourceEdit.Replace(present, subnet)] : base.Edits(site);

    /// <summary>The variable that the gateway is declared by, and that of the public subnet, which is known there.</summary>
    private static (IdentifierNameSyntax Present, string Subnet)? Move(FindingSite site) =>
        Calls.Around(site.Expression)?.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax present }
        && site.VariableAt(FixArguments.PublicSubnetPlace) is { } variable
        && site.Compilation.GetSemanticModel(present.SyntaxTree).LookupSymbols(present.SpanStart, name: variable.Identifier.Text).Length > 0
        && variable.SpanStart < present.SpanStart
            ? (present, variable.Identifier.Text)
            : null;
}
