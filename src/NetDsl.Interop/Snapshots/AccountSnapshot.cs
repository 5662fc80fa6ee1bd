using NetDsl.Interop.Snapshots.Code;
using NetDsl.Interop.Snapshots.Mapping;
using NetDsl.Interop.Snapshots.Reading;
using NetDsl.Model;

namespace NetDsl.Interop.Snapshots;

/// <summary>
/// A live account's network, read from the vendor's own JSON: what <c>aws ec2 describe-…</c> and its sister commands print, saved to files. The topology names
/// elements by their identifiers. What was not understood is listed, and no verdict that hangs on it is given.
/// </summary>
public sealed class AccountSnapshot
{
    private readonly SnapshotGaps gaps;

    internal AccountSnapshot(Topology topology, SnapshotGaps gaps, IReadOnlyDictionary<string, IReadOnlyList<ElementId>> aliases)
    {
        Topology = topology;
        Aliases = aliases;
        this.gaps = gaps;
    }

    /// <summary>What there is.</summary>
    public Topology Topology { get; }

    /// <summary>What was not understood.</summary>
    public EquatableArray<SnapshotGap> Gaps => gaps.All;

    /// <summary>What else elements are called: by their Name tag, and by identifiers of parts, such as that of an instance's primary interface.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ElementId>> Aliases { get; }

    /// <summary>Whether a folder holds what may be a snapshot.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsSnapshot(string folder) => SnapshotFolder.IsSnapshot(folder);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="folder">
    /// Holds <c>[accounts/&lt;account&gt;/]&lt;region&gt;/*.json</c>, or a folder <c>aws_configs</c> that does. What files are called does not matter; their top-level
    /// keys do.
    /// </param>
    /// <exception cref="SnapshotFormatException">It is no snapshot; the message names file and place, and quotes no values.</exception>
    public static AccountSnapshot Read(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return Of(name.Length == 0 ? "snapshot" : name, SnapshotFolder.Find(folder), file => File.ReadAllBytes(file.Path));
    }

    /// <summary>The trace as far as the snapshot allows to tell: where it hangs on what was not understood, its verdict is unknown.</summary>
    /// <param name="trace">A trace through <see cref="Topology"/>.</param>
    public Trace Judge(Trace trace) => gaps.Judge(trace);

    /// <summary>C# that evaluates to <see cref="Topology"/>.</summary>
    /// <param name="className">What the class is called.</param>
    public string ToCode(string className) => TopologyCode.Of(Topology, className, [.. Gaps]);

    internal static AccountSnapshot Of(string name, IEnumerable<SnapshotFile> files, Func<SnapshotFile, byte[]> content) =>
        new SnapshotMapping(name, SnapshotRecords.Read(files, content)).Map();
}
