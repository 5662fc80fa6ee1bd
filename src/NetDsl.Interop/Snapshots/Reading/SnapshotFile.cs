namespace NetDsl.Interop.Snapshots.Reading;

/// <summary>A file of a snapshot.</summary>
/// <param name="Path">Where it is, as the user would open it.</param>
/// <param name="Region">The folder that it is in; empty when it lies in the root.</param>
/// <param name="Account">The account whose folder it is in; empty when there is none.</param>
internal sealed record SnapshotFile(string Path, string Region, string Account);
