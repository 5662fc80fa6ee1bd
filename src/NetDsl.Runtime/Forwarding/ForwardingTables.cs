using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// A forwarding graph in the form that packets are driven through: read-only, so that any number of threads may walk it.
/// </summary>
internal sealed partial class ForwardingTables
{
    /// <summary>The port that a NAT gateway gives when nobody counts ports: the first of .</summary>
    public const ushort FirstNatPort = 1024;

    /// <summary>Stands for the holder where a packet is dropped before it has a path.</summary>
    public const int Unplaced = -2;

    private readonly ForwardingGraph graph;
    private readonly int internetSource;

    // Only faults and those who look at wires ask.
    private readonly Lazy<CircuitTable> circuits;

    public ForwardingTables(ForwardingGraph graph, IReadOnlyList<Func<uint, int>?>? classifiers)
    {
        this.graph = graph;
        internetSource = graph.Sources.Count - 1;
        inspections = graph.Has(GraphTables.Inspections) ? InspectionsOf(graph) : null;
        circuits = new Lazy<CircuitTable>(() => new CircuitTable(graph));
        Filters = new FilterTable(graph);
        Paths = new PathTable(graph, Filters, classifiers);
        Holders = new HolderTable(graph);
        Endpoints = new EndpointTable(graph);
        Distributions = new DistributionTable(graph);
        Accelerators = new AcceleratorTable(graph);
    }

    public PathTable Paths { get; }

    public FilterTable Filters { get; }

    public HolderTable Holders { get; }

    public EndpointTable Endpoints { get; }

    public DistributionTable Distributions { get; }

    public CircuitTable Circuits => circuits.Value;

    /// <summary>The path of a line to a site.</summary>
    public string PathOf(GraphCircuit circuit) => graph.Nodes[circuit.Node].Path;

    /// <summary>Walks a packet from an interface, or from the internet, until it ends.</summary>
    /// <param name="walk">The packet as it is sent, and who sends it; how it ended.</param>
    /// <param name="passage">Who drives.</param>
    public void Walk<TPassage>(ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        ref readonly var packet = ref walk.Packet;
        var source = internetSource;
        if (walk.Sender >= 0)
        {
            var holder = Holders[walk.Sender];
            if (packet.Source.IsIpv4 != packet.Destination.IsIpv4 || holder.AddressOf(packet.Source) is null || (holder.ChecksSource && !holder.Has(packet.Source)))
            {
                walk.Drop(default, walk.Sender, DropCode.EniSourceDestCheckRestriction);
                return;
            }

            source = holder.Source;
        }
        else if (packet.Source.IsIpv4 != packet.Destination.IsIpv4 || (packet.Destination.IsIpv6 && !Paths.KnowsIpv6))
        {
            walk.Drop(default, Unplaced, DropCode.IgwNoMapping);
            return;
        }

        Start(ref walk, passage.Diversion(walk.Sender, packet), source);
        Go(ref walk, ref passage);
    }

    /// <summary>Walks a packet that enters from a source class by itself: the reply of a service.</summary>
    public void WalkFrom<TPassage>(int source, ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        walk.Leg.Begin(source);
        Go(ref walk, ref passage);
    }

    /// <summary>Walks a packet that is handed to a translator: the reply of the service behind an endpoint.</summary>
    public void WalkAt<TPassage>(int translator, ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        walk.Leg.Begin(source: -1);
        Arrive(default, translator, ref walk, ref passage);
        GoOn(ref walk, ref passage);
    }

    private void Go<TPassage>(ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        WalkPath(ref walk, ref passage);
        if (walk.Leg.Translator >= 0)
        {
            GoOn(ref walk, ref passage);
        }
    }

    private void GoOn<TPassage>(ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        // Behind whatever translates, the walk starts anew from there. A packet that comes to more translators than exist goes in circles.
        for (var entered = 0; walk.Leg.Translator is >= 0 and var translator; entered++)
        {
            if (entered > Holders.TranslatorCount)
            {
                walk.Drop(default, translator, DropCode.ForwardingLoop);
                return;
            }

            var reentry = Reenter(walk.At, walk.Leg, ref walk.Packet, ref passage);
            if (reentry.Code is { } code)
            {
                walk.Drop(walk.At, translator, code);
                return;
            }

            if (reentry.Stays)
            {
                walk.End(Outcome.Delivered, walk.At, translator);
                return;
            }

            if (reentry.Holder < 0)
            {
                walk.Leg.Begin(reentry.Source, reentry.Carrier, reentry.Towards);
                WalkPath(ref walk, ref passage);
            }
            else
            {
                walk.Leg.Begin(source: -1);
                walk.Leg.HandedBy = translator;
                Arrive(walk.At, reentry.Holder, ref walk, ref passage);
            }
        }
    }

