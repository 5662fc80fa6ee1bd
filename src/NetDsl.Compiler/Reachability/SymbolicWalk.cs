using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability;

/// <summary>
/// Drives sets of packets through a forwarding graph, and tells how each part of them ends.
/// </summary>
/// <remarks>
/// <para>
/// The symbolic engine: what the runtime decides for one packet, this decides for all of them at once. The lowering has resolved every route, so
/// that a walk is the paths of one source class and what its steps ask. At each of them the packets part: those that a filter denies end, those that
/// are translated differently go on apart.
/// </para>
/// <para>
/// Translation needs no rewriting of sets. Packets are always told as they were <em>sent</em>, and <see cref="SymbolicHeader"/> says what stands in
/// their headers here: a translated field is a constant, every other is a field as it was sent. A filter is asked over the fields that its words stand for.
/// </para>
/// <para>
/// Where a hash decides (equal paths, targets, appliances), the packets go every way, and each branch is marked: no set of packets says which flow
/// takes which. Where source and destination of what was sent would have to be compared, the outcome is unknown.
/// </para>
/// </remarks>
internal sealed partial class SymbolicWalk
{
    /// <summary>The port that translators give when nobody counts ports: the first of .</summary>
    private const ushort FirstNatPort = 1024;

    /// <summary>How often the packets of one question part or end, unless more are wanted: beyond, some seconds have passed, and more would be a hang in an editor.</summary>
    public const int MostBranches = 300_000;

    /// <summary>As much as how many of its questions an analysis may cost in all.</summary>
    private const int MostQuestions = 10;

    private readonly PlanTables tables;
    private readonly NetworkLowering plan;
    private readonly PacketSpace space;
    private readonly HeaderSets headers;
    private readonly FilterSets filters;
    private readonly int mostBranches;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<(int Source, AddressTerm Towards), List<(int Program, PacketSet Packets)>> paths = [];
    private readonly Stack<(FlowBranch Branch, SymbolicLeg Leg, Arrival Arrival)> waiting = new();
    private List<SymbolicEnd> ends = [];
    private readonly Dictionary<(int Vpc, AddressTerm Towards), (List<(HolderGroup Group, PacketSet Packets)> Groups, PacketSet All)> receivers = [];
    private int sender;
    private bool isGroupSending;
    private int branches;
    private long branchesInAll;

    public SymbolicWalk(PlanTables tables, PacketSpace space, int mostBranches, CancellationToken cancellation)
    {
        this.mostBranches = mostBranches;
        this.tables = tables;
        this.space = space;
        this.cancellation = cancellation;
        plan = tables.Plan;
        headers = new HeaderSets(space);
        filters = new FilterSets(plan, space, headers);
    }

    /// <summary>What headers mean as sets.</summary>
    public HeaderSets Headers => headers;

    /// <summary>Packets that a holder sends, or the internet when it is -1.</summary>
    /// <param name="from">The holder.</param>
    /// <param name="branch">The packets.</param>
    /// <param name="isGroup">Whether each member of its group sends those with its own address.</param>
    public List<SymbolicEnd> From(int from, FlowBranch branch, bool isGroup = false)
    {
        Start(from, isGroup);
        var oneFamily = space.Union(
            space.Intersect(headers.IsIpv4(branch.Header.Source), headers.IsIpv4(branch.Header.Destination)),
            space.Intersect(headers.IsIpv6(branch.Header.Source), headers.IsIpv6(branch.Header.Destination)));
        if (from < 0)
        {
            var knows = plan.KnowsIpv6 ? oneFamily : space.Intersect(oneFamily, headers.IsIpv4(branch.Header.Destination));
            var known = Split(branch, knows, out var none);
            End(none, Outcome.Dropped, -1, 0, -1, DropCode.IgwNoMapping);
            if (known is not null)
            {
                Starting(from, known, plan.InternetSource);
            }
        }
        else
        {
            var may = space.Intersect(oneFamily, Sendable(from, branch.Header.Source, isGroup));
            var sent = Split(branch, may, out var refused);
            End(refused, Outcome.Dropped, -1, 0, from, DropCode.EniSourceDestCheckRestriction);
            if (sent is not null)
            {
                Starting(from, sent, plan.Holders[from].Source);
            }
        }

        return Finish();
    }

    /// <summary>Packets that enter from a source class by themselves: replies of a service.</summary>
    public List<SymbolicEnd> FromService(int source, FlowBranch branch)
    {
        Start(-1);
        Walk(branch, new SymbolicLeg(source));
        return Finish();
    }

    /// <summary>Packets that are handed to a translator: replies of the service behind an endpoint.</summary>
    public List<SymbolicEnd> At(int translator, FlowBranch branch)
    {
        Start(-1);
        Arrive(branch, new SymbolicLeg(-1), translator, -1, 0);
        return Finish();
    }

    private void Start(int from, bool isGroup = false)
    {
        (sender, isGroupSending) = (from, isGroup);
        ends = [];
        waiting.Clear();
    }

