using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <summary>A private address of an interface, and the public one that is paired with it.</summary>
internal sealed record DraftAddress(string Private, string? Public, string? Allocation);

/// <summary>An interface as the snapshot tells of it, by itself or inside an instance.</summary>
internal sealed record InterfaceDraft(SnapshotRecord Record)
{
    private SnapshotValue Value => Record.Value;

    public string Id => Record.Id;

    public string? SubnetId => Value.Text("SubnetId");

    /// <summary>The instance that it is attached to.</summary>
    public string? InstanceId { get; init; } = Record.Value.Text("Attachment", "InstanceId");

    public long DeviceIndex => Value.Object("Attachment")?.Number("DeviceIndex") ?? 0;

    public string Type => Value.Text("InterfaceType") ?? "interface";

    public string Description => Value.Text("Description") ?? "";

    public bool? SourceDestinationCheck => Value.Flag("SourceDestCheck");

    /// <summary>Whether something uses it: one that is attached to nothing answers nobody.</summary>
    public bool IsInUse => Value.Text("Status") != "available" || Value.Object("Attachment") is not null;

    public IEnumerable<string> Groups => Value.Objects("Groups").Concat(Value.Objects("SecurityGroups")).Select(group => group.Text("GroupId")).OfType<string>();

    public IEnumerable<string> Ipv6Addresses => Value.Objects("Ipv6Addresses").Select(address => address.Text("Ipv6Address")).OfType<string>();

    /// <summary>The primary address first.</summary>
    public IReadOnlyList<DraftAddress> Addresses
    {
        get
        {
            var listed = Value.Objects("PrivateIpAddresses")
                .OrderByDescending(address => address.Flag("Primary") ?? false)
                .Where(address => address.Text("PrivateIpAddress") is not null)
                .Select(address => Of(address.RequiredText("PrivateIpAddress"), address))
                .ToList();
            if (Value.Text("PrivateIpAddress") is { } primary)
            {
                var at = listed.FindIndex(address => address.Private == primary);
                var first = at >= 0 && listed[at].Public is not null ? listed[at] : Of(primary, Value);
                listed.RemoveAll(address => address.Private == primary);
                listed.Insert(0, first);
            }

            return listed;
        }
    }

    /// <summary>The primary address; nothing when it has none of IPv4.</summary>
    public DraftAddress? Primary => Addresses is [var first, ..] ? first : null;

    private static DraftAddress Of(string address, SnapshotValue holder) => new(
        address,
        holder.Text("Association", "PublicIp") ?? holder.Text("PublicIpAddress"),
        holder.Text("Association", "AllocationId"));
}
