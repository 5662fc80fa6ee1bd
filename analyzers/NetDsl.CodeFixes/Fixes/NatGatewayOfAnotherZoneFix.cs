using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Routes to the NAT gateway of the own zone, where a variable keeps it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NatGatewayOfAnotherZoneFix() : FindingFix(NatGatewayOfAnotherZone.Rule)
{
    private protected override string Title(FindingSite site) => $"Route to '{VariableOf(site)}' of the same zone";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        VariableOf(site) is { } gateway && site.Expression is IdentifierNameSyntax target ? [SourceEdit.Replace(target, gateway)] : [];

    private static string? VariableOf(FindingSite site) => site.VariableAt(FixArguments.TargetPlace)?.Identifier.Text;
}
