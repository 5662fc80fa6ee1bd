using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability;

/// <summary>Finds who reaches whom, all pairs of a network at once: hosts that are alike are asked about together.</summary>
internal sealed class PairSearch
{
    /// <summary>More than an editor waits for; who asks for all pairs can stop it.</summary>
    private const int MostBranches = 500_000_000;

    private static readonly bool[] Families = [true, false];

    private readonly NetworkLowering plan;
    private readonly PlanTables tables;
    private readonly PacketSpace space;
    private readonly HeaderSets headers;
    private readonly FlowAnalysis flows;

    // Who sends is a group of hosts that are alike, or the internet where there is none; whom it reaches is one, or all that are alike of another group.
    private readonly Dictionary<(HolderGroup? From, int To), (PacketSet Packets, bool IsCertain)> apart = [];
    private readonly Dictionary<(HolderGroup From, HolderGroup To), (PacketSet Packets, bool IsCertain)> together = [];

    /// <summary>Prepares to search.</summary>
    /// <param name="tables">The network.</param>
    /// <param name="space">The sets, which several searches may share.</param>
    /// <param name="cancellation">Asked on the way.</param>
    public PairSearch(PlanTables tables, PacketSpace space, CancellationToken cancellation)
    {
        this.tables = tables;
        this.space = space;
        plan = tables.Plan;
        headers = new HeaderSets(space);
        flows = new FlowAnalysis(tables, space, cancellation, MostBranches);
    }

    /// <summary>The tables of the network.</summary>
    public PlanTables Tables => tables;

    /// <summary>What becomes of its flows.</summary>
    public FlowAnalysis Flows => flows;

    /// <summary>Who may send: groups of hosts that are alike, and the internet, which is nobody, last.</summary>
    public static IEnumerable<HolderGroup?> Senders(PlanTables tables) => Enumerable.Range(0, tables.Plan.Holders.Count)
        .Where(holder => !tables.Plan.Holders[holder].Translates)
        .Select(tables.GroupOf)
        .Distinct()
        .Append(null);

    /// <summary>All pairs, in order.</summary>
    public IEnumerable<FoundPair> Find(TrafficSelector traffic) => InOrder(Senders(tables).SelectMany(sender => Find(sender, traffic)), pair => pair.Sender, pair => pair.Receiver);

    /// <summary>Pairs by who sends and who receives, as they are declared; the internet last.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> pairs, Func<T, int> sender, Func<T, int> receiver)
    {
        return pairs.OrderBy(pair => Place(sender(pair))).ThenBy(pair => Place(receiver(pair)));

        static int Place(int holder) => holder < 0 ? int.MaxValue : holder;
    }

    /// <summary>The pairs of which the members of one group send, or the internet; in no order, and only until the next are asked for.</summary>
    public IEnumerable<FoundPair> Find(HolderGroup? sender, TrafficSelector traffic)
    {
        var asked = space.Intersect(space.WellFormed, space.Of(traffic));
        apart.Clear();
        together.Clear();
        if (sender is null)
        {
            Take(null, flows.Ask(-1, null, space.Intersect(asked, space.FromInternet)));
        }
        else
        {
            Take(sender, flows.Ask(sender, space.Intersect(asked, SentBy(sender.Members))));
        }

        return Pairs().Select(pair => new FoundPair(NameOf(pair.From), NameOf(pair.To), pair.From, pair.To, pair.Flows));
    }

    private void Take(HolderGroup? from, List<FlowOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.Verdict == Verdict.Unknown)
            {
                throw new ReachabilityException(new UntoldException().Message);
            }

            if (outcome is not { Verdict: Verdict.Reachable, Forward: { } end } || IsService(end))
            {
                continue;
            }

