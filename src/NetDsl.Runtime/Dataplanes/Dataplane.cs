using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Allowances;
using NetDsl.Runtime.Dataplanes;
using NetDsl.Runtime.Faults;
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
    private readonly InterfaceEventLog? events = new();
    private readonly List<WayPart> way = [];
    private readonly DataplaneState state;
    private readonly TransitGatewayWatch? watch;

    // The packet that is under way, what drives it, and what became of it: written in place, since copies take longer than the walk.
    private DataplanePassage passage;
    private PacketWalk walk;
    private Decision decision;
    private TimeSpan now = TimeSpan.MinValue;

    // Whether the packet is a reset itself, which nobody answers with another.
    private bool isReset;

    // How many packets a tap has been shown.
    private ulong shown;

    // What sites send goes by what their devices know, all else by what the vendor's end knows.
    private Routes fromSites;
    private Routes routes;

    /// <summary>Starts without any connection.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Timeouts and ports; the documented defaults when left out.</param>
    public Dataplane(CompiledNetwork network, DataplaneOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        routes = fromSites = new Routes(network.Graph, network.Tables, null);
        state = new DataplaneState(network.Graph, network.Tables, options ?? new DataplaneOptions());
        passage = new DataplanePassage(state, events, way);
    }

    /// <summary>The network.</summary>
    public CompiledNetwork Network { get; }

    /// <summary>What the monitored interfaces saw of the packet that was sent last, in order, when they are watched; valid until the next.</summary>
    public ReadOnlySpan<InterfaceEvent> Events => events is null ? [] : events.Seen;

    /// <summary>Whether it notes what monitored interfaces see, which costs time with every packet; unless it is told not to.</summary>
    public bool WatchesInterfaces
    {
        get => events is not null;
        init
        {
            events = value ? new InterfaceEventLog() : null;
            passage = new DataplanePassage(state, events, way);
        }
    }

    /// <summary>Whether it notes what transit gateways see, which costs time with every packet; not unless it is told to.</summary>
    public bool WatchesTransitGateways
    {
        get => watch is not null;
        init => watch = value ? new TransitGatewayWatch() : null;
    }

    /// <summary>
    /// Where the packet that was sent last was seen at attachments of transit gateways, in order, when they are watched; valid until the next. Nodes are those of
    /// <see cref="Network"/>, behind <see cref="Reroute"/> as well.
    /// </summary>
    public ReadOnlySpan<TransitGatewayEvent> TransitGatewayEvents => watch is null ? [] : watch.Seen;

    /// <summary>Where the packet that was sent last was dropped, a node of the graph; -1 when it was not.</summary>
    public int DropNode { get; private set; } = -1;

    /// <summary>The way of the packet that was sent last: who sent it, the path programs that it took, and whom it came to; valid until the next. Behind
    /// <see cref="Reroute"/>, programs and sources are those of the other network: see <see cref="WayGraph"/>.</summary>
    public ReadOnlySpan<WayPart> Way => CollectionsMarshal.AsSpan(way);

    /// <summary>The graph that <see cref="Way"/> went by: that of the network, or of one that it was rerouted by.</summary>
    public ForwardingGraph WayGraph =>
        way is [{ Kind: WayPartKind.Holder } sender, ..] && Network.Graph.Holders[sender.Index].Role == HolderRole.SiteHost ? fromSites.Graph : routes.Graph;

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

    /// <summary>How instances have used their allowances, in the order of the options.</summary>
    /// <param name="time">Virtual time; no packet can be sent before it afterwards.</param>
    public IReadOnlyList<AllowanceUse> AllowanceUses(TimeSpan time)
    {
        MoveTo(time);
        return state.Allowances?.Uses(time) ?? [];
    }

    /// <summary>How hosts found each other; nothing has happened as long as all know everything and nothing moves.</summary>
    public MappingUse Mapping => state.Mapping?.Use ?? new MappingUse();

    /// <summary>The nodes that keep the flows of NAT gateways, load balancers and endpoints, by the identifiers of their zones.</summary>
    public IReadOnlyList<FlowStateCell> FlowStateCells => state.FlowStateCells;

    /// <summary>Sends a packet; <see cref="Events"/> then tells where it was seen, when interfaces are watched.</summary>
    /// <param name="sender">The sender in the graph's holder table, or <see cref="CompiledNetwork.Internet"/>.</param>
    /// <param name="packet">The packet as it is sent.</param>
    /// <param name="time">Virtual time, since any moment that the caller counts from.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries, for who looks on and for the allowances of instances.</param>
    /// <returns>What becomes of it; valid until the next.</returns>
    public ref readonly Decision Send(int sender, scoped in Packet packet, TimeSpan time, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        Network.RefuseTranslator(sender);
        return ref Answer(sender, packet, time, flags, extent);
    }

    /// <summary>
    /// Sends the answer of whoever a packet was delivered at. That may be what starts no flows by itself, such as an interface of an endpoint,
    /// which speaks for the service behind it.
    /// </summary>
    /// <param name="responder">The receiver in the graph's holder table, or <see cref="CompiledNetwork.Internet"/>.</param>
    /// <param name="packet">The packet as it is sent.</param>
    /// <param name="time">Virtual time, since any moment that the caller counts from.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries, for who looks on and for the allowances of instances.</param>
    /// <returns>What becomes of it; valid until the next.</returns>
    public ref readonly Decision Answer(int responder, scoped in Packet packet, TimeSpan time, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        var isFromSite = responder >= 0 && Network.Graph.Holders[responder].Role == HolderRole.SiteHost;
        var used = isFromSite ? fromSites : routes;
        state.Allowances?.Begin(extent.Length);
        Begin(used, responder < 0 ? new WayPart(WayPartKind.Source, used.Graph.Sources.Count - 1) : new WayPart(WayPartKind.Holder, responder), time, flags, isFromSite);
        walk.Begin(responder, packet);
        if (Tap is null && watch is null)
        {
            used.Tables.Walk(ref walk, ref passage);
        }
        else
        {
            Watched(used, WalkEntry.Of(responder), WireSender.Holder(responder), new SentPacket(packet, flags, time, extent));
        }

        state.Allowances?.AtHost(used.Tables, ref walk, time);
        return ref End(used, responder, extent.Acknowledgment);
    }

    /// <summary>Sends the answer of a service of the vendor's, which comes from where the path to it says.</summary>
    /// <param name="service">Where the path of the request ended.</param>
    /// <param name="packet">The packet as it is sent.</param>
    /// <param name="time">Virtual time, since any moment that the caller counts from.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries, for who looks on and for the allowances of instances.</param>
    /// <returns>What becomes of it; valid until the next.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ref readonly Decision Answer(ServiceEnd service, scoped in Packet packet, TimeSpan time, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        state.Allowances?.Begin(extent.Length);
        Begin(routes, new WayPart(WayPartKind.Source, service.ReplySource), time, flags);
        return ref Go(WalkEntry.OfSource(service.ReplySource), CompiledNetwork.Internet, WireSender.Service(service.Node), new SentPacket(packet, flags, time, extent));
    }

    /// <summary>Sends a reset, from whoever does not know the connection to whoever goes on with it.</summary>
    /// <param name="reset">The reset; see <see cref="Reset"/>.</param>
    /// <param name="time">Virtual time, since any moment that the caller counts from.</param>
    /// <returns>What becomes of it; valid until the next.</returns>
    public ref readonly Decision Send(ConnectionReset reset, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(reset);
        state.Allowances?.Begin(reset.Length);
        var translator = routes.Tables.Holders[reset.Translator];
        var isMonitored = translator.Role != HolderRole.Accelerator;
        Begin(routes, isMonitored ? new WayPart(WayPartKind.Holder, reset.Translator) : new WayPart(WayPartKind.Source, translator.Source), time, TcpFlags.Rst);
        if (isMonitored)
        {
            events?.Leave(reset.Translator, reset.Packet);
        }

        return ref Go(
            reset.HandedBy < 0 ? WalkEntry.BackFrom(reset.Translator) : WalkEntry.At(reset.HandedBy),
            reset.Translator,
            WireSender.Resetting(reset.Translator),
            new SentPacket(reset.Packet, TcpFlags.Rst, time, new PacketExtent(reset.Length, reset.Sequence, 0)));
    }

    /// <summary>
    /// Sends the answer of a service of the host, such as the resolver: it is at the interface that asked, whatever groups, ACLs and routes say, and no flow log has it.
    /// </summary>
    /// <param name="service">Where the path of the request ended.</param>
    /// <param name="asker">Who asked, an interface of the graph's holder table.</param>
    /// <param name="packet">The packet as it is sent.</param>
    /// <param name="time">Virtual time, since any moment that the caller counts from.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries, for who looks on.</param>
    /// <returns>What becomes of it; valid until the next.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ref readonly Decision Answer(HostServiceEnd service, int asker, scoped in Packet packet, TimeSpan time, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        Begin(routes, new WayPart(WayPartKind.Holder, asker), time, flags);
        walk.Begin(asker, packet);
        passage.Arrive(asker);
        if (passage.Reach(default, asker) is { } code)
        {
            walk.Drop(default, asker, code);
            return ref End(routes, asker);
        }

        if (Tap is not null)
        {
            Shown(Tap, routes, passage, WireSender.Service(Network.Graph.Holders[asker].Node), new SentPacket(packet, flags, time, extent)).ReachAsker(asker);
        }

        // It takes no way that anybody pays for.
        way.Clear();
        (DropNode, Service, Reset) = (-1, null, null);
        walk.End(Outcome.Delivered, default, asker);
        return ref Decide();
    }

    /// <summary>Sends the answer of whoever a packet came to: of a service, where <see cref="Service"/> named one, else of the receiver.</summary>
    /// <param name="responder">The receiver of the request in the graph's holder table, or <see cref="CompiledNetwork.Internet"/>.</param>
    /// <param name="service">The service that the request came to; nothing when it came to none.</param>
    /// <param name="packet">The packet as it is sent.</param>
    /// <param name="time">Virtual time, since any moment that the caller counts from.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries, for who looks on.</param>
    /// <returns>What becomes of it; valid until the next.</returns>
    public ref readonly Decision Answer(int responder, PathEnd? service, scoped in Packet packet, TimeSpan time, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        switch (service)
        {
            case ServiceEnd end:
                return ref Answer(end, packet, time, flags, extent);
            case HostServiceEnd end:
                return ref Answer(end, responder, packet, time, flags, extent);
            default:
                return ref Answer(responder, packet, time, flags, extent);
        }
    }

    /// <summary>Walks what is sent by nobody who opens flows, by the routes of the vendor's end.</summary>
    private ref readonly Decision Go(WalkEntry entry, int sender, WireSender from, scoped in SentPacket sent)
    {
        walk.Begin(CompiledNetwork.Internet, sent.Packet);
        if (Tap is null && watch is null)
        {
            entry.Walk(routes.Tables, ref walk, ref passage);
        }
        else
        {
            Watched(routes, entry, from, sent);
        }

        return ref End(routes, sender, sent.Extent.Acknowledgment);
    }

    private void Begin(Routes used, WayPart sender, TimeSpan time, TcpFlags flags, bool isFromSite = false)
    {
        MoveTo(time);
        events?.Clear();
        state.Delay = TimeSpan.Zero;
        way.Clear();
        way.Add(sender);
        watch?.Begin(used.Graph, used.Nodes);
        isReset = (flags & TcpFlags.Rst) != 0;
        passage.Begin(used.Tables, used.Nodes, time, flags, isFromSite);
    }

    private ref readonly Decision End(Routes used, int sender, uint acknowledged = 0)
    {
        events?.LeavePending(FlowAction.Accept);
        if (walk.Code is { } code)
        {
            Lose(used, sender, code, acknowledged);
        }
        else
        {
            DropNode = -1;
            Reset = null;
            Service = walk.Outcome == Outcome.Delivered ? ServiceAt(used, sender, walk.Holder, walk.At.Program) : null;
        }

        return ref Decide();
    }

    private ref readonly Decision Decide()
    {
        walk.Decide(ref decision);
        return ref decision;
    }

    private void Lose(Routes used, int sender, DropCode code, uint acknowledged)
    {
        DropNode = used.Known(DropPlace.NodeOf(used.Graph, used.Tables, sender, walk.Ended), sender, Network.Graph);
        Service = null;
        Reset = isReset ? null : state.ResetOf(code, walk.Packet, acknowledged);
        way.Add(new WayPart(WayPartKind.Drop, walk.At.Step));
        walk.Drop(walk.At, walk.Holder, Told(code));
    }

    private PathEnd? ServiceAt(Routes used, int sender, int holder, int program) => holder switch
    {
        < 0 => used.Graph.Programs[program].End is ServiceEnd service && IsKnown(used, service) ? service : null,
        >= 0 when holder == sender => used.Graph.Programs[program].End as HostServiceEnd,
        _ => null,
    };

    /// <summary>Answers go by the routes of the vendor's end, which has to have the same service where other routes led to it.</summary>
    private bool IsKnown(Routes used, ServiceEnd service)
    {
        return used == routes || (service.ReplySource < routes.Graph.Sources.Count && Place(used.Graph) == Place(routes.Graph));

        (string, string) Place(ForwardingGraph graph) => (graph.Nodes[graph.Sources[service.ReplySource].Node].Kind, graph.Nodes[graph.Sources[service.ReplySource].Node].Path);
    }

    private void MoveTo(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, now);
        now = time;
    }

    /// <summary>How much longer the packet that was sent last takes than it does otherwise: on lines to sites that delay, and at instances that have used their allowances.</summary>
    public TimeSpan Delay => state.Delay;

    /// <summary>Goes on with other routes: those of a network of the same hosts, in which lines are down or up again. Connections and flows stay.</summary>
    /// <param name="vendor">By what everybody but sites sends.</param>
    /// <param name="sites">By what sites send.</param>
    /// <exception cref="ArgumentException">A network has other hosts.</exception>
    public void Reroute(CompiledNetwork vendor, CompiledNetwork sites)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        ArgumentNullException.ThrowIfNull(sites);
        routes = RoutesOf(vendor, nameof(vendor));
        fromSites = sites == vendor ? routes : RoutesOf(sites, nameof(sites));
    }

    private Routes RoutesOf(CompiledNetwork other, string name)
    {
        if (other == Network)
        {
            return new Routes(other.Graph, other.Tables, null);
        }

        var (graph, asked) = (Network.Graph, other.Graph);
        if (graph.Holders.Count != asked.Holders.Count || !Enumerable.Range(0, graph.Holders.Count).All(holder => Host(graph, holder) == Host(asked, holder)))
        {
            throw new ArgumentException("A network in operation can change its routes, not its hosts; start another data plane for another network.", name);
        }

        // What is named by one graph only keeps numbers of its own.
        var known = graph.Nodes.Select((node, index) => (Key: (node.Kind, node.Path), index)).ToDictionary(each => each.Key, each => each.index);
        return new Routes(asked, other.Tables, [.. asked.Nodes.Select((node, index) => known.TryGetValue((node.Kind, node.Path), out var number) ? number : graph.Nodes.Count + index)]);

        static (string, Addressing.IpAddress) Host(ForwardingGraph graph, int holder) => (graph.Nodes[graph.Holders[holder].Node].Path, graph.Holders[holder].PrivateAddress);
    }

    /// <summary>A reply that finds no room at its node looks like one that nobody waits for.</summary>
    private DropCode Told(DropCode code) => state.TakeOverload() ? DropCode.FlowStateOverloaded : code;

    // Not within what calls them, as the answers of services: packets that are no such would clear the room for what it takes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Watched(Routes used, WalkEntry entry, WireSender from, in SentPacket sent)
    {
        if (watch is null)
        {
            Tapped(used, entry, passage, from, sent);
            return;
        }

        Tapped(used, entry, new TransitGatewayPassage<DataplanePassage>(passage, watch), from, sent);
        watch.End(walk.Code);
    }

    private void Tapped<TPassage>(Routes used, WalkEntry entry, TPassage watched, WireSender from, in SentPacket sent)
        where TPassage : struct, IPassage
    {
        if (Tap is null)
        {
            entry.Walk(used.Tables, ref walk, ref watched);
            return;
        }

        var tapped = Shown(Tap, used, watched, from, sent);
        entry.Walk(used.Tables, ref walk, ref tapped);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TappedPassage<TPassage> Shown<TPassage>(IWireTap tap, Routes used, TPassage watched, WireSender from, in SentPacket sent)
        where TPassage : struct, IPassage
    {
        tap.Begin(sent);
        return new TappedPassage<TPassage>(watched, tap, used.Graph, used.Tables, from, sent.Packet, ++shown);
    }

    /// <summary>Whether clients are told the address of a node of a load balancer when they ask for its name; always, as long as nothing fails.</summary>
    /// <param name="node">The node in the graph's holder table.</param>
    /// <param name="time">Virtual time.</param>
    public bool IsNamed(int node, TimeSpan time) => state.Faults?.IsNamed(node, time) ?? true;

    /// <summary>
    /// The service that the packet that was sent last came to: one of the vendor's (<see cref="ServiceEnd"/>) or of the host (<see cref="HostServiceEnd"/>); nothing when it came to none.
    /// </summary>
    public PathEnd? Service { get; private set; }

    /// <summary>The reset that the packet that was sent last is answered with; nothing when nobody answers with one.</summary>
    public ConnectionReset? Reset { get; private set; }

    /// <summary>When endpoints of accelerators count as unhealthy because of what fails, as health checks find it.</summary>
    public IReadOnlyList<UnhealthyEndpoint> UnhealthyEndpoints =>
    [
        .. (state.Faults?.UnhealthyEndpoints() ?? []).Select(each => new UnhealthyEndpoint(Network.Graph.Nodes[each.Accelerator].Path, Network.Graph.Nodes[each.Endpoint].Path, each.From, each.Until)),
    ];

    /// <summary>Forgets all connections and flows that are over, and says how many are left.</summary>
    /// <param name="time">Virtual time.</param>
    public long Sweep(TimeSpan time)
    {
        MoveTo(time);
        return state.Sweep(time);
    }

    /// <summary>The state of a connection at an interface; nothing when it is not tracked, or no longer.</summary>
    /// <param name="holder">The interface.</param>
    /// <param name="direction">The direction of the packet that opened it.</param>
    /// <param name="opener">The packet that opened it, as it was at the interface.</param>
    /// <param name="time">Virtual time.</param>
    public ConnectionState? ConnectionAt(int holder, FlowDirection direction, Packet opener, TimeSpan time) =>
        state.Connections.StateOf(holder, direction, opener, time);

    /// <summary>What packets are sent by.</summary>
    /// <param name="Graph">The graph of the routes.</param>
    /// <param name="Tables">The routes.</param>
    /// <param name="Nodes">The numbers that nodes have in the graph of the hosts; nothing where they are the same.</param>
    private sealed record Routes(ForwardingGraph Graph, ForwardingTables Tables, int[]? Nodes)
    {
        /// <summary>The number of a node in the graph of the hosts; that of the sender for what only these routes name.</summary>
        public int Known(int node, int sender, ForwardingGraph hosts) =>
            Nodes is null ? node
            : Nodes[node] is var number && number < hosts.Nodes.Count ? number
            : sender >= 0 ? hosts.Holders[sender].Node
            : hosts.Sources[^1].Node;
    }
}
