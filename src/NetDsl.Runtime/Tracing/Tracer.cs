using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Tracing;

/// <summary>
/// Follows a packet and its reply, and explains both. What each hop means stands in <c>docs/semantics.md</c>, "A trace".
/// </summary>
internal sealed class Tracer(ForwardingGraph graph, ForwardingTables tables)
{
    private readonly GraphNames names = new(graph);

    /// <summary>Follows a packet that a holder sends, or the internet when the sender is -1, and the request that it carries, if it does.</summary>
    public Trace Follow(int sender, Packet packet, Question question, ServiceRequest? request = null)
    {
        var translations = new List<TracedTranslation>();
        var memory = new TraceMemory();
        var recorder = new TraceRecorder();
        var end = Walk(sender, packet, recorder, translations, memory, isReply: false, request);
        if (end.Outcome is Outcome.Dropped)
        {
            return new Trace(Verdict.Blocked, recorder.Finish(Outcome.Dropped, null), TraceDirection.NotWalked);
        }

        var forward = recorder.Finish(end.Outcome, Receiver(end));
        var back = !packet.AsksForAnswer ? TraceDirection.NotWalked
            : Service(end.At) is { } service
            ? ServiceReply(sender, service, end.Packet.Reply())
            : FollowReply(sender, packet, end, translations, memory);
        var isAnswered = question.IsMetBy(end) && forward.Outcome != Outcome.Dropped && back.Outcome != Outcome.Dropped;
        return new Trace(isAnswered ? Verdict.Reachable : Verdict.Blocked, forward, back);
    }

    /// <summary>The internet cannot write to what has no public address.</summary>
    public Trace WithoutPublicAddress(int receiver, Packet packet)
    {
        var recorder = new TraceRecorder();
        var node = graph.Holders[receiver].Node;
        recorder.Drop(
            names.Node(names.Internet),
            DropCode.IgwNoMapping,
            $"{names.Path(node)} has no public address, so nothing on the internet can write to it; give it one with PublicIp() or ElasticIp(…)",
            packet,
            names.Node(node).Origin);
        return new Trace(Verdict.Blocked, recorder.Finish(Outcome.Dropped, null), TraceDirection.NotWalked);
    }

    private TraceDirection FollowReply(
        int asker, Packet asked, WalkEnd arrived, List<TracedTranslation> translations, TraceMemory memory)
    {
        var recorder = new TraceRecorder();
        var end = PublicService(arrived) is { } from
            ? WalkFromService(from, arrived, recorder, translations, memory)
            : Walk(arrived.Holder, arrived.Packet.Reply(), recorder, translations, memory, isReply: true);
        if (end.Outcome is Outcome.Dropped)
        {
            if (end.Code == DropCode.NoInterfaceWithAddress && IsWrongVpc(VpcOf(end), asker))
            {
                recorder.Preface($"the reply goes to VPC {names.Path(VpcOf(end))} instead of {names.Path(graph.Holders[asker].Vpc)}: ");
            }

            return recorder.Finish(Outcome.Dropped, null);
        }

        if (end.Holder != asker || PublicService(end) is not null || end.Packet != asked.Reply() || Service(end.At) is not null)
        {
            recorder.Drop(Place(end), DropCode.ReplyMismatch, Mismatch(end, asker, asked.Reply()), end.Packet);
        }
        else if (memory.FirstUnanswered is var passed and >= 0)
        {
            var node = graph.Holders[passed].Node;
            recorder.Drop(
                names.Node(node),
                DropCode.StatefulApplianceAsymmetry,
                $"{names.Path(node)} saw the packet and not its reply, so that its host drops what follows; route the way back through it too",
                end.Packet);
        }

        return recorder.Finish(end.Outcome, Receiver(end));
    }

    /// <summary>Says whether the reply went astray or came in another shape.</summary>
    private string Mismatch(WalkEnd end, int asker, Packet awaited)
    {
        var who = asker < 0 ? "the internet" : names.Path(graph.Holders[asker].Node);
        var where = end.Holder >= 0 && IsWrongVpc(graph.Holders[end.Holder].Vpc, asker)
            ? $" in VPC {names.Path(graph.Holders[end.Holder].Vpc)}, the wrong one"
            : "";
        return end.Packet == awaited
            ? $"the reply arrives at {Place(end).Path}{where}, not at {who}, which asked: both have the address {awaited.Destination}; give VPCs that share a peer prefixes that do not overlap, or route the asker's prefix more specifically"
            : $"the reply arrives as {end.Packet}, but {who} awaits {awaited}; give both directions the same gateways, so that the reply shows the address that was asked";
    }

