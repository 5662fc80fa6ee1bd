using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>What accelerators do, by holder: the entries of their static addresses.</summary>
internal sealed class AcceleratorTable
{
    // Source: "How failover works for unhealthy endpoints", AWS Global Accelerator Developer Guide.
    private const int GroupsOfFailover = 3;
    private readonly ForwardingGraph graph;
    private readonly int[] returns;

    // Nothing where there are no accelerators.
    private readonly Entries? entries;

    public AcceleratorTable(ForwardingGraph graph)
    {
        this.graph = graph;
        returns = new int[graph.Holders.Count];
        for (var holder = 0; holder < returns.Length; holder++)
        {
            returns[holder] = -1;
        }

        if (graph.Has(GraphTables.Accelerations))
        {
            entries = Fill(graph, returns);
        }
    }

    public Acceleration this[int address] => entries!.ByHolder[address]!;

    /// <summary>The source class of what a holder sends back to accelerators; -1 when it is no endpoint of any.</summary>
    public int ReturnOf(int holder) => holder < 0 ? -1 : returns[holder];

    /// <summary>The place of the listener that takes the packet among those of the accelerator; -1 when none does.</summary>
    public int ListenerFor(int address, in Packet packet)
    {
        var all = entries!.Listeners[address];
        for (var listener = 0; listener < all.Length; listener++)
        {
            if (all[listener].Takes(packet))
            {
                return listener;
            }
        }

        return -1;
    }

    /// <summary>Where a new flow goes; nothing when the listener has no endpoint.</summary>
    /// <param name="address">The holder that it came to.</param>
    /// <param name="listener">The listener that takes it.</param>
    /// <param name="packet">Its first packet.</param>
    public AcceleratorChoice? Choose(int address, int listener, in Packet packet)
    {
        var rule = entries!.Listeners[address][listener];
        return rule.IsEmpty ? null : rule.Choose(packet, entries.Edges.GetValueOrDefault(packet.Source));
    }

    /// <summary>
    /// The packet as the accelerator sends it. Where its own address is the source, the port is still the client's: who counts ports gives one.
    /// </summary>
    public Packet Send(int address, in AcceleratorChoice choice, in Packet packet) => packet with
    {
        Source = choice.Endpoint.KeepsSource ? packet.Source : graph.Holders[address].AddressOf(packet.Destination)!.Value,
        Destination = choice.Target.AddressFor(packet.Destination),
        DestinationPort = choice.Port,
    };

    /// <summary>The same where nobody counts ports: the accelerator gives the first.</summary>
    public Packet SendUncounted(int address, in AcceleratorChoice choice, in Packet packet)
    {
        var sent = Send(address, choice, packet);
        return choice.Endpoint.KeepsSource ? sent : sent with { SourcePort = ForwardingTables.FirstNatPort };
    }

    private static Dictionary<IpAddress, int> EdgesOf(ForwardingGraph graph)
    {
        var edges = new Dictionary<IpAddress, int>();
        for (var edge = 0; edge < graph.Edges.Count; edge++)
        {
            foreach (var client in graph.Edges[edge].Clients)
            {
                edges.TryAdd(client, edge);
            }
        }

        return edges;
    }

    // Apart: a method that is entered loads the types that it asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Entries Fill(ForwardingGraph graph, int[] returns)
    {
        var byHolder = new Acceleration?[graph.Holders.Count];
        var listeners = new Listener[graph.Holders.Count][];
        foreach (var acceleration in graph.Accelerations)
        {
            Listener[] own = [.. acceleration.Rules.Select(rule => new Listener(graph, rule))];
            foreach (var holder in acceleration.Holders)
            {
                byHolder[holder] = acceleration;
                listeners[holder] = own;
            }

            foreach (var target in acceleration.HeldTargets())
            {
                returns[target.Holder] = target.Return;
            }
        }

        return new Entries(EdgesOf(graph), byHolder, listeners);
    }

    /// <summary>What is asked at the entries of static addresses.</summary>
    private sealed class Entries(Dictionary<IpAddress, int> edges, Acceleration?[] byHolder, Listener[][] listeners)
    {
        public Dictionary<IpAddress, int> Edges { get; } = edges;

        public Acceleration?[] ByHolder { get; } = byHolder;

        public Listener[][] Listeners { get; } = listeners;
    }

    /// <summary>A listener, with its groups by their nearness to each edge location.</summary>
    private sealed class Listener
    {
        private readonly AccelerationRule rule;
        private readonly Group[][] nearest;
        private readonly bool isAnyHealthy;

        public Listener(ForwardingGraph graph, AccelerationRule rule)
        {
            this.rule = rule;
            isAnyHealthy = rule.Groups.Any(group => group.Endpoints.Any(endpoint => endpoint.IsHealthy));
            Group[] groups = [.. rule.Groups.Select(group => new Group(graph, group, !isAnyHealthy))];
            nearest = [.. graph.Edges.Select(edge => groups.OrderBy(group => PlaceOf(group.Of.Region, edge)).ToArray())];
        }

        public bool IsEmpty => rule.Groups.Count == 0;

        public bool Takes(in Packet packet)
        {
            if (rule.Protocol != packet.Protocol)
            {
                return false;
            }

            foreach (var range in rule.Ports)
            {
                if (range.Contains(packet.DestinationPort))
                {
                    return true;
                }
            }

            return false;
        }

        public AcceleratorChoice Choose(in Packet packet, int edge)
        {
            var (group, reason) = ChooseGroup(nearest[edge], packet);
            var (endpoint, target) = group.Choose(packet, rule.BySource, ignoresHealthAndWeight: reason == AcceleratorReason.FailOpen);
            return new AcceleratorChoice(rule, group.Of, endpoint, target, PortOf(group.Of, packet.DestinationPort), reason, isAnyHealthy);
        }

