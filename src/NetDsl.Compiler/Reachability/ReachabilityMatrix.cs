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
        private readonly Dictionary<(int From, int To), Flows> found = [];

        private readonly Dictionary<PacketSet, EquatableArray<TrafficSelector>> selectors = [];

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
                    TrafficOf(pair.Value.Traffic),
                    pair.Value.Sample,
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
                    Take(from, end, outcome.Packets, !outcome.IsChosen);
                }
            }
        }

        private void Take(HolderGroup? from, SymbolicEnd end, PacketSet packets, bool isCertain)
        {
            var ipv4 = space.Intersect(packets, space.From(IpPrefix.AllIpv4));
            foreach (var part in new[] { ipv4, space.Except(packets, ipv4) }.Where(part => !part.IsEmpty))
            {
                if (from is null || !end.IsOfGroup || !TakeTogether(from, tables.GroupOf(end.Holder), part, isCertain))
                {
                    TakeApart(from, end, part, isCertain);
                }
            }
        }

        /// <summary>
        /// All pairs of two groups at once, where the same traffic gets through between any two of them; says whether that is so. So a thousand hosts need no
        /// million sets.
        /// </summary>
        private bool TakeTogether(HolderGroup from, HolderGroup to, PacketSet packets, bool isCertain)
        {
            var traffic = space.OnlyPorts(packets);
            var sources = space.OnlySources(packets);
            var destinations = space.OnlyDestinations(packets);
            if (space.Intersect(space.Intersect(sources, destinations), traffic) != packets)
            {
                return false;
            }

            var sample = space.SampleLikePeople(packets)!.Value;
            var senders = from.Addresses.Where(each => !space.Intersect(sources, space.From(each.Address)).IsEmpty).ToList();
            foreach (var (destination, receiver) in to.Addresses.Where(each => !space.Intersect(destinations, space.To(each.Address)).IsEmpty))
            {
                foreach (var (source, sender) in senders.Where(each => each.Holder != receiver))
                {
                    Add(sender, receiver, traffic, sample with { Source = source, Destination = destination }, isCertain);
                }
            }

            return true;
        }

        private void TakeApart(HolderGroup? from, SymbolicEnd end, PacketSet packets, bool isCertain)
        {
            foreach (var (receiver, received) in Receivers(end, packets))
            {
                foreach (var sender in from?.Members ?? [-1])
                {
                    var sent = sender < 0 ? received : space.Intersect(received, space.UnionOf([.. tables.AddressesOf(sender).Select(space.From)]));
                    if (sender != receiver && !sent.IsEmpty)
                    {
                        Add(sender, receiver, space.OnlyPorts(sent), space.SampleLikePeople(sent)!.Value, isCertain);
                    }
                }
            }
        }

        private void Add(int from, int to, PacketSet traffic, Packet sample, bool isCertain) =>
            found[(from, to)] = found.TryGetValue((from, to), out var known)
                ? known with { Traffic = space.Union(known.Traffic, traffic), IsCertain = known.IsCertain && isCertain }
                : new Flows(traffic, sample, isCertain);

        private EquatableArray<TrafficSelector> TrafficOf(PacketSet set)
        {
            if (!selectors.TryGetValue(set, out var text))
            {
                text = space.TrafficOf(set).ToEquatableArray();
                selectors.Add(set, text);
            }

            return text;
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

        /// <summary>What gets from one to another.</summary>
        /// <param name="Traffic">As packets of any addresses.</param>
        /// <param name="Sample">A packet that does.</param>
        /// <param name="IsCertain">Whether no hash decides.</param>
        private sealed record Flows(PacketSet Traffic, Packet Sample, bool IsCertain);
    }
}
