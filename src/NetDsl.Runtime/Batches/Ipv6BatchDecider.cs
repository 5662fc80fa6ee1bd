namespace NetDsl.Runtime.Batches;

/// <summary>Decides many packets of IPv6 at once, as <see cref="BatchDecider"/> those of IPv4.</summary>
internal sealed class Ipv6BatchDecider
{
    private readonly Ipv6PacketClasses classes;
    private readonly ClassTables tables;

    public Ipv6BatchDecider(CompiledNetwork network)
    {
        classes = new Ipv6PacketClasses(network.Graph);
        tables = new ClassTables(network, classes);
    }

    /// <summary>Decides packets.</summary>
    public void Decide(in Ipv6PacketColumns packets, Span<BatchDecision> decisions)
    {
        for (var index = 0; index < packets.Count; index++)
        {
            var row = classes.RowOf(packets.Senders[index], packets.Sources[index]);
            var (column, holder) = classes.ColumnOf(packets.Destinations[index]);
            var cell = row < 0 || column < 0 ? ClassTables.Walked : tables.Cell(row, column);
            decisions[index] = ClassTables.IsTable(cell)
                ? tables.Find(cell, packets.Protocols[index], packets.DestinationPorts[index]).On(packets.Senders[index], holder)
                : tables.Walk(packets.Senders[index], packets[index]);
        }
    }
}
