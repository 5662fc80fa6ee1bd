using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Evaluation;
using NetDsl.Model;

namespace NetDsl.CodeFixes;

/// <summary>Gives the zone of a route its own NAT gateway, in a public subnet of the zone, where it goes by that of another zone.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(NatGatewayPerZoneRefactoring)), Shared]
public sealed class NatGatewayPerZoneRefactoring : StatementRefactoring
{
    private protected override (string Title, IReadOnlyList<SourceEdit> Edits)? Offer(RefactoringSite site, CancellationToken cancellation)
    {
        var (compilation, node, statement, _) = site;
        // The target of a route: evaluating takes longer than to look.
        if (Calls.Around(Target(node)) is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(RouteTableBuilder.Route) } })
        {
            return null;
        }

        foreach (var type in TopologyTypes.In(compilation, cancellation))
        {
            if (TopologyEvaluator.Evaluate(compilation, type, cancellation).Topology is { } topology && Offer(topology, compilation, node, statement) is { } offer)
            {
                return offer;
            }
        }

        return null;
    }

    private static (string Title, IReadOnlyList<SourceEdit> Edits)? Offer(Topology topology, Compilation compilation, SyntaxNode node, StatementSyntax statement)
    {
        var target = Target(node)!;
        var found = topology.RouteTables
            .SelectMany(table => table.Routes, (table, route) => (Table: table, Route: route))
            .Where(each => each.Route.Target.Origin.Span is { } span && span.File == target.SyntaxTree.FilePath && span.Start == target.SpanStart && span.Length == target.Span.Length)
            .ToList();
        if (found.Count != 1
            || topology.NatGateways.FirstOrDefault(gateway => gateway.Id == found[0].Route.Target.Value) is not { } shared
            || topology.Subnets.FirstOrDefault(subnet => subnet.RouteTable == found[0].Table.Id) is not { } served
            || topology.Subnets.First(subnet => subnet.Id == shared.Subnet).Zone.Value is var zoneOfGateway && zoneOfGateway == served.Zone.Value
            || PublicSubnet(topology, served) is not { Origin.Span: { } place }
            || Declared(compilation, place) is not { } variable
            || Calls.StatementOf(variable) is not { } known
            || known.SyntaxTree != statement.SyntaxTree
            || known.SpanStart > statement.SpanStart)
        {
            return null;
        }

        var letter = served.Zone.Value.Substring(served.Zone.Value.Length - 1);
        var name = $"{shared.Name.TrimEnd('-', zoneOfGateway[zoneOfGateway.Length - 1])}-{letter}";
        var local = $"nat{letter.ToUpperInvariant()}";
        if (compilation.GetSemanticModel(statement.SyntaxTree).LookupSymbols(statement.SpanStart, name: local).Length > 0
            || topology.NatGateways.Any(gateway => gateway.Name == name))
        {
            return null;
        }

        return (
            $"Give zone {served.Zone} a NAT gateway of its own",
            [
                Statements.InsertAfter(known, $"var {local} = {variable.Identifier.Text}.{nameof(SubnetBuilder.NatGateway)}({Literals.Quote(name)});"),
                SourceEdit.Replace(target, local),
            ]);
    }

    private static ExpressionSyntax? Target(SyntaxNode node) => node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression;

    /// <summary>A subnet of the zone that leads to an internet gateway.</summary>
    private static Subnet? PublicSubnet(Topology topology, Subnet served) => topology.Subnets.FirstOrDefault(subnet =>
        subnet.Vpc == served.Vpc
        && subnet.Zone.Value == served.Zone.Value
        && topology.RouteTables.First(table => table.Id == subnet.RouteTable).Routes.Any(route => route.Target.Value.Kind == ElementKind.InternetGateway));

    private static VariableDeclaratorSyntax? Declared(Compilation compilation, SourceSpan place) => compilation.SyntaxTrees
        .Where(tree => tree.FilePath == place.File)
        .Select(tree => Calls.VariableOf(Calls.Around(tree.GetRoot().FindNode(new Microsoft.CodeAnalysis.Text.TextSpan(place.Start, place.Length), getInnermostNodeForTie: true) as ExpressionSyntax)))
        .FirstOrDefault(variable => variable is not null);
}
