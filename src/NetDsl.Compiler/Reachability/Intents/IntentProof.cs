using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>
/// Proves what an author expects of a network, or finds the packet that refutes it. What the claims mean stands in docs/semantics.md, "Intents".
/// </summary>
public sealed class IntentProof
{
    private readonly CancellationToken cancellation;
    private readonly IntentParties parties;
    private readonly NetworkLowering plan;
    private readonly PlanTables tables;
    private readonly PacketSpace space;
    private readonly FlowAnalysis flows;
    private readonly IntentPeers peers;
    private readonly HeaderSets headers;
    private readonly PathStory story;
    private readonly DropStory drops;
    private readonly Lazy<PacketSet> toTranslators;

    // Several intents may ask about the same sender, and of what it writes to translators all ask the same.
    private readonly Dictionary<(int From, PacketSet Packets), List<SymbolicEnd>?> sentOn = [];

    // Several intents may ask about the same zone.
    private readonly Dictionary<string, (Topology Topology, NetworkLowering Plan)> withoutZones = [];

    private IntentProof(Topology topology, NetworkLowering plan, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        this.plan = plan;
        parties = new IntentParties(topology);
        tables = new PlanTables(plan);
        space = new PacketSpace(cancellation: cancellation);
        flows = new FlowAnalysis(tables, space, cancellation);
        peers = new IntentPeers(topology, tables, space);
        headers = new HeaderSets(space);
        story = new PathStory(tables, space);
        drops = new DropStory(tables);
        toTranslators = new(ToTranslators);
    }

    /// <summary>Judges every intent of a network.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="cancellation">Asked on the way.</param>
    /// <returns>A verdict an intent, in their order.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">The topology is not whole.</exception>
    public static EquatableArray<IntentVerdict> Of(Topology topology, CancellationToken cancellation = default) => Of(topology, () => new NetworkLowering(topology), cancellation);

    /// <summary>The same with a lowering of the network that somebody may have already; a network without intents needs none.</summary>
    internal static EquatableArray<IntentVerdict> Of(Topology topology, Func<NetworkLowering> lower, CancellationToken cancellation)
    {
        if (!topology.IsWhole)
        {
            throw new ArgumentException($"Topology '{topology.Name}' has {topology.Problems.Count} problems, so that nothing is proved of it.", nameof(topology));
        }

        if (topology.Intents.Count == 0)
        {
            return [];
        }

        var plan = lower();
        var proof = new IntentProof(topology, plan, cancellation);
        var verdicts = new List<IntentVerdict>();
        foreach (var intent in topology.Intents)
        {
            verdicts.Add(proof.Judge(topology, intent));

            // An intent that asks for more than there is room for leaves none to the others.
            proof = verdicts[^1].Fault == IntentFault.Unproved ? new IntentProof(topology, plan, cancellation) : proof;
        }

        return verdicts.ToEquatableArray();
    }

    private IntentVerdict Judge(Topology topology, Intent intent)
    {
        flows.Restart();
        try
        {
            var from = parties.From(intent);
            var to = parties.To(intent);
            if ((intent.Kind == IntentKind.CanReach ? CanReach(intent, from, to) : CannotReach(intent, from, to)) is { } refuted)
            {
                return refuted;
            }

            foreach (var zone in intent.SurvivesLossOf)
            {
                var (left, lowered) = Without(topology, zone.Value);
                var rest = new IntentProof(left, lowered, cancellation);
                if (rest.CanReach(intent, parties.Without(from, zone.Value), parties.Without(to, zone.Value)) is { } lost)
                {
                    return lost with { Fault = lost.Fault == IntentFault.Unproved ? lost.Fault : IntentFault.Lost, Text = $"without zone {zone}, {lost.Text}" };
                }
            }

            return new IntentVerdict(intent, IntentFault.None, "");
        }
        catch (PacketSpaceExhaustedException exhausted)
        {
            return Unproved(intent, exhausted.Message);
        }
    }

    private (Topology Topology, NetworkLowering Plan) Without(Topology topology, AvailabilityZone zone)
    {
        if (!withoutZones.TryGetValue(zone.Id, out var known))
        {
            var left = ZoneLoss.Without(topology, zone);
            known = (left, new NetworkLowering(left));
            withoutZones.Add(zone.Id, known);
        }

        return known;
    }

