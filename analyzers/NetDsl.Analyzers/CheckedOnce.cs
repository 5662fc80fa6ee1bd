using NetDsl.Compiler.Checks;
using NetDsl.Evaluation;
using NetDsl.Model;

namespace NetDsl.Analyzers;

/// <summary>
/// What the checks say of one evaluation, for all who ask. Proofs may take seconds, so that who does not need them any more stops them; then the next who asks
/// begins anew.
/// </summary>
/// <param name="find">Runs the checks.</param>
internal sealed class CheckedOnce(Func<Topology, bool, CancellationToken, EquatableArray<Finding>> find)
{
    private readonly object gate = new();
    private EquatableArray<Finding>? findings;

    /// <summary>The findings, which are looked for once.</summary>
    /// <param name="topology">The network that was evaluated.</param>
    /// <param name="isWhole">Whether its source could be read to the end.</param>
    /// <param name="cancellation">Asked on the way.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EquatableArray<Finding> Run(Topology topology, bool isWhole, CancellationToken cancellation)
    {
        lock (gate)
        {
            return findings ??= Find(topology, isWhole, cancellation);
        }
    }

    private EquatableArray<Finding> Find(Topology topology, bool isWhole, CancellationToken cancellation)
    {
        try
        {
            return find(topology, isWhole, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A fault of ours must not crash an editor; what was found before is lost, and so nothing is told of the network but this.
            return [new Finding(EvaluationRules.EvaluatorFault, EvaluationRules.Fault(exception), Origin.None)];
        }
    }
}