    private List<SymbolicEnd> Finish()
    {
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (branch, leg, arrival) = waiting.Pop();
            Reenter(branch, leg, arrival);
        }

        return ends;
    }

    /// <summary>Those with a source that the holder may write: one of its family, and its own when it is checked.</summary>
    private PacketSet Sendable(int holder, AddressTerm source, bool isGroup)
    {
        var own = isGroup ? [.. tables.GroupOf(holder).Addresses.Select(each => each.Address)] : tables.AddressesOf(holder).ToList();
        return plan.Holders[holder].ChecksSource
            ? space.UnionOf([.. own.Select(address => headers.Is(source, address))])
            : space.Union(
                own.Exists(address => address.IsIpv4) ? headers.IsIpv4(source) : PacketSet.Empty,
                own.Exists(address => address.IsIpv6) ? headers.IsIpv6(source) : PacketSet.Empty);
    }

    /// <summary>Takes the path of each destination.</summary>
    private void Walk(FlowBranch branch, SymbolicLeg leg)
    {
        var towards = leg.Towards ?? branch.Header.Destination;
        if (towards.IsPut)
        {
            TakeProgram(branch, leg, plan.ProgramFor(leg.Source, towards.Put));
            return;
        }

        var rest = branch.Packets;
        foreach (var (program, packets) in PathsOf(leg.Source, towards, rest))
        {
            if (rest.IsEmpty)
            {
                return;
            }

            var taken = space.Intersect(rest, packets);
            if (!taken.IsEmpty)
            {
                rest = space.Except(rest, taken);
                TakeProgram(branch with { Packets = taken }, leg, program);
            }
        }
    }

    /// <summary>The path programs of a source class that some packets take, with all packets that take each.</summary>
    private List<(int Program, PacketSet Packets)> PathsOf(int source, AddressTerm towards, PacketSet asked)
    {
        return paths.TryGetValue((source, towards), out var taken) ? taken
            : PathsOfFew(source, towards, asked) ?? (paths[(source, towards)] = ByProgram(plan.RangesOf(source), towards));
    }

    /// <summary>The same for packets to few addresses: those take few paths, and only those are walked. Nothing for many, of which all paths are walked, and remembered.</summary>
    private List<(int Program, PacketSet Packets)>? PathsOfFew(int source, AddressTerm towards, PacketSet asked)
    {
        var few = plan.RangeCount / 4;
        return headers.RangesOf(towards, asked, few) is { } own && plan.RangesOver(own).Take(few + 1).ToList() is var ranges && ranges.Count <= few
            ? ByProgram(ranges.Select(range => (range.First, range.Last, plan.ProgramFor(source, range.First))), towards)
            : null;
    }

    private List<(int Program, PacketSet Packets)> ByProgram(IEnumerable<(IpAddress First, IpAddress Last, int Program)> ranges, AddressTerm towards)
    {
        var ipv4 = headers.IsIpv4(towards);
        return [.. ranges
            .GroupBy(
                range => range.Program,
                range => range.First.IsIpv4
                    ? headers.Between(towards, range.First, range.Last)
                    : space.Except(headers.Between(towards, range.First, range.Last), ipv4))
            .Select(group => (group.Key, space.UnionOf([.. group])))
            .Where(path => !path.Item2.IsEmpty)];
    }

    private void TakeProgram(FlowBranch branch, SymbolicLeg leg, int program)
    {
        CountBranch();
        TakeSteps(branch, leg, program, 0);
    }

    /// <summary>Counts from nothing again.</summary>
    public void Restart() => branches = 0;

    private void CountBranch()
    {
        if (++branches > mostBranches || ++branchesInAll > (long)mostBranches * MostQuestions)
        {
            throw new PacketSpaceExhaustedException();
        }

        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Takes the steps of a program from one on, then its end.</summary>
    private void TakeSteps(FlowBranch branch, SymbolicLeg leg, int program, int from)
    {
        var steps = plan.Program(program).Steps;
        FlowBranch? going = branch;
        for (var step = from; step < steps.Count; step++)
        {
            if (steps[step] is InspectionStep inspection)
            {
                Inspect(going, leg, program, step, inspection);
                return;
            }

            going = Take(going, leg, program, step, steps[step]);
            if (going is null)
            {
                return;
            }
        }

        TakeEnd(going, leg, program, steps.Count);
    }

    private void TakeEnd(FlowBranch branch, SymbolicLeg leg, int program, int step)
    {
        switch (plan.Program(program).End)
        {
            case HostServiceEnd:
                ends.Add(new SymbolicEnd(branch, Outcome.Delivered, program, step, sender, null) { IsOfGroup = isGroupSending });
                break;
            case ServiceEnd:
                End(branch, Outcome.Delivered, program, step, -1);
                break;
            case ExitEnd:
                End(branch, Outcome.Exits, program, step, -1);
                break;
            case DropEnd drop:
                End(branch, Outcome.Dropped, program, step, -1, drop.Code);
                break;
            case Nat64End nat:
                waiting.Push((branch, leg with { Nat64Source = nat.Source }, new Arrival(nat.Holder, program, step)));
                break;
            case SpreadEnd spread:
                foreach (var rest in spread.Programs)
                {
                    TakeSteps(branch with { IsChosen = true }, leg, rest, 0);
                }

                break;
            case DeliverEnd deliver:
                Deliver(branch, leg with { SourceVpc = deliver.SourceVpc }, deliver.Vpc, program, step);
                break;
            case var end:
                throw new NotSupportedException($"The symbolic engine does not know the end {end.GetType().Name}.");
        }
    }

    /// <summary>To whoever has the destination in the VPC.</summary>
    private void Deliver(FlowBranch branch, SymbolicLeg leg, int vpc, int program, int step)
    {
        var towards = leg.Towards ?? branch.Header.Destination;
        if (towards.IsPut)
        {
            if (tables.HolderAt(vpc, towards.Put) is >= 0 and var receiver)
            {
                Arrive(branch, leg, receiver, program, step);
            }
            else
            {
                End(branch, Outcome.Dropped, program, step, -1, DropCode.NoInterfaceWithAddress);
            }

            return;
        }

        var (groups, all) = ReceiversIn(vpc, towards);
        foreach (var (group, packets) in groups)
        {
            var taken = space.Intersect(branch.Packets, packets);
            if (!taken.IsEmpty)
            {
                DeliverTo(branch with { Packets = taken }, leg, group, program, step);
            }
        }

        var rest = space.Except(branch.Packets, all);
        if (!rest.IsEmpty)
        {
            End(branch with { Packets = rest }, Outcome.Dropped, program, step, -1, DropCode.NoInterfaceWithAddress);
        }
    }

    /// <summary>To the member of a group that has the destination.</summary>
    private void DeliverTo(FlowBranch branch, SymbolicLeg leg, HolderGroup group, int program, int step)
    {
        CountBranch();
        var receiver = tables.PrimaryOf(group.Representative);
        if (group.Members.Count > 1)
        {
            Arrive(branch, leg, receiver, program, step, isGroup: true);
            return;
        }

        foreach (var (address, _) in group.Addresses)
        {
            var packets = space.Intersect(branch.Packets, headers.Is(leg.Towards ?? branch.Header.Destination, address));
            if (!packets.IsEmpty)
            {
                var header = leg.Towards is null ? branch.Header with { Destination = branch.Header.Destination.Known(address) } : branch.Header;
                Arrive(branch with { Packets = packets, Header = header }, leg, receiver, program, step);
            }
        }
    }

    /// <summary>The groups of a VPC, with the packets that are for each, and those that are for any.</summary>
    private (List<(HolderGroup Group, PacketSet Packets)> Groups, PacketSet All) ReceiversIn(int vpc, AddressTerm towards)
    {
        return receivers.TryGetValue((vpc, towards), out var known) ? known : receivers[(vpc, towards)] = FindReceiversIn(vpc, towards);
    }

    private (List<(HolderGroup Group, PacketSet Packets)> Groups, PacketSet All) FindReceiversIn(int vpc, AddressTerm towards)
    {
        List<(HolderGroup Group, PacketSet Packets)> groups = [.. tables.GroupsIn(vpc).Select(group => (
            group, space.UnionOf([.. group.Addresses.Select(each => each.Address).OrderBy(address => address).Select(address => headers.Is(towards, address))])))];
        return (groups, space.UnionOf([.. groups.Select(group => group.Packets)]));
    }

    /// <summary>The packets are at whoever they were for: let in, turned away, or to be translated.</summary>
    private void Arrive(FlowBranch branch, SymbolicLeg leg, int receiver, int program, int step, bool isGroup = false)
    {
        if (plan.Holders[receiver].Translates)
        {
            waiting.Push((branch, leg, new Arrival(receiver, program, step)));
            return;
        }

        if (EnterInterface(branch, leg, receiver, program, step, isOnTheWay: false, isGroup) is not { } entered)
        {
            return;
        }

        if (plan.Holders[receiver].IsNatInstance)
        {
            waiting.Push((entered, leg, new Arrival(receiver, program, step)));
        }
        else
        {
            ends.Add(new SymbolicEnd(entered, Outcome.Delivered, program, step, receiver, null) { IsOfGroup = isGroup });
        }
    }

    /// <summary>The part of a branch that is in a set, and the other part; nothing for a part without packets.</summary>
    private FlowBranch? Split(FlowBranch branch, PacketSet within, out FlowBranch? outside)
    {
        var inside = space.Intersect(branch.Packets, within);
        if (inside == branch.Packets)
        {
            outside = null;
            return branch;
        }

        outside = branch with { Packets = space.Except(branch.Packets, within) };
        return inside.IsEmpty ? null : branch with { Packets = inside };
    }

    private void End(FlowBranch? branch, Outcome outcome, int program, int step, int holder, DropCode? code = null)
    {
        if (branch is not null)
        {
            ends.Add(new SymbolicEnd(branch, outcome, program, step, holder, code));
        }
    }

    /// <summary>Where packets came to a translator.</summary>
    private readonly record struct Arrival(int Holder, int Program, int Step);
}
