using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Randomness;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Batches;

/// <summary>Puts IPv4 destinations into one class that take the same path from each source class and junction, whichever that is.</summary>
internal sealed class DestinationClasses
{
    private readonly RangeTable byAddress;

    public DestinationClasses(ForwardingGraph graph)
    {
        SourceClass[] all = [.. graph.Sources, .. graph.Junctions];
        var changes = all
            .SelectMany((source, index) => source.Starts.Select((start, range) => (Start: start, Source: index, Program: source.Programs[range])))
            .OrderBy(change => change.Start)
            .ToList();

        // What is behind an address is the sum of what each source has there, so that a change of one source changes one summand.
        var programs = new int[all.Length];
        var sum = UInt128.Zero;
        var count = 0;
        var known = new Dictionary<UInt128, List<(int Class, uint Address)>>();
        var starts = new List<uint>();
        var classes = new List<int>();
        for (var change = 0; change < changes.Count;)
        {
            var start = changes[change].Start;
            for (; change < changes.Count && changes[change].Start == start; change++)
            {
                var (_, source, program) = changes[change];
                sum = unchecked(sum - (start == 0 ? UInt128.Zero : Summand(source, programs[source])) + Summand(source, program));
                programs[source] = program;
            }

            starts.Add(start);
            classes.Add(ClassOf(sum, start));
        }

        (Starts, Classes) = ([.. starts], [.. classes]);
        byAddress = RangeTable.Of(Starts, Classes);

        int ClassOf(UInt128 key, uint start)
        {
            if (!known.TryGetValue(key, out var like))
            {
                known.Add(key, like = []);
            }

            // Sums may be equal by chance.
            foreach (var (number, address) in like)
            {
                if (TakeSamePaths(all, programs, address))
                {
                    return number;
                }
            }

            like.Add((count, start));
            return count++;
        }
    }

    /// <summary>The first address of each range of one class.</summary>
    public uint[] Starts { get; }

    /// <summary>The class of each range.</summary>
    public int[] Classes { get; }

    /// <summary>The class of an address.</summary>
    public int Of(uint address) => byAddress.Find(address);

    private static bool TakeSamePaths(SourceClass[] all, int[] programs, uint address)
    {
        for (var source = 0; source < programs.Length; source++)
        {
            if (all[source].ProgramFor(new Addressing.Ipv4Address(address)) != programs[source])
            {
                return false;
            }
        }

        return true;
    }

    private static UInt128 Summand(int source, int program)
    {
        var random = RandomStream.Of((ulong)source, (ulong)program);
        return new UInt128(random.Next(), random.Next());
    }
}
