using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Connections;
using NetDsl.Runtime.Faults;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Mapping;

namespace NetDsl.Runtime.Dataplanes;

/// <summary>
/// Drives packets past everything that has state, and notes where they are seen: one after the other, each of which <see cref="Begin"/> makes it ready for.
/// </summary>
internal struct DataplanePassage(DataplaneState state, InterfaceEventLog? events, List<WayPart> way) : IPassage
{
    private ForwardingTables tables = null!;

    // The numbers that nodes have in the graph of the hosts; nothing where they are the same.
    private int[]? nodes;
    private TimeSpan time;
    private TcpFlags flags;
    private int lastTranslator;
    private Packet opening;
    private int openedAt;
    private bool isRestored;

    // Whether groups let the packet pass, but its instance tracks as many connections as it may.
    private bool isAboveTracking;

    // Whether the packet is beyond the vendor's network, on its way from a site.
    private bool isOutside;

    // The host that sends; below 0 an edge device.
    private int from;

    /// <summary>Makes ready for a packet. Only what changes is written: it happens for each.</summary>
    /// <param name="tables">The tables that it is sent by.</param>
    /// <param name="nodes">The numbers that their nodes have in the graph of the hosts; nothing where they are the same.</param>
    /// <param name="time">Virtual time.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="isFromSite">Whether a site sends it.</param>
    public void Begin(ForwardingTables tables, int[]? nodes, TimeSpan time, TcpFlags flags, bool isFromSite)
    {
        // The same tables have the same numbers, and a reference that is not written costs the collector nothing.
        if (this.tables != tables)
        {
            (this.tables, this.nodes) = (tables, nodes);
        }

        (this.time, this.flags) = (time, flags);
        (lastTranslator, openedAt, from) = (-1, -1, -1);
        (isRestored, isAboveTracking, isOutside) = (false, false, isFromSite);
    }

    // A line to a site that fails may be at any step.
    public readonly bool AsksEveryStep => state.Faults is { HasCircuits: true };

    public readonly void Take(int program) => way.Add(new WayPart(WayPartKind.Program, program));

    public readonly void Arrive(int holder) => way.Add(new WayPart(WayPartKind.Holder, holder));

    public DropCode? LeaveInterface(PathPosition at, int holder, in Packet packet)
    {
        // What is down sends nothing.
        if (state.Faults?.IsDown(holder, time) == true)
        {
            return DropCode.HostDown;
        }

        // What is not in a VPC is not monitored.
        if (!tables.Holders[holder].HasGroups)
        {
            return null;
        }

        if (state.Allowances is not null && state.Shape(tables, at, holder, FlowDirection.Egress, packet, time) is { } above)
        {
            return above;
        }

        from = holder;
        events?.Leave(holder, packet);
        if (PassesGroups(at, holder, FlowDirection.Egress, packet, default))
        {
            return isAboveTracking ? DropCode.ConntrackFull : null;
        }

        events?.LeavePending(FlowAction.Reject);
        return DropCode.EniSgRulesMismatch;
    }

    public readonly bool PassNetworkAcl(PathPosition at, in Packet packet, int rule, bool allowed)
    {
        if (events is null)
        {
            return allowed;
        }

        ref readonly var program = ref tables.Paths[at.Program];
        var steps = tables.Paths.StepsOf(program);
        var step = steps[at.Step];
        if (!step.Inbound && events.Leaving >= 0 && tables.Holders[events.Leaving].Subnet == step.Subnet)
        {
            events.LeavePending(allowed ? FlowAction.Accept : FlowAction.Reject);
            return allowed;
        }

        events.LeavePending(FlowAction.Accept);
        if (!allowed && step.Inbound)
        {
            // The interface that the packet was about to arrive at: a NAT gateway on the way, or the receiver. An
            // attachment of a transit gateway has none that we monitor.
            var next = at.Step + 1;
            var guarded = next < steps.Length
                ? steps[next].Kind == StepKind.NatGateway ? steps[next].Argument : -1
                : program.End == EndKind.Deliver ? tables.Holders.At(program.Vpc, packet.Destination)
                : program.Nat64Holder;
            if (guarded >= 0)
            {
                events.Arrive(guarded, FlowAction.Reject, packet);
            }
        }

        return allowed;
    }

