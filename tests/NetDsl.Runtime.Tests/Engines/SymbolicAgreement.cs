using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;
using Asked = NetDsl.Testing.RandomNetworks.Question;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// Asks the symbolic engine what becomes of <em>all</em> packets of a sender, and the compiled graph what becomes of single ones: the part of the sets
/// that has the packet tells the same, hop by hop.
/// </summary>
/// <param name="network">The compiled graph.</param>
/// <param name="topology">The network, as the symbolic engine is given it.</param>
/// <param name="counts">Counts the packets that are compared.</param>
/// <param name="told">Changes what the symbolic engine tells, to see that it is noticed.</param>
sealed class SymbolicAgreement(
    CompiledNetwork network, Topology topology, PacketCounts counts, Func<List<FlowOutcome>, PacketSpace, IEnumerable<FlowOutcome>>? told = null)
{
    readonly PacketSpace space = new();
    readonly PlanTables tables = new(new NetworkLowering(topology));
    readonly Dictionary<(int Sender, IpAddress Source), List<FlowOutcome>> outcomes = [];
    FlowAnalysis? analysis;
    PathStory? story;

    FlowAnalysis Analysis => analysis ??= new FlowAnalysis(tables, space, CancellationToken.None);

    PathStory Story => story ??= new PathStory(tables, space);

    /// <summary>What the two engines say of a question when they differ; nothing when they do not.</summary>
    public Difference? Compare(Asked asked)
    {
        if (AskedPacket.Of(network, asked) is not { } what)
        {
            return Difference.NotAsked;
        }

        // A policy judges requests, of which sets of packets know nothing.
        var trace = network.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort);
        var having = All(what.Sender, what.Packet.Source).FindAll(outcome => space.Contains(outcome.Packets, what.Packet));
        counts.Add(having.Exists(outcome => outcome.IsChosen), having.Exists(outcome => outcome.Verdict == Verdict.Unknown));
        if (having.Count == 0 || (having.Count > 1 && !having.TrueForAll(outcome => outcome.IsChosen)))
        {
            return new Difference("one part of the sets, or several of which a hash chooses", $"{what.Packet} is in {having.Count} parts");
        }

        return having[0].Verdict == Verdict.Unknown || having.Exists(outcome => IsSame(outcome, trace, what.Packet, what.Question))
            ? null
            : new Difference(
                $"{what.Packet} from {what.Sender}\n{Text(trace, what.Packet)}",
                string.Join("or\n", having.Select(outcome => Text(outcome, what.Packet, what.Question))));
    }

    List<FlowOutcome> All(int sender, IpAddress source)
    {
        if (!outcomes.TryGetValue((sender, source), out var all))
        {
            // What no host can send is asked too: addresses of two families. Every other sender is asked about with those that are like it.
            all = sender >= 0 && tables.GroupOf(sender) is { Addresses.Count: > 1 } group && sender % 2 == 0 && group.Addresses.Any(each => each.Address == source && each.Holder == sender)
                ? Analysis.Ask(group, space.UnionOf([.. group.Addresses.Select(each => space.From(each.Address))]))
                : Analysis.Ask(sender, source, space.From(source));
            all = told is null ? all : [.. told(all, space)];
            outcomes.Add((sender, source), all);
        }

        return all;
    }

    bool IsSame(FlowOutcome outcome, Trace trace, Packet packet, NetDsl.Runtime.Tracing.Question question)
    {
        var forward = outcome.Forward!;
        if (trace.Forward.Code is { } code)
        {
            return outcome.Code == code && forward.Outcome == Outcome.Dropped && trace.Verdict == Verdict.Blocked && IsSameWay(forward, trace.Forward, packet);
        }

        return forward.Outcome == trace.Forward.Outcome
            && VerdictOf(outcome, packet, question) == trace.Verdict
            && forward.Branch.Header.Of(packet) == (trace.Forward.Hops.Count == 0 ? packet : trace.Forward.Hops[^1].Packet)
            && outcome.Code == trace.Return.Code
            && (trace.Return.Code is not null || (outcome.Return?.Outcome ?? (packet.AsksForAnswer ? Outcome.Delivered : Outcome.Unknown)) == trace.Return.Outcome)
            && IsSameWay(forward, trace.Forward, packet)
            && (outcome.Return is not { } back || IsSameWay(back, trace.Return, packet));
    }

    Verdict VerdictOf(FlowOutcome outcome, Packet packet, NetDsl.Runtime.Tracing.Question question)
    {
        var forward = outcome.Forward!;
        return question.IsMetBy(new NetDsl.Runtime.Forwarding.WalkEnd(forward.Outcome, default, tables.HolderAt(forward, packet), null, packet)) ? outcome.Verdict : Verdict.Blocked;
    }

    /// <summary>
    /// Whether the way of a set is the hops of a packet up to the first that drops it: element by element, and the rule or route that decides. What is outside
    /// the network is told by traces only.
    /// </summary>
    bool IsSameWay(SymbolicEnd end, TraceDirection direction, Packet sent)
    {
        var stations = Story.Of(end.Branch, sent);
        var place = 0;
        foreach (var hop in direction.Hops)
        {
            if (IsOutside(hop))
            {
                continue;
            }

            var isSame = place < stations.Count && IsSame(stations[place], hop);
            if (hop.Code is not null)
            {
                // Where a filter or the end of a path drops it, the way may say so or end before.
                return place == stations.Count || (isSame && place + 1 == stations.Count);
            }

            if (!isSame)
            {
                return false;
            }

            place++;
        }

        return place == stations.Count;
    }

    static bool IsSame(PathStation station, Hop hop) => station.Element == hop.Element && station.Kind == hop.Kind
        && (!DecidesByRuleOrRoute(station) || hop.Decision.StartsWith(station.Decision, StringComparison.Ordinal));

    static bool DecidesByRuleOrRoute(PathStation station) => station.IsFilter || station.Decision is not ("passes" or "sends it to a target");

    static bool IsOutside(Hop hop) => hop.Kind is "internet" or "internet-client" or "host-service" or "public-service";

    static string Text(Trace trace, Packet packet)
    {
        var arrived = trace.Forward.Hops.Count == 0 ? packet : trace.Forward.Hops[^1].Packet;
        return $"{trace.Verdict}, {trace.Forward.Outcome} {trace.Forward.Code} as {arrived}, reply {trace.Return.Outcome} {trace.Return.Code}\n"
            + string.Concat(new[] { trace.Forward, trace.Return }.Select(direction =>
                string.Concat(direction.Hops.Where(hop => !IsOutside(hop)).Select(hop => $"  {hop.Kind} {hop.Element}: {hop.Decision} {hop.Code}\n")) + "  --\n"));
    }

    string Text(FlowOutcome outcome, Packet packet, NetDsl.Runtime.Tracing.Question question) => outcome.Forward is not { } forward
        ? "unknown"
        : $"{VerdictOf(outcome, packet, question)}, {forward.Outcome} {forward.Code} as {forward.Branch.Header.Of(packet)}, reply {outcome.Return?.Outcome} {outcome.Code}\n"
            + string.Concat(new[] { forward, outcome.Return }.Select(end =>
                (end is null ? "" : string.Concat(Story.Of(end.Branch, packet).Select(station => $"  {station.Kind} {station.Element}: {station.Decision}\n"))) + "  --\n"));
}
