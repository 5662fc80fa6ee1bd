using Microsoft.CodeAnalysis;
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

    /// <summary>
    /// Evaluates a topology class. Results are remembered by what was read, so that it may be asked for at every edit, by every
    /// rule: unrelated edits evaluate nothing anew.
    /// </summary>
    /// <param name="compilation">The compilation that the class is of.</param>
    /// <param name="topologyClass">A class marked <c>[Topology]</c>.</param>
    /// <param name="cancellation">Ends the evaluation with <see cref="OperationCanceledException"/>.</param>
    public static EvaluationResult Evaluate(
        Compilation compilation, INamedTypeSymbol topologyClass, CancellationToken cancellation) =>
        EvaluationMemory.Recall(
            compilation, topologyClass, () => EvaluateAnew(compilation, topologyClass, EvaluationLimits.Default, cancellation), cancellation);

    internal static EvaluationReading EvaluateAnew(
        Compilation compilation, INamedTypeSymbol topologyClass, EvaluationLimits limits, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var bodies = new SourceBodies(compilation, cancellation);
        var findings = new FindingLog();
        foreach (var reference in topologyClass.DeclaringSyntaxReferences)
        {
            bodies.ReadTrees.Add(reference.SyntaxTree);
        }

        TopologyClasses.CheckShape(topologyClass, findings, cancellation);
        if (TopologyClasses.Definition(topologyClass) is not { } define)
        {
            return new EvaluationReading(new EvaluationResult(null, findings.InSourceOrder, IsWhole: false), bodies.ReadTrees);
        }

        var interpreter = new Interpreter(bodies, findings, limits, cancellation);
        var network = new NetworkBuilder(topologyClass.Name);
        interpreter.Run(define, network);
        var topology = Build(network, define, findings);
        if (findings.GoesPastABound && topology is not null && ElementsOf(topology) > ElementsOfAnUnfinishedTopology)
        {
            // What a loop without end has made says nothing, and would keep the checks and the C# compiler busy for minutes.
            topology = new Topology { Name = topology.Name };
        }

        if (interpreter.HasGaps && findings.IsEmpty && !bodies.HasErrors && !bodies.HasErrorsInDeclarations)
        {
            // Nothing is left out in silence, not even by a mistake of ours.
            findings.Add(
                EvaluationRules.EvaluatorFault,
                define.DeclaringSyntaxReferences[0].GetSyntax(cancellation),
                "NetDsl could not evaluate all of this, and does not know why; this is a fault of NetDsl, please report it");
        }

        var isWhole = topology is { IsWhole: true } && findings.IsEmpty && !interpreter.HasGaps && !bodies.HasErrors;
        return new EvaluationReading(new EvaluationResult(topology, findings.InSourceOrder, isWhole), bodies.ReadTrees)
        {
            IsRepeatable = !interpreter.EndedByMachine,
        };
    }

    private static int ElementsOf(Topology topology) =>
        topology.Regions.Count + topology.Vpcs.Count + topology.Subnets.Count + topology.RouteTables.Count + topology.InternetGateways.Count
        + topology.NatGateways.Count + topology.ElasticAddresses.Count + topology.SecurityGroups.Count + topology.NetworkAcls.Count
        + topology.NetworkInterfaces.Count + topology.Peerings.Count + topology.TransitGateways.Count + topology.Problems.Count;

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