    public readonly DropCode? Reach(PathPosition at, int holder)
    {
        if (state.Faults?.IsDown(holder, time) != true)
        {
            return null;
        }

        events?.LeavePending(FlowAction.Accept);
        return DropCode.HostDown;
    }

    public DropCode? Pass(PathPosition at, in Packet packet)
    {
        events?.LeavePending(FlowAction.Accept);
        return state.Faults is { HasCircuits: true } faults && tables.Circuits.At(at) is { } circuit ? Cross(faults, tables.PathOf(circuit), packet) : null;
    }

    public DropCode? Translate(PathPosition at, int natGateway, ref Packet packet)
    {
        // The interface of a NAT instance sees packets by its groups; a NAT gateway has none.
        var isGateway = tables.Holders[natGateway].IsNatGateway;
        if (isGateway)
        {
            events?.LeavePending(FlowAction.Accept);
            events?.Arrive(natGateway, FlowAction.Accept, packet);
        }

        var code = state.Translator(natGateway).Translate(ref packet, flags, time);
        if (code is null)
        {
            lastTranslator = from = natGateway;
            if (isGateway)
            {
                events?.Leave(natGateway, packet);
            }
        }

        return state.Refuse(code, isGateway ? natGateway : -1);
    }

    public DropCode? TranslateToIpv4(PathPosition at, int natGateway, in Packet translated, ref Packet packet)
    {
        events?.LeavePending(FlowAction.Accept);
        events?.Arrive(natGateway, FlowAction.Accept, packet);
        var code = state.Translator(natGateway).Translate(ref packet, translated, givesPort: true, handedBy: -1, flags, time);
        if (code is null)
        {
            lastTranslator = from = natGateway;
            events?.Leave(natGateway, packet);
        }

        return state.Refuse(code, natGateway);
    }

    public readonly bool PassEgressOnly(PathPosition at, int gateway, bool inbound, in Packet packet)
    {
        events?.LeavePending(FlowAction.Accept);
        var direction = inbound ? FlowDirection.Ingress : FlowDirection.Egress;
        gateway = Known(gateway);
        if (state.EgressOnlyGateways.Touch(gateway, direction, packet, flags, time) != ConnectionTable.Membership.None)
        {
            return true;
        }

        if (!inbound)
        {
            state.EgressOnlyGateways.Open(gateway, direction, packet, flags, time);
        }

        return !inbound;
    }

    public readonly int Diversion(int sender, in Packet packet) => state.TranslatorOf(packet, time);

    public readonly bool Inspect(PathPosition at, int holder, int host, in Packet packet) => state.Appliances.Passes(Known(host), packet, flags, time);

    public readonly void Inspect(PathPosition at, Inspection inspection, InspectionTarget appliance, in Packet packet)
    {
        events?.LeavePending(FlowAction.Accept);
        way.Add(new WayPart(WayPartKind.Appliance, appliance.Holder));
    }

    public readonly bool PassNetworkAcl(PathPosition at, NetworkAclStep acl, in Packet packet, int rule, bool allowed)
    {
        events?.LeavePending(allowed ? FlowAction.Accept : FlowAction.Reject);
        return allowed;
    }

    public readonly bool EnterAppliance(PathPosition at, int holder, in Packet packet, int rule)
    {
        events?.Arrive(holder, rule >= 0 ? FlowAction.Accept : FlowAction.Reject, packet);
        return rule >= 0;
    }

    public readonly bool LeaveAppliance(PathPosition at, int holder, in Packet packet, int rule)
    {
        events?.Leave(holder, packet);
        if (rule < 0)
        {
            events?.LeavePending(FlowAction.Reject);
        }

        return rule >= 0;
    }

