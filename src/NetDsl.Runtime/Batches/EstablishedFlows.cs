using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Batches;
using NetDsl.Runtime.FlowTables;

namespace NetDsl.Runtime;

/// <summary>
/// Remembers what was decided of flows, so that a later packet of a flow costs one probe of a table. What <see cref="CompiledNetwork.Decide(in PacketColumns, Span{BatchDecision})"/>
/// says depends on nothing but the packet and its sender, so that what is remembered never becomes wrong, and what is forgotten costs time only. One thread at a time, without locks;
/// several share the flows of a network by <see cref="FlowShards"/>.
/// </summary>
/// <remarks>
/// The table has its size from the beginning, some 32 bytes a flow; a flow that finds no room takes that of one that nobody has asked for since the last <see cref="Sweep"/>. Flows of
/// packets whose source is not the sender's own stand in another table, an eighth as many again, which is emptied when it is full. Once every kind of packet has come, nothing is allocated.
/// </remarks>
public sealed unsafe class EstablishedFlows
{
    /// <summary>How many packets are looked up together, each while the others' memory is on its way.</summary>
    internal const int Group = 128;

    // Of an eighth as many flows again, whose entries are longer.
    private const int ForeignShare = 8;

    private readonly CompiledNetwork network;
    private readonly int capacity;
    private readonly DecidedFlows flows;

    // Of packets whose source is not the sender's own: what appliances send on, and what hosts are refused for.
    private readonly FlowTable<BatchDecision> foreign = new();

    // The addresses of the internet, which has none, and behind it of holders.
    private readonly uint[] owns;

    // The packets of a group that have to be decided.
    private readonly int[] senders = new int[Group];
    private readonly uint[] sources = new uint[Group];
    private readonly uint[] destinations = new uint[Group];
    private readonly byte[] protocols = new byte[Group];
    private readonly ushort[] sourcePorts = new ushort[Group];
    private readonly ushort[] destinationPorts = new ushort[Group];
    private readonly BatchDecision[] decided = new BatchDecision[Group];

