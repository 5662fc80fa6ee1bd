using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Who reaches whom in a network: all pairs of hosts, and the internet, exactly.</summary>
public static class ReachabilityMatrix
{
    private const int MostEdges = PacketSpace.DefaultBound / 8;

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
        var found = new List<(int Sender, int Receiver, ReachablePair Pair)>();
        Search(topology, traffic, pairs => found.AddRange(pairs.Select(pair =>
            (pair.Sender, pair.Receiver, new ReachablePair(pair.From, pair.To, pair.Flows.Traffic, pair.Flows.Sample(pair.Sender, pair.Receiver), pair.Flows.IsCertain)))), cancellation);
        return PairSearch.InOrder(found, each => each.Sender, each => each.Receiver).Select(each => each.Pair).ToEquatableArray();
    }

    /// <summary>How many pairs there are.</summary>
    internal static long CountOf(Topology topology)
    {
        var count = 0L;
        Search(topology, null, pairs => count += pairs.Count(), CancellationToken.None);
        return count;
    }

    /// <summary>Finds the pairs of each sender, in no order.</summary>
    private static void Search(Topology topology, TrafficSelector? traffic, Action<IEnumerable<FoundPair>> take, CancellationToken cancellation)
    {
        try
        {
            var tables = new PlanTables(new NetworkLowering(topology));
            PacketSpace? space = null;
            PairSearch? search = null;
            foreach (var sender in PairSearch.Senders(tables))
            {
                // What one sender was asked helps little with the next, so that memory need not grow with their number.
                if (search is null || space!.EdgeCount > MostEdges)
                {
                    space = new PacketSpace(cancellation: cancellation);
                    search = new PairSearch(tables, space, cancellation);
                }

                take(search.Find(sender, traffic ?? NetDsl.Traffic.AllTraffic));
            }
        }
        catch (PacketSpaceExhaustedException exhausted)
        {
            throw new ReachabilityException(exhausted.Message, exhausted);
        }
    }
}
