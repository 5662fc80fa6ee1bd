using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Tracing;

/// <summary>What a trace remembers of a translation, to recognise the reply.</summary>
/// <param name="Translator">The holder that translated.</param>
/// <param name="Before">The packet as it came.</param>
/// <param name="After">The packet as it left.</param>
internal sealed record TracedTranslation(int Translator, Packet Before, Packet After)
{
    /// <summary>Whether the reply has to be led back: the client's address stayed the source, or an accelerator reached its endpoint inside the VPC.</summary>
    public bool KeepsSource { get; init; }

    /// <summary>The translator that handed the packet over; -1 when it came over a path.</summary>
    public int HandedBy { get; init; } = -1;
}

/// <summary>
/// Drives a walk that explains itself: every hop is noted, and behind a filter that denies the walk goes on, so that
/// everything that blocks is named.
/// </summary>
internal readonly struct TracePassage(
    ForwardingGraph graph,
    ForwardingTables tables,
    GraphNames names,
    TraceRecorder recorder,
    List<TracedTranslation> translations,
    TraceMemory memory,
    bool isReply) : IPassage
{
    private const string Tracked = "reply of a tracked connection";

    public void Take(int program)
    {
    }

    public void Arrive(int holder)
    {
    }

    public DropCode? LeaveInterface(PathPosition at, int holder, in Packet packet)
    {
        if (!graph.Holders[holder].HasGroups)
        {
            recorder.Pass(names.Node(graph.Holders[holder].Node), "sends; nothing filters here", packet);
        }
        else if (IsForwarding(at) ? memory.Leaves(holder, packet) : isReply)
        {
            recorder.Pass(names.Node(graph.Holders[holder].Node), Tracked, packet);
        }
        else
        {
            AskGroups(holder, ingress: false, tables.MatchEgress(holder, packet), packet);
        }

        return null;
    }

    public bool PassNetworkAcl(PathPosition at, in Packet packet, int rule, bool allowed)
    {
        NoteAcl((NetworkAclStep)StepAt(at), packet, rule, allowed);
        return true;
    }

    private void NoteAcl(NetworkAclStep step, in Packet packet, int rule, bool allowed)
    {
        var element = names.Node(step.Node);
        var filter = graph.Filters[step.Filter];
        var subnet = names.Name(step.Subnet);
        var decision = rule < 0
            ? $"no {(step.Inbound ? "inbound" : "outbound")} entry matches {RuleText.Traffic(packet)} {RuleText.Preposition(step.Inbound)} {Other(packet, step.Inbound)}"
            : RuleText.NetworkAclEntry(filter.Rules[rule], step.Inbound);
        decision += step.Inbound ? $" (into {subnet})" : $" (out of {subnet})";
        var origin = rule < 0 ? element.Origin : names.OriginOf(filter.Rules[rule].Origin, step.Node);
        if (allowed)
        {
            recorder.Pass(element, decision, packet, origin);
        }
        else
        {
            var missing = Missing(step, filter, rule, packet);
            recorder.Drop(element, DropCode.SubnetAclRestriction, decision + "; " + Remedy(step, missing, rule, packet), packet, origin, missing);
        }
    }

    public DropCode? Reach(PathPosition at, int holder) => null;

    public DropCode? Pass(PathPosition at, in Packet packet)
    {
        var step = StepAt(at);
        var element = names.Node(step.Node);
        switch (step)
        {
            case RouteStep route:
                recorder.Pass(element, RuleText.Route(route, names.Node), packet, names.OriginOf(route.Origin, step.Node));
                break;
            case RelayStep relay:
                recorder.Pass(element, relay.Decision, packet);
                break;
            case RegisteredSourceStep:
                recorder.Pass(element, "takes the source, which is of a registered prefix", packet);
                break;
            case GatewayEndpointStep:
                recorder.Pass(element, "leads to the service; the source stays the private address", packet);
                break;
            case PeeringStep:
                recorder.Pass(element, "carries it between the peered VPCs", packet);
                break;
            case TransitGatewayStep attachment:
                var choice = attachment.Unspecified ? " (lowest zone; unspecified by the vendor)" : "";
                var way = attachment.Entering ? "enters the transit gateway" : "leaves the transit gateway";
                var place = attachment.Subnet < 0 ? "" : $" in subnet {names.Name(attachment.Subnet)}";
                recorder.Pass(element, $"{way}{place}{choice}", packet);
                break;
            case ClientVpnAuthorizationStep rule:
                recorder.Pass(element, RuleText.Authorization(rule), packet, names.OriginOf(rule.Origin, step.Node));
                break;
            case InternetGatewayOutStep when packet.Source.IsIpv6:
                recorder.Pass(element, "lets IPv6 out as it is", packet);
                break;
            case InternetGatewayInStep { Holder: < 0 }:
                recorder.Pass(element, "lets IPv6 in as it is", packet);
                break;
            case InternetGatewayOutStep:
                recorder.Pass(element, "source becomes " + packet.Source.ToString(), packet);
                break;
            case InternetGatewayInStep:
                recorder.Pass(element, "destination becomes " + packet.Destination.ToString(), packet);
                break;
        }

        return null;
    }

    public DropCode? Translate(PathPosition at, int natGateway, ref Packet packet)
    {
        var before = packet;
        packet = packet with
        {
            Source = graph.Holders[natGateway].PrivateAddress,
            SourcePort = ForwardingTables.FirstNatPort,
        };
        if (!isReply)
        {
            translations.Add(new TracedTranslation(natGateway, before, packet));
        }

        var note = StepAt(at) is NatGatewayStep { Note: { Length: > 0 } where } ? $" ({where})" : "";
        recorder.Pass(names.Node(graph.Holders[natGateway].Node), "source becomes " + RuleText.At(packet.Source, packet.SourcePort) + note, packet);
        return null;
    }

    public DropCode? TranslateToIpv4(PathPosition at, int natGateway, in Packet translated, ref Packet packet)
    {
        if (!isReply)
        {
            translations.Add(new TracedTranslation(natGateway, packet, translated));
        }

        packet = translated;
        var port = packet.Protocol.HasPorts ? $":{packet.SourcePort}" : "";
        recorder.Pass(
            names.Node(graph.Holders[natGateway].Node),
            $"becomes IPv4 (NAT64): source becomes {packet.Source}{port}, destination becomes {packet.Destination}",
            packet);
        return null;
    }

    public bool PassEgressOnly(PathPosition at, int gateway, bool inbound, in Packet packet)
    {
        if (!inbound)
        {
            memory.LetOut(gateway, packet);
            recorder.Pass(names.Node(gateway), "lets the connection out, and its replies in", packet);
            return true;
        }

        // Only the reply can answer what the forward packet opened.
        if (!isReply || !memory.WasLetOut(gateway, packet))
        {
            return false;
        }

        recorder.Pass(names.Node(gateway), "answers a connection that was let out", packet);
        return true;
    }

    public bool AsksEveryStep => true;

    public int Diversion(int sender, in Packet packet)
    {
        foreach (var translation in isReply ? translations : [])
        {
            if (translation.KeepsSource && translation.After.Reply() == packet)
            {
                return translation.Translator;
            }
        }

        return -1;
    }

    public bool Restore(PathPosition at, int translator, ref Packet packet, out int handedBy)
    {
        // The flows are those that the forward packet made, and only the reply can answer them.
        handedBy = -1;
        foreach (var translation in isReply ? translations : [])
        {
            if (translation.Translator == translator && translation.After.Reply() == packet)
            {
                var showsSource = translation.Before.Destination != translation.After.Destination;
                packet = translation.Before.Reply();
                handedBy = translation.HandedBy;
                var destination = packet.Protocol.HasPorts ? RuleText.At(packet.Destination, packet.DestinationPort) : packet.Destination.ToString();
                var source = showsSource ? $", source becomes {RuleText.At(packet.Source, packet.SourcePort)}" : "";
                recorder.Pass(names.Node(ElementOf(translator)), "answers a flow: destination becomes " + destination + source, packet);
                return true;
            }
        }

        return false;
    }

    public DropCode? Distribute(PathPosition at, in Leg leg, DistributionRule rule, bool keepsSource, ref Packet packet)
    {
        var before = packet;
        packet = tables.Distributions.DistributeUncounted(leg.Translator, rule, keepsSource, packet);
        if (!isReply)
        {
            translations.Add(new TracedTranslation(leg.Translator, before, packet) { KeepsSource = keepsSource, HandedBy = leg.HandedBy });
        }

        recorder.Pass(
            names.Node(ElementOf(leg.Translator)),
            $"listener {rule.Protocol}/{rule.Port} sends it to {RuleText.At(packet.Destination, packet.DestinationPort)} of target group {names.Name(rule.Group)} ({rule.Text}; a model's hash chooses by {(rule.BySource ? "client address" : "flow")})"
                + (keepsSource ? "" : $", source becomes {RuleText.At(packet.Source, packet.SourcePort)}"),
            packet,
            names.OriginOf(rule.Origin, ElementOf(leg.Translator)));
        return null;
    }

    public DropCode? Hand(PathPosition at, in Leg leg, in Packet handed, ref Packet packet)
    {
        var link = tables.Endpoints[leg.Translator];
        if (!isReply)
        {
            translations.Add(new TracedTranslation(leg.Translator, packet, handed) { HandedBy = leg.HandedBy });
        }

        packet = handed;
        var way = link.Provider < 0 ? "" : $" at node {names.Path(graph.Holders[link.Provider].Node)} of the same zone";
        recorder.Pass(names.Node(link.Node), $"hands it to {names.Path(link.Service)}{way}", packet);
        return null;
    }

    public DropCode? Accelerate(PathPosition at, in Leg leg, ref AcceleratorChoice choice, ref Packet packet)
    {
        var before = packet;
        packet = tables.Accelerators.SendUncounted(leg.Translator, choice, packet);
        if (!isReply)
        {
            translations.Add(new TracedTranslation(leg.Translator, before, packet) { KeepsSource = choice.Endpoint.Entry >= 0 });
        }

        recorder.Pass(
            names.Node(ElementOf(leg.Translator)), AcceleratorText.Choice(choice, packet, names), packet, names.OriginOf(choice.Endpoint.Origin, ElementOf(leg.Translator)));
        return null;
    }

    public DropCode? EnterInterface(PathPosition at, int holder, in Packet packet, in Leg leg)
    {
        if (!graph.Holders[holder].HasGroups)
        {
            recorder.Pass(names.Node(graph.Holders[holder].Node), "receives; nothing filters here", packet);
        }
        else if (IsForwarding(at) ? memory.Enters(holder, packet) : isReply)
        {
            recorder.Pass(names.Node(graph.Holders[holder].Node), Tracked, packet);
        }
        else
        {
            AskGroups(holder, ingress: true, tables.MatchIngress(holder, packet, leg.SourceVpc, leg.Carrier), packet);
        }

        return null;
    }

    public bool Inspect(PathPosition at, int holder, int host, in Packet packet)
    {
        if (packet.Protocol != Protocol.Tcp)
        {
            return true;
        }

        if (isReply)
        {
            return memory.Answer(host, packet);
        }

        memory.Inspect(host, holder, packet);
        return true;
    }

    public void Inspect(PathPosition at, Inspection inspection, InspectionTarget appliance, in Packet packet)
    {
        recorder.Pass(names.Node(inspection.Node), $"hands it to {names.Path(inspection.LoadBalancer)}", packet);
        recorder.Pass(
            names.Node(inspection.LoadBalancer),
            $"sends it in Geneve to {names.Path(graph.Holders[appliance.Holder].Node)} ({inspection.Text}; a model's hash chooses by {RuleText.Stickiness(inspection.Stickiness)})",
            packet,
            names.OriginOf(appliance.Origin, inspection.LoadBalancer));
    }

    public bool PassNetworkAcl(PathPosition at, NetworkAclStep acl, in Packet packet, int rule, bool allowed)
    {
        NoteAcl(acl, packet, rule, allowed);
        return true;
    }

    public bool EnterAppliance(PathPosition at, int holder, in Packet packet, int rule)
    {
        AskGroups(holder, ingress: true, rule, packet);
        return true;
    }

    public bool LeaveAppliance(PathPosition at, int holder, in Packet packet, int rule)
    {
        AskGroups(holder, ingress: false, rule, packet);
        return true;
    }

    /// <summary>Whether the interface is one on the way, not the sender's or the receiver's.</summary>
    private bool IsForwarding(PathPosition at) =>
        at.Step < graph.Programs[at.Program].Steps.Count && StepAt(at) is InterfaceEntryStep or ForwardStep;

    private void AskGroups(int holder, bool ingress, int rule, in Packet packet)
    {
        var asked = graph.Holders[holder];
        var element = names.Node(asked.Node);
        var filter = graph.Filters[ingress ? asked.Ingress : asked.Egress];
        if (rule >= 0)
        {
            var allowing = filter.Rules[rule];
            recorder.Pass(
                element,
                RuleText.SecurityGroupRule(allowing, ingress, names.Node),
                packet,
                names.OriginOf(allowing.Origin, allowing.Owner));
            return;
        }

        var direction = ingress ? "ingress" : "egress";
        var who = Groups(filter, names);
        var preposition = RuleText.Preposition(ingress);
        recorder.Drop(
            element,
            DropCode.EniSgRulesMismatch,
            $"no {direction} rule allows {RuleText.Traffic(packet)} {preposition} {Other(packet, ingress)}; "
                + $"add {(ingress ? "Ingress" : "Egress")}({RuleText.SelectorCode(packet)}, {preposition}: \"{IpPrefix.Of(Other(packet, ingress))}\") to {who} of {element.Path}",
            packet,
            missing: new MissingRule(ingress, RuleText.Selector(packet), IpPrefix.Of(Other(packet, ingress)), Number: 0));
    }

    private MissingRule Missing(NetworkAclStep step, PacketFilter filter, int rule, in Packet packet) => new(
        step.Inbound,
        isReply ? RuleText.ReplySelector(packet) : RuleText.Selector(packet),
        IpPrefix.Of(Other(packet, step.Inbound)),
        rule >= 0 ? filter.Rules[rule].Number - 1 : filter.Rules.Count == 0 ? 100 : filter.Rules.Max(entry => entry.Number) + 10);

    private string Remedy(NetworkAclStep step, MissingRule missing, int rule, in Packet packet)
    {
        var call = step.Inbound ? "AllowInbound" : "AllowOutbound";
        var selector = isReply ? RuleText.ReplySelectorCode(packet) : RuleText.SelectorCode(packet);
        var stateless = isReply ? ", because an ACL keeps no state and judges replies too" : "";
        var rank = rule < 0 ? $"{missing.Number}" : $"a number below {missing.Number + 1}";
        return $"add {call}({rank}, {selector}, {RuleText.Preposition(step.Inbound)}: \"{missing.Peer}\") to network ACL {names.Path(step.Node)}{stateless}";
    }

    private static string Groups(PacketFilter filter, GraphNames names)
    {
        var groups = filter.Rules.Select(rule => names.Name(rule.Owner)).Distinct().ToList();
        return groups.Count == 0 ? "the security groups" : "security group " + string.Join(" or ", groups);
    }

    private static IpAddress Other(in Packet packet, bool arriving) => arriving ? packet.Source : packet.Destination;

    /// <summary>What a translator is called: the load balancer for its node, else itself.</summary>
    private int ElementOf(int translator) => graph.Holders[translator].Role switch
    {
        HolderRole.LoadBalancerNode => tables.Distributions[translator].Node,
        HolderRole.EndpointInterface => tables.Endpoints[translator].Node,
        _ => graph.Holders[translator].Node,
    };

    private PathStep StepAt(PathPosition at) => graph.Programs[at.Program].Steps[at.Step];
}