    public bool Restore(PathPosition at, int translator, ref Packet packet, out int handedBy)
    {
        handedBy = -1;
        events?.LeavePending(FlowAction.Accept);

        // A packet that comes back to the translator that has just translated it is no answer to itself.
        var before = packet;
        var answers = translator != lastTranslator && state.Translator(translator).Restore(ref packet, time, out handedBy);
        if (tables.Holders[translator].IsNatInstance)
        {
            return answers;
        }

        if (tables.Holders[translator].Role == HolderRole.Accelerator)
        {
            // It is in no VPC, and nobody monitors it. What goes through it is always tracked.
            isRestored |= answers;
            return answers;
        }

        if (answers || tables.Holders[translator].IsNatGateway)
        {
            events?.Arrive(translator, FlowAction.Accept, before);
        }

        if (!answers)
        {
            return false;
        }

        from = translator;
        events?.Leave(translator, packet);
        isRestored = true;
        return true;
    }

    public DropCode? Distribute(PathPosition at, in Leg leg, DistributionRule rule, bool keepsSource, ref Packet packet)
    {
        var node = leg.Translator;
        var hasGroups = tables.Holders[node].HasGroups;
        if (!hasGroups)
        {
            events?.LeavePending(FlowAction.Accept);
            events?.Arrive(node, FlowAction.Accept, packet);
        }

        // The same ports opened anew are another flow.
        if (state.Faults is not null && state.LosesTarget(node, rule, packet, time) && flags != TcpFlags.None && (flags & TcpFlags.Syn) == 0)
        {
            return state.Refuse(DropCode.LbTargetUnhealthy, node, leg.HandedBy);
        }

        // Only the first packet of a flow needs a choice.
        if (!state.Continues(node, ref packet, keepsSource, time, out var code))
        {
            if (state.Faults is { } faults)
            {
                if (faults.Serving(node, rule, time) is not { } serving)
                {
                    return DropCode.Elbv2NoTargetsInAz;
                }

                rule = serving;
            }

            var target = tables.Distributions.Distribute(node, rule, keepsSource, packet);
            code = state.Distribute(node, ref packet, target, keepsSource, givesPort: !keepsSource, leg.HandedBy, flags, time);
        }

        if (code is null)
        {
            lastTranslator = from = node;
            isRestored = true;
            if (!hasGroups)
            {
                events?.Leave(node, packet);
            }
        }

        return state.Refuse(code, node, leg.HandedBy);
    }

    public DropCode? Hand(PathPosition at, in Leg leg, in Packet handed, ref Packet packet)
    {
        var code = state.Distribute(leg.Translator, ref packet, handed, keepsSource: false, givesPort: false, leg.HandedBy, flags, time);
        if (code is null)
        {
            lastTranslator = from = leg.Translator;
        }

        return state.Refuse(code, leg.Translator, leg.HandedBy);
    }

    public DropCode? Accelerate(PathPosition at, in Leg leg, ref AcceleratorChoice choice, ref Packet packet)
    {
        events?.LeavePending(FlowAction.Accept);
        if (state.Faults is not null)
        {
            choice = state.Watched(tables, tables.Graph, leg.Translator, packet, time, choice);
        }

        var target = tables.Accelerators.Send(leg.Translator, choice, packet);
        var code = state.Accelerate(
            leg.Translator, ref packet, target, isInside: choice.Endpoint.Entry >= 0, givesPort: !choice.Endpoint.KeepsSource, flags, time);
        if (code is null)
        {
            lastTranslator = from = leg.Translator;
            isRestored = true;
        }

        return state.Refuse(code, leg.Translator);
    }

    public DropCode? EnterInterface(PathPosition at, int holder, in Packet packet, in Leg leg)
    {
        events?.LeavePending(FlowAction.Accept);
        if (!tables.Holders[holder].HasGroups)
        {
            return null;
        }

        if (state.Mapping is { } mapping && mapping.Send(from, KeyOf(tables.Holders[holder], packet.Destination), time).Outcome == MappingOutcome.Missed)
        {
            return DropCode.MappingMiss;
        }

        var passes = PassesGroups(at, holder, FlowDirection.Ingress, packet, leg);
        events?.Arrive(holder, passes ? FlowAction.Accept : FlowAction.Reject, packet);
        return !passes ? DropCode.EniSgRulesMismatch
            : isAboveTracking ? DropCode.ConntrackFull
            : state.Allowances is not null ? state.Shape(tables, at, holder, FlowDirection.Ingress, packet, time)
            : null;
    }

