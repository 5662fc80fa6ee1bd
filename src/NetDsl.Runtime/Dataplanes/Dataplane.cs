using NetDsl.Runtime.Dataplanes;
using NetDsl.Runtime.FlowState;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Mapping;
using NetDsl.Runtime.Wire;

namespace NetDsl.Runtime;

/// <summary>
/// A network in operation: what <see cref="CompiledNetwork"/> decides, with the connections that security groups remember
/// and the flows of NAT gateways. One thread; time is given with each packet and never runs backwards.
/// </summary>
public sealed class Dataplane
{
    private readonly InterfaceEventLog events = new();
    private readonly DataplaneState state;
    private TimeSpan now = TimeSpan.MinValue;

    /// <summary>Starts without any connection.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Timeouts and ports; the documented defaults when left out.</param>
    public Dataplane(CompiledNetwork network, DataplaneOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        state = new DataplaneState(network.Graph, network.Tables, options ?? new DataplaneOptions());
    }

    /// <summary>The network.</summary>
    public CompiledNetwork Network { get; }

    /// <summary>What the monitored interfaces saw of the packet that was sent last, in order; valid until the next.</summary>
    public ReadOnlySpan<InterfaceEvent> Events => events.Seen;

    /// <summary>Where the packet that was sent last was dropped, a node of the graph; -1 when it was not.</summary>
    public int DropNode { get; private set; } = -1;

    /// <summary>Who looks at packets on their wires; nobody unless somebody is set.</summary>
    public IWireTap? Tap { get; set; }

    /// <summary>How the NAT gateways have been used, in the order of the holder table.</summary>
    public IReadOnlyList<NatGatewayUse> NatGateways => state.NatGatewayUses;

    /// <summary>What the NAT gateways hold at a moment, in the order of the holder table.</summary>
    /// <param name="time">Virtual time; no packet can be sent before it afterwards.</param>
    public IReadOnlyList<NatGatewayLoad> NatGatewayLoads(TimeSpan time)
    {
        MoveTo(time);
        return state.NatGatewayLoads(time);
    }

    /// <summary>How hosts found each other; nothing has happened as long as all know everything and nothing moves.</summary>
    public MappingUse Mapping => state.Mapping?.Use ?? new MappingUse();

    /// <summary>The nodes that keep the flows of NAT gateways, load balancers and endpoints, by the identifiers of their zones.</summary>
    public IReadOnlyList<FlowStateCell> FlowStateCells => state.FlowStateCells;

    /// <summary>Sends a packet; <see cref="Events"/> then tells where it was seen.</summary>
    /// <param name="sender">The sender in the graph's holder table, or <see cref="CompiledNetwork.Internet"/>.</param>
    /// <param name="packet">The packet as it is sent.</param>
    /// <param name="time">Virtual time, since any moment that the caller counts from.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries, for who looks on.</param>
    public Decision Send(int sender, Packet packet, TimeSpan time, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        Network.RefuseTranslator(sender);
        return Answer(sender, packet, time, flags, extent);
    }

    /// <summary>
    /// Sends the answer of whoever a packet was delivered at. That may be what starts no flows by itself, such as an interface of an endpoint,
    /// which speaks for the service behind it.
    /// </summary>
    /// <param name="responder">The receiver in the graph's holder table, or <see cref="CompiledNetwork.Internet"/>.</param>
    /// <param name="packet">The packet as it is sent.</param>
    /// <param name="time">Virtual time, since any moment that the caller counts from.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries, for who looks on.</param>
    public Decision Answer(int responder, Packet packet, TimeSpan time, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        MoveTo(time);
        events.Clear();
        var passage = new DataplanePassage(Network.Tables, state, events, time, flags);
        var end = Tap is null ? Network.Tables.Walk(responder, packet, ref passage) : Watched(Tap, responder, packet, passage, new SentPacket(packet, flags, time, extent));
        events.LeavePending(FlowAction.Accept);
        DropNode = end.Code is null ? -1 : DropPlace.NodeOf(Network.Graph, responder, end);

        return CompiledNetwork.Decision(end.Code is null ? end : end with { Code = Told(end.Code.Value) });
    }

    private void MoveTo(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, now);
        now = time;
    }

    /// <summary>A reply that finds no room at its node looks like one that nobody waits for, and a host that its interface has left like one that refuses.</summary>
    private DropCode Told(DropCode code) => state.TakeOverload() ? DropCode.FlowStateOverloaded : state.TakeMiss() ? DropCode.MappingMiss : code;

    private WalkEnd Watched(IWireTap tap, int sender, in Packet packet, DataplanePassage passage, in SentPacket sent)
    {
        tap.Begin(sent);
        var tapped = new TappedPassage<DataplanePassage>(passage, tap, Network.Graph, sender, packet);
        return Network.Tables.Walk(sender, packet, ref tapped);
    }

    /// <summary>The state of a connection at an interface; nothing when it is not tracked, or no longer.</summary>
    /// <param name="holder">The interface.</param>
    /// <param name="direction">The direction of the packet that opened it.</param>
    /// <param name="opener">The packet that opened it, as it was at the interface.</param>
    /// <param name="time">Virtual time.</param>
    public ConnectionState? ConnectionAt(int holder, FlowDirection direction, Packet opener, TimeSpan time) =>
        state.Connections.StateOf(holder, direction, opener, time);
}
