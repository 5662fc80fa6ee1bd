using NetDsl.Compiler.Graph;
using NetDsl.Model;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Runtime.Wire;

/// <summary>Drives a walk as another passage does, and shows a tap every wire that the packet is on.</summary>
/// <param name="inner">Who decides.</param>
/// <param name="tap">Who looks.</param>
/// <param name="graph">The network whose routes the packet takes.</param>
/// <param name="tables">The same, as packets are driven through it.</param>
/// <param name="sender">Who sends.</param>
/// <param name="sent">The packet as it is sent.</param>
/// <param name="number">Which of the packets that are shown this is, from 1.</param>
internal struct TappedPassage<TInner>(TInner inner, IWireTap tap, ForwardingGraph graph, ForwardingTables tables, WireSender sender, Packet sent, ulong number) : IPassage
    where TInner : struct, IPassage
{
    private static readonly string VpcKind = ElementKinds.Code(ElementKind.Vpc);

    private TInner inner = inner;
    private Packet last = sent;

    // The interface that the packet last left; what comes from outside has left none.
    private int from = sender.Translator >= 0 && IsInVpc(graph, sender.Translator) ? sender.Translator : -1;
    private bool isOutside = sender is { Node: < 0, Translator: < 0 } && (sender.Sender < 0 || !IsInVpc(graph, sender.Sender));

    // What let it in, as long as it has left none.
    private int entrance = sender.Translator >= 0 && !IsInVpc(graph, sender.Translator) ? graph.Holders[sender.Translator].Node : sender.Node;

    // The flow at the node that has sent it on.
    private ulong? cookie;
    private bool isTaken;

    public readonly bool AsksEveryStep => true;

    public int Diversion(int asked, in Packet packet) => inner.Diversion(asked, packet);

    public void Take(int program)
    {
        inner.Take(program);
        if (!isTaken && sender.Sender >= 0 && TunnelOf(sender.Sender) is { } tunnel)
        {
            from = sender.Sender;
            tap.See(Sighting(WireKind.Circuit, tunnel.Node, -1, WireHop.Edge, isOutbound: false) with { Circuit = tunnel });
            isOutside = false;
            LetIn(tunnel.Node);
        }
        else if (!isTaken && sender.Sender >= 0 && graph.Programs[program].End is HostServiceEnd)
        {
            // It goes to the host and no further; no step says so.
            from = sender.Sender;
            See(WireKind.Interface, graph.Holders[from].Node, -1, WireHop.Host, isOutbound: true);
        }

        isTaken = true;
    }

    /// <summary>A service of the host answers who asked it.</summary>
    public readonly void ReachAsker(int holder) => See(WireKind.Interface, graph.Holders[holder].Node, holder, WireHop.Host, isOutbound: false);

    public void Arrive(int holder) => inner.Arrive(holder);

    public DropCode? LeaveInterface(PathPosition at, int holder, in Packet packet)
    {
        last = packet;
        SentBy(IsInVpc(graph, holder) ? holder : -1, holder == from ? cookie : null);
        if (from >= 0)
        {
            See(WireKind.Interface, graph.Holders[holder].Node, -1, WireHop.Host, isOutbound: true);
        }

        return inner.LeaveInterface(at, holder, packet);
    }

    public bool PassNetworkAcl(PathPosition at, in Packet packet, int rule, bool allowed) => inner.PassNetworkAcl(at, packet, rule, allowed);

    public DropCode? Reach(PathPosition at, int holder) => inner.Reach(at, holder);

    public DropCode? Pass(PathPosition at, in Packet packet)
    {
        var lost = inner.Pass(at, packet);
        var step = graph.Programs[at.Program].Steps[at.Step];

        // Captures stand at the vendor's end of a line: what is lost on the way to a site has been there.
        if (lost is not null && (step is not RelayStep || isOutside))
        {
            return lost;
        }

        switch (step)
        {
            case InternetGatewayOutStep gateway:
                Cross(gateway.Node, WireHop.Edge);
                last = packet;
                isOutside = true;
                See(WireKind.Internet, gateway.Node, -1, WireHop.Edge, isOutbound: true);
                break;
            case InternetGatewayInStep gateway:
                See(WireKind.Internet, gateway.Node, -1, WireHop.Edge, isOutbound: false);
                isOutside = false;
                LetIn(gateway.Node);
                last = packet;
                break;
            case TransitGatewayStep { Entering: true } attachment:
                Cross(attachment.Node, WireHop.TransitGateway);
                break;
            case GatewayEndpointStep endpoint:
                Cross(endpoint.Node, WireHop.Endpoint);
                break;
            case RelayStep relay when tables.Circuits.At(at) is { } circuit:
                if (!isOutside)
                {
                    Cross(relay.Node, WireHop.Edge);
                }

                tap.See(Sighting(WireKind.Circuit, relay.Node, -1, WireHop.Edge, isOutbound: !isOutside) with { Circuit = circuit });
                isOutside = !isOutside;
                LetIn(relay.Node);
                break;
        }

        last = packet;
        return lost;
    }

    public DropCode? Translate(PathPosition at, int natGateway, ref Packet packet)
    {
        if (graph.Holders[natGateway].IsNatGateway)
        {
            Cross(graph.Holders[natGateway].Node, WireHop.FlowState, natGateway);
        }

        var before = packet;
        return Translated(inner.Translate(at, natGateway, ref packet), natGateway, packet, before);
    }

    public DropCode? TranslateToIpv4(PathPosition at, int natGateway, in Packet translated, ref Packet packet)
    {
        Cross(graph.Holders[natGateway].Node, WireHop.FlowState, natGateway);
        var before = packet;
        return Translated(inner.TranslateToIpv4(at, natGateway, translated, ref packet), natGateway, packet, before);
    }

    public bool PassEgressOnly(PathPosition at, int gateway, bool inbound, in Packet packet)
    {
        if (!inner.PassEgressOnly(at, gateway, inbound, packet))
        {
            return false;
        }

        if (!inbound)
        {
            Cross(gateway, WireHop.Edge);
        }

        See(WireKind.Internet, gateway, -1, WireHop.Edge, isOutbound: !inbound);
        isOutside = !inbound;
        if (inbound)
        {
            LetIn(gateway);
        }

        return true;
    }

    public bool Inspect(PathPosition at, int holder, int host, in Packet packet) => inner.Inspect(at, holder, host, packet);

    public void Inspect(PathPosition at, Inspection inspection, InspectionTarget appliance, in Packet packet)
    {
        last = packet;
        tap.See(Sighting(WireKind.Appliance, inspection.Node, appliance.Holder, WireHop.Endpoint, isOutbound: true) with { Inspection = inspection });
        inner.Inspect(at, inspection, appliance, packet);
    }

    public bool PassNetworkAcl(PathPosition at, NetworkAclStep acl, in Packet packet, int rule, bool allowed) =>
        inner.PassNetworkAcl(at, acl, packet, rule, allowed);

    public bool EnterAppliance(PathPosition at, int holder, in Packet packet, int rule) => inner.EnterAppliance(at, holder, packet, rule);

    public bool LeaveAppliance(PathPosition at, int holder, in Packet packet, int rule)
    {
        // The packet in Geneve; what is inside stays as it is.
        return inner.LeaveAppliance(at, holder, packet, rule);
    }

    public bool Restore(PathPosition at, int translator, ref Packet packet, out int handedBy)
    {
        var before = packet;
        var answers = inner.Restore(at, translator, ref packet, out handedBy);
        if (answers)
        {
            last = before;
            Cross(graph.Holders[translator].Node, WireHop.FlowState, translator);
            _ = Translated(null, translator, packet, packet);
        }

        return answers;
    }

    public DropCode? Distribute(PathPosition at, in Leg leg, DistributionRule rule, bool keepsSource, ref Packet packet)
    {
        Cross(graph.Holders[leg.Translator].Node, WireHop.FlowState, leg.Translator);
        var before = packet;
        return Translated(inner.Distribute(at, leg, rule, keepsSource, ref packet), leg.Translator, packet, before);
    }

    public DropCode? Hand(PathPosition at, in Leg leg, in Packet handed, ref Packet packet)
    {
        Cross(graph.Holders[leg.Translator].Node, WireHop.Endpoint, leg.Translator);
        var before = packet;
        return Translated(inner.Hand(at, leg, handed, ref packet), leg.Translator, packet, before);
    }

    public DropCode? Accelerate(PathPosition at, in Leg leg, ref AcceleratorChoice choice, ref Packet packet)
    {
        // An accelerator is in no VPC: what comes to it is on the internet.
        See(WireKind.Internet, graph.Holders[leg.Translator].Node, -1, WireHop.Edge, isOutbound: false);
        LetIn(graph.Holders[leg.Translator].Node);
        return Translated(inner.Accelerate(at, leg, ref choice, ref packet), leg.Translator, packet, packet);
    }

    public DropCode? EnterInterface(PathPosition at, int holder, in Packet packet, in Leg leg)
    {
        last = packet;
        if (IsInVpc(graph, holder))
        {
            See(WireKind.Substrate, graph.Holders[holder].Node, holder, WireHop.Host, isOutbound: false);
        }

        if (inner.EnterInterface(at, holder, packet, leg) is { } denied)
        {
            return denied;
        }

        if (IsInVpc(graph, holder))
        {
            See(WireKind.Interface, graph.Holders[holder].Node, holder, WireHop.Host, isOutbound: false);
        }
        else if (TunnelOf(holder) is { } tunnel)
        {
            tap.See(Sighting(WireKind.Circuit, tunnel.Node, holder, WireHop.Edge, isOutbound: true) with { Circuit = tunnel });
        }

        return null;
    }

    /// <summary>A translator sends on, unless it has refused.</summary>
    /// <param name="code">Why it has refused.</param>
    /// <param name="translator">The translator.</param>
    /// <param name="packet">The packet as it sends it on.</param>
    /// <param name="ofClient">The packet as the client of the flow sends it, or gets it.</param>
    private DropCode? Translated(DropCode? code, int translator, in Packet packet, in Packet ofClient)
    {
        if (code is null)
        {
            last = packet;
            SentBy(
                IsInVpc(graph, translator) ? translator : -1,
                graph.Holders[translator].IsNatInstance ? null : RandomStream.Of(FlowHash.OfBothDirections(ofClient), (ulong)translator).Next());
        }

        return code;
    }

    /// <summary>An interface of a VPC has sent the packet, or with -1 something that is in none.</summary>
    private void SentBy(int holder, ulong? flow)
    {
        from = holder;
        cookie = holder < 0 ? null : flow;
        entrance = holder < 0 ? entrance : -1;
    }

    /// <summary>The packet has come in by an element, and no interface of a VPC has sent it.</summary>
    private void LetIn(int node)
    {
        SentBy(-1, null);
        entrance = node;
    }

    /// <summary>The packet crosses the vendor's network to something.</summary>
    private readonly void Cross(int node, WireHop hop, int to = -1) => See(WireKind.Substrate, node, to, hop, isOutbound: hop == WireHop.Edge);

    private readonly void See(WireKind kind, int node, int to, WireHop hop, bool isOutbound) => tap.See(Sighting(kind, node, to, hop, isOutbound));

    private readonly WireSighting Sighting(WireKind kind, int node, int to, WireHop hop, bool isOutbound) => new(kind, graph.Nodes[node], from, to, hop, isOutbound, last)
    {
        Entrance = entrance < 0 ? null : graph.Nodes[entrance],
        FlowCookie = cookie,
        TraceId = number,
    };

    /// <summary>What carries the packets of a client of a Client VPN endpoint; nothing for everybody else.</summary>
    private readonly GraphCircuit? TunnelOf(int holder)
    {
        foreach (var circuit in graph.Circuits)
        {
            if (circuit.IsOfClients && circuit.Node == graph.Holders[holder].Vpc)
            {
                return circuit;
            }
        }

        return null;
    }

    /// <summary>Hosts of sites, clients of a Client VPN endpoint and accelerators are in none.</summary>
    private static bool IsInVpc(ForwardingGraph graph, int holder) => graph.Nodes[graph.Holders[holder].Vpc].Kind == VpcKind;
}
