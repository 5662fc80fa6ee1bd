using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the mirrored route: back to the sender's block, by the peering connection or transit gateway that the request came by.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RepliesFindNoWayFix() : FindingFix(RepliesFindNoWay.Rule)
{
    private protected override string Title(FindingSite site) =>
        $"Route {site.Argument(FixArguments.Replacement)} back by '{site.Argument(FixArguments.Target)?.Split('/').Last()}'";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site)
    {
        if (site.Argument(FixArguments.Replacement) is not { } prefix
            || site.VariableAt(FixArguments.TargetPlace) is not { } way
            || Calls.StatementOf(way) is not { } known)
        {
            return [];
        }

        var route = $".{nameof(RouteTableBuilder.Route)}({Literals.Quote(prefix)}, {way.Identifier.Text})";
        if (Calls.Around(site.ExpressionAt(FixArguments.TablePlace)) is { } table)
        {
            return TableCalls.Add(table, way, route);
        }

        return site.VariableAt(FixArguments.VpcPlace) is { } vpc
            && Statements.WhereBothAreKnown(Calls.StatementOf(vpc), known) is { } last
                ? [Statements.InsertAfter(last, $"{vpc.Identifier.Text}.{nameof(VpcBuilder.MainRouteTable)}{route};")]
                : [];
    }
}
