using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Accepts a peering connection in the name of the accepter's owner.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PeeringNeverAcceptedFix() : FindingFix(PeeringNeverAccepted.Rule)
{
    private const int AccepterPosition = 2;

    private protected override string Title(FindingSite site) => "Accept the peering";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        Calls.Around(site.Expression) is { } request
        && Calls.Argument(request, "accepter", AccepterPosition) is IdentifierNameSyntax or MemberAccessExpressionSyntax
            ? [SourceEdit.InsertAfter(request, $".AcceptedBy({Calls.Argument(request, "accepter", AccepterPosition)}.Account)")]
            : [];
}
