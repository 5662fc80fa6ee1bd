namespace NetDsl.Runtime.Batches;

/// <summary>
/// Decides many packets at once, each as the first of its flow. Packets are sorted into classes by sender and destination, and what becomes of a class is found once for every range of
/// protocols and ports (<see cref="ClassTables"/>): the answer of a whole path, however long, is then one look-up. What classes cannot tell, such as the choice of a
/// load balancer, is walked packet by packet.
/// </summary>
/// <remarks>Any number of threads may ask at once. Classes are worked out when the first packet of them comes; after that, nothing is allocated.</remarks>
internal sealed class BatchDecider
{
    private const int Chunk = 128;
    private readonly CompiledNetwork network;
    private readonly PacketClasses classes;
    private readonly ClassTables tables;

    public BatchDecider(CompiledNetwork network)
    {
        this.network = network;
        classes = new PacketClasses(network.Graph);
        tables = new ClassTables(network, classes);
    }

    /// <summary>Decides packets.</summary>
    public void Decide(in PacketColumns packets, Span<BatchDecision> decisions)
    {
        Span<int> rows = stackalloc int[Chunk];
        Span<int> columns = stackalloc int[Chunk];
        Span<int> holders = stackalloc int[Chunk];
        for (var first = 0; first < packets.Count; first += Chunk)
        {
            var count = Math.Min(Chunk, packets.Count - first);
            var senders = packets.Senders.Slice(first, count);
            var protocols = packets.Protocols.Slice(first, count);
            var ports = packets.DestinationPorts.Slice(first, count);
            var decided = decisions.Slice(first, count);
            classes.FindRows(senders, packets.Sources.Slice(first, count), rows);
            classes.FindColumns(packets.Destinations.Slice(first, count), columns, holders);
            for (var index = 0; index < senders.Length && index < protocols.Length && index < ports.Length && index < decided.Length; index++)
            {
                var cell = rows[index] < 0 || columns[index] < 0 ? ClassTables.Walked : tables.Cell(rows[index], columns[index]);
                decided[index] = ClassTables.IsTable(cell)
                    ? tables.Find(cell, protocols[index], ports[index]).On(senders[index], holders[index])
                    : tables.Walk(senders[index], packets[first + index]);
            }
        }
    }

    /// <summary>Decides packets, and tells how they end.</summary>
    public void Decide(in PacketColumns packets, Span<BatchDecision> decisions, in PacketEnds ends)
    {
        Span<int> rows = stackalloc int[Chunk];
        Span<int> columns = stackalloc int[Chunk];
        Span<int> holders = stackalloc int[Chunk];
        for (var first = 0; first < packets.Count; first += Chunk)
        {
            var count = Math.Min(Chunk, packets.Count - first);
            classes.FindRows(packets.Senders.Slice(first, count), packets.Sources.Slice(first, count), rows);
            classes.FindColumns(packets.Destinations.Slice(first, count), columns, holders);
            for (var index = 0; index < count; index++)
            {
                var cell = rows[index] < 0 || columns[index] < 0 ? ClassTables.Walked : tables.Cell(rows[index], columns[index]);
                decisions[first + index] = ClassTables.IsTable(cell)
                    ? Rewrite(cell, packets, first + index, holders[index], ends)
                    : Walk(packets, first + index, ends);
            }
        }
    }

    private BatchDecision Rewrite(int cell, in PacketColumns packets, int index, int holder, in PacketEnds ends)
    {
        var (sender, protocol, port) = (packets.Senders[index], packets.Protocols[index], packets.DestinationPorts[index]);
        var rewriting = tables.FindRewriting(cell, protocol, port);
        var source = rewriting.HasPublicSource ? network.Graph.Holders[sender].PublicAddress!.Value.Value : rewriting.Source ?? packets.Sources[index];
        ends.Set(index, source, rewriting.Destination ?? packets.Destinations[index], rewriting.SourcePort ?? packets.SourcePorts[index], port);
        return tables.Find(cell, protocol, port).On(sender, holder);
    }

    private BatchDecision Walk(in PacketColumns packets, int index, in PacketEnds ends)
    {
        var decision = tables.Walk(packets.Senders[index], packets[index], out var ended);
        ends.Set(index, ended.Source.AsIpv4?.Value ?? 0, ended.Destination.AsIpv4?.Value ?? 0, ended.SourcePort, ended.DestinationPort);
        return decision;
    }
}
