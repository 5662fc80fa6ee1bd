using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Wire;

/// <summary>What a packet travels on.</summary>
public enum WireKind
{
    /// <summary>Between an interface and its host: the packet as its instance sends or receives it, in Ethernet.</summary>
    Interface,

    /// <summary>Between machines of the vendor: in the encapsulation of its VPC.</summary>
    Substrate,

    /// <summary>Between an internet gateway and the internet: as it is.</summary>
    Internet,

    /// <summary>On a circuit to a site: in the tag of a VLAN, in IPsec or in GRE.</summary>
    Circuit,

    /// <summary>Between a Gateway Load Balancer and an appliance: in Geneve, as the vendor publishes it.</summary>
    Appliance,
}

/// <summary>What stands at the far end of a wire between machines of the vendor; the numbers are those of the encapsulation.</summary>
public enum WireHop
{
    /// <summary>The host of an interface.</summary>
    Host = 0,

    /// <summary>An edge device: the internet, a site, a service of the vendor's.</summary>
    Edge = 1,

    /// <summary>A node that keeps the state of flows: of a NAT gateway or load balancer.</summary>
    FlowState = 2,

    /// <summary>A transit gateway.</summary>
    TransitGateway = 3,

    /// <summary>An endpoint.</summary>
    Endpoint = 4,
}

/// <summary>One packet on one wire.</summary>
/// <param name="Kind">What it travels on.</param>
/// <param name="Element">The element at the far end, or the circuit.</param>
/// <param name="From">The interface that sends it into the VPC, an entry of the graph's holder table; -1 when it comes from outside.</param>
/// <param name="To">The interface that it is for; -1 as long as nobody knows.</param>
/// <param name="Hop">What is at the far end.</param>
/// <param name="IsOutbound">Whether it goes away from the vendor's network, or from an interface.</param>
/// <param name="Packet">The packet.</param>
public readonly record struct WireSighting(WireKind Kind, GraphNode Element, int From, int To, WireHop Hop, bool IsOutbound, Packet Packet)
{
    /// <summary>The element that let the packet into the vendor's network; nothing once an interface of a VPC has sent it on.</summary>
    public GraphNode? Entrance { get; init; }

    /// <summary>How packets look on the circuit that this is; nothing on other wires.</summary>
    public GraphCircuit? Circuit { get; init; }

    /// <summary>By what an appliance gets the packet; nothing on other wires.</summary>
    public Inspection? Inspection { get; init; }

    /// <summary>The handle of the flow at the node that keeps its state, on what that node sends; nothing elsewhere.</summary>
    public ulong? FlowCookie { get; init; }

    /// <summary>What is on the wire in the packet's stead, before it: a question for a neighbour, or the answer; nothing for the packet itself.</summary>
    public NeighbourMessage? Neighbour { get; init; }

    /// <summary>What is on the wire, for people.</summary>
    public string Description => Neighbour?.ToString() ?? Packet.ToString();

    /// <summary>Which of the packets that were shown this is, from 1: the same on all its wires.</summary>
    public ulong TraceId { get; init; }
}

/// <summary>Who sends a packet, as far as wires are concerned.</summary>
/// <param name="Sender">The holder; -1 for everybody else.</param>
/// <param name="Node">A service within the vendor's network, a node of the graph; -1 for everybody else.</param>
/// <param name="Translator">What resets a connection by itself, an entry of the graph's holder table; -1 for everybody else.</param>
internal readonly record struct WireSender(int Sender, int Node, int Translator)
{
    /// <summary>A holder, or with -1 the internet.</summary>
    public static WireSender Holder(int holder) => new(holder, -1, -1);

    /// <summary>A service within the vendor's network.</summary>
    public static WireSender Service(int node) => new(-1, node, -1);

    /// <summary>A NAT gateway, a load balancer, an endpoint or an accelerator, which resets a connection.</summary>
    public static WireSender Resetting(int translator) => new(-1, -1, translator);
}