    /// <summary>The VPC where a walk ended that found nothing with the address.</summary>
    private int VpcOf(in WalkEnd end) => graph.Programs[end.At.Program].End switch
    {
        DeliverEnd deliver => deliver.Vpc,
        DropEnd drop => drop.Node,
        _ => -1,
    };

    private bool IsWrongVpc(int vpc, int asker) => asker >= 0 && vpc >= 0 && graph.Holders[asker].Vpc != vpc;

    private WalkEnd Walk(
        int sender,
        Packet packet,
        TraceRecorder recorder,
        List<TracedTranslation> translations,
        TraceMemory memory,
        bool isReply,
        ServiceRequest? request = null)
    {
        if (sender < 0)
        {
            recorder.Pass(names.Outside(packet.Source), "enters from " + packet.Source.ToString(), packet);
        }

        var passage = new TracePassage(graph, tables, names, recorder, translations, memory, isReply);
        var walk = new PacketWalk(sender, packet);
        tables.Walk(ref walk, ref passage);
        var end = walk.Ended;
        if (request is not null && PublicService(end) is { } service)
        {
            var judge = new RequestJudge(graph, names);
            var endpoint = Endpoint(end);
            if (endpoint is { } by)
            {
                judge.Judge(by, request, sender, end.Packet, recorder);
            }

            judge.JudgeSource(service, endpoint, request, end.Packet, recorder);
        }

        return Told(end, recorder);
    }

    /// <summary>The reply of a service of the vendor's: by the internet, by a gateway endpoint, or by the interface that handed it over.</summary>
    private WalkEnd WalkFromService(int service, WalkEnd arrived, TraceRecorder recorder, List<TracedTranslation> translations, TraceMemory memory)
    {
        var reply = arrived.Packet.Reply();
        recorder.Pass(names.Node(service), "replies", reply);
        var passage = new TracePassage(graph, tables, names, recorder, translations, memory, isReply: true);
        var walk = new PacketWalk(-1, reply);
        if (arrived.Holder >= 0)
        {
            tables.WalkAt(arrived.Holder, ref walk, ref passage);
        }
        else
        {
            tables.WalkFrom(((ServiceEnd)graph.Programs[arrived.At.Program].End).ReplySource, ref walk, ref passage);
        }

        return Told(walk.Ended, recorder);
    }

    /// <summary>Notes how a walk ended.</summary>
    private WalkEnd Told(WalkEnd end, TraceRecorder recorder)
    {
        switch (end.Outcome)
        {
            case Outcome.Exits:
                recorder.Pass(names.Outside(end.Packet.Destination), "leaves the network for " + end.Packet.Destination.ToString(), end.Packet);
                break;
            case Outcome.Dropped:
                Explain(end, recorder);
                break;
            case Outcome.Delivered when PublicService(end) is { } served:
                recorder.Pass(names.Node(served), "receives it from " + end.Packet.Source.ToString(), end.Packet);
                break;
            case Outcome.Delivered when Service(end.At) is { } service:
                recorder.Pass(HostServices.Node(service), "answers at the host; no group, ACL or route is asked", end.Packet);
                break;
        }

        return end;
    }

    private TraceDirection ServiceReply(int sender, string service, Packet reply)
    {
        var recorder = new TraceRecorder();
        recorder.Pass(HostServices.Node(service), "answers at the host; no group, ACL or route is asked", reply);
        return recorder.Finish(Outcome.Delivered, names.Path(graph.Holders[sender].Node));
    }

