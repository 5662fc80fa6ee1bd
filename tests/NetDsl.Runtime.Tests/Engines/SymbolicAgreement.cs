using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;
using NetDsl.Runtime.Forwarding;
using Asked = NetDsl.Testing.RandomNetworks.Question;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// Asks the symbolic engine what becomes of <em>all</em> packets of a sender, and the compiled graph what becomes of single ones: the part of the sets
/// that has the packet tells the same.
/// </summary>
sealed class SymbolicAgreement
{
    readonly CompiledNetwork network;
    readonly PacketSpace space = new();
    readonly FlowAnalysis analysis;
    readonly PlanTables tables;
    readonly Dictionary<(int Sender, IpAddress Source), List<FlowOutcome>> outcomes = [];

    public SymbolicAgreement(Topology topology)
    {
        var graph = TopologyLowering.Lower(topology);
        network = new CompiledNetwork(graph);
        tables = new PlanTables(new NetworkLowering(topology));
        analysis = new FlowAnalysis(tables, space, CancellationToken.None);
    }

    /// <summary>How many packets were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>How many of them a hash sends one way or another.</summary>
    public int Chosen { get; private set; }

    /// <summary>How many of them the symbolic engine could not tell of.</summary>
    public int Untold { get; private set; }

    /// <summary>What the two engines say of a question when they differ; nothing when they do not.</summary>
    public string? Difference(Asked asked)
    {
        (int Sender, Packet Packet, NetDsl.Runtime.Tracing.Question Question, int? Unaddressed) what;
        try
        {
            what = network.Asked(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort);
        }
        catch (Exception failure) when (failure is EndpointException or ArgumentException)
        {
            return null;
        }

        if (what.Unaddressed is not null)
        {
            return null;
        }

        var trace = network.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort);
        var all = All(what.Sender, what.Packet.Source);
        var having = all.Where(outcome => space.Contains(outcome.Packets, what.Packet)).ToList();
        Compared++;
        Chosen += having.Exists(outcome => outcome.IsChosen) ? 1 : 0;
        Untold += having.Exists(outcome => outcome.Verdict == Verdict.Unknown) ? 1 : 0;
        if (having.Count == 0 || (having.Count > 1 && !having.TrueForAll(outcome => outcome.IsChosen)))
        {
            return $"{what.Packet} is in {having.Count} parts of the sets, not all of which a hash chooses";
        }

        var compiled = Text(trace, what.Packet);
        var symbolic = having.ConvertAll(outcome => Text(outcome, what.Packet, what.Question));
        return symbolic.Contains(compiled) || having[0].Verdict == Verdict.Unknown
            ? null
            : $"{what.Packet} from {what.Sender}\ncompiled: {compiled}\nsymbolic: {string.Join("\n          ", symbolic)}";
    }

    List<FlowOutcome> All(int sender, IpAddress source)
    {
        if (!outcomes.TryGetValue((sender, source), out var all))
        {
            // What no host can send is asked too: addresses of two families. Every other sender is asked about with those that are like it.
            all = sender >= 0 && tables.GroupOf(sender) is { Addresses.Count: > 1 } group && sender % 2 == 0 && group.Addresses.Any(each => each.Address == source && each.Holder == sender)
                ? analysis.Ask(group, space.UnionOf([.. group.Addresses.Select(each => space.From(each.Address))]))
                : analysis.Ask(sender, source, space.From(source));
            outcomes.Add((sender, source), all);
        }

        return all;
    }

    static string Text(Trace trace, Packet packet)
    {
        if (trace.Forward.Code is { } code)
        {
            return $"{trace.Verdict}, dropped with {code}";
        }

        var arrived = trace.Forward.Hops.Count == 0 ? packet : trace.Forward.Hops[^1].Packet;
        var back = trace.Return.Code is { } lost ? $"dropped with {lost}" : $"{trace.Return.Outcome}";
        return $"{trace.Verdict}, {trace.Forward.Outcome} as {arrived}, reply {back}";
    }

    string Text(FlowOutcome outcome, Packet packet, NetDsl.Runtime.Tracing.Question question)
    {
        if (outcome.Forward is not { } forward)
        {
            return "unknown";
        }

        if (forward.Outcome == Outcome.Dropped)
        {
            return $"{Verdict.Blocked}, dropped with {outcome.Code}";
        }

        var isMet = question.IsMetBy(new WalkEnd(forward.Outcome, default, tables.HolderAt(forward, packet), null, packet));
        var verdict = isMet ? outcome.Verdict : Verdict.Blocked;
        var back = outcome.Code is { } lost ? $"dropped with {lost}"
            : $"{(outcome.Return is { } answered ? answered.Outcome : Outcome.Delivered)}";
        return $"{verdict}, {forward.Outcome} as {forward.Branch.Header.Of(packet)}, reply {back}";
    }
}
