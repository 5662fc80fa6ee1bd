using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>Somebody whom packets are for.</summary>
/// <param name="Holder">The entry in the holder table; -1 for what has none.</param>
/// <param name="Packets">What is written to it.</param>
/// <param name="Name">What it is called.</param>
internal sealed record IntentReceiver(int Holder, PacketSet Packets, string Name)
{
    /// <summary>Whether it is hosts of the internet.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Whether it hands on what it gets, so that whoever has it in the end is meant.</summary>
    public bool Translates { get; init; }

    /// <summary>Those of packets that ended where they were to, when they were written to it.</summary>
    public PacketSet At(SymbolicEnd end, PlanTables tables, PacketSpace space)
    {
        var isThere = IsOutside ? end.Outcome == Outcome.Exits : end.Outcome == Outcome.Delivered && (Holder < 0 || Translates || Has(end, tables));
        return isThere ? space.Intersect(end.Branch.Packets, Packets) : PacketSet.Empty;
    }

    /// <summary>Those of packets that came to it, whoever they were written to.</summary>
    public PacketSet Reached(SymbolicEnd end, PlanTables tables, PacketSpace space, HeaderSets headers)
    {
        var packets = end.Branch.Packets;
        if (IsOutside || Holder < 0)
        {
            return end.Outcome == (IsOutside ? Outcome.Exits : Outcome.Delivered) ? space.Intersect(packets, Packets) : PacketSet.Empty;
        }

        if (Translates)
        {
            return end.Branch.Path.Any(point => point.Holder == Holder) ? packets : PacketSet.Empty;
        }

        if (end.Outcome != Outcome.Delivered || !Has(end, tables))
        {
            return PacketSet.Empty;
        }

        return end.IsOfGroup
            ? space.Intersect(packets, space.UnionOf([.. tables.AddressesOf(Holder).Select(address => headers.Is(end.Branch.Header.Destination, address))]))
            : packets;
    }

    private bool Has(SymbolicEnd end, PlanTables tables) => end.IsOfGroup
        ? end.Holder >= 0 && tables.GroupOf(end.Holder) == tables.GroupOf(Holder)
        : end.Holder == Holder;
}
