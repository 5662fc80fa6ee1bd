using System.Text.Json;

namespace NetDsl.Interop.Snapshots.Reading;

/// <summary>An entry of a snapshot.</summary>
/// <param name="Key">The key that it stands under.</param>
/// <param name="Id">What tells it apart.</param>
/// <param name="Region">The region whose folder has it.</param>
/// <param name="Account">The account whose folder has it; empty when there is none.</param>
/// <param name="Value">What is said of it.</param>
internal sealed record SnapshotRecord(string Key, string Id, string Region, string Account, SnapshotValue Value)
{
    /// <summary>The Name tag.</summary>
    public string? Name => Value.Tag("Name");
}

/// <summary>The entries of all files, merged by key and identity over accounts and regions.</summary>
internal sealed class SnapshotRecords
{
    private static readonly string[] KeysWithZones = ["Subnets", "NetworkInterfaces"];
    private readonly Dictionary<string, Dictionary<string, SnapshotRecord>> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> notRead = new(StringComparer.Ordinal);
    private int count;

    private SnapshotRecords()
    {
    }

    /// <summary>Keys that nothing is known of, and how many entries each has.</summary>
    public IEnumerable<KeyValuePair<string, int>> NotRead => notRead.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Keys whose listings go on in an answer that is not here.</summary>
    public List<SnapshotValue> CutOff { get; } = [];

    /// <summary>The entries of a key, by identity.</summary>
    public IEnumerable<SnapshotRecord> Of(string key) =>
        records.TryGetValue(key, out var all) ? all.Values.OrderBy(record => record.Region, StringComparer.Ordinal).ThenBy(record => record.Id, StringComparer.Ordinal) : [];

    /// <summary>Whether there are files with the key at all.</summary>
    public bool Has(string key) => records.ContainsKey(key);

    /// <summary>An entry; nothing when there is none.</summary>
    public SnapshotRecord? Find(string key, string? id) => id is not null && records.TryGetValue(key, out var all) ? all.GetValueOrDefault(id) : null;

    /// <summary>Reads a snapshot's files.</summary>
    public static SnapshotRecords Read(IEnumerable<SnapshotFile> files, Func<SnapshotFile, byte[]> content)
    {
        var result = new SnapshotRecords();
        var parser = new SnapshotParser();
        var parsed = files.Select(file => parser.Parse(file, content(file))).ToList();
        var elsewhere = new Lazy<string>(() => RegionOf(parsed));
        foreach (var root in parsed)
        {
            foreach (var (key, value) in root.Members!)
            {
                result.Add(SnapshotKeys.Canonical(key), value, root.File.Region.Length > 0 ? root.File.Region : elsewhere.Value);
            }
        }

        return result;
    }

    private void Add(string key, SnapshotValue value, string region)
    {
        if (key is "NextToken" or "NextMarker" or "nextToken" or "Marker")
        {
            if (value.Kind == JsonValueKind.String)
            {
                CutOff.Add(value);
            }
        }
        else if (key == SnapshotKeys.Reservations)
        {
            records.TryAdd(SnapshotKeys.Instances, new(StringComparer.Ordinal));
            foreach (var instance in EntriesOf(value).SelectMany(reservation => reservation.Objects("Instances")))
            {
                Add(new SnapshotRecord(SnapshotKeys.Instances, instance.RequiredText("InstanceId"), region, value.File.Account, instance));
            }
        }
        else if (SnapshotKeys.IsRead(key))
        {
            records.TryAdd(key, new(StringComparer.Ordinal));
            foreach (var entry in EntriesOf(value))
            {
                var own = SnapshotKeys.KeyOf(key, entry);
                if (SnapshotKeys.IdOf(own, entry) is { } id)
                {
                    records.TryAdd(own, new(StringComparer.Ordinal));
                    Add(new SnapshotRecord(own, id, region, value.File.Account, entry));
                }
                else
                {
                    notRead[key] = notRead.GetValueOrDefault(key) + 1;
                }
            }
        }
        else if (!SnapshotKeys.IsWithoutEffect(key))
        {
            notRead[key] = notRead.GetValueOrDefault(key) + (value.Items?.Count ?? 1);
        }
    }

    private void Add(SnapshotRecord record)
    {
        if (++count > SnapshotLimits.Records)
        {
            throw record.Value.Fault($"the snapshot has more than {SnapshotLimits.Records} elements");
        }

        // What two accounts or regions show of one element is told by each as far as it sees it.
        if (records[record.Key].TryAdd(record.Id, record))
        {
            return;
        }

        var known = records[record.Key][record.Id].Value.Members!;
        foreach (var (name, value) in record.Value.Members!)
        {
            if (!known.TryGetValue(name, out var present) || (present.Items is { Count: 0 } && value.Items is { Count: > 0 }))
            {
                known[name] = value;
            }
        }
    }

    private static List<SnapshotValue> EntriesOf(SnapshotValue value) =>
        value.Items is not { } items ? throw value.Fault("a list is expected here")
        : items.Find(item => item.Kind != JsonValueKind.Object) is { } other ? throw other.Fault("an object is expected here")
        : items;

    /// <summary>The region of files that lie in the root: that of the zones which they name.</summary>
    private static string RegionOf(List<SnapshotValue> roots)
    {
        var regions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots.Where(root => root.File.Region.Length == 0))
        {
            foreach (var entries in KeysWithZones.Select(key => root.Members!.GetValueOrDefault(key)).OfType<SnapshotValue>())
            {
                regions.UnionWith(EntriesOf(entries).Select(subnet => subnet.Text("AvailabilityZone")).OfType<string>().Where(zone => zone.Length > 1).Select(zone => zone[..^1]));
            }
        }

        var found = regions.Where(region => RegionBuilder.IsRegionName(region)).ToList();
        return found.Count == 1
            ? found[0]
            : throw new SnapshotFormatException(
                roots.Find(root => root.File.Region.Length == 0)!.File.Path, "", "the file is in no region's folder, and its region is not known; put it into one, such as us-east-1/");
    }
}