    /// <summary>Names what ended the walk; filters that deny never do, they have been named on the way.</summary>
    private void Explain(in WalkEnd end, TraceRecorder recorder)
    {
        if (end.Holder == ForwardingTables.Unplaced)
        {
            recorder.Drop(
                names.Node(names.Internet),
                DropCode.IgwNoMapping,
                $"nothing of the network has {end.Packet.Destination}: a packet has addresses of one family, and IPv6 needs a VPC with an IPv6 block",
                end.Packet);
            return;
        }

        if (Reason(end) is var (element, text))
        {
            recorder.Drop(element, end.Code!.Value, text, end.Packet);
            return;
        }

        var program = graph.Programs[end.At.Program];
        var drop = (DropEnd)program.End;
        var origin = names.OriginOf(drop.Origin, drop.Node);
        if (IsToldByLastStep(program, drop))
        {
            recorder.DropAtLast(drop.Code, drop.Text, origin);
        }
        else
        {
            recorder.Drop(names.Node(drop.Node), drop.Code, drop.Text, end.Packet, origin);
        }
    }

    /// <summary>What drops a packet on the way or at a holder, and why; nothing when the end of the path says it.</summary>
    private (GraphNode Element, string Text)? Reason(in WalkEnd end)
    {
        var program = graph.Programs[end.At.Program];
        var step = end.At.Step < program.Steps.Count ? program.Steps[end.At.Step] : null;
        var holder = end.Holder >= 0 ? graph.Holders[end.Holder] : null;
        var packet = end.Packet;
        return end.Code switch
        {
            _ when step is InspectionStep inspection => ApplianceText.Reason(
                end.Code!.Value, tables.InspectionAt(inspection.Inspection), packet, names, graph),
            DropCode.GwlbNotAddressable when holder is not null => (
                names.Node(holder.Node),
                $"{names.Path(holder.Node)} takes what routes lead to it, and nothing that is addressed to it; write to a host"),
            DropCode.StatefulApplianceAsymmetry when step is not null => (
                names.Node(step.Node),
                $"{names.Path(step.Node)} gets the reply of a connection that its host has not seen begin; route both ways through it"),
            DropCode.EniSourceDestCheckRestriction when holder is not null => (
                names.Node(holder.Node),
                holder.AddressOf(packet.Destination) is { } own
                    ? $"{packet.Source} is not an address of {names.Path(holder.Node)}; send from {own}"
                    : $"{names.Path(holder.Node)} has no {(packet.Destination.IsIpv4 ? "IPv4" : "IPv6")} address to write to {packet.Destination} from; write to an address of the family that it has"),
            DropCode.IgwPublicIpAssociationForEgress when step is not null => (
                names.Node(step.Node),
                packet.Source.IsIpv6
                    ? $"{names.Kind(step.Node).Replace('-', ' ')} {names.Name(step.Node)} knows nothing of its VPC with the address {packet.Source}; send from an address of the sender"
                    : $"internet gateway {names.Name(step.Node)} has no public address for {packet.Source}; give its interface PublicIp() or ElasticIp(…), or route through a NAT gateway"),
            DropCode.EigwUnsolicited when step is not null => (
                names.Node(step.Node),
                $"no connection of {names.Path(step.Node)} is answered by {packet}; an egress-only internet gateway lets in replies only, route {packet.Source} to an internet gateway"),
            DropCode.NatUnsupportedProtocol when program.End is Nat64End nat && step is null => (
                names.Node(nat.Node),
                $"a NAT gateway translates TCP, UDP and echo requests to IPv4, not {RuleText.Traffic(packet)}; carry it inside one of them"),
            DropCode.NatUnsupportedProtocol when step is not null => (
                names.Node(step.Node),
                $"{(step is ForwardStep ? "a NAT instance" : "a NAT gateway")} translates TCP, UDP and ICMP, not protocol {packet.Protocol}; carry it inside one of them"),
            DropCode.NatUnsolicited => (
                names.Node(holder!.Node),
                $"no flow of {names.Path(holder.Node)} is answered by {packet}; a {names.Kind(holder.Node).Replace('-', ' ')} lets in replies only, give the receiver an address of its own"),
            DropCode.Elbv2ListenersMismatch or DropCode.Elbv2ListenerHasNoTg or DropCode.Elbv2NoTargetsInAz or DropCode.LbHairpin when holder is not null => (
                names.Node(tables.Distributions[end.Holder].Node),
                RefusalOfBalancer(end)),
            DropCode.GaDisabled or DropCode.GaNoListener or DropCode.GaNoEndpoint => (
                names.Node(holder!.Node),
                AcceleratorText.Refusal(end.Code!.Value, names.Node(holder.Node), tables.Accelerators[end.Holder].Rules.Any(rule => rule.IsPortMap), packet)),
            DropCode.EndpointNotAccepted or DropCode.VpceServiceNotInstalledInAz when holder is not null => (
                names.Node(tables.Endpoints[end.Holder].Node),
                tables.Endpoints[end.Holder].Text),
            DropCode.ProtocolRestriction when holder is not null => (
                names.Node(tables.Endpoints[end.Holder].Node),
                $"an interface endpoint takes TCP, not protocol {packet.Protocol}; speak TCP to the service"),
            DropCode.VpceGatewayProtocolRestriction when step is not null => (
                names.Node(step.Node),
                $"a gateway endpoint takes TCP and ICMP, not protocol {packet.Protocol}; speak TCP to the service"),
            DropCode.DxSourceNotRegistered when step is RegisteredSourceStep registered => (
                names.Node(step.Node),
                $"{packet.Source} is of no prefix that is registered for public virtual interface {names.Name(step.Node)} ({string.Join(", ", registered.Prefixes)}); send from a registered address, or register its prefix with Register(…)"),
            DropCode.NoInterfaceWithAddress when program.End is DeliverEnd deliver => (
                names.Node(deliver.Vpc),
                $"nothing in {names.Kind(deliver.Vpc).Replace("vpc", "VPC", StringComparison.Ordinal)} {names.Name(deliver.Vpc)} has the address {packet.Destination}; write to an address that an interface has"),
            DropCode.ForwardingLoop when holder is not null => (
                names.Node(holder.Node),
                $"the packet comes from one translator to the next without end; route {packet.Destination} to its own subnet"),
            _ => null,
        };
    }

