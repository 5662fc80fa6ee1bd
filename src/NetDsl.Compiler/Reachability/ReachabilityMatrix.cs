using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
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
            return new Search(topology, cancellation).Pairs(traffic ?? NetDsl.Traffic.AllTraffic).ToEquatableArray();
        }
        catch (PacketSpaceExhaustedException exhausted)
        {
            throw new ReachabilityException(exhausted.Message, exhausted);
        }
    }

    private sealed class Search
    {
        private readonly NetworkLowering plan;
        private readonly PlanTables tables;
        private readonly PacketSpace space;
        private readonly HeaderSets headers;
        private readonly FlowAnalysis flows;
        private readonly Dictionary<(int From, int To), (PacketSet Packets, bool IsCertain)> found = [];

        public Search(Topology topology, CancellationToken cancellation)
        {
            plan = new NetworkLowering(topology);
            tables = new PlanTables(plan);
            space = new PacketSpace(cancellation: cancellation);
            headers = new HeaderSets(space);
            flows = new FlowAnalysis(tables, space, cancellation);
        }

        public IEnumerable<ReachablePair> Pairs(TrafficSelector traffic)
        {
            var asked = space.Intersect(space.WellFormed, space.Of(traffic));
            foreach (var group in Enumerable.Range(0, plan.Holders.Count).Select(tables.GroupOf).Distinct().Where(group => !plan.Holders[group.Representative].Translates))
            {
                var own = space.UnionOf([.. group.Addresses.Select(each => space.From(each.Address))]);
                Take(group, flows.Ask(group, space.Intersect(asked, own)));
            }

            var outside = space.UnionOf([.. InternetRanges.NotCarried.Select(range => space.From(range))]);
            Take(null, flows.Ask(-1, null, space.Except(asked, outside)));
            return found
                .OrderBy(pair => pair.Key.From < 0 ? int.MaxValue : pair.Key.From)
                .ThenBy(pair => pair.Key.To < 0 ? int.MaxValue : pair.Key.To)
                .Select(pair => new ReachablePair(
                    NameOf(pair.Key.From),
                    NameOf(pair.Key.To),
                    space.TrafficOf(pair.Value.Packets).ToEquatableArray(),
                    space.SampleLikePeople(pair.Value.Packets)!.Value,
                    pair.Value.IsCertain));
        }

        private void Take(HolderGroup? from, List<FlowOutcome> outcomes)
        {
            foreach (var outcome in outcomes)
            {
                if (outcome.Verdict == Verdict.Unknown)
                {
                    throw new ReachabilityException(new UntoldException().Message);
                }

                if (outcome.Verdict == Verdict.Reachable && outcome.Forward is { } end && !IsService(end))
                {
                    foreach (var (receiver, packets) in Receivers(end, outcome.Packets))
                    {
                        Take(from, receiver, packets, !outcome.IsChosen);
                    }
                }
            }
        }

        private void Take(HolderGroup? from, int receiver, PacketSet packets, bool isCertain)
        {
            if (from is null)
            {
                Add(-1, receiver, packets, isCertain);
                return;
            }

            foreach (var member in from.Members.Where(member => member != receiver))
            {
                Add(member, receiver, space.Intersect(packets, space.UnionOf([.. tables.AddressesOf(member).Select(space.From)])), isCertain);
            }
        }

        private void Add(int from, int to, PacketSet packets, bool isCertain)
        {
            if (!packets.IsEmpty && (from >= 0 || to >= 0))
            {
                var before = found.TryGetValue((from, to), out var known) ? known : (PacketSet.Empty, true);
                found[(from, to)] = (space.Union(before.Item1, packets), before.Item2 && isCertain);
            }
        }

        /// <summary>Who has packets that ended somewhere, each with its own; -1 for the internet.</summary>
        private IEnumerable<(int Holder, PacketSet Packets)> Receivers(SymbolicEnd end, PacketSet packets)
        {
            if (!end.IsOfGroup)
            {
                yield return (end.Holder, packets);
                yield break;
            }

            foreach (var member in tables.GroupOf(end.Holder).Members)
            {
                yield return (member, space.Intersect(
                    packets,
                    space.UnionOf([.. tables.AddressesOf(member).Select(address => headers.Is(end.Branch.Header.Destination, address))])));
            }
        }

        /// <summary>Whether packets ended at a service of the host or of the vendor's, which is nobody of the network.</summary>
        private bool IsService(SymbolicEnd end) => end.Outcome == Outcome.Delivered
            && (end.Holder < 0
                || plan.Holders[end.Holder].Role == HolderRole.EndpointInterface
                || (end.Program >= 0 && plan.Program(end.Program).End is HostServiceEnd));

        private string NameOf(int holder) => holder < 0 ? Internet : plan.Node(plan.Holders[holder].Node).Path;
    }
}
