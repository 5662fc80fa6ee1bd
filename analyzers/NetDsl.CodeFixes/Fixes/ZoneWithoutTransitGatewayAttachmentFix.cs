using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the subnet that has the route to the attachment, where a variable keeps it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ZoneWithoutTransitGatewayAttachmentFix() : AddedCallFix(ZoneWithoutTransitGatewayAttachment.Rule)
{
    private protected override string Title(FindingSite site) => $"Add subnet '{VariableOf(site)}' to the attachment";

    private protected override string? Call(FindingSite site) => VariableOf(site) is { } subnet ? $"Subnet({subnet})" : null;

    private static string? VariableOf(FindingSite site) => Calls.VariableOf(Calls.Around(site.ExpressionAt(FixArguments.SubnetPlace)))?.Identifier.Text;
}