    /// <summary>Begins without any flow.</summary>
    /// <param name="network">The network.</param>
    /// <param name="capacity">How many flows are remembered at most, nearly; at least 1 and at most 2^28.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such table.</exception>
    public EstablishedFlows(CompiledNetwork network, int capacity)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 28);
        (this.network, this.capacity) = (network, capacity);
        flows = new DecidedFlows(capacity);
        owns = [0, .. network.Graph.Holders.Select(OwnAddress)];
    }

    /// <summary>How many flows are remembered.</summary>
    public int Count => flows.Count + foreign.Count;

    /// <summary>How many packets were decided because their flow was not remembered.</summary>
    public long Decided { get; private set; }

    /// <summary>Decides packets as <see cref="CompiledNetwork.Decide(in PacketColumns, Span{BatchDecision})"/> does: those of known flows by what is remembered.</summary>
    /// <param name="packets">The packets, of IPv4.</param>
    /// <param name="decisions">Where to put the answers; as many.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a sender sends nothing by itself.</exception>
    public void Decide(in PacketColumns packets, Span<BatchDecision> decisions)
    {
        packets.RefuseUneven(decisions.Length);
        for (var first = 0; first < packets.Count; first += Group)
        {
            Decide(packets, first, default, Math.Min(Group, packets.Count - first), decisions);
        }
    }

    /// <summary>
    /// Forgets the flows of which no packet came since the sweep before, as one does when they have been idle for as long as a connection may be; of packets with another's source, all.
    /// </summary>
    /// <returns>How many are left.</returns>
    public int Sweep()
    {
        flows.Sweep();
        foreign.Clear();
        return Count;
    }

    /// <summary>Decides a group of packets.</summary>
    /// <param name="packets">All packets.</param>
    /// <param name="first">The first of those that follow each other.</param>
    /// <param name="places">Where the packets are instead, when they do not follow each other.</param>
    /// <param name="count">How many.</param>
    /// <param name="decisions">Where to put the answers, all packets having a place.</param>
    internal void Decide(in PacketColumns packets, int first, ReadOnlySpan<int> places, int count, Span<BatchDecision> decisions)
    {
        var keys = stackalloc DecidedKey[Group];
        var hashes = stackalloc ulong[Group];
        var missed = stackalloc byte[Group];
        Ask(packets, first, places, count, keys, hashes);

        ref var answers = ref MemoryMarshal.GetReference(decisions);
        var misses = 0;
        for (var index = 0; index < count; index++)
        {
            var number = flows.Find(keys[index], hashes[index]);
            if (number != 0)
            {
                Unsafe.Add(ref answers, places.IsEmpty ? first + index : places[index]) = DecisionNumber.Decision(number - 1);
                continue;
            }

            missed[misses++] = (byte)index;
            flows.FetchSecond(hashes[index]);
        }

        var unknown = 0;
        for (var miss = 0; miss < misses; miss++)
        {
            var index = missed[miss];
            var number = flows.FindSecond(keys[index], hashes[index]);
            var place = places.IsEmpty ? first + index : places[index];
            if (number != 0)
            {
                decisions[place] = DecisionNumber.Decision(number - 1);
            }
            else if (keys[index].IsTaken || !Recall(packets, place, decisions))
            {
                missed[unknown] = index;
                Copy(packets, place, unknown++);
            }
        }

        if (unknown > 0)
        {
            DecideCopied(unknown);
            for (var copy = 0; copy < unknown; copy++)
            {
                var index = missed[copy];
                decisions[places.IsEmpty ? first + index : places[index]] = decided[copy];
                Remember(keys[index], hashes[index], copy);
            }
        }

        // Its memory is given back when nobody has it any more.
        GC.KeepAlive(flows);
    }

    private static uint OwnAddress(AddressHolder holder) => holder.PrivateAddress.AsIpv4?.Value ?? 0;

    /// <summary>Makes keys, and asks for the memory that they are looked up in.</summary>
    private void Ask(in PacketColumns packets, int first, ReadOnlySpan<int> places, int count, DecidedKey* keys, ulong* hashes)
    {
        fixed (int* sender = packets.Senders)
        fixed (uint* source = packets.Sources)
        fixed (uint* destination = packets.Destinations)
        fixed (byte* protocol = packets.Protocols)
        fixed (ushort* sourcePort = packets.SourcePorts)
        fixed (ushort* destinationPort = packets.DestinationPorts)
        {
            for (var index = 0; index < count; index++)
            {
                var at = places.IsEmpty ? first + index : places[index];
                var own = owns[Math.Max(sender[at], CompiledNetwork.Internet) + 1];
                keys[index] = DecidedKey.Of(sender[at], own, source[at], destination[at], protocol[at], ((uint)sourcePort[at] << 16) | destinationPort[at]);
                hashes[index] = keys[index].Hash;
                flows.Fetch(hashes[index]);
            }
        }
    }

    private bool Recall(in PacketColumns packets, int place, Span<BatchDecision> decisions)
    {
        ref var known = ref foreign.Find(packets.Senders[place] + 1, packets[place]);
        if (Unsafe.IsNullRef(ref known))
        {
            return false;
        }

        decisions[place] = known;
        return true;
    }

    private void Copy(in PacketColumns packets, int place, int to)
    {
        senders[to] = packets.Senders[place];
        sources[to] = packets.Sources[place];
        destinations[to] = packets.Destinations[place];
        protocols[to] = packets.Protocols[place];
        sourcePorts[to] = packets.SourcePorts[place];
        destinationPorts[to] = packets.DestinationPorts[place];
    }

    private PacketColumns Copied(int count) => new()
    {
        Senders = senders.AsSpan(0, count),
        Sources = sources.AsSpan(0, count),
        Destinations = destinations.AsSpan(0, count),
        Protocols = protocols.AsSpan(0, count),
        SourcePorts = sourcePorts.AsSpan(0, count),
        DestinationPorts = destinationPorts.AsSpan(0, count),
    };

    private void DecideCopied(int count)
    {
        network.Decide(Copied(count), decided.AsSpan(0, count));
        Decided += count;
    }

    private void Remember(in DecidedKey key, ulong hash, int copy)
    {
        if (key.IsTaken)
        {
            flows.Add(key, hash, decided[copy]);
            return;
        }

        if (foreign.Count >= Math.Max(1, capacity / ForeignShare))
        {
            foreign.Clear();
        }

        foreign.FindOrAdd(senders[copy] + 1, Copied(copy + 1)[copy], out _) = decided[copy];
    }
}
