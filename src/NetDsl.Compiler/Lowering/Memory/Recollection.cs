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
    private readonly ProgramRenumbering renumbering = new(memory.Numbers, network.Index, tables, junctions);
    private readonly Dictionary<object, KnownWalks> walks = [];
    private readonly Dictionary<(int Number, EndOrigin EndOrigin), KnownProgram> programs = [];
    private readonly List<KnownProgram> met = [];

    /// <summary>How many walks were taken over.</summary>
    public int TakenOver { get; private set; }

    /// <summary>All walks of a source or junction, taken over together; nothing when some may have to be made.</summary>
    /// <param name="from">The source or junction, as it is known in other lowerings.</param>
    /// <param name="node">Its node.</param>
    /// <param name="ranges">The ranges of destinations.</param>
    public SourceClass? Take(object from, int node, RangeLists ranges)
    {
        if (!memory.Walks.TryGetValue(from, out var known)
            || known.Whole is not { } whole
            || whole.Ipv6.Length > 0 != ranges.Ipv6.Count > 0
            || walks.ContainsKey(from)
            || !Hold(whole.Facts)
            || !Name(whole.Named))
        {
            return null;
        }

        TakenOver += known.Count;
        walks.Add(from, known);
        var (starts, chosen) = Joined(whole.Ipv4);
        var (ipv6Starts, ipv6Chosen) = Joined(whole.Ipv6);
        return SourceClassCompilation.Of(node, starts, chosen, ipv6Starts, ipv6Chosen);
    }

    /// <summary>For whom the walks from a junction are that was taken over.</summary>
    public JunctionTails TailsOf(JunctionKey junction) => walks[junction].Tails!;

    /// <summary>All walks of a source or junction are there.</summary>
    public void Close(object from, JunctionTails? tails) => KnownFrom(from).Close(tails);

    /// <summary>What a walk comes to, made or taken over.</summary>
    /// <param name="from">The source or junction that it starts from, as it is known in other lowerings.</param>
    /// <param name="destination">The address.</param>
    /// <param name="scope">Is narrowed to the addresses for which it is the same.</param>
    /// <param name="walk">Makes it.</param>
    public Way Walk(object from, IpAddress destination, DestinationScope scope, Func<WalkRecorder, Way> walk)
    {
        // What it would name gets its numbers: they are right even if it has to be made in the end, because a junction has become another.
        if (memory.Walks.TryGetValue(from, out var known)
            && known.For(destination) is { } record
            && Hold(record.Facts)
            && Name(record.Named)
            && NumberOf(record.Program) is var number and >= 0)
        {
            TakenOver++;
            scope.Narrow(record.First, record.Last);
            KnownFrom(from).Add(record.Start == destination ? record : record with { Start = destination });
            return new Way(number, record.Program.EndOrigin, record.Assumed, record.IsForAll);
        }

        var recorder = new WalkRecorder(memory.Facts);
        var way = walk(recorder);
        if (recorder.IsForgotten)
        {
            KnownFrom(from).HasGaps = true;
        }
        else
        {
            KnownFrom(from).Add(new WalkRecord(
                destination, scope.First, scope.Last, recorder.Facts, recorder.Named, Known(way.Program, way.EndOrigin), way.Assumed, way.IsForAll));
        }

        return way;
    }

    /// <summary>The lowering has come to its end, and is what is remembered from now on.</summary>
    public void Commit()
    {
        foreach (var program in met.Where(program => program.Number >= 0))
        {
            program.Remembered = tables.Programs[program.Number];
        }

        memory.Facts.Commit();
        memory.Walks = walks;
        memory.Numbers = new NumberedNetwork(
            tables.Nodes.Elements,
            [.. tables.Holders.Keys],
            [.. tables.Holders.Sources.All.Select(source => source.Key)],
            junctions?.Keys ?? []);
    }

    private KnownWalks KnownFrom(object from)
    {
        if (!walks.TryGetValue(from, out var list))
        {
            walks.Add(from, list = new KnownWalks());
        }

        return list;
    }

    private KnownProgram Known(int number, EndOrigin endOrigin)
    {
        if (!programs.TryGetValue((number, endOrigin), out var program))
        {
            program = new KnownProgram(tables.Programs[number], endOrigin) { Number = number, MetIn = memory.Facts.Lowering };
            programs.Add((number, endOrigin), program);
        }

        return program;
    }

    /// <summary>The number of a remembered program now; -1 when nobody can say.</summary>
    private int NumberOf(KnownProgram program)
    {
        if (program.MetIn != memory.Facts.Lowering)
        {
            program.Number = renumbering.Of(program) is { } now ? tables.Programs.IndexOf(now) : -1;
            program.MetIn = memory.Facts.Lowering;
            met.Add(program);
            if (program.Number >= 0)
            {
                programs[(program.Number, program.EndOrigin)] = program;
            }
        }

        return program.Number;
    }

    private bool Hold(Fact[] facts)
    {
        foreach (var fact in facts)
        {
            if (!memory.Facts.Holds(fact))
            {
                return false;
            }
        }

        return true;
    }

    private bool Name(object[] names)
    {
        foreach (var name in names)
        {
            if (!Name(name))
            {
                return false;
            }
        }

        return true;
    }

    private bool Name(object name)
    {
        switch (name)
        {
            case ElementId element:
                return renumbering.NodeOf(element) >= 0;
            case KnownProgram program:
                return NumberOf(program) >= 0;
            case AclName acl:
                return renumbering.Acl(acl.Subnet, acl.Inbound) is not null;
            case InspectionName inspection:
                return renumbering.Inspect(inspection.Endpoint);
            case JunctionName junction:
                return junctions is not null && junction.Holds(junctions.At(junction.Key).Tails);
            default:
                _ = tables.Nodes.Internet;
                return true;
        }
    }

    /// <summary>The ranges that neighbours with one program make together, as in every lowering.</summary>
    private static (List<IpAddress> Starts, List<int> Programs) Joined((IpAddress Start, KnownProgram Program)[] ranges)
    {
        var (starts, chosen) = (new List<IpAddress>(ranges.Length), new List<int>(ranges.Length));
        foreach (var (start, program) in ranges)
        {
            SourceClassCompilation.Append(starts, chosen, start, program.Number);
        }

        return (starts, chosen);
    }
}
