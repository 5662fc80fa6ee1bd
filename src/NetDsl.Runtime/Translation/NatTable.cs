using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Runtime.FlowState;
using NetDsl.Runtime.FlowTables;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Translation;

/// <summary>The flows of one NAT gateway, in both directions, and the addresses and ports that they have.</summary>
/// <param name="holder">The gateway.</param>
/// <param name="cell">The nodes that keep its flows; nothing for one that keeps them itself.</param>
/// <param name="addresses">Its private addresses, the primary one first.</param>
/// <param name="ports">The ports that it gives.</param>
/// <param name="options">How ports are given.</param>
internal sealed class NatTable(int holder, FlowStateCell? cell, IpAddress[] addresses, PortRange ports, NatOptions options)
{
    // Flows stand in one array: there may be millions, and each would be an object to look after.
    private readonly FlowTable<int> byInside = new();
    private readonly FlowTable<int> byReply = new();
    private readonly Stack<int> free = new();
    private Flow[] flows = new Flow[16];
    private int used;
    private readonly Dictionary<(IpAddress Source, Protocol Protocol, IpAddress Address, ushort Port), PortPool> pools = [];

    private readonly IdleQueues ending = new(options);
    private int peakFlows;
    private int peakPorts;
    private long opened;
    private long refused;

    /// <summary>What the gateway has given so far.</summary>
    public NatGatewayUse Use => new(holder, byInside.Count, peakFlows, peakPorts, opened, refused);

    /// <summary>What it holds at a moment.</summary>
    public NatGatewayLoad LoadAt(TimeSpan time)
    {
        EndIdleFlows(time);
        return new(holder, byInside.Count, pools.Count == 0 ? 0 : pools.Values.Max(pool => pool.InUse));
    }

    /// <summary>Translates a packet from inside; says why not, when it cannot.</summary>
    public DropCode? Translate(ref Packet packet, TcpFlags flags, TimeSpan time) =>
        Translate(ref packet, packet with { Source = addresses[0] }, givesPort: true, handedBy: -1, flags, time);

    /// <summary>Translates the first packet of a flow to what is asked, and later ones as the first; says why not, when it cannot.</summary>
    /// <param name="packet">The packet as it came; as it goes on afterwards.</param>
    /// <param name="outside">What a new flow becomes.</param>
    /// <param name="givesPort">Whether the flow gets a source address and port of the table's.</param>
    /// <param name="handedBy">The translator that handed it over; -1 for none.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="time">Virtual time.</param>
    public DropCode? Translate(
        ref Packet packet, Packet outside, bool givesPort, int handedBy, TcpFlags flags, TimeSpan time)
    {
        if (Continues(ref packet, time, out var refusal))
        {
            return refusal;
        }

        // A connection in its middle has been forgotten: its sender gets a reset.
        if (packet.Protocol == Protocol.Tcp && flags != TcpFlags.None && (flags & TcpFlags.Syn) == 0)
        {
            return DropCode.NatIdleExpired;
        }

        // both nodes have the flow before its first packet goes on.
        var hash = cell is null ? 0 : FlowHash.OfBothDirections(packet);
        FlowOwnership ownership = default;
        if (cell is not null)
        {
            if (cell.Commit(holder, hash, time) is not { } committed)
            {
                return DropCode.FlowStateOverloaded;
            }

            ownership = committed;
        }

        PortPool? pool = null;
        if (givesPort)
        {
            if (Take(outside, time) is not { } taken)
            {
                refused++;
                return DropCode.NatPortExhausted;
            }

            pool = taken.Pool;
            outside = outside with { Source = taken.Address, SourcePort = taken.Port };
        }

        var index = Add(new Flow(packet, outside, pool, handedBy, hash) { Ownership = ownership });
        byInside.FindOrAdd(0, packet, out _) = index;
        byReply.FindOrAdd(0, outside.Reply(), out _) = index;
        ending.Add(index, packet.Protocol, time);
        opened++;
        peakFlows = Math.Max(peakFlows, byInside.Count);
        peakPorts = Math.Max(peakPorts, pool?.InUse ?? 0);
        packet = outside;
        return null;
    }

    /// <summary>Translates a packet of a flow that is known as its first one; whether it is of one.</summary>
    /// <param name="packet">The packet as it came; as it goes on afterwards.</param>
    /// <param name="time">Virtual time.</param>
    /// <param name="refusal">Why it does not go on, when it does not.</param>
    public bool Continues(ref Packet packet, TimeSpan time, out DropCode? refusal)
    {
        EndIdleFlows(time);
        refusal = null;
        if (IndexOf(byInside, packet) is not (>= 0 and var index) || Find(ref flows[index], time) is var lookup && lookup == FlowLookup.Forgotten)
        {
            return false;
        }

        ending.See(index, time);
        packet = flows[index].Outside;
        refusal = lookup == FlowLookup.Known ? null : DropCode.FlowStateOverloaded;
        return true;
    }

    /// <summary>Gives an answer its inside address and port back; whether it answers a flow.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="time">Virtual time.</param>
    /// <param name="handedBy">The translator that handed the flow over; -1 for none.</param>
    public bool Restore(ref Packet packet, TimeSpan time, out int handedBy)
    {
        handedBy = -1;
        EndIdleFlows(time);
        if (IndexOf(byReply, packet) is not (>= 0 and var index) || Find(ref flows[index], time) != FlowLookup.Known)
        {
            return false;
        }

        ending.See(index, time);
        ref var flow = ref flows[index];
        packet = flow.Inside.Reply();
        handedBy = flow.HandedBy;
        return true;
    }

