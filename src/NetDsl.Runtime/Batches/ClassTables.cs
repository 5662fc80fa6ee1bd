using System.Runtime.CompilerServices;
using NetDsl.Addressing;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// What becomes of packets of each class of senders and each of destinations. It is found once, when the first packet of both comes, by walking an example packet for every range of
/// protocols and ports.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="classes">The classes, and somebody of each.</param>
/// <remarks>Any number of threads may ask at once.</remarks>
internal sealed class ClassTables(CompiledNetwork network, IPacketClasses classes)
{
    /// <summary>Stands for packets that are walked one by one. From the next number on are tables.</summary>
    public const int Walked = 1;

    // In the cells: not known yet.
    private const int Unknown = 0;
    private const int FirstTable = Walked + 1;

    // Rules have two ends each; a path with more than so many is walked.
    private const int MostProbes = 4096;

    private readonly ServiceTables services = new(ushort.MaxValue - FirstTable + 1);
    private readonly ushort[]?[] cells = new ushort[]?[classes.RowCount];
    private readonly Lock filling = new();

    /// <summary>Whether a cell has a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTable(int cell) => cell >= FirstTable;

    /// <summary>What a row and a column have: a table or <see cref="Walked"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Cell(int row, int column)
    {
        var known = Volatile.Read(ref cells[row]);
        var cell = known is null ? Unknown : Volatile.Read(ref known[column]);
        return cell != Unknown ? cell : Fill(row, column);
    }

    /// <summary>What a table says of a protocol and a port.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ClassDecision Find(int cell, byte protocol, ushort port) => services.Find(cell - FirstTable, ServiceTables.Place(protocol, port));

    /// <summary>What becomes of the addresses and ports of a packet whose cell has that table.</summary>
    public Rewriting FindRewriting(int cell, byte protocol, ushort port) => services.FindRewriting(cell - FirstTable, ServiceTables.Place(protocol, port));

    /// <summary>Decides a packet by itself.</summary>
    public BatchDecision Walk(int sender, Packet packet) => Walk(sender, packet, out _);

    /// <summary>Decides a packet by itself, and tells how it ends.</summary>
    public BatchDecision Walk(int sender, Packet packet, out Packet ended)
    {
        var decision = network.Decide(sender, packet);
        ended = decision.Packet;
        return new BatchDecision(decision.Outcome, decision.Holder, decision.Code);
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
    private int Table(int sender, IpAddress source, IpAddress destination)
    {
        var cuts = new ServiceCuts(network.Graph, network.Tables);
        if (!cuts.Follow(sender, destination) || cuts.Starts.Count > MostProbes)
        {
            return Walked;
        }

        var ends = new List<(ClassDecision, Rewriting)>();
        var publicAddress = sender < 0 ? null : network.Graph.Holders[sender].PublicAddress;
        foreach (var start in cuts.Starts)
        {
            var packet = new Packet(source, destination, Protocol.FromNumber((int)(start >> 16)), 0, (ushort)start);
            var decision = Walk(sender, packet, out var ended);
            ends.Add((Like(decision, destination, cuts.EndsAtSender), Rewriting.Of(packet, ended, publicAddress)));
        }

        return services.Add([.. cuts.Starts], ends) is { } table ? table + FirstTable : Walked;
    }

    /// <summary>A decision as that on all packets of its class.</summary>
    private ClassDecision Like(in BatchDecision decision, IpAddress destination, bool endsAtSender)
    {
        var receiver = decision.Holder < 0 ? Receiver.None
            : endsAtSender ? Receiver.Sender
            : network.Graph.Holders[decision.Holder].Has(destination) ? Receiver.Destination
            : Receiver.Fixed;
        return new ClassDecision(decision, receiver);
    }
}
