using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Inputs;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Memory;
using NetDsl.Evaluation.Source;
using NetDsl.Model;

namespace NetDsl.Evaluation;

/// <summary>
/// Makes the topology that a class describes, inside the compiler: the user's operations are interpreted, the real builders are
/// called. It gives what running <c>Define</c> would give, origins by file and line included, and knows the exact text besides.
/// </summary>
public static class TopologyEvaluator
{
    private const int ElementsOfAnUnfinishedTopology = 1_000;

    /// <summary>Evaluates a topology class that reads no data, with the bounds that hold where nobody sets others.</summary>
    /// <param name="compilation">The compilation that the class is of.</param>
    /// <param name="topologyClass">A class marked <c>[Topology]</c>.</param>
    /// <param name="cancellation">Ends the evaluation with <see cref="OperationCanceledException"/>.</param>
    public static EvaluationResult Evaluate(
        Compilation compilation, INamedTypeSymbol topologyClass, CancellationToken cancellation) =>
        Evaluate(compilation, topologyClass, EvaluationInputs.None, cancellation);

    /// <summary>
    /// Evaluates a topology class. Results are remembered by what was read, so that it may be asked for at every edit, by every
    /// rule: unrelated edits evaluate nothing anew.
    /// </summary>
    /// <param name="compilation">The compilation that the class is of.</param>
    /// <param name="topologyClass">A class marked <c>[Topology]</c>.</param>
    /// <param name="inputs">The settings and data files of the project.</param>
    /// <param name="cancellation">Ends the evaluation with <see cref="OperationCanceledException"/>.</param>
    public static EvaluationResult Evaluate(
        Compilation compilation, INamedTypeSymbol topologyClass, EvaluationInputs inputs, CancellationToken cancellation) =>
        EvaluationMemory.Recall(
            compilation,
            topologyClass,
            inputs,
            settings => DeepStack.Run(() => EvaluateAnew(compilation, topologyClass, settings, inputs, cancellation)),
            cancellation);

    internal static EvaluationReading EvaluateAnew(
        Compilation compilation, INamedTypeSymbol topologyClass, EvaluationLimits limits, CancellationToken cancellation) =>
        EvaluateAnew(compilation, topologyClass, EvaluationSettings.Default with { Limits = limits }, EvaluationInputs.None, cancellation);

    private static EvaluationReading EvaluateAnew(
        Compilation compilation, INamedTypeSymbol topologyClass, EvaluationSettings settings, EvaluationInputs inputs, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var bodies = new SourceBodies(compilation, cancellation);
        var data = new ProjectData(inputs);
        var findings = new FindingLog();
        foreach (var reference in topologyClass.DeclaringSyntaxReferences)
        {
            bodies.ReadTrees.Add(reference.SyntaxTree);
        }

        TopologyClasses.CheckShape(topologyClass, findings, cancellation);
        TopologyClasses.TellFaultsOfSettings(topologyClass, settings.Faults, findings, cancellation);
        if (TopologyClasses.Definition(topologyClass) is not { } define)
        {
            return new EvaluationReading(new EvaluationResult(null, findings.InSourceOrder, IsWhole: false), bodies.ReadTrees);
        }

        var interpreter = new Interpreter(compilation, bodies, findings, settings.Limits, cancellation) { Data = data };
        var network = new NetworkBuilder(topologyClass.Name);
        network.Allocations.Source = data;
        interpreter.Run(define, network);
        var topology = Build(network, define, findings) is { } built ? QuotaSetting.Apply(built, settings.Quotas) : null;
        if (findings.GoesPastABound && topology is not null && topology.Elements.Count() + topology.Problems.Count > ElementsOfAnUnfinishedTopology)
        {
            // What a loop without end has made says nothing, and would keep the checks and the C# compiler busy for minutes.
            topology = new Topology { Name = topology.Name };
        }

        if (interpreter is { HasGaps: true, LacksData: false } && findings.IsEmpty && !bodies.HasErrors && !bodies.HasErrorsInDeclarations)
        {
            // Nothing is left out in silence, not even by a mistake of ours.
            findings.Add(
                EvaluationRules.EvaluatorFault,
                define.DeclaringSyntaxReferences[0].GetSyntax(cancellation),
                "NetDsl could not evaluate all of this, and does not know why; this is a fault of NetDsl, please report it");
        }

        var isWhole = topology is { IsWhole: true } && findings.IsEmpty && !interpreter.HasGaps && !bodies.HasSyntaxErrors;
        return new EvaluationReading(new EvaluationResult(topology, findings.InSourceOrder, isWhole), bodies.ReadTrees)
        {
            // What nobody tells is told by the C# compiler, perhaps of a file that was not read.
            IsRepeatable = !interpreter.EndedByMachine && !(interpreter.HasGaps && findings.IsEmpty),
            ReadData = data.Read,
        };
    }

    private static Topology? Build(NetworkBuilder network, IMethodSymbol define, FindingLog findings)
    {
        try
        {
            return network.Build();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(
                EvaluationRules.EvaluatorFault,
                define.DeclaringSyntaxReferences[0].GetSyntax(),
                $"NetDsl could not assemble the network: {exception.Message}; this is a fault of NetDsl, please report it");
            return null;
        }
    }
}
