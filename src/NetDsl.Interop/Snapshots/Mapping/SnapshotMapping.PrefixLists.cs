using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Prefix lists: the vendor's, which hold the addresses of a service, and the customer's own.</content>
internal sealed partial class SnapshotMapping
{
    private readonly Dictionary<string, IReadOnlyList<string>> prefixLists = new(StringComparer.Ordinal);

    private void MapPrefixLists()
    {
        foreach (var record in records.Of("PrefixLists").Concat(records.Of("ManagedPrefixLists")))
        {
            var entries = record.Value.Texts("Cidrs")
                .Concat(record.Value.Objects("Entries").Select(entry => entry.Text("Cidr")).OfType<string>())
                .Where(cidr => PrefixOf(cidr) is not null)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (entries.Count > 0 || !prefixLists.ContainsKey(record.Id))
            {
                prefixLists[record.Id] = entries;
            }
        }
    }

    /// <summary>The prefixes of a list; nothing when they are not in the snapshot.</summary>
    private IReadOnlyList<string>? PrefixesOf(string id) => prefixLists.TryGetValue(id, out var entries) && entries.Count > 0 ? entries : null;

    /// <summary>The vendor's list of the addresses of a service.</summary>
    private SnapshotRecord? PrefixListOf(string service, string region) => records.Of("PrefixLists").Concat(records.Of("ManagedPrefixLists"))
        .FirstOrDefault(record => record.Value.Text("PrefixListName") == service && (record.Region == region || service.Contains(region, StringComparison.Ordinal)));
}
