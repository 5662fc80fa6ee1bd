using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability;

/// <summary>What becomes of flows: the packets, and their replies.</summary>
/// <param name="tables">The network.</param>
/// <param name="space">The sets.</param>
/// <param name="cancellation">Asked on the way.</param>
/// <param name="mostBranches">How often packets may part or end.</param>
internal sealed class FlowAnalysis(PlanTables tables, PacketSpace space, CancellationToken cancellation, int mostBranches = SymbolicWalk.MostBranches)
{
    private readonly NetworkLowering plan = tables.Plan;
    private readonly SymbolicWalk walk = new(tables, space, mostBranches, cancellation);

    /// <summary>Begins another question: packets may part and end as often again.</summary>
    public void Restart() => walk.Restart();

    /// <summary>
    /// What becomes of packets that a holder, or the internet when it is -1, sends. The parts have all of the packets; two of them have a packet in common
    /// only where a hash decides which it is.
    /// </summary>
    /// <param name="from">Who sends.</param>
    /// <param name="source">The source that all of them have; nothing when they differ.</param>
    /// <param name="packets">Which packets.</param>
    public List<FlowOutcome> Ask(int from, IpAddress? source, PacketSet packets)
    {
        var header = source is { } address
            ? SymbolicHeader.AsSent with { Source = AddressTerm.OfSource.Known(address) }
            : SymbolicHeader.AsSent;
        return Ask(from, isGroup: false, header, source is { } only ? space.Intersect(packets, space.From(only)) : packets);
    }

    /// <summary>Where packets end, whatever becomes of replies.</summary>
    /// <param name="from">Who sends; the internet when it is -1.</param>
    /// <param name="isGroup">Whether each member of its group sends those with its own address.</param>
    /// <param name="packets">Which packets.</param>
    /// <returns>How they end; nothing when no set tells it.</returns>
    public List<SymbolicEnd>? Forward(int from, bool isGroup, PacketSet packets)
    {
        try
        {
            return walk.From(from, new FlowBranch(packets, SymbolicHeader.AsSent), isGroup);
        }
        catch (UntoldException)
        {
            return null;
        }
    }

    /// <summary>What becomes of packets that the members of a group send, each with its own address.</summary>
    /// <param name="from">The group.</param>
    /// <param name="packets">Which packets.</param>
    public List<FlowOutcome> Ask(HolderGroup from, PacketSet packets) => from.Addresses.Count == 1
        ? Ask(from.Representative, from.Addresses[0].Address, packets)
        : Ask(from.Representative, isGroup: true, SymbolicHeader.AsSent, packets);

    private List<FlowOutcome> Ask(int from, bool isGroup, SymbolicHeader header, PacketSet asked)
    {
        try
        {
            return [.. walk.From(from, new FlowBranch(asked, header), isGroup).SelectMany(end => Answered(from, isGroup, header, end)).ToList()];
        }
        catch (UntoldException)
        {
            return [new FlowOutcome(asked, Verdict.Unknown, Forward: null, Return: null, Code: null)];
        }
    }

    private IEnumerable<FlowOutcome> Answered(int from, bool isGroup, SymbolicHeader asked, SymbolicEnd end)
    {
        var arrived = end.Branch;
        if (arrived.Packets.IsEmpty)
        {
            yield break;
        }

        if (end.Outcome == Outcome.Dropped)
        {
            yield return new FlowOutcome(arrived.Packets, Verdict.Blocked, end, Return: null, end.Code);
            yield break;
        }

        if (IsHostService(end))
        {
            yield return new FlowOutcome(arrived.Packets, Verdict.Reachable, end, Return: null, Code: null);
            yield break;
        }

        var asking = walk.Headers.AsksForAnswer(arrived.Header);
        var silent = space.Except(arrived.Packets, asking);
        if (!silent.IsEmpty)
        {
            yield return new FlowOutcome(silent, Verdict.Reachable, end, Return: null, Code: null);
            arrived = arrived with { Packets = space.Intersect(arrived.Packets, asking) };
        }

        var icmp = walk.Headers.IsIcmp(arrived.Header.Protocol);
        foreach (var isIcmp in new[] { true, false })
        {
            var packets = isIcmp ? space.Intersect(arrived.Packets, icmp) : space.Except(arrived.Packets, icmp);
            if (packets.IsEmpty)
            {
                continue;
            }

            var reply = arrived with
            {
                Packets = packets,
                Header = arrived.Header.Reply(isIcmp),
                IsReply = true,
                Path = Chain<PathPoint>.Empty,
            };
            foreach (var back in Back(end, reply))
            {
                foreach (var outcome in Judge(from, isGroup, asked, isIcmp, end, back))
                {
                    yield return outcome;
                }
            }
        }
    }

