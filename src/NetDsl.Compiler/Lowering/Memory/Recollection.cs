using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>
/// Makes the walks of one lowering, or takes them over from the lowering before. A walk is taken over when every question that it asked has the answer that it had; then it would ask
/// the same again and come out the same. What it named gets its numbers as if it had been made, so that the graph is that of a lowering that remembers nothing.
/// </summary>
/// <param name="memory">What is remembered.</param>
/// <param name="network">The network now.</param>
/// <param name="tables">Where things have their numbers now.</param>
/// <param name="junctions">The junctions now, when there are any.</param>
internal sealed class Recollection(LoweringMemory memory, AskedNetwork network, NumberTables tables, JunctionTable? junctions)
{
    private readonly ProgramRenumbering programs = new(memory.Numbers, network.Index, tables, junctions);
    private readonly Dictionary<object, KnownWalks> walks = [];

    /// <summary>How many walks were made.</summary>
    public int Made { get; private set; }

    /// <summary>How many were taken over.</summary>
    public int TakenOver { get; private set; }

    /// <summary>What a walk comes to, made or taken over.</summary>
    /// <param name="from">The source or junction that it starts from, as it is known in other lowerings.</param>
    /// <param name="destination">The address.</param>
    /// <param name="scope">Is narrowed to the addresses for which it is the same.</param>
    /// <param name="walk">Makes it.</param>
    public Way Walk(object from, IpAddress destination, DestinationScope scope, Func<WalkRecorder, Way> walk)
    {
        if (memory.Walks.TryGetValue(from, out var known) && known.For(destination) is { } record && WayOf(record) is { } way)
        {
            TakenOver++;
            scope.Narrow(record.First, record.Last);
            Keep(from, record with { Start = destination, Way = way });
            return way;
        }

        Made++;
        var recorder = new WalkRecorder(memory.Facts);
        way = walk(recorder);
        if (!recorder.IsForgotten)
        {
            Keep(from, new WalkRecord(destination, scope.First, scope.Last, recorder.Facts, recorder.Named, way));
        }

        return way;
    }

    /// <summary>The lowering has come to its end, and is what is remembered from now on.</summary>
    /// <param name="all">All programs.</param>
    public void Commit(EquatableArray<PathProgram> all)
    {
        memory.Facts.Commit();
        memory.Walks = walks;
        memory.Numbers = new NumberedNetwork(
            all,
            tables.Nodes.Elements,
            [.. tables.Holders.Keys],
            [.. tables.Holders.Sources.All.Select(source => source.Key)],
            junctions?.Keys ?? []);
    }

    private void Keep(object from, WalkRecord record)
    {
        if (!walks.TryGetValue(from, out var list))
        {
            walks.Add(from, list = new KnownWalks());
        }

        list.Add(record);
    }

    /// <summary>What a remembered walk comes to now; nothing when it has to be made anew.</summary>
    private Way? WayOf(WalkRecord record)
    {
        foreach (var fact in record.Facts)
        {
            if (!memory.Facts.Holds(fact))
            {
                return null;
            }
        }

        // The walk would name all this: the numbers are right even if it has to be made in the end, because a junction has become another.
        foreach (var name in record.Named)
        {
            if (!Name(name))
            {
                return null;
            }
        }

        var program = programs.Of(record.Way.Program, record.Way.EndOrigin);
        return program < 0 ? null
            : program == record.Way.Program ? record.Way
            : record.Way with { Program = program };
    }

    private bool Name(object name)
    {
        switch (name)
        {
            case ElementId element:
                return programs.NodeOf(element) >= 0;
            case AclName acl:
                return programs.Acl(acl.Subnet, acl.Inbound) is not null;
            case InspectionName inspection:
                return programs.Inspect(inspection.Endpoint);
            case JunctionName junction:
                return junctions is not null && junctions.At(junction.Key).IsFor(junction.Met, junction.Address) == junction.Answer;
            default:
                _ = tables.Nodes.Internet;
                return true;
        }
    }
}