        private (Group Group, AcceleratorReason Reason) ChooseGroup(Group[] groups, in Packet packet)
        {
            var (dialed, reason) = Dial(groups, packet);
            if (dialed.IsUsable)
            {
                return (dialed, reason);
            }

            // Failover does not ask dials.
            var tried = 0;
            foreach (var group in groups)
            {
                if (group != dialed && tried++ < GroupsOfFailover && group.IsUsable)
                {
                    return (group, AcceleratorReason.Failover);
                }
            }

            return (groups[0], AcceleratorReason.FailOpen);
        }

        /// <summary>The nearest group takes its dial's share, the rest goes on; what no group takes is shared out by dials, a model.</summary>
        private (Group Group, AcceleratorReason Reason) Dial(Group[] groups, in Packet packet)
        {
            const int Percent = 100;
            Group? best = null;
            var bestHash = 0UL;
            foreach (var group in groups)
            {
                var hash = WeightedHash.Of(packet, rule.BySource, group.Key);
                if (hash % Percent < (uint)group.Of.TrafficDial)
                {
                    return (group, group == groups[0] ? AcceleratorReason.Nearest : AcceleratorReason.Dial);
                }

                if (group.Of.TrafficDial > 0 && (best is null || WeightedHash.Wins((hash, group.Of.TrafficDial), (bestHash, best.Of.TrafficDial))))
                {
                    (best, bestHash) = (group, hash);
                }
            }

            return (best ?? groups[0], AcceleratorReason.DialsExhausted);
        }

        private static ushort PortOf(AccelerationGroup group, ushort port)
        {
            foreach (var each in group.Overrides)
            {
                if (each.Listener == port)
                {
                    return each.Endpoint;
                }
            }

            return port;
        }

        private static int PlaceOf(int region, EdgeLocation edge)
        {
            for (var place = 0; place < edge.Regions.Count; place++)
            {
                if (edge.Regions[place] == region)
                {
                    return place;
                }
            }

            return edge.Regions.Count;
        }
    }

    /// <summary>An endpoint group, with what stands for the names of its region, endpoints and addresses.</summary>
    private sealed class Group
    {
        private readonly (AccelerationEndpoint Endpoint, bool IsUsable, ulong Key, ulong[] Targets)[] endpoints;

        public Group(ForwardingGraph graph, AccelerationGroup of, bool countsAllAsHealthy)
        {
            Of = of;
            Key = WeightedHash.KeyOf(graph.Nodes[of.Region].Path);
            endpoints =
            [
                .. of.Endpoints.Select(endpoint => (
                    endpoint,
                    (endpoint.IsHealthy || countsAllAsHealthy) && endpoint.Weight > 0,
                    WeightedHash.KeyOf(graph.Nodes[endpoint.Node].Path),
                    endpoint.Targets.Select(target => WeightedHash.KeyOf(graph.Nodes[target.Node].Path)).ToArray())),
            ];
            IsUsable = endpoints.Any(endpoint => endpoint.IsUsable);
        }

        public AccelerationGroup Of { get; }

        public ulong Key { get; }

        public bool IsUsable { get; }

        public (AccelerationEndpoint Endpoint, AccelerationTarget Target) Choose(in Packet packet, bool byAddresses, bool ignoresHealthAndWeight)
        {
            var best = -1;
            var winner = (Hash: 0UL, Weight: 1);
            for (var index = 0; index < endpoints.Length; index++)
            {
                if (!endpoints[index].IsUsable && !ignoresHealthAndWeight)
                {
                    continue;
                }

                var hash = WeightedHash.Of(packet, byAddresses, endpoints[index].Key);
                var candidate = (hash, ignoresHealthAndWeight ? 1 : endpoints[index].Endpoint.Weight);
                if (best < 0 || WeightedHash.Wins(candidate, winner))
                {
                    (best, winner) = (index, candidate);
                }
            }

            var (endpoint, _, _, targets) = endpoints[best];
            var highest = 0;
            for (var index = 1; index < targets.Length; index++)
            {
                if (WeightedHash.Of(packet, byAddresses, targets[index]) > WeightedHash.Of(packet, byAddresses, targets[highest]))
                {
                    highest = index;
                }
            }

            return (endpoint, endpoint.Targets[highest]);
        }
    }
}

/// <summary>Why an accelerator chose a group.</summary>
internal enum AcceleratorReason
{
    /// <summary>It is the nearest, and its dial took the flow.</summary>
    Nearest,

    /// <summary>The dials of nearer groups passed the flow on.</summary>
    Dial,

    /// <summary>No dial took the flow, and the dials shared it out.</summary>
    DialsExhausted,

    /// <summary>The group whose turn it was has no healthy endpoint with a weight.</summary>
    Failover,

    /// <summary>No group near enough has one: any endpoint of the nearest group will do.</summary>
    FailOpen,
}

/// <summary>Where an accelerator sends a flow.</summary>
/// <param name="Rule">The listener.</param>
/// <param name="Group">The endpoint group.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Target">The address of the endpoint.</param>
/// <param name="Port">The port of the endpoint.</param>
/// <param name="Reason">Why the group was chosen.</param>
/// <param name="IsAnyHealthy">Whether any endpoint of the listener is healthy; otherwise all count as healthy.</param>
internal readonly record struct AcceleratorChoice(
    AccelerationRule Rule,
    AccelerationGroup Group,
    AccelerationEndpoint Endpoint,
    AccelerationTarget Target,
    ushort Port,
    AcceleratorReason Reason,
    bool IsAnyHealthy);
