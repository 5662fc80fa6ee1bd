using System.Runtime.CompilerServices;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// What becomes of packets of one class by their protocol and destination port: the merged filters of a whole path, together with its end. Protocol and port are one number, which a
/// table cuts into ranges; equal tables exist once. Tables are only ever added.
/// </summary>
/// <param name="most">How many there are at most.</param>
internal sealed class ServiceTables(int most)
{
    /// <summary>A table has so many ranges at most; what needs more is walked packet by packet.</summary>
    public const int MostRanges = Keys + 1;

    private const int Keys = KeyNode.Keys;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    // A table is a line of keys, each one below the start of its range, and a line of decisions beside it.
    private uint[] keys = [];
    private ClassDecision[] decisions = [];

    /// <summary>The place of a protocol and a port in tables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Place(byte protocol, ushort port) => ((uint)protocol << 16) | port;

    /// <summary>The number of a table; nothing for one of too many ranges, or one too many.</summary>
    /// <param name="starts">Where its ranges begin: 0, and rising.</param>
    /// <param name="ends">What becomes of packets in each.</param>
    public int? Add(List<uint> starts, List<ClassDecision> ends)
    {
        var (merged, answers) = Merged(starts, ends);
        if (merged.Count > MostRanges)
        {
            return null;
        }

        var text = string.Join(' ', merged.Zip(answers, (start, answer) => $"{start:X}:{answer.Text}"));
        if (known.TryGetValue(text, out var number))
        {
            return number;
        }

        if (known.Count == most)
        {
            return null;
        }

        number = known.Count;
        known.Add(text, number);
        var grownKeys = new uint[(number + 1) * Keys];
        keys.CopyTo(grownKeys, 0);
        grownKeys.AsSpan(number * Keys).Fill(uint.MaxValue);
        for (var range = 1; range < merged.Count; range++)
        {
            grownKeys[(number * Keys) + range - 1] = merged[range] - 1;
        }

        var grownDecisions = new ClassDecision[(number + 1) * MostRanges];
        decisions.CopyTo(grownDecisions, 0);
        answers.CopyTo(grownDecisions, number * MostRanges);
        (keys, decisions) = (grownKeys, grownDecisions);
        return number;
    }

    /// <summary>What becomes of a packet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ClassDecision Find(int table, uint place)
    {
        var range = KeyNode.CountBelow(keys, table, place);
        return decisions[(table * MostRanges) + range];
    }

    /// <summary>Neighbours with one end become one range.</summary>
    private static (List<uint> Starts, List<ClassDecision> Ends) Merged(List<uint> starts, List<ClassDecision> ends)
    {
        var merged = (Starts: new List<uint>(), Ends: new List<ClassDecision>());
        for (var range = 0; range < starts.Count; range++)
        {
            if (range == 0 || ends[range] != ends[range - 1])
            {
                merged.Starts.Add(starts[range]);
                merged.Ends.Add(ends[range]);
            }
        }

        return merged;
    }
}