            var towards = end.Branch.Header.Destination;
            if (!end.IsOfGroup)
            {
                Add(apart, (from, end.Holder), outcome.Packets, outcome);
            }
            else if (from is not null && towards.Unknown == AddressTerm.OfDestination)
            {
                Add(together, (from, tables.GroupOf(end.Holder)), outcome.Packets, outcome);
            }
            else
            {
                foreach (var member in tables.GroupOf(end.Holder).Members)
                {
                    var own = space.UnionOf([.. tables.AddressesOf(member).Select(address => headers.Is(towards, address))]);
                    Add(apart, (from, member), space.Intersect(outcome.Packets, own), outcome);
                }
            }
        }
    }

    private void Add<TKey>(Dictionary<TKey, (PacketSet Packets, bool IsCertain)> found, TKey pair, PacketSet packets, FlowOutcome outcome)
        where TKey : notnull
    {
        if (!packets.IsEmpty)
        {
            var before = found.TryGetValue(pair, out var known) ? known : (PacketSet.Empty, true);
            found[pair] = (space.Union(before.Item1, packets), before.Item2 && !outcome.IsChosen);
        }
    }

    /// <summary>The pairs of hosts; what is the same for many of them is one object.</summary>
    private IEnumerable<(int From, int To, PairFlows Flows)> Pairs()
    {
        foreach (var (pair, (packets, isCertain)) in together.Select(each => (each.Key, each.Value)))
        {
            // Whoever is also reached in another way, through a balancer for example, is told apart.
            var alike = pair.To.Members.Where(member => !apart.ContainsKey((pair.From, member))).ToList();
            if (IsForAll(packets, pair.From, pair.To))
            {
                var flows = new PairFlows(packets, isCertain, isForAll: true, space, tables);
                foreach (var (from, to) in pair.From.Members.SelectMany(_ => alike, (from, to) => (from, to)).Where(each => each.from != each.to))
                {
                    yield return (from, to, flows);
                }
            }
            else
            {
                foreach (var to in alike)
                {
                    foreach (var each in Each(pair.From, to, space.Intersect(packets, SentTo([to])), isCertain))
                    {
                        yield return each;
                    }
                }
            }
        }

        foreach (var (pair, (packets, isCertain)) in apart.Select(each => (each.Key, each.Value)))
        {
            var own = pair.To >= 0 && pair.From is { } sender && together.TryGetValue((sender, tables.GroupOf(pair.To)), out var shared)
                ? (Packets: space.Union(packets, space.Intersect(shared.Packets, SentTo([pair.To]))), IsCertain: isCertain && shared.IsCertain)
                : (Packets: packets, IsCertain: isCertain);
            foreach (var each in Each(pair.From, pair.To, own.Packets, own.IsCertain))
            {
                yield return each;
            }
        }
    }

    /// <summary>The members of a group, or the internet, with the packets that each of them sends to one.</summary>
    private IEnumerable<(int From, int To, PairFlows Flows)> Each(HolderGroup? from, int to, PacketSet packets, bool isCertain)
    {
        if (from is null)
        {
            return to < 0 || packets.IsEmpty ? [] : [(-1, to, new PairFlows(packets, isCertain, isForAll: false, space, tables))];
        }

        return from.Members
            .Where(member => member != to)
            .Select(member => (From: member, Packets: space.Intersect(packets, SentBy([member]))))
            .Where(own => !own.Packets.IsEmpty)
            .Select(own => (own.From, to, new PairFlows(own.Packets, isCertain, isForAll: false, space, tables)));
    }

    /// <summary>Whether, in each family, every member sends the same to every member of the other group, but for the addresses.</summary>
    private bool IsForAll(PacketSet packets, HolderGroup from, HolderGroup to)
    {
        var told = PacketSet.Empty;
        foreach (var (sources, destinations) in Families.Select(isIpv4 => (OfFamily(from, isIpv4), OfFamily(to, isIpv4))).Where(each => each.Item1.Count > 0 && each.Item2.Count > 0))
        {
            var ends = space.Intersect(space.UnionOf([.. sources.Select(space.From)]), space.UnionOf([.. destinations.Select(space.To)]));
            told = space.Union(told, space.Intersect(ends, space.OnlyPorts(space.Intersect(packets, ends))));
        }

        return told == packets;

        static List<IpAddress> OfFamily(HolderGroup group, bool isIpv4) => [.. group.Addresses.Select(each => each.Address).Where(address => address.IsIpv4 == isIpv4).OrderBy(address => address)];
    }

    private PacketSet SentBy(IEnumerable<int> members) => space.FromAnyOf(members.SelectMany(tables.AddressesOf));

    private PacketSet SentTo(IEnumerable<int> members) => space.ToAnyOf(members.SelectMany(tables.AddressesOf));

    /// <summary>Whether packets ended at a service of the host or of the vendor's, which is nobody of the network.</summary>
    private bool IsService(SymbolicEnd end) => end.Outcome == Outcome.Delivered
        && (end.Holder < 0
            || plan.Holders[end.Holder].Role == HolderRole.EndpointInterface
            || (end.Program >= 0 && plan.Program(end.Program).End is HostServiceEnd));

    private string NameOf(int holder) => holder < 0 ? ReachabilityMatrix.Internet : plan.Node(plan.Holders[holder].Node).Path;
}
