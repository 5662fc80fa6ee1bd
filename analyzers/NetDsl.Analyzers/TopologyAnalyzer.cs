using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation;

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
    private static readonly ConditionalWeakTable<EvaluationResult, CheckedOnce> Known = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            BeginEarly(start.Compilation, start.Options, start.CancellationToken);
            start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    /// <summary>
    /// Evaluates and checks while the compiler finds its own diagnostics, where it may use other threads: who asks for the findings
    /// later waits for the rest only.
    /// </summary>
    private static void BeginEarly(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (!compilation.Options.ConcurrentBuild)
        {
            return;
        }

        foreach (var type in MarkedClasses.In(compilation, cancellation))
        {
            _ = Task.Run(
                () =>
                {
                    try
                    {
                        FindingsOf(TopologyEvaluator.Evaluate(compilation, type, InputsOf(options), cancellation), cancellation);
                    }
                    catch (OperationCanceledException)
                    {
                        // Nobody asks any more.
                    }
                },
                cancellation);
        }
    }

    private static EvaluationInputs InputsOf(AnalyzerOptions options) => new(options.AnalyzerConfigOptionsProvider, options.AdditionalFiles);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!TopologyClasses.IsTopology(type))
        {
            return;
        }

        var locations = new SourceLocations(context.Compilation, type, context.Options.AdditionalFiles);
        var evaluation = TopologyEvaluator.Evaluate(context.Compilation, type, InputsOf(context.Options), context.CancellationToken);
        foreach (var finding in FindingsOf(evaluation, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnose(finding, locations, type));
        }
    }

    private static IEnumerable<Finding> FindingsOf(EvaluationResult evaluation, CancellationToken cancellation) => evaluation.Topology is { } topology
        ? evaluation.Findings.Concat(Known.GetValue(evaluation, _ => new(TopologyChecks.Run)).Run(topology, evaluation.IsWhole, cancellation))
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