    /// <summary>The egress rule of a holder's groups that matches; -1 when none does. What has no groups lets everything pass.</summary>
    public int MatchEgress(int holder, in Packet packet) =>
        !Holders[holder].HasGroups ? 0 : Filters.Match(Holders[holder].Egress, packet, packet.Destination, FilterTable.AnyVpc, packet.Destination);

    /// <summary>The ingress rule of a holder's groups that matches; -1 when none does.</summary>
    /// <param name="holder">The receiver.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="sourceVpc">The VPC whose private address the source is; -1 for none.</param>
    /// <param name="carrier">The translator that stands for the sender in rules that reference groups; -1 for the sender itself.</param>
    public int MatchIngress(int holder, in Packet packet, int sourceVpc, int carrier) => !Holders[holder].HasGroups ? 0 : Filters.Match(
        Holders[holder].Ingress, packet, packet.Source, sourceVpc, carrier < 0 ? packet.Source : Holders[carrier].PrivateAddress);

    /// <summary>What a translator does with the packet that arrived at it.</summary>
    private Reentry Reenter<TPassage>(PathPosition at, in Leg leg, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var holder = Holders[leg.Translator];
        if (holder.IsNatInstance)
        {
            // Its groups have let the packet in. What answers no flow is for the host itself.
            return !passage.Restore(at, leg.Translator, ref packet, out _) ? Reentry.Staying
                : passage.LeaveInterface(at, leg.Translator, packet) is { } held ? Reentry.Refused(held)
                : Reentry.From(holder.Forwarded);
        }

        if (leg.Nat64Source >= 0)
        {
            return TranslateToIpv4(at, leg, ref packet, ref passage);
        }

        if (passage.Restore(at, leg.Translator, ref packet, out var handedBy))
        {
            return handedBy < 0 ? Returning(leg.Translator, packet, ref passage) : Reentry.At(handedBy);
        }

        return holder.Role switch
        {
            HolderRole.NatGateway => Reentry.Refused(DropCode.NatUnsolicited),
            HolderRole.GatewayLoadBalancing => Reentry.Refused(DropCode.GwlbNotAddressable),
            HolderRole.EndpointInterface => PassEndpoint(at, leg, ref packet, ref passage),
            HolderRole.LoadBalancerNode => Balance(at, leg, ref packet, ref passage),
            HolderRole.Accelerator => Accelerate(at, leg, ref packet, ref passage),
            var role => throw new NotSupportedException($"The runtime does not know what a {role} does with a packet."),
        };
    }

    /// <summary>R-1.21: a NAT gateway translates TCP, UDP and echo requests for 64:ff9b::/96 to IPv4.</summary>
    private Reentry TranslateToIpv4<TPassage>(PathPosition at, in Leg leg, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var isEcho = packet.Protocol == Protocol.Icmpv6 && packet.IcmpMessage == IcmpMessage.EchoRequest(Protocol.Icmpv6);
        if (!isEcho && !packet.Protocol.HasPorts)
        {
            return Reentry.Refused(DropCode.NatUnsupportedProtocol);
        }

        var translated = new Packet(
            Holders[leg.Translator].PrivateAddress,
            Nat64.Embedded(packet.Destination)!.Value,
            isEcho ? Protocol.Icmp : packet.Protocol,
            FirstNatPort,
            isEcho ? IcmpMessage.EchoRequest(Protocol.Icmp).Word : packet.DestinationPort);
        return (passage.Reach(at, leg.Translator) ?? passage.TranslateToIpv4(at, leg.Translator, translated, ref packet)) is { } code
            ? Reentry.Refused(code)
            : Reentry.From(leg.Nat64Source);
    }

    /// <summary>R-6.17 to: an interface of an endpoint takes a flow, and hands it to the service.</summary>
    private Reentry PassEndpoint<TPassage>(PathPosition at, in Leg leg, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var link = Endpoints[leg.Translator];
        if (passage.EnterInterface(at, leg.Translator, packet, leg) is { } denied)
        {
            return Reentry.Refused(denied);
        }

        if (link.Refusal is { } refusal)
        {
            return Reentry.Refused(refusal);
        }

        if (packet.Protocol != Protocol.Tcp)
        {
            return Reentry.Refused(DropCode.ProtocolRestriction);
        }

        var handed = link.Provider < 0 ? packet : packet with { Destination = Holders[link.Provider].AddressOf(packet.Destination)!.Value };
        if (passage.Hand(at, leg, handed, ref packet) is { } code)
        {
            return Reentry.Refused(code);
        }

        return link.Provider < 0 ? Reentry.Staying : Reentry.At(link.Provider);
    }

