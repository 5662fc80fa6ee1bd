using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation;
using NetDsl.Model;

namespace NetDsl.Analyzers;

/// <summary>
/// Reports everything that is found in a topology class, while it is typed: what cannot be evaluated, and what the checks say of
/// what can. It acts on the class and not on the end of compilation, because editors run only local actions live. One
/// analyzer for all rules, because all of them come from one evaluation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopologyAnalyzer : DiagnosticAnalyzer
{
    // As long as the evaluation is remembered, so is what the checks say of it: an unrelated edit checks nothing anew.
    private static readonly ConditionalWeakTable<EvaluationResult, StrongBox<EquatableArray<Finding>>> Known = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!TopologyClasses.IsTopology(type))
        {
            return;
        }

        var locations = new SourceLocations(context.Compilation, type, context.Options.AdditionalFiles);
        var inputs = new EvaluationInputs(context.Options.AnalyzerConfigOptionsProvider, context.Options.AdditionalFiles);
        var evaluation = TopologyEvaluator.Evaluate(context.Compilation, type, inputs, context.CancellationToken);
        foreach (var finding in FindingsOf(evaluation))
        {
            context.ReportDiagnostic(Diagnose(finding, locations, type));
        }
    }

    private static IEnumerable<Finding> FindingsOf(EvaluationResult evaluation) => evaluation.Topology is { } topology
        ? evaluation.Findings.Concat(Known.GetValue(evaluation, _ => new(TopologyChecks.Run(topology, evaluation.IsWhole))).Value)
        : evaluation.Findings;

    private static Diagnostic Diagnose(Finding finding, SourceLocations locations, INamedTypeSymbol type)
    {
        var related = finding.Related
            .Select(other => (Location: locations.Of(other.Origin), other.Text))
            .Where(other => other.Location is not null)
            .ToList();
        return Diagnostic.Create(
            RuleDescriptors.Of(finding.Rule),
            locations.Of(finding.Origin) ?? type.Locations[0],
            related.Select(other => other.Location!),
            FindingProperties.Of(finding, [.. related.Select(other => other.Text)]),
            Sentence.From(finding.Message));
    }
}
