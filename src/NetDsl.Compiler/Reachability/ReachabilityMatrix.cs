using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Who reaches whom in a network: all pairs of hosts, and the internet, exactly.</summary>
public static class ReachabilityMatrix
{
    /// <summary>What stands for hosts outside.</summary>
    public const string Internet = "internet";

    /// <summary>Finds all pairs of which one reaches the other with some packet, forward and with its reply.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="traffic">What is asked about; all traffic when left out.</param>
    /// <param name="cancellation">Asked on the way.</param>
    /// <returns>The pairs, by who sends and who receives, as they are declared; the internet last.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ReachabilityException">The network is too large to be told apart, or its paths compare what no set tells.</exception>
    public static EquatableArray<ReachablePair> Of(Topology topology, TrafficSelector? traffic = null, CancellationToken cancellation = default)
    {
        try
        {
            var space = new PacketSpace(cancellation: cancellation);
            return new PairSearch(topology, space, cancellation).Find(traffic ?? NetDsl.Traffic.AllTraffic)
                .Select(pair => new ReachablePair(
                    pair.From,
                    pair.To,
                    pair.Flows.Traffic,
                    pair.Flows.Sample(pair.Sender, pair.Receiver),
                    pair.Flows.IsCertain))
                .ToEquatableArray();
        }
        catch (PacketSpaceExhaustedException exhausted)
        {
            throw new ReachabilityException(exhausted.Message, exhausted);
        }
    }
}
