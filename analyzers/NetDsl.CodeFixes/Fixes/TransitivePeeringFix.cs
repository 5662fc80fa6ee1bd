using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        // A constant may be the prefix of something else, too: only what stands in the call itself is the route's.
        if (Calls.Around(site.Expression) is not { Expression: MemberAccessExpressionSyntax } route)
        {
            return [];
        }

        if (site.Argument(FixArguments.Replacement) is { } prefix)
        {
            return Literals.Replace(site.Expression, prefix) is { } replacement ? [replacement] : [];
        }

        return site.Argument(FixArguments.Removable) is not null && Removal.Of(route) is { } removal ? [removal] : [];
    }
}
