using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>All whom packets are for, found by where packets ended.</summary>
internal sealed class IntentReceivers
{
    private readonly PlanTables tables;
    private readonly PacketSpace space;
    private readonly ILookup<int, IntentReceiver> hosts;
    private readonly List<IntentReceiver> others;

    public IntentReceivers(IReadOnlyList<IntentReceiver> all, PlanTables tables, PacketSpace space)
    {
        this.tables = tables;
        this.space = space;
        All = all;
        hosts = all.Where(receiver => receiver is { Holder: >= 0, Translates: false }).ToLookup(receiver => receiver.Holder);
        others = [.. all.Where(receiver => receiver.Holder < 0 || receiver.Translates)];
        Packets = space.UnionOf([.. all.Select(receiver => receiver.Packets)]);
    }

    /// <summary>Each of them.</summary>
    public IReadOnlyList<IntentReceiver> All { get; }

    /// <summary>What is written to any.</summary>
    public PacketSet Packets { get; }

    /// <summary>Those that packets, of those that ended so, may have come to.</summary>
    public IEnumerable<IntentReceiver> Near(SymbolicEnd end) =>
        (end.Holder < 0 ? [] : end.IsOfGroup ? tables.GroupOf(end.Holder).Members.SelectMany(member => hosts[member]) : hosts[end.Holder]).Concat(others);

    /// <summary>Those of packets that ended where they were to.</summary>
    public PacketSet At(SymbolicEnd end) => space.UnionOf([.. Near(end).Select(receiver => receiver.At(end, tables, space)).Where(packets => !packets.IsEmpty)]);

    /// <summary>Who a packet was written to.</summary>
    public string NameOf(Packet sent) =>
        All.FirstOrDefault(receiver => space.Contains(receiver.Packets, sent))?.Name ?? sent.Destination.ToString();
}
