using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Propagates what the gateway knows into a table of the VPC.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class VpnGatewayWithoutRouteFix() : FindingFix(VpnGatewayWithoutRoute.Rule)
{
    private protected override string Title(FindingSite site) => "Propagate the gateway's routes";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site)
    {
        if (Calls.VariableOf(Calls.Around(site.Expression)) is not { } gateway || Calls.StatementOf(gateway) is not { } known)
        {
            return [];
        }

        var propagate = $".{nameof(RouteTableBuilder.Propagate)}({gateway.Identifier.Text});";
        if (site.VariableAt(FixArguments.VpcPlace) is { } vpc)
        {
            return [Statements.InsertAfter(known, $"{vpc.Identifier.Text}.{nameof(VpcBuilder.MainRouteTable)}{propagate}")];
        }

        return site.VariableAt(FixArguments.TablePlace) is { } table
            && Statements.WhereBothAreKnown(Calls.StatementOf(table), known) is { } last
                ? [Statements.InsertAfter(last, $"{table.Identifier.Text}{propagate}")]
                : [];
    }
}
