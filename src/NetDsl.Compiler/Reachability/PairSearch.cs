using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Finds who reaches whom, all pairs of a network at once: hosts that are alike are asked about together.</summary>
internal sealed class PairSearch
{
    private readonly NetworkLowering plan;
    private readonly PlanTables tables;
    private readonly PacketSpace space;
    private readonly HeaderSets headers;
    private readonly FlowAnalysis flows;
    private readonly Dictionary<(int From, int To), (PacketSet Packets, bool IsCertain)> found = [];

    /// <summary>Prepares to search.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="space">The sets, which several searches may share.</param>
    /// <param name="cancellation">Asked on the way.</param>
    public PairSearch(Topology topology, PacketSpace space, CancellationToken cancellation)
    {
        plan = new NetworkLowering(topology);
        tables = new PlanTables(plan);
        this.space = space;
        headers = new HeaderSets(space);
        flows = new FlowAnalysis(tables, space, cancellation);
    }

    /// <summary>The tables of the network.</summary>
    public PlanTables Tables => tables;

    /// <summary>What becomes of its flows.</summary>
    public FlowAnalysis Flows => flows;

    /// <summary>All pairs, by who sends and who receives, as they are declared; the internet last.</summary>
    public IEnumerable<FoundPair> Find(TrafficSelector traffic)
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
            .Select(pair => new FoundPair(NameOf(pair.Key.From), NameOf(pair.Key.To), pair.Value.Packets, pair.Value.IsCertain));
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

    private string NameOf(int holder) => holder < 0 ? ReachabilityMatrix.Internet : plan.Node(plan.Holders[holder].Node).Path;
}

/// <summary>Who reaches whom, with which packets.</summary>
/// <param name="From">The path of who sends.</param>
/// <param name="To">The path of who receives.</param>
/// <param name="Packets">Those that arrive and are answered, as they are sent.</param>
/// <param name="IsCertain">Whether no hash decides.</param>
internal sealed record FoundPair(string From, string To, PacketSet Packets, bool IsCertain);
