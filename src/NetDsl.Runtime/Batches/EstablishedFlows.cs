using System.Runtime.CompilerServices;
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
public sealed class EstablishedFlows
{
    /// <summary>How many packets are looked up together, while the memory of as many others is on its way. A power of two.</summary>
    internal const int Group = 64;

    // Of an eighth as many flows again, whose entries are longer.
    private const int ForeignShare = 8;

    private readonly CompiledNetwork network;
    private readonly int capacity;
    private readonly DecidedFlows flows;

    // Of packets whose source is not the sender's own: what appliances send on, and what hosts are refused for.
    private readonly FlowTable<BatchDecision> foreign = new();

    private readonly DecidedKeys keying;

    // Packets of a batch that do not follow each other, and those that have to be decided.
    private readonly PacketBuffer gathered = new(Group);
    private readonly PacketBuffer unknown = new(Group);

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
        keying = new DecidedKeys([0, .. network.Graph.Holders.Select(OwnAddress)]);
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
        Span<DecidedKey> keys = stackalloc DecidedKey[2 * Group];
        Span<uint> hashes = stackalloc uint[2 * Group];
        var half = 0;
        Ask(packets.Slice(0, Math.Min(Group, packets.Count)), keys, hashes);
        for (var first = 0; first < packets.Count; first += Group)
        {
            // The memory of one group is on its way while the group before is looked up.
            var (count, next) = (Math.Min(Group, packets.Count - first), half ^ Group);
            Ask(packets.Slice(first + count, Math.Min(Group, packets.Count - first - count)), keys[next..], hashes[next..]);
            Answer(packets.Slice(first, count), keys[half..], hashes[half..], decisions.Slice(first, count));
            half = next;
        }

        // Its memory is given back when nobody has it any more.
        GC.KeepAlive(flows);
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

    /// <summary>Decides some packets of a batch, at most a group.</summary>
    /// <param name="packets">All packets.</param>
    /// <param name="places">The places of those.</param>
    /// <param name="decisions">Where to put the answers, all packets having a place.</param>
    internal void Decide(in PacketColumns packets, ReadOnlySpan<int> places, Span<BatchDecision> decisions)
    {
        gathered.Copy(packets, places);
        Span<DecidedKey> keys = stackalloc DecidedKey[Group];
        Span<uint> hashes = stackalloc uint[Group];
        Ask(gathered.First(places.Length), keys, hashes);
        Answer(gathered.First(places.Length), keys, hashes, gathered.Decisions);
        GC.KeepAlive(flows);
        for (var index = 0; index < places.Length; index++)
        {
            decisions[places[index]] = gathered.Decisions[index];
        }
    }

    private static uint OwnAddress(AddressHolder holder) => holder.PrivateAddress.AsIpv4?.Value ?? 0;

    /// <summary>Makes keys of at most a group of packets, and asks for the memory that they are looked up in.</summary>
    private void Ask(in PacketColumns packets, Span<DecidedKey> keys, Span<uint> hashes)
    {
        keying.Make(packets, keys, hashes);
        for (var index = 0; index < packets.Count; index++)
        {
            flows.Fetch(hashes[index]);
        }
    }

    /// <summary>Decides at most a group of packets.</summary>
    private void Answer(in PacketColumns packets, ReadOnlySpan<DecidedKey> keys, ReadOnlySpan<uint> hashes, Span<BatchDecision> decisions)
    {
        Span<int> numbers = stackalloc int[Group];
        Span<int> missed = stackalloc int[Group];
        numbers = numbers[..packets.Count];
        var misses = 0;
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = flows.Find(keys[index], hashes[index]);
            if (numbers[index] == 0)
            {
                missed[misses++] = index;
                flows.FetchSecond(hashes[index]);
            }
        }

        for (var miss = 0; miss < misses; miss++)
        {
            numbers[missed[miss]] = flows.FindSecond(keys[missed[miss]], hashes[missed[miss]]);
        }

        DecisionNumber.Decisions(numbers, decisions);
        if (misses > 0)
        {
            DecideUnknown(packets, decisions, numbers, missed[..misses], keys, hashes);
        }
    }

    /// <summary>Decides the packets that are in neither bucket of theirs, and remembers them.</summary>
    private void DecideUnknown(in PacketColumns packets, Span<BatchDecision> decisions, ReadOnlySpan<int> numbers, Span<int> missed, ReadOnlySpan<DecidedKey> keys, ReadOnlySpan<uint> hashes)
    {
        var count = 0;
        foreach (var index in missed)
        {
            if (numbers[index] == 0 && (keys[index].IsTaken || !Recall(packets, index, decisions)))
            {
                missed[count++] = index;
            }
        }

        if (count == 0)
        {
            return;
        }

        unknown.Copy(packets, missed[..count]);
        network.Decide(unknown.First(count), unknown.Decisions.AsSpan(0, count));
        Decided += count;
        for (var copy = 0; copy < count; copy++)
        {
            var index = missed[copy];
            decisions[index] = unknown.Decisions[copy];
            Remember(keys[index], hashes[index], packets, index, decisions[index]);
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

    private void Remember(in DecidedKey key, uint hash, in PacketColumns packets, int place, in BatchDecision decision)
    {
        if (key.IsTaken)
        {
            flows.Add(key, hash, decision);
            return;
        }

        if (foreign.Count >= Math.Max(1, capacity / ForeignShare))
        {
            foreign.Clear();
        }

        foreign.FindOrAdd(packets.Senders[place] + 1, packets[place], out _) = decision;
    }
}
