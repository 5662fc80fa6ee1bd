using NetDsl.Runtime.Batches;

namespace NetDsl.Runtime;

/// <summary>
/// The flows of a network shared out to tables of which each is one thread's own: by a hash of addresses and ports, the same for both directions of a flow that nothing translates. No
/// table is locked, and no packet is copied from one thread to another: all look at the whole batch, which costs a small part of a probe, and each decides its own.
/// </summary>
/// <example>
/// <code>
/// var shards = new FlowShards(network, capacity: 1_000_000, count: Environment.ProcessorCount);
/// Parallel.For(0, shards.Count, shard => shards.Decide(shard, Packets(), decisions));
/// </code>
/// </example>
public sealed class FlowShards
{
    private const int MostShards = ushort.MaxValue;
    private readonly EstablishedFlows[] shards;

    /// <summary>Begins without any flow.</summary>
    /// <param name="network">The network.</param>
    /// <param name="capacity">How many flows are remembered at most, nearly, in all shards together.</param>
    /// <param name="count">How many shards: one for each thread that asks at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such tables.</exception>
    public FlowShards(CompiledNetwork network, int capacity, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostShards);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        shards = [.. Enumerable.Range(0, count).Select(_ => new EstablishedFlows(network, ((capacity - 1) / count) + 1))];
    }

    /// <summary>How many shards there are.</summary>
    public int Count => shards.Length;

    /// <summary>The flows of one shard.</summary>
    /// <param name="shard">Its number.</param>
    public EstablishedFlows this[int shard] => shards[shard];

    /// <summary>The shard of a packet, which is that of its answer, too.</summary>
    /// <param name="packet">The packet, of IPv4.</param>
    /// <exception cref="ArgumentException">It is of IPv6.</exception>
    public int ShardOf(in Packet packet) => packet is { Source.AsIpv4: { } source, Destination.AsIpv4: { } destination }
        ? FlowShare.Of(source.Value, destination.Value, (byte)packet.Protocol.Number, packet.SourcePort, packet.DestinationPort, Count)
        : throw new ArgumentException($"{packet} is not of IPv4.", nameof(packet));

    /// <summary>Decides the packets of one shard among those of a batch. Different threads may ask for different shards at once, of the same batch as well.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="packets">The batch: packets of all shards.</param>
    /// <param name="decisions">Where to put the answers, as many as packets; only places of the shard's packets are written.</param>
    /// <returns>How many were the shard's.</returns>
    /// <exception cref="ArgumentException">Columns differ in length, or a sender sends nothing by itself.</exception>
    public int Decide(int shard, in PacketColumns packets, Span<BatchDecision> decisions)
    {
        const int Group = EstablishedFlows.Group;
        packets.RefuseUneven(decisions.Length);
        var flows = shards[shard];
        Span<int> places = stackalloc int[(2 * Group) + FlowShare.Lanes];
        var (waiting, all) = (0, 0);
        for (var first = 0; first < packets.Count; first += Group)
        {
            waiting += FlowShare.Select(packets, first, Math.Min(Group, packets.Count - first), shard, Count, places[waiting..]);
            if (waiting >= Group)
            {
                flows.Decide(packets, places[..Group], decisions);
                all += Group;
                waiting -= Group;
                places.Slice(Group, waiting).CopyTo(places);
            }
        }

        if (waiting > 0)
        {
            flows.Decide(packets, places[..waiting], decisions);
        }

        return all + waiting;
    }
}