    /// <summary>The way of the reply from where packets arrived.</summary>
    private List<SymbolicEnd> Back(SymbolicEnd end, FlowBranch reply) =>
        !IsService(end) ? walk.From(end.Holder, reply, end.IsOfGroup)
        : end.Holder >= 0 ? walk.At(end.Holder, reply)
        : walk.FromService(((ServiceEnd)plan.Program(end.Program).End).ReplySource, reply);

    /// <summary>Whether replies came to who asked, as who asked awaits them, and past every stateful host that saw the packets.</summary>
    private IEnumerable<FlowOutcome> Judge(int from, bool isGroup, SymbolicHeader asked, bool isIcmp, SymbolicEnd forward, SymbolicEnd back)
    {
        var packets = back.Branch.Packets;
        if (packets.IsEmpty)
        {
            yield break;
        }

        if (back.Outcome == Outcome.Dropped)
        {
            yield return new FlowOutcome(packets, Verdict.Blocked, forward, back, back.Code);
            yield break;
        }

        var returned = IsService(back) || IsHostService(back) ? PacketSet.Empty : ToAsker(back, from, isGroup);
        var awaited = returned.IsEmpty
            ? returned
            : space.Intersect(returned, walk.Headers.Equal(back.Branch.Header, asked.Reply(isIcmp), returned) ?? throw new UntoldException());
        var astray = space.Except(packets, awaited);
        if (!astray.IsEmpty)
        {
            yield return new FlowOutcome(astray, Verdict.Blocked, forward, back, DropCode.ReplyMismatch);
        }

        var unanswered = space.Intersect(awaited, Unanswered(back.Branch));
        if (!unanswered.IsEmpty)
        {
            yield return new FlowOutcome(unanswered, Verdict.Blocked, forward, back, DropCode.StatefulApplianceAsymmetry);
        }

        var answered = space.Except(awaited, unanswered);
        if (!answered.IsEmpty)
        {
            yield return new FlowOutcome(answered, Verdict.Reachable, forward, back, Code: null);
        }
    }

    /// <summary>
    /// The replies that are where they were asked from. Members of a group that ask together are told apart by their addresses, which replies to each of them are
    /// for; one that asks alone may have written the address of another.
    /// </summary>
    private PacketSet ToAsker(SymbolicEnd back, int from, bool isGroup)
    {
        if (back.Holder == from && !back.IsOfGroup)
        {
            return back.Branch.Packets;
        }

        if (from < 0 || back.Holder < 0 || tables.GroupOf(back.Holder) != tables.GroupOf(from))
        {
            return PacketSet.Empty;
        }

        return isGroup ? back.Branch.Packets
            : !back.IsOfGroup ? PacketSet.Empty
            : space.Intersect(
                back.Branch.Packets,
                space.UnionOf([.. tables.AddressesOf(from).Select(address => walk.Headers.Is(back.Branch.Header.Destination, address))]));
    }

    /// <summary>Those that a stateful host saw, and not their replies.</summary>
    private PacketSet Unanswered(FlowBranch branch)
    {
        var unanswered = PacketSet.Empty;
        foreach (var seen in branch.Inspected)
        {
            var answered = PacketSet.Empty;
            foreach (var answer in branch.Answered.Where(each => each.By == seen.By))
            {
                answered = space.Union(
                    answered, walk.Headers.Equal(answer.Header, seen.Header, branch.Packets) ?? throw new UntoldException());
            }

            unanswered = space.Union(
                unanswered, space.Except(walk.Headers.Is(seen.Header.Protocol, Protocol.Tcp), answered));
        }

        return unanswered;
    }

    private bool IsHostService(SymbolicEnd end) =>
        end is { Outcome: Outcome.Delivered, Program: >= 0 } && EndOf(end) is HostServiceEnd;

    /// <summary>Whether packets arrived at a service of the vendor's.</summary>
    private bool IsService(SymbolicEnd end) => end.Outcome == Outcome.Delivered
        && (end.Holder >= 0 ? plan.Holders[end.Holder].Role == HolderRole.EndpointInterface : EndOf(end) is ServiceEnd);

    private PathEnd? EndOf(SymbolicEnd end) =>
        tables.EndAt(end.Program, end.Step);
}

/// <summary>What becomes of some flows.</summary>
/// <param name="Packets">The packets that begin them, as they are sent.</param>
/// <param name="Verdict">Whether they work, wherever they arrive.</param>
/// <param name="Forward">How the packets end; nothing when no set tells it.</param>
/// <param name="Return">How their replies end; nothing when they were not walked.</param>
/// <param name="Code">Why they are blocked, when they are.</param>
internal sealed record FlowOutcome(PacketSet Packets, Verdict Verdict, SymbolicEnd? Forward, SymbolicEnd? Return, DropCode? Code)
{
    /// <summary>Whether a hash decides whether this or another outcome comes to be.</summary>
    public bool IsChosen => Forward?.Branch.IsChosen == true || Return?.Branch.IsChosen == true;
}
