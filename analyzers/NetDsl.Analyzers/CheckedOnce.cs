using NetDsl.Compiler.Checks;
using NetDsl.Model;

namespace NetDsl.Analyzers;

/// <summary>
/// What the checks say of one evaluation, for all who ask. Proofs may take seconds, so that who does not need them any more stops them; then the next who asks
/// begins anew.
/// </summary>
internal sealed class CheckedOnce
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
            return findings ??= TopologyChecks.Run(topology, isWhole, cancellation);
        }
    }
}
