using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Standard accelerators. What is not understood of one leaves all verdicts to its addresses open.</content>
internal sealed partial class SnapshotMapping
{
    private void MapAccelerators()
    {
        foreach (var record in records.Of("Accelerators"))
        {
            // One that goes on to be made or changed serves as it did; a listing of custom routing accelerators looks like one of standard accelerators.
            if (records.Of(SnapshotKeys.AcceleratorListeners).Any(listener => IsPartOf(listener.Id, record.Id) && listener.Value.Text("Protocol") is null))
            {
                gaps.Add(record.Key, "is a custom routing accelerator, which is not traced; verdicts to its addresses are unknown", [.. DoubtsOf(record)]);
                continue;
            }

            if (!Try(record, () => MapAccelerator(record), [.. DoubtsOf(record)]))
            {
                continue;
            }

            if (!records.Has(SnapshotKeys.AcceleratorListeners) || !records.Has("EndpointGroups"))
            {
                gaps.Add(record.Key, "has listeners or endpoint groups that are not in the snapshot; verdicts to its addresses are unknown", [.. DoubtsOf(record)]);
            }
        }
    }

    private void MapAccelerator(SnapshotRecord record)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var accelerator = network.Accelerator(LastOf(record.Id, 0), file: file, line: line);
        Alias(record.Id, accelerator.Id);
        Alias(record.Value.Text("Name"), accelerator.Id);
        Alias(record.Value.Text("DnsName"), accelerator.Id);
        if (record.Value.Flag("Enabled") == false)
        {
            accelerator.Disable();
        }

        foreach (var address in AddressesOf(record))
        {
            if (address.IsIpv4)
            {
                accelerator.StaticAddress(address.ToString(), file, line);
            }
            else
            {
                accelerator.IpAddressType(IpAddressType.Dualstack, file, line);
                gaps.Add(record.Key, "has IPv6 addresses, for which others stand; verdicts to them are unknown", new Uncertainty(null, IpPrefix.Of(address)));
            }
        }

        foreach (var listener in records.Of(SnapshotKeys.AcceleratorListeners).Where(each => IsPartOf(each.Id, record.Id)))
        {
            MapListener(record, accelerator, listener);
        }
    }

    private void MapListener(SnapshotRecord record, AcceleratorBuilder accelerator, SnapshotRecord listener)
    {
        var (file, line) = (listener.Value.File.Path, listener.Value.Line);
        var ranges = listener.Value.Objects("PortRanges").Select(range => TrafficOf(listener, range)).ToList();
        if (ranges.Count == 0 || ranges.Contains(null))
        {
            gaps.Add(listener.Key, "is a listener of an accelerator that is not understood; verdicts to its addresses are unknown", [.. DoubtsOf(record)]);
            return;
        }

        var affinity = listener.Value.Text("ClientAffinity") == "SOURCE_IP" ? ClientAffinity.SourceIp : ClientAffinity.None;
        var built = accelerator.Listener(ranges[0]!, affinity, file: file, line: line);
        foreach (var range in ranges.Skip(1))
        {
            built.Ports(range!, file, line);
        }

        foreach (var group in records.Of("EndpointGroups").Where(each => IsPartOf(each.Id, listener.Id)))
        {
            MapEndpointGroup(record, built, group);
        }
    }

    private void MapEndpointGroup(SnapshotRecord record, AcceleratorListenerBuilder listener, SnapshotRecord group)
    {
        var (file, line) = (group.Value.File.Path, group.Value.Line);
        var region = network.Region(group.Value.RequiredText("EndpointGroupRegion"), file, line);
        var built = listener.EndpointGroup(region, (int)Math.Clamp(group.Value.Number("TrafficDialPercentage") ?? 100, -1, 101), file: file, line: line);
        foreach (var each in group.Value.Objects("PortOverrides"))
        {
            built.PortOverride((int)Math.Clamp(each.Number("ListenerPort") ?? 0, 0, 1 << 20), (int)Math.Clamp(each.Number("EndpointPort") ?? 0, 0, 1 << 20), file, line);
        }

        foreach (var endpoint in group.Value.Objects("EndpointDescriptions"))
        {
            var id = endpoint.Text("EndpointId") ?? "";
            var weight = (int)Math.Clamp(endpoint.Number("Weight") ?? 128, -1, 256);
            var healthy = endpoint.Text("HealthState") != "UNHEALTHY";
            if (balancers.TryGetValue(id, out var balancer))
            {
                built.Endpoint(balancer, weight, endpoint.Flag("ClientIPPreservationEnabled"), attached: true, file, line);
            }
            else if (instances.TryGetValue(id, out var instance))
            {
                built.Endpoint(instance, weight, healthy, attached: true, file, line);
            }
            else if (elasticIps.Values.FirstOrDefault(elastic => elastic.Name == id) is { } elastic)
            {
                built.Endpoint(elastic, weight, healthy, file, line);
            }
            else if (!gone.Contains(id))
            {
                gaps.Add(group.Key, "has an endpoint that is not in the snapshot or not understood; verdicts to its accelerator's addresses are unknown", [.. DoubtsOf(record)]);
            }
        }
    }

    private static TrafficSelector? TrafficOf(SnapshotRecord listener, SnapshotValue range)
    {
        Protocol? protocol = listener.Value.Text("Protocol") switch { "TCP" => Protocol.Tcp, "UDP" => Protocol.Udp, _ => null };
        var (first, last) = (range.Number("FromPort") ?? -1, range.Number("ToPort") ?? -1);
        return protocol is { } known && first is >= 0 and <= ushort.MaxValue && last is >= 0 and <= ushort.MaxValue && first <= last
            ? new TrafficSelector(known, new PortRange((ushort)first, (ushort)last))
            : null;
    }

    /// <summary>Whether something has the identifier of a part of something: those of parts go on where that of the whole ends.</summary>
    private static bool IsPartOf(string id, string whole) => id.StartsWith(whole + "/", StringComparison.Ordinal);

    private static IEnumerable<IpAddress> AddressesOf(SnapshotRecord record) => record.Value.Objects("IpSets")
        .SelectMany(set => set.Texts("IpAddresses"))
        .Select(text => IpAddress.TryParse(text, out var address) ? address : (IpAddress?)null)
        .OfType<IpAddress>();

    private static IEnumerable<Uncertainty> DoubtsOf(SnapshotRecord record) => AddressesOf(record).Select(address => new Uncertainty(null, IpPrefix.Of(address)));
}