    /// <summary>Whether every packet of the traffic arrives at everybody whom it is for, by a way that it may take, and is answered; what refutes it.</summary>
    private IntentVerdict? CanReach(Intent intent, IntentParty from, IntentParty to)
    {
        foreach (var sender in peers.Senders(from))
        {
            foreach (var traffic in intent.Traffic)
            {
                cancellation.ThrowIfCancellationRequested();
                var receivers = peers.Receivers(to, sender, traffic.Value.Protocol).ToList();
                if (receivers.Find(receiver => receiver.Packets.IsEmpty && !IsAlone(sender, receiver)) is { } unaddressed)
                {
                    return new IntentVerdict(
                        intent,
                        IntentFault.Blocked,
                        $"{NameOf(sender)} and {unaddressed.Name} have no addresses of one family by which {traffic.Value} goes from one to the other");
                }

                var indexed = new IntentReceivers(receivers, tables, space);
                var packets = space.Intersect(Asked(traffic.Value), space.Intersect(sender.Packets, indexed.Packets));
                if (Refute(intent, sender, indexed, space.Except(packets, ToThemselves(sender, receivers))) is { } refuted)
                {
                    return refuted;
                }
            }
        }

        return null;
    }

    private IntentVerdict? Refute(Intent intent, IntentSender sender, IntentReceivers receivers, PacketSet packets)
    {
        if (packets.IsEmpty)
        {
            return null;
        }

        var outcomes = sender.Group is { } group ? flows.Ask(group, packets) : flows.Ask(-1, sender.Speaks, packets);
        foreach (var outcome in outcomes)
        {
            if (outcome.Forward is not { } forward)
            {
                return Unproved(intent, new UntoldException().Message);
            }

            var at = outcome.Verdict == Verdict.Reachable ? receivers.At(forward) : PacketSet.Empty;
            var missed = space.Except(outcome.Packets, at);
            if (!missed.IsEmpty)
            {
                return Counterexample(
                    intent, IntentFault.Blocked, outcome with { Packets = missed }, sent => Blocked(outcome, forward, $"{sent} from {NameOf(sender, sent)} to {receivers.NameOf(sent)}", sent));
            }

            foreach (var waypoint in intent.OnlyThrough.Where(waypoint => !Passes(forward.Branch, waypoint)))
            {
                var through = string.Join(" or ", waypoint.AnyOf.Select(element => $"{ElementKinds.Text(element.Value.Kind)} {element.Value.Name}"));
                return Counterexample(
                    intent, IntentFault.Bypasses, outcome, sent => $"{sent} from {NameOf(sender, sent)} arrives at {receivers.NameOf(sent)} and passes no {through}");
            }
        }

        return null;
    }