    /// <summary>R-6.6 to: a node of a load balancer takes a new flow and sends it to a target.</summary>
    private Reentry Balance<TPassage>(PathPosition at, in Leg leg, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var node = leg.Translator;
        if (Holders[node].HasGroups && passage.EnterInterface(at, node, packet, leg) is { } denied)
        {
            return Reentry.Refused(denied);
        }

        if (Distributions.RuleFor(node, packet) is not { } rule)
        {
            return Reentry.Refused(DropCode.Elbv2ListenersMismatch);
        }

        if (rule.Refusal is { } refusal)
        {
            return Reentry.Refused(refusal);
        }

        var keepsSource = DistributionTable.KeepsSource(rule, leg, packet);
        if (passage.Distribute(at, leg, rule, keepsSource, ref packet) is { } code)
        {
            return Reentry.Refused(code);
        }

        if (packet.Source == packet.Destination)
        {
            return Reentry.Refused(DropCode.LbHairpin);
        }

        return Holders[node].HasGroups && passage.LeaveInterface(at, node, packet) is { } held
            ? Reentry.Refused(held)
            : Reentry.From(Holders[node].Source, keepsSource ? node : -1);
    }

    private void WalkPath<TPassage>(ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        ref var leg = ref walk.Leg;
        var index = leg.Towards is { } towards ? Paths.ProgramFor(leg.Source, towards) : Paths.ProgramFor(leg.Source, walk.Packet.Destination);
        passage.Take(index);
        while (Paths[index].End is EndKind.Spread or EndKind.Junction)
        {
            if (!TakeSteps(index, ref walk, ref passage))
            {
                return;
            }

            if (Paths[index].End == EndKind.Junction)
            {
                leg.CarriedVpc = Paths[index].SourceVpc;
                index = Paths.ProgramBehind(Paths[index], leg.Towards ?? walk.Packet.Destination);
            }
            else
            {
                var rest = Paths[index].Rest;
                index = rest[FlowHash.Spread(walk.Packet, rest.Count)];
            }

            passage.Take(index);
        }

        if (TakeSteps(index, ref walk, ref passage))
        {
            End(index, ref walk, ref passage);
        }
    }

    /// <summary>The packet has taken all steps of a program.</summary>
    private void End<TPassage>(int index, ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        ref var leg = ref walk.Leg;
        ref readonly var program = ref Paths[index];
        var at = new PathPosition(index, program.StepCount);
        switch (program.End)
        {
            case EndKind.HostService:
                walk.End(Outcome.Delivered, at, walk.Sender);
                break;
            case EndKind.Service:
                walk.End(Outcome.Delivered, at, -1);
                break;
            case EndKind.Nat64:
                leg.Translator = program.Nat64Holder;
                leg.Nat64Source = program.Nat64Source;
                walk.End(Outcome.Unknown, at, program.Nat64Holder);
                break;
            case EndKind.Exit:
                walk.End(Outcome.Exits, at, -1);
                break;
            case EndKind.Drop:
                walk.Drop(at, -1, program.Code);
                break;
            default:
                leg.SourceVpc = leg.Carried(program.SourceVpc);
                var receiver = leg.Towards is { } towards ? Holders.At(program.Vpc, towards) : Holders.At(program.Vpc, walk.Packet.Destination);
                if (receiver < 0)
                {
                    walk.Drop(at, -1, DropCode.NoInterfaceWithAddress);
                    break;
                }

                Arrive(at, receiver, ref walk, ref passage);
                break;
        }
    }

    /// <summary>Takes the steps of one program; whether all of them let the packet pass.</summary>
    private bool TakeSteps<TPassage>(int program, ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var steps = passage.AsksEveryStep ? Paths.StepsOf(Paths[program]) : Paths.DecidingStepsOf(Paths[program]);
        foreach (ref readonly var step in steps)
        {
            var at = new PathPosition(program, step.Place);
            if (Take(step, at, walk.Sender, walk.Leg, ref walk.Packet, ref passage) is { } code)
            {
                walk.Drop(at, -1, code);
                return false;
            }
        }

        return true;
    }

