namespace NetDsl.Interop.Snapshots;

/// <summary>Something of a snapshot that was not understood.</summary>
/// <param name="Key">The key that it stands under, such as <c>RouteTables</c>.</param>
/// <param name="Count">How often it was met.</param>
/// <param name="Meaning">What it is, and what it means for verdicts.</param>
public sealed record SnapshotGap(string Key, int Count, string Meaning);
