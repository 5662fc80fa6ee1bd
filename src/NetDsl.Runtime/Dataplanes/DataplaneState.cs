using System.Runtime.CompilerServices;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Allowances;
using NetDsl.Runtime.Connections;
using NetDsl.Runtime.Faults;
using NetDsl.Runtime.FlowState;
using NetDsl.Runtime.FlowTables;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Mapping;
using NetDsl.Runtime.Translation;

namespace NetDsl.Runtime.Dataplanes;

/// <summary>All that a network in operation remembers.</summary>
internal sealed partial class DataplaneState
{
    // the idle times of load balancers; those of TCP are the NAT gateway's.
    private static readonly TimeSpan BalancedUdpIdle = TimeSpan.FromSeconds(120);
    private readonly NatTable?[] translators;

    /// <summary>How long lines have kept the packet that was sent last.</summary>
    public TimeSpan Delay { get; set; }

    private long overloaded;

    // Flows whose client address stayed, by the reply that the target sends: they say where it goes back to.
    private readonly FlowTable<int> diversions = new();
    private SweepPace pace = new();

    public DataplaneState(ForwardingGraph graph, ForwardingTables tables, DataplaneOptions options)
    {
        var cells = graph.Subnets.Select(subnet => subnet.ZoneId).Distinct().ToDictionary(zone => zone, zone => new FlowStateCell(zone, options.FlowState));
        var cellOfSubnet = graph.Subnets.ToDictionary(subnet => subnet.Node, subnet => cells[subnet.ZoneId]);
        Mapping = MappedHosts.Of(graph, options.Mapping);
        Faults = options.Faults.IsEmpty ? null : new FaultTable(graph, tables, options.Faults);
        FlowStateCells = [.. cells.Values.OrderBy(cell => cell.ZoneId, StringComparer.Ordinal)];
        Connections = new ConnectionTable(options.Connections);
        Allowances = options.Allowances.IsEmpty ? null : new AllowanceTable(graph, Connections, options.Allowances, options.Connections.Shortest);
        Appliances = new ApplianceTable(options.Connections);
        EgressOnlyGateways = new ConnectionTable(options.Connections);

        translators = new NatTable?[tables.Holders.Count];
        for (var holder = 0; holder < translators.Length; holder++)
        {
            if (tables.Holders[holder].KeepsFlows)
            {
                // An accelerator is in no zone. Shards are drawn in the order of the holders, so that none depends on who speaks first.
                var cell = cellOfSubnet.GetValueOrDefault(tables.Holders[holder].Subnet);
                cell?.ShardOf(holder);
                translators[holder] = new NatTable(
                    holder,

                    // A NAT instance keeps its flows itself.
                    tables.Holders[holder].IsNatInstance ? null : cell,
                    tables.Holders.AddressesOf(holder),
                    tables.Holders[holder].IsNatInstance ? options.Nat.InstancePorts : PortPool.OfNatGateway,
                    tables.Holders[holder] switch
                    {
                        { Role: HolderRole.Accelerator } => options.Nat with { TcpIdle = AcceleratedTcpIdle, UdpIdle = AcceleratedUdpIdle },
                        { IsNatGateway: false, IsNatInstance: false } => options.Nat with { UdpIdle = BalancedUdpIdle },
                        _ => options.Nat,
                    });
            }
        }

        NatGateways = [.. Enumerable.Range(0, translators.Length).Where(holder => tables.Holders[holder] is { IsNatGateway: true, Primary: < 0 })];
    }

    /// <summary>On which host an address is; nothing as long as all hosts know everything and nothing moves.</summary>
    public MappingService? Mapping { get; }

    /// <summary>What is down, and which lines lose and delay; nothing as long as nothing ever fails.</summary>
    public FaultTable? Faults { get; }

    public ConnectionTable Connections { get; }

    /// <summary>The nodes that keep flows, by zone.</summary>
    public IReadOnlyList<FlowStateCell> FlowStateCells { get; }

    /// <summary>What egress-only internet gateways have let out; the vendor publishes no idle times, and those of security groups stand for them.</summary>
    public ConnectionTable EgressOnlyGateways { get; }

    /// <summary>What stateful hosts that forward have seen.</summary>
    public ApplianceTable Appliances { get; }

    public IReadOnlyList<NatGatewayUse> NatGatewayUses => [.. NatGateways.Select(holder => Translator(holder).Use)];

    public IReadOnlyList<NatGatewayLoad> NatGatewayLoads(TimeSpan time) => [.. NatGateways.Select(holder => Translator(holder).LoadAt(time))];

    private IReadOnlyList<int> NatGateways { get; }

    public NatTable Translator(int holder) => translators[holder]!;

    /// <summary>Whether it was for want of room at a node that a packet was just dropped: whatever finds no room is.</summary>
    public bool TakeOverload()
    {
        var before = overloaded;
        overloaded = 0;
        foreach (var cell in FlowStateCells)
        {
            overloaded += cell.Overloaded;
        }

        return overloaded != before;
    }

    /// <summary>Sends a packet on with the flow of a load balancer that it belongs to; whether it belongs to one.</summary>
    public bool Continues(int node, ref Packet packet, bool keepsSource, TimeSpan time, out DropCode? refusal)
    {
        if (!Translator(node).Continues(ref packet, time, out refusal))
        {
            return false;
        }

        if (refusal is null && keepsSource)
        {
            Divert(packet.Reply(), node, time);
        }

        return true;
    }

    /// <summary>Remembers a flow of a load balancer; a flow that is known stays on its target.</summary>
    public DropCode? Distribute(
        int node, ref Packet packet, Packet target, bool keepsSource, bool givesPort, int handedBy, TcpFlags flags, TimeSpan time)
    {
        var code = Translator(node).Translate(ref packet, target, givesPort, handedBy, flags, time);
        if (code is null && keepsSource)
        {
            Divert(packet.Reply(), node, time);
        }

        return code switch
        {
            DropCode.NatIdleExpired => DropCode.LbIdleExpired,
            DropCode.NatPortExhausted => DropCode.LbPortExhausted,
            _ => code,
        };
    }

    /// <summary>The translator that a packet goes back to; -1 when it answers no flow that kept its source.</summary>
    public int TranslatorOf(in Packet packet, TimeSpan time)
    {
        if (diversions.Count == 0)
        {
            return -1;
        }

        ref var node = ref diversions.Find(0, packet);
        if (Unsafe.IsNullRef(ref node))
        {
            return -1;
        }

        if (Translator(node).Answers(packet, time))
        {
            return node;
        }

        diversions.Remove(0, packet);
        return -1;
    }

    /// <summary>Forgets all that is over, and says how much is left.</summary>
    public long Sweep(TimeSpan time)
    {
        Connections.Sweep(time);
        EgressOnlyGateways.Sweep(time);
        Appliances.Sweep(time);
        SweepDiversions(time);
        SweepPinned(time);
        return pinned.Count + Connections.Count + EgressOnlyGateways.Count + Appliances.Count + diversions.Count + translators.Sum(table => table?.Sweep(time) ?? 0);
    }

    /// <summary>What answers a flow goes back to the translator that sent it on, as long as that knows the flow.</summary>
    private void Divert(in Packet reply, int translator, TimeSpan time)
    {
        if (pace.IsDue(diversions.Count))
        {
            SweepDiversions(time);
        }

        diversions.FindOrAdd(0, reply, out _) = translator;
    }

    private void SweepDiversions(TimeSpan time)
    {
        diversions.Keep((answer, node) => Translator(node).Answers(answer, time));
        pace.Swept(diversions.Count);
    }
}
