using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Interop.Snapshots;

namespace NetDsl.Cli.Verbs;

/// <summary>What of a snapshot was not understood, as people and machines read it.</summary>
internal static class GapText
{
    public static JsonObject Machine(SnapshotGap gap) => new()
    {
        ["key"] = gap.Key,
        ["count"] = gap.Count,
        ["meaning"] = gap.Meaning,
    };

    /// <summary>Whether something was not understood.</summary>
    public static bool HasAny(OpenTopology topology) => topology.Snapshot is { Gaps.Count: > 0 };

    /// <summary>Adds it to an answer, when the topology is of a snapshot.</summary>
    public static void AddTo(JsonObject answer, OpenTopology topology)
    {
        if (topology.Snapshot is { } snapshot)
        {
            answer["notUnderstood"] = MachineText.Array(snapshot.Gaps.Select(Machine));
        }
    }

    /// <summary>What an answer about the whole network has to say beside it; nothing when everything was understood.</summary>
    /// <param name="consequence">What follows, such as <c>other pairs may be open too</c>.</param>
    /// <param name="topologies">The networks that were asked about.</param>
    public static string? Caution(string consequence, params IEnumerable<OpenTopology> topologies) =>
        topologies.Any(HasAny) ? $"{consequence}: of the snapshot not all is understood; check lists that" : null;

    public static void Print(IEnumerable<SnapshotGap> gaps, Terminal terminal)
    {
        foreach (var gap in gaps)
        {
            terminal.Line($"not understood: {gap.Key} ({gap.Count}): {gap.Meaning}", Tone.Warning);
        }
    }
}