    /// <summary>The packet is at whoever it was for: let in, turned away, or to be translated.</summary>
    private void Arrive<TPassage>(PathPosition at, int receiver, ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        passage.Arrive(receiver);
        if (passage.Reach(at, receiver) is { } lost)
        {
            walk.Drop(at, receiver, lost);
        }
        else if (Holders[receiver].Translates)
        {
            walk.Leg.Translator = receiver;
            walk.End(Outcome.Unknown, at, receiver);
        }
        else if (passage.EnterInterface(at, receiver, walk.Packet, walk.Leg) is { } denied)
        {
            walk.Drop(at, receiver, denied);
        }
        else
        {
            walk.Leg.Translator = Holders[receiver].IsNatInstance ? receiver : walk.Leg.Translator;
            walk.End(Outcome.Delivered, at, receiver);
        }
    }

    private DropCode? Take<TPassage>(
        in FlatStep step, PathPosition at, int sender, in Leg leg, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        switch (step.Kind)
        {
            case StepKind.SenderGroups:
                return passage.LeaveInterface(at, step.Argument < 0 ? sender : step.Argument, packet);

            case StepKind.NetworkAcl:
                var rule = Filters.Match(step.Argument, packet, step.Inbound ? packet.Source : packet.Destination, -1, default);
                return passage.PassNetworkAcl(at, packet, rule, Filters.Allows(step.Argument, rule))
                    ? null
                    : DropCode.SubnetAclRestriction;

            case StepKind.NatGateway:
                return TranslateSource(step, at, ref packet, ref passage);

            case StepKind.InterfaceEntry:
                var entering = leg with { SourceVpc = leg.Carried(step.Subnet) };
                return passage.Reach(at, step.Argument) ?? passage.EnterInterface(at, step.Argument, packet, entering);

            case StepKind.Forward:
                return Forward(step, at, ref packet, ref passage);

            case StepKind.Inspection:
                return Inspect(step, at, leg, packet, ref passage);

            case StepKind.GatewayEndpoint:
                if (packet.Protocol.Number is not (1 or 6 or 58))
                {
                    return DropCode.VpceGatewayProtocolRestriction;
                }

                break;

            case StepKind.RegisteredSource:
                if (!Paths.IsRegistered(step.Argument, packet.Source))
                {
                    return DropCode.DxSourceNotRegistered;
                }

                break;

            case StepKind.EgressOnlyGateway:
                return PassEgressOnly(step, at, packet, ref passage);

            case StepKind.InternetGatewayOut:
                var owner = step.Argument < 0 ? -1 : Holders.EntryAt(step.Argument, packet.Source);
                if (owner >= 0 && packet.Source.IsIpv6)
                {
                    break;
                }

                if (owner < 0 || Holders[owner].PublicAddress is not { } address)
                {
                    return DropCode.IgwPublicIpAssociationForEgress;
                }

                packet = packet with { Source = address };
                break;

            case StepKind.InternetGatewayIn when step.Argument >= 0:
                packet = packet with { Destination = Holders[step.Argument].PrivateAddress };
                break;
        }

        return passage.Pass(at, packet);
    }

    /// <summary>R-1.20: an egress-only internet gateway lets out what an interface of its VPC sends, and lets in what answers it.</summary>
    private DropCode? PassEgressOnly<TPassage>(in FlatStep step, PathPosition at, in Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage =>
        !step.Inbound && Holders.At(step.Subnet, packet.Source) < 0 ? DropCode.IgwPublicIpAssociationForEgress
        : passage.PassEgressOnly(at, step.Argument, step.Inbound, packet) ? null
        : DropCode.EigwUnsolicited;

    /// <summary>A host sends on what is not for it.</summary>
    private static DropCode? Forward<TPassage>(in FlatStep step, PathPosition at, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        if (step.Forwarding == HostForwarding.Stateful && !passage.Inspect(at, step.Argument, step.Subnet, packet))
        {
            return DropCode.StatefulApplianceAsymmetry;
        }

        if (step.Forwarding == HostForwarding.Translating && TranslateSource(step, at, ref packet, ref passage) is { } code)
        {
            return code;
        }

        return passage.LeaveInterface(at, step.Argument, packet);
    }

    /// <summary>A NAT gateway or NAT instance puts its own address in place of the source: of TCP, UDP and ICMP.</summary>
    private static DropCode? TranslateSource<TPassage>(in FlatStep step, PathPosition at, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage =>
        packet.Protocol.Number is not (1 or 6 or 17) ? DropCode.NatUnsupportedProtocol
        : passage.Reach(at, step.Argument) ?? passage.Translate(at, step.Argument, ref packet);
}
