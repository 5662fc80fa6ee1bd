using NetDsl.Addressing;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// Decides many packets at once, each as the first of its flow. Packets are sorted into classes by sender and destination, and what becomes of a class is found once for every range of
/// protocols and ports, by walking an example packet of it: the answer of a whole path, however long, is then one look-up. What classes cannot tell, such as the choice of a
/// load balancer, is walked packet by packet.
/// </summary>
/// <remarks>Any number of threads may ask at once. Classes are worked out when the first packet of them comes; after that, nothing is allocated.</remarks>
internal sealed class BatchDecider
{
    private const int Chunk = 128;

    // In the cells: not known yet, to be walked packet by packet, and from here on tables.
    private const int Unknown = 0;
    private const int Walked = 1;
    private const int FirstTable = 2;

    // Rules have two ends each; a path with more than so many is walked.
    private const int MostProbes = 4096;

    private readonly CompiledNetwork network;
    private readonly PacketClasses classes;
    private readonly ServiceTables services = new(ushort.MaxValue - FirstTable + 1);
    private readonly ushort[]?[] cells;
    private readonly Lock filling = new();

    public BatchDecider(CompiledNetwork network)
    {
        this.network = network;
        classes = new PacketClasses(network.Graph);
        cells = new ushort[]?[classes.RowCount];
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
                var cell = rows[index] < 0 || columns[index] < 0 ? Walked : Cell(rows[index], columns[index]);
                decided[index] = cell >= FirstTable
                    ? services.Find(cell - FirstTable, ServiceTables.Place(protocols[index], ports[index])).On(senders[index], holders[index])
                    : Walk(senders[index], packets[first + index]);
            }
        }
    }

    private BatchDecision Walk(int sender, Packet packet)
    {
        var decision = network.Decide(sender, packet);
        return new BatchDecision(decision.Outcome, decision.Holder, decision.Code);
    }

    private int Cell(int row, int column)
    {
        var known = Volatile.Read(ref cells[row]);
        var cell = known is null ? Unknown : Volatile.Read(ref known[column]);
        return cell != Unknown ? cell : Fill(row, column);
    }

    private int Fill(int row, int column)
    {
        lock (filling)
        {
            var known = cells[row];
            if (known is null)
            {
                Volatile.Write(ref cells[row], known = new ushort[classes.ColumnCount]);
            }

            if (known[column] == Unknown)
            {
                var (sender, source) = classes.RowExample(row);
                Volatile.Write(ref known[column], (ushort)Table(sender, source, classes.ColumnExample(column)));
            }

            return known[column];
        }
    }

    /// <summary>What becomes of packets like these.</summary>
    private int Table(int sender, uint source, uint destination)
    {
        var (from, to) = (new Ipv4Address(source), new Ipv4Address(destination));
        var cuts = new ServiceCuts(network.Graph, network.Tables);
        if (!cuts.Follow(sender, to) || cuts.Starts.Count > MostProbes)
        {
            return Walked;
        }

        var ends = new List<ClassDecision>();
        foreach (var start in cuts.Starts)
        {
            var packet = new Packet(from, to, Protocol.FromNumber((int)(start >> 16)), 0, (ushort)start);
            ends.Add(Like(Walk(sender, packet), to, cuts.EndsAtSender));
        }

        return services.Add([.. cuts.Starts], ends) is { } table ? table + FirstTable : Walked;
    }

    /// <summary>A decision as that on all packets of its class.</summary>
    private ClassDecision Like(in BatchDecision decision, Ipv4Address destination, bool endsAtSender)
    {
        var receiver = decision.Holder < 0 ? Receiver.None
            : endsAtSender ? Receiver.Sender
            : network.Graph.Holders[decision.Holder].PrivateAddress == (IpAddress)destination ? Receiver.Destination
            : Receiver.Fixed;
        return new ClassDecision(decision, receiver);
    }
}
