using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Attaches an internet gateway of no VPC to the VPC that routes to it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RouteToUnattachedGatewayFix() : FindingFix(RouteToUnattachedGateway.Rule)
{
    private protected override string Title(FindingSite site) => "Attach the internet gateway to the VPC";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site)
    {
        if (Calls.Around(site.ExpressionAt(FixArguments.TargetPlace)) is not { } gateway
            || site.VariableAt(FixArguments.VpcPlace) is not { } vpc)
        {
            return [];
        }

        if (vpc.SyntaxTree == gateway.SyntaxTree && vpc.SpanStart < gateway.SpanStart)
        {
            return [SourceEdit.InsertAfter(gateway, $".AttachTo({vpc.Identifier.Text})")];
        }

        // The VPC is declared behind the gateway: attach it there.
        return Calls.VariableOf(gateway) is { } variable
            && Statements.WhereBothAreKnown(Calls.StatementOf(variable), Calls.StatementOf(vpc)) is { } last
                ? [Statements.InsertAfter(last, $"{variable.Identifier.Text}.AttachTo({vpc.Identifier.Text});")]
                : [];
    }
}
