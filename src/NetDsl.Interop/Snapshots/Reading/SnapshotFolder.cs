namespace NetDsl.Interop.Snapshots.Reading;

/// <summary>
/// Finds the files of a snapshot: <c>[accounts/&lt;account&gt;/]&lt;region&gt;/*.json</c> under a root, which may be called or hold <c>aws_configs</c>. It looks no
/// deeper than that, so that no link leads it around in circles.
/// </summary>
internal static class SnapshotFolder
{
    private const string Wrapper = "aws_configs";
    private const string Accounts = "accounts";

    /// <summary>Whether a folder looks like a snapshot: it holds JSON at one of the places where a snapshot has it.</summary>
    public static bool IsSnapshot(string folder) => Directory.Exists(folder) && Files(folder).Any();

    /// <summary>The files, in an order that does not depend on the machine.</summary>
    /// <exception cref="SnapshotFormatException">There are none, or too many or too large ones.</exception>
    public static IReadOnlyList<SnapshotFile> Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SnapshotFormatException(folder, "", "there is no such folder");
        }

        var files = new List<SnapshotFile>();
        var total = 0L;
        foreach (var file in Files(folder))
        {
            var length = new FileInfo(file.Path).Length;
            total += length;
            if (length > SnapshotLimits.FileLength)
            {
                throw new SnapshotFormatException(file.Path, "", $"the file has more than {SnapshotLimits.FileLength >> 20} MiB");
            }

            if (total > SnapshotLimits.TotalLength)
            {
                throw new SnapshotFormatException(folder, "", $"the snapshot has more than {SnapshotLimits.TotalLength >> 20} MiB");
            }

            if (files.Count == SnapshotLimits.Files)
            {
                throw new SnapshotFormatException(folder, "", $"the snapshot has more than {SnapshotLimits.Files} files");
            }

            files.Add(file);
        }

        return files.Count > 0
            ? files
            : throw new SnapshotFormatException(folder, "", "there is no snapshot here; put the vendor's JSON into <region>/*.json or accounts/<account>/<region>/*.json");
    }

    private static IEnumerable<SnapshotFile> Files(string folder)
    {
        var root = Directory.Exists(Path.Combine(folder, Wrapper)) ? Path.Combine(folder, Wrapper) : folder;
        foreach (var file in OfAccount(root, ""))
        {
            yield return file;
        }

        foreach (var account in Folders(Path.Combine(root, Accounts)))
        {
            foreach (var file in OfAccount(account, Path.GetFileName(account)))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<SnapshotFile> OfAccount(string folder, string account) => JsonIn(folder, "", account)
        .Concat(Folders(folder)
            .Where(region => RegionBuilder.IsRegionName(Path.GetFileName(region)))
            .SelectMany(region => JsonIn(region, Path.GetFileName(region), account)));

    private static IEnumerable<SnapshotFile> JsonIn(string folder, string region, string account) => Directory
        .EnumerateFiles(folder)
        .Where(file => Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase) && IsOfSnapshot(file))
        .Order(StringComparer.Ordinal)
        .Select(file => new SnapshotFile(file, region, account));

    // A folder of other things may have these beside a snapshot.
    private static bool IsOfSnapshot(string file) =>
        !file.EndsWith(".lock.json", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(file) is not ("global.json" or "package.json" or "appsettings.json");

    private static IEnumerable<string> Folders(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        : [];
}