    /// <summary>Whether the packet answers a flow.</summary>
    public bool Answers(in Packet packet, TimeSpan time)
    {
        EndIdleFlows(time);
        return IndexOf(byReply, packet) >= 0;
    }

    /// <summary>Where the flow of a packet from inside goes; nothing when it is of none.</summary>
    public IpAddress? TargetOf(in Packet packet, TimeSpan time)
    {
        EndIdleFlows(time);
        return IndexOf(byInside, packet) is >= 0 and var index ? flows[index].Outside.Destination : null;
    }

    /// <summary>Forgets the flow of a packet from inside, which is there; its port rests until it would have ended idle.</summary>
    public void Forget(in Packet packet)
    {
        ref var flow = ref flows[IndexOf(byInside, packet)];
        byReply.Remove(0, flow.Outside.Reply());
        flow.IsForgotten = true;
        byInside.Remove(0, packet);
    }

    /// <summary>
    /// Takes a port of the address that has the fewest flows to the destination, of equal ones the first; none when no address has a port left.
    /// </summary>
    private (PortPool Pool, IpAddress Address, ushort Port)? Take(Packet outside, TimeSpan time)
    {
        // Most have one address, and every new flow comes by here.
        if (addresses.Length == 1)
        {
            // That of the family of the flow, where a load balancer has one of each.
            var only = PoolFor(outside);
            return only.Take(time) is { } free ? (only, outside.Source, free) : null;
        }

        // Sorting keeps the order of what is equal.
        foreach (var (pool, address) in addresses
            .Select(address => (Pool: PoolFor(outside with { Source = address }), Address: address))
            .OrderBy(each => each.Pool.InUse))
        {
            if (pool.Take(time) is { } port)
            {
                return (pool, address, port);
            }
        }

        return null;
    }

    private PortPool PoolFor(in Packet packet)
    {
        var key = (packet.Source, packet.Protocol, packet.Destination, packet.DestinationPort);
        if (!pools.TryGetValue(key, out var pool))
        {
            var offset = options.PortSeed is { } seed
                ? (int)(Mix(seed, (uint)packet.Source.Low, (uint)packet.Destination.Low, (uint)(packet.Protocol.Number << 16) | packet.DestinationPort) % (ulong)PortPool.CountOf(ports))
                : 0;
            pools.Add(key, pool = new PortPool(ports, offset));
        }

        return pool;
    }

    /// <summary>Asks the node of a flow; what was lost with its nodes is forgotten here, too, and its port rests.</summary>
    private FlowLookup Find(ref Flow flow, TimeSpan time)
    {
        if (cell is null)
        {
            return FlowLookup.Known;
        }

        var lookup = cell.Find(holder, flow.Hash, ref flow.Ownership, time);
        if (lookup == FlowLookup.Forgotten)
        {
            // It ends when it would have ended idle, and with it its port: until then nobody else gets that.
            byInside.Remove(0, flow.Inside);
            byReply.Remove(0, flow.Outside.Reply());
            flow.IsForgotten = true;
        }

        return lookup;
    }

    /// <summary>Forgets all flows that are over, and says how many are left.</summary>
    public int Sweep(TimeSpan time)
    {
        EndIdleFlows(time);
        return byInside.Count;
    }

    private int Add(in Flow flow)
    {
        if (!free.TryPop(out var index))
        {
            index = used++;
            if (index == flows.Length)
            {
                Array.Resize(ref flows, flows.Length * 2);
            }
        }

        flows[index] = flow;
        return index;
    }

    private void EndIdleFlows(TimeSpan time)
    {
        while (ending.TryEnd(time, out var index, out var end))
        {
            ref var flow = ref flows[index];
            if (!flow.IsForgotten)
            {
                byInside.Remove(0, flow.Inside);
                byReply.Remove(0, flow.Outside.Reply());
            }

            // Flows end in the order of their ends, and ports rest in it.
            flow.Pool?.Release(flow.Outside.SourcePort, end + options.PortQuarantine);
            flow = default;
            free.Push(index);
        }
    }

    private static int IndexOf(FlowTable<int> table, in Packet packet)
    {
        ref var index = ref table.Find(0, packet);
        return Unsafe.IsNullRef(ref index) ? -1 : index;
    }

    /// <summary>Spreads destinations over the ports, the same on every machine (the finaliser of SplitMix64).</summary>
    private static ulong Mix(ulong seed, params ReadOnlySpan<uint> parts)
    {
        var value = seed;
        foreach (var part in parts)
        {
            value = unchecked(value + 0x9E3779B97F4A7C15 + part);
            value = unchecked((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9);
            value = unchecked((value ^ (value >> 27)) * 0x94D049BB133111EB);
            value ^= value >> 31;
        }

        return value;
    }

    private struct Flow(Packet inside, Packet outside, PortPool? pool, int handedBy, ulong hash)
    {
        public readonly Packet Inside = inside;
        public readonly Packet Outside = outside;
        public readonly PortPool? Pool = pool;
        public readonly int HandedBy = handedBy;
        public readonly ulong Hash = hash;

        public FlowOwnership Ownership;

        /// <summary>Whether the nodes that kept it were lost.</summary>
        public bool IsForgotten;
    }
}
