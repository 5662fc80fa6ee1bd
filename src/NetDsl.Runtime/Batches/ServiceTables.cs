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

    // Beside the decisions, and asked for by few: numbers of rewritings, of which equal ones exist once.
    private ushort[] rewritingOfRange = [];
    private Rewriting[] rewritings = [];
    private readonly Dictionary<Rewriting, int> knownRewritings = [];

    /// <summary>The place of a protocol and a port in tables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Place(byte protocol, ushort port) => ((uint)protocol << 16) | port;

    /// <summary>The number of a table; nothing for one of too many ranges, or one too many.</summary>
    /// <param name="starts">Where its ranges begin: 0, and rising.</param>
    /// <param name="ends">What becomes of packets in each, and of their addresses and ports.</param>
    public int? Add(List<uint> starts, List<(ClassDecision Decision, Rewriting Rewriting)> ends)
    {
        var (merged, answers) = Merged(starts, ends);
        if (merged.Count > MostRanges)
        {
            return null;
        }

        var numbers = answers.ConvertAll(answer => Number(answer.Rewriting));
        var text = string.Join(' ', merged.Select((start, range) => $"{start:X}:{answers[range].Decision.Text}/{numbers[range]}"));
        if (known.TryGetValue(text, out var number))
        {
            return number;
        }

        if (known.Count == most || rewritings.Length > ushort.MaxValue)
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
        var grownRewritings = new ushort[(number + 1) * MostRanges];
        rewritingOfRange.CopyTo(grownRewritings, 0);
        for (var range = 0; range < merged.Count; range++)
        {
            grownDecisions[(number * MostRanges) + range] = answers[range].Decision;
            grownRewritings[(number * MostRanges) + range] = (ushort)numbers[range];
        }

        (keys, decisions, rewritingOfRange) = (grownKeys, grownDecisions, grownRewritings);
        return number;
    }

    /// <summary>What becomes of a packet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ClassDecision Find(int table, uint place)
    {
        var range = KeyNode.CountBelow(keys, table, place);
        return decisions[(table * MostRanges) + range];
    }

    /// <summary>What becomes of the addresses and ports of a packet.</summary>
    public Rewriting FindRewriting(int table, uint place) => rewritings[rewritingOfRange[(table * MostRanges) + KeyNode.CountBelow(keys, table, place)]];

    private int Number(Rewriting rewriting)
    {
        if (!knownRewritings.TryGetValue(rewriting, out var number))
        {
            knownRewritings.Add(rewriting, number = rewritings.Length);
            rewritings = [.. rewritings, rewriting];
        }

        return number;
    }

    /// <summary>Neighbours with one end become one range.</summary>
    private static (List<uint> Starts, List<(ClassDecision Decision, Rewriting Rewriting)> Ends) Merged(
        List<uint> starts, List<(ClassDecision Decision, Rewriting Rewriting)> ends)
    {
        var merged = (Starts: new List<uint>(), Ends: new List<(ClassDecision, Rewriting)>());
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
