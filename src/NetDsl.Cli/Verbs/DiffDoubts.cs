using NetDsl.Compiler.Reachability;

namespace NetDsl.Cli.Verbs;

/// <summary>Which changes between two snapshots hang on what is not understood of one of them.</summary>
/// <param name="Before">The old version.</param>
/// <param name="After">The new version.</param>
internal sealed record DiffDoubts(SnapshotDoubts Before, SnapshotDoubts After)
{
    /// <summary>Whether the change hangs on it: in either version the packet may fare otherwise than it seems.</summary>
    public bool Cover(FlowChange change) => Before.Cover(change.From, change.Sample) || After.Cover(change.From, change.Sample);
}
