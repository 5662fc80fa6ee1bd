using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes.Editing;

/// <summary>
/// A fix that routes a subnet's way to the internet to a target which a local variable keeps: in the table that the subnet uses,
/// or, where it uses the main table, in a new one of its own.
/// </summary>
public abstract class MissingRouteFix : FindingFix
{
    private protected MissingRouteFix(Rule rule)
        : base(rule)
    {
    }

    private protected override string Title(FindingSite site) =>
        $"Route {Traffic.AnyIpv4} to '{site.Argument(FixArguments.Target)?.Split('/').Last()}'";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site)
    {
        if (site.VariableAt(FixArguments.TargetPlace) is not { } target)
        {
            return [];
        }

        var route = $".Route({Literals.Quote(Traffic.AnyIpv4)}, {target.Identifier.Text})";
        if (site.ExpressionAt(FixArguments.RouteTargetPlace) is { Parent: ArgumentSyntax } present)
        {
            return [SourceEdit.Replace(present, target.Identifier.Text)];
        }

        return Calls.Around(site.ExpressionAt(FixArguments.TablePlace)) is { } table
            ? TableCalls.Add(table, target, route)
            : InOwnTable(site, target, route);
    }

    private static IEnumerable<SourceEdit> InOwnTable(FindingSite site, VariableDeclaratorSyntax target, string route)
    {
        var name = site.ExpressionAt(FixArguments.SubnetPlace);
        if (name is null || Calls.Around(name) is not { } subnet || site.Argument(FixArguments.FreeName) is not { } free)
        {
            return [];
        }

        // In a loop the table is named as the subnet is, each time anew.
        var table = $".RouteTable({(name is LiteralExpressionSyntax ? Literals.Quote(free) : name.ToString())}){route}";
        if (Calls.VariableOf(subnet) is { } variable)
        {
            return Statements.WhereBothAreKnown(Calls.StatementOf(variable), Calls.StatementOf(target)) is { } last
                ? [Statements.InsertAfter(last, $"{variable.Identifier.Text}{table};")]
                : [];
        }

        var chain = Calls.Chain(subnet);
        return chain.Parent is ExpressionStatementSyntax && site.TypeOf(chain)?.Name == nameof(SubnetBuilder)
            ? [SourceEdit.InsertAfter(chain, table)]
            : [];
    }
}
