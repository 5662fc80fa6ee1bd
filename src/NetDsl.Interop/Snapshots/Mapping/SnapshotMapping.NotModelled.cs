using NetDsl.Addressing;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>What is known to be there and is not traced: its addresses are in doubt, and not the internet's.</content>
internal sealed partial class SnapshotMapping
{
    private void MapNotTraced()
    {
        foreach (var record in records.Of("Accelerators"))
        {
            gaps.Add(
                record.Key,
                "is an accelerator, which is not traced; verdicts to its addresses are unknown",
                [.. record.Value.Objects("IpSets")
                    .SelectMany(set => set.Texts("IpAddresses"))
                    .Select(text => IpAddress.TryParse(text, out var address) ? new Uncertainty(null, IpPrefix.Of(address)) : null)
                    .OfType<Uncertainty>()]);
        }
    }
}
