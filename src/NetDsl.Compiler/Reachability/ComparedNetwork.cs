using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>One of two versions of a network: who reaches whom in it, and what becomes of single packets.</summary>
internal sealed class ComparedNetwork
{
    private readonly PacketSpace space;
    private readonly PairSearch search;
    private readonly NetworkLowering plan;
    private readonly PathStory story;
    private readonly DropStory drops;
    private readonly Dictionary<string, int> holders = [];

    public ComparedNetwork(Topology topology, PacketSpace space, CancellationToken cancellation)
    {
        this.space = space;
        search = new PairSearch(new PlanTables(new NetworkLowering(topology)), space, cancellation);
        plan = search.Tables.Plan;
        story = new PathStory(search.Tables, space);
        drops = new DropStory(search.Tables);
        for (var holder = plan.Holders.Count - 1; holder >= 0; holder--)
        {
            holders[plan.Node(plan.Holders[holder].Node).Path] = holder;
        }

        Pairs = search.Find(Traffic.AllTraffic)
            .GroupBy(pair => (pair.From, pair.To))
            .ToDictionary(same => same.Key, same => space.UnionOf([.. same.Select(pair => pair.Flows.Between(pair.Sender, pair.Receiver))]));
    }

    /// <summary>Who reaches whom, with which packets.</summary>
    public IReadOnlyDictionary<(string From, string To), PacketSet> Pairs { get; }

    /// <summary>What sends flows on under another destination, by path.</summary>
    public IEnumerable<string> Translators => holders.Where(each => plan.Holders[each.Value].Translates).Select(each => each.Key);

    /// <summary>Whether an end exists here.</summary>
    public bool Has(string end) => end == ReachabilityMatrix.Internet || holders.ContainsKey(end);

    /// <summary>The addresses of an end, which the internet has none of.</summary>
    public List<IpAddress> AddressesOf(string end) =>
        holders.TryGetValue(end, out var found) ? [.. plan.Holders[found].AllAddresses] : [];

    /// <summary>What becomes of a packet that an end sends to another.</summary>
    public PacketFate FateOf(string from, string to, Packet packet)
    {
        foreach (var end in new[] { from, to }.Where(end => !Has(end)))
        {
            return new PacketFate($"there is no {end}", Origin.None);
        }

        var sent = space.Of(packet);
        var sender = from == ReachabilityMatrix.Internet ? -1 : holders[from];
        var outcomes = search.Flows.Ask(sender, packet.Source, sent).Where(outcome => space.Contains(outcome.Packets, packet)).ToList();
        var outcome = outcomes.Find(each => each.Verdict == Verdict.Reachable) ?? outcomes.FirstOrDefault();
        return outcome?.Forward is not { } forward ? new PacketFate("no set of packets tells what becomes of it", Origin.None)
            : forward.Outcome == Outcome.Dropped ? Dropped(forward, packet, "")
            : outcome.Verdict == Verdict.Reachable ? Arrived(forward, to, packet)
            : outcome.Return is { Outcome: Outcome.Dropped } back ? Dropped(back, packet, "its reply is dropped: ")
            : new PacketFate($"its reply does not come back as it is awaited ({outcome.Code!.Value.ToCode()})", Origin.None);
    }

    private PacketFate Dropped(SymbolicEnd end, Packet sent, string start) => new(
        start + drops.Reason(end, sent),
        end.Holder >= 0 ? plan.Node(plan.Holders[end.Holder].Node).Origin
        : search.Tables.StepAt(end.Program, end.Step)?.Node is >= 0 and var node ? plan.Node(node).Origin
        : story.Of(end.Branch, sent).LastOrDefault(station => station.Origin.Line > 0)?.Origin ?? Origin.None);

    /// <summary>The rule that let it in in the end, or the last route where no rule that was written did.</summary>
    private PacketFate Arrived(SymbolicEnd end, string to, Packet sent)
    {
        var holder = search.Tables.HolderAt(end, sent);
        var at = holder < 0 ? ReachabilityMatrix.Internet : plan.Node(plan.Holders[holder].Node).Path;
        var stations = story.Of(end.Branch, sent).Where(station => station.Origin.Line > 0).ToList();
        var deciding = stations.LastOrDefault(station => station.IsFilter) is { } filter && to != ReachabilityMatrix.Internet ? filter : stations.LastOrDefault();
        return new PacketFate(
            $"{(at == to ? "arrives" : $"arrives at {at} instead")}{(deciding is null ? "" : $": {deciding.Decision}")}",
            deciding?.Origin ?? Origin.None);
    }
}