    private string RefusalOfBalancer(in WalkEnd end) => end.Code switch
    {
        DropCode.Elbv2ListenersMismatch =>
            $"no listener takes {RuleText.Traffic(end.Packet)}; add Listener(…, {end.Packet.DestinationPort}, …)",
        DropCode.LbHairpin =>
            $"the chosen target is the client {end.Packet.Source} itself, and its address is preserved, so that it would answer itself; call PreserveClientAddress(false) on the target group",
        _ => tables.Distributions.RuleFor(end.Holder, end.Packet)!.Text,
    };

    /// <summary>A blackhole drops in the look-up that finds it; an attachment without a table, where it is entered.</summary>
    private static bool IsToldByLastStep(PathProgram program, DropEnd drop) =>
        program.Steps.Count > 0 && program.Steps[^1] switch
        {
            RouteStep route => drop.Code == DropCode.BadStateRoute && drop.Node == route.Node,
            TransitGatewayStep attachment => attachment.Entering && drop.Node == attachment.Node,
            _ => false,
        };

    private string? Receiver(in WalkEnd end) => end.Outcome is Outcome.Delivered ? Place(end).Path : null;

    /// <summary>Where a walk ended that was not dropped.</summary>
    private GraphNode Place(in WalkEnd end) =>
        PublicService(end) is { } served ? names.Node(served)
        : Service(end.At) is { } service ? HostServices.Node(service)
        : end.Holder < 0 ? names.Outside(end.Packet.Destination)
        : names.Node(graph.Holders[end.Holder].Node);

    /// <summary>The service of the vendor's where a walk ended, if it did at one.</summary>
    private int? PublicService(in WalkEnd end) => end switch
    {
        { Outcome: not Outcome.Delivered } => null,
        { Holder: >= 0 and var holder } => graph.Holders[holder].Role == HolderRole.EndpointInterface ? tables.Endpoints[holder].Service : null,
        _ => (graph.Programs[end.At.Program].End as ServiceEnd)?.Node,
    };

    /// <summary>The endpoint by which a walk came to a service of the vendor's, if it did by one.</summary>
    private int? Endpoint(in WalkEnd end) => PublicService(end) is null ? null
        : end.Holder >= 0 ? tables.Endpoints[end.Holder].Node
        : graph.Programs[end.At.Program].Steps.OfType<GatewayEndpointStep>().LastOrDefault()?.Node;

    private string? Service(PathPosition at) => (graph.Programs[at.Program].End as HostServiceEnd)?.Service;
}
