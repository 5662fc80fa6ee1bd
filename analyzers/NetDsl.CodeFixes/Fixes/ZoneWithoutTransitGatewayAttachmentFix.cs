using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the subnet that has the route to the attachment, where a variable keeps it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ZoneWithoutTransitGatewayAttachmentFix() : FindingFix(ZoneWithoutTransitGatewayAttachment.Rule)
{
    private protected override string Title(FindingSite site) => $"Add subnet '{VariableOf(site)}' to the attachment";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        VariableOf(site) is { } subnet && Calls.Around(site.Expression) is { } attachment
            ? [SourceEdit.InsertAfter(attachment, $".Subnet({subnet})")]
            : [];

    private static string? VariableOf(FindingSite site) => Calls.VariableOf(Calls.Around(site.ExpressionAt(FixArguments.SubnetPlace)))?.Identifier.Text;
}
