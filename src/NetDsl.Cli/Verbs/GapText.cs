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

    public static void Print(OpenTopology topology, Terminal terminal)
    {
        foreach (var gap in topology.Snapshot?.Gaps ?? [])
        {
            terminal.Line($"not understood: {gap.Key} ({gap.Count}): {gap.Meaning}", Tone.Warning);
        }
    }
}