    /// <summary>Whether no packet of the traffic arrives at anybody whom it is for, answered or not; what refutes it.</summary>
    private IntentVerdict? CannotReach(Intent intent, IntentParty from, IntentParty to)
    {
        var receivers = new IntentReceivers([.. peers.Receivers(to)], tables, space);
        var mayBeIndirect = receivers.All.Any(receiver => !receiver.IsOutside);
        var traffic = space.Intersect(space.WellFormed, space.UnionOf([.. intent.Traffic.Select(each => space.Of(each.Value))]));
        foreach (var sender in peers.Senders(from))
        {
            cancellation.ThrowIfCancellationRequested();
            var sent = sender.Forwards ? PacketSet.All : sender.Packets;
            var asked = space.Intersect(sent, traffic);
            var direct = Forward(sender, space.Intersect(asked, receivers.Packets));
            var indirect = mayBeIndirect ? ToTranslators(sender, asked) : [];
            if (direct is null || indirect is null)
            {
                return Unproved(intent, new UntoldException().Message);
            }

            foreach (var end in direct.Concat(indirect))
            {
                foreach (var receiver in receivers.Near(end).Where(receiver => !IsAlone(sender, receiver)))
                {
                    var arriving = receiver.Reached(end, tables, space, headers);
                    var reached = arriving.IsEmpty ? arriving : space.Except(arriving, ToThemselves(sender, [receiver]));
                    if (!reached.IsEmpty)
                    {
                        return Counterexample(
                            intent,
                            IntentFault.Arrives,
                            new FlowOutcome(reached, Verdict.Reachable, end, Return: null, Code: null),
                            packet => $"{packet} from {NameOf(sender, packet)} arrives at {receiver.Name}{LetInBy(end, packet)}");
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Where those of packets end that are written to what sends them on under another destination; nothing when no set tells it.</summary>
    private List<SymbolicEnd>? ToTranslators(IntentSender sender, PacketSet packets)
    {
        var from = sender.Group?.Representative ?? -1;
        if (!sentOn.TryGetValue((from, packets), out var ends))
        {
            ends = Forward(sender, space.Intersect(packets, toTranslators.Value));
            sentOn.Add((from, packets), ends);
        }

        return ends;
    }

    private List<SymbolicEnd>? Forward(IntentSender sender, PacketSet packets) =>
        flows.Forward(sender.Group?.Representative ?? -1, sender.Group is { Addresses.Count: > 1 }, packets);

    /// <summary>Whether somebody is the only one who sends and whom it is for.</summary>
    private static bool IsAlone(IntentSender sender, IntentReceiver receiver) =>
        sender.Group is { } group && receiver.Holder >= 0 && group.Members.Count == 1 && group.Representative == receiver.Holder;

    /// <summary>Nobody is asked about himself.</summary>
    private PacketSet ToThemselves(IntentSender sender, List<IntentReceiver> receivers)
    {
        if (sender.Group is not { } group)
        {
            return PacketSet.Empty;
        }

        var members = new HashSet<int>(group.Members);
        return space.UnionOf([.. receivers
            .Where(receiver => members.Contains(receiver.Holder))
            .Select(receiver => space.Intersect(
                space.UnionOf([.. tables.AddressesOf(receiver.Holder).Select(space.From)]),
                receiver.Packets))]);
    }

    /// <summary>The packets to whatever sends on what it takes under another destination: only so somebody is reached who was not written to.</summary>
    private PacketSet ToTranslators() => space.UnionOf(
    [
        space.To(Nat64.Prefix),
        .. plan.Holders.Where(holder => holder.Translates).SelectMany(holder => holder.AllAddresses).Select(space.To),
    ]);

    /// <summary>The packets of traffic that must arrive: with every port that the system of a client may choose.</summary>
    private PacketSet Asked(TrafficSelector traffic)
    {
        var withPorts = space.Union(space.Of(Protocol.Tcp), space.Of(Protocol.Udp));
        var chosen = space.Union(space.FromPorts(new PortRange(1024, ushort.MaxValue)), space.Complement(withPorts));
        return space.Intersect(space.Intersect(space.WellFormed, chosen), space.Of(traffic));
    }

    private string NameOf(IntentSender sender, Packet? sent = null) => sender.Group is not { } group
        ? sender.Speaks is { } client ? client.ToString() : "the internet"
        : plan.Node(plan.Holders[(sent is { } packet ? group.HolderOf(packet.Source) : null) ?? group.Representative].Node).Path;

    private bool Passes(FlowBranch branch, Waypoint waypoint) => story.Passed(branch).Any(node => waypoint.AnyOf.Any(element => Is(node, element.Value)));

    /// <summary>Whether a node is an element, or a part of a transit gateway that is.</summary>
    private static bool Is(GraphNode node, ElementId element) =>
        (node.Path == element.Path && node.Kind == ElementKinds.Code(element.Kind))
        || (element.Kind == ElementKind.TransitGateway && node.Path.StartsWith(element.Path + "/", StringComparison.Ordinal))
        || (element.Kind == ElementKind.Instance && node.Kind == ElementKinds.Code(ElementKind.NetworkInterface)
            && (node.Path == element.Path || node.Path.StartsWith(element.Path + "/", StringComparison.Ordinal)));

    private IntentVerdict Counterexample(Intent intent, IntentFault fault, FlowOutcome outcome, Func<Packet, string> text)
    {
        var sent = space.SampleLikePeople(outcome.Packets)!.Value;
        var blockedReply = outcome.Return is { Outcome: Outcome.Dropped } back ? story.Of(back.Branch, sent) : [];
        return new IntentVerdict(intent, fault, text(sent))
        {
            Counterexample = sent,
            Path = story.Of(outcome.Forward!.Branch, sent).Concat(blockedReply).ToEquatableArray(),
        };
    }

    private string Blocked(FlowOutcome outcome, SymbolicEnd forward, string start, Packet sent)
    {
        if (forward.Outcome == Outcome.Dropped)
        {
            return $"{start} is dropped: {drops.Reason(forward, sent)}";
        }

        if (outcome.Verdict == Verdict.Reachable)
        {
            var where = tables.HolderAt(forward, sent) is >= 0 and var holder ? plan.Node(plan.Holders[holder].Node).Path : forward.Outcome == Outcome.Exits ? "the internet" : "a service of the vendor's";
            return $"{start} arrives at {where} instead";
        }

        return outcome.Return is { Outcome: Outcome.Dropped } back
            ? $"{start} arrives, and its reply is dropped: {drops.Reason(back, sent)}"
            : $"{start} arrives, and its reply does not come back as it is awaited ({outcome.Code!.Value.ToCode()})";
    }

    /// <summary>The rule that let a packet in in the end, and where it stands: what one looks for first.</summary>
    private string LetInBy(SymbolicEnd end, Packet sent) =>
        story.Of(end.Branch, sent).LastOrDefault(station => station.IsFilter && station.Origin.Line > 0) is { } last
            ? $": {last.Decision}, {Path.GetFileName(last.Origin.File)}:{last.Origin.Line}, lets it in"
            : "";

    private static IntentVerdict Unproved(Intent intent, string why) => new(intent, IntentFault.Unproved, why);
}