    /// <summary>The packet goes over the line to a site, or comes from there.</summary>
    private DropCode? Cross(FaultTable faults, string circuit, in Packet packet)
    {
        var isToSite = !isOutside;
        isOutside = isToSite;
        var delay = TimeSpan.Zero;
        var code = faults.Cross(circuit, isToSite, packet, time, ref delay);
        state.Delay += delay;
        return code;
    }

    /// <summary>The number of a node in the graph that the state is of; routes may come from another one.</summary>
    private readonly int Known(int node) => nodes is null ? node : nodes[node];

    /// <summary>By what an interface is looked up: the address that is written to, or its own where it forwards what is for somebody else.</summary>
    private static MappingKey KeyOf(AddressHolder holder, IpAddress destination) => new(holder.Vpc, holder.Has(destination) ? destination : holder.PrivateAddress);

    /// <summary>R-4.9: what belongs to a living connection passes; else the rules are asked, and the connection is remembered.</summary>
    private bool PassesGroups(PathPosition at, int holder, FlowDirection direction, in Packet packet, in Leg leg)
    {
        var mayAnswer = openedAt != holder || packet.Reply() != opening;
        var membership = state.Connections.Touch(holder, direction, packet, flags, time, mayAnswer);
        if (direction == FlowDirection.Egress && membership != ConnectionTable.Membership.Reply)
        {
            openedAt = holder;
            opening = packet;
        }

        if (membership != ConnectionTable.Membership.None)
        {
            return true;
        }

        var rule = direction == FlowDirection.Egress
            ? tables.MatchEgress(holder, packet)
            : tables.MatchIngress(holder, packet, leg.SourceVpc, leg.Carrier);
        if (rule < 0)
        {
            return false;
        }

        if (!IsUntracked(at, holder, direction, packet))
        {
            if (state.Allowances?.Tracks(holder, direction, packet, time) == false)
            {
                isAboveTracking = true;
                return true;
            }

            state.Connections.Open(holder, direction, packet, flags, time);
        }

        return true;
    }

    /// <summary>Whether the path of a program, or the way to the junction from which it goes on, has something behind which connections are always tracked.</summary>
    private readonly bool IsAutoTracked(int program)
    {
        if (tables.Paths[program].IsAutoTracked || !tables.Paths.HasJunctions)
        {
            return tables.Paths[program].IsAutoTracked;
        }

        // Every first packet asks, so that nothing is made for it.
        var before = way.Count - 1;
        while (before >= 0 && way[before] != new WayPart(WayPartKind.Program, program))
        {
            before--;
        }

        for (before--; before >= 0; before--)
        {
            if (way[before].Kind == WayPartKind.Appliance)
            {
                continue;
            }

            if (way[before].Kind != WayPartKind.Program || tables.Paths[way[before].Index].End is not (EndKind.Junction or EndKind.Spread))
            {
                return false;
            }

            if (tables.Paths[way[before].Index].IsAutoTracked)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// TCP and UDP that a rule open to every address lets pass are not tracked when the other direction is open
    /// to every address on all ports: what goes through a NAT gateway or a transit gateway always is.
    /// </summary>
    private readonly bool IsUntracked(PathPosition at, int holder, FlowDirection direction, in Packet packet)
    {
        if (!packet.Protocol.HasPorts || isRestored || IsAutoTracked(at.Program))
        {
            return false;
        }

        var (ingress, egress) = (tables.Holders[holder].Ingress, tables.Holders[holder].Egress);
        var (own, other) = direction == FlowDirection.Egress ? (egress, ingress) : (ingress, egress);
        return tables.Filters.MatchesOpenly(own, packet) && tables.Filters.IsOpenOnAllPorts(other, packet);
    }
}
