using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Internet gateways of both kinds, NAT gateways, and public addresses.</content>
internal sealed partial class SnapshotMapping
{
    private readonly Dictionary<string, IRouteTarget> targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ElasticIpBuilder> elasticIps = new(StringComparer.Ordinal);

    /// <summary>Elastic addresses by their public address.</summary>
    private ILookup<string, SnapshotRecord>? allocations;

    /// <summary>What is not live, so that routes to it drop for sure.</summary>
    private readonly HashSet<string> gone = new(StringComparer.Ordinal);

    private void MapGateways()
    {
        foreach (var record in records.Of("InternetGateways"))
        {
            Try(record, () =>
            {
                var (file, line) = (record.Value.File.Path, record.Value.Line);
                var gateway = Region(record).InternetGateway(record.Id, file, line);
                if (AttachedVpc(record.Value.Objects("Attachments")) is { } vpc)
                {
                    gateway.AttachTo(vpc, file, line);
                }

                targets[record.Id] = gateway;
                Name(record, gateway.Id);
            });
        }

        foreach (var record in records.Of("EgressOnlyInternetGateways"))
        {
            Try(record, () =>
            {
                if (AttachedVpc(record.Value.Objects("Attachments")) is { } vpc)
                {
                    var gateway = vpc.EgressOnlyInternetGateway(record.Id, record.Value.File.Path, record.Value.Line);
                    targets[record.Id] = gateway;
                    Name(record, gateway.Id);
                }
            });
        }
    }

    private VpcBuilder? AttachedVpc(IEnumerable<SnapshotValue> attachments)
    {
        var attached = attachments.FirstOrDefault(attachment => IsIn(attachment.Text("State"), "available", "attached"))?.Text("VpcId");
        return attached is null ? null : vpcs.GetValueOrDefault(attached);
    }

    private void MapNatGateways()
    {
        foreach (var record in records.Of("NatGateways"))
        {
            if (!IsIn(record.Value.Text("State"), "available"))
            {
                gone.Add(record.Id);
                continue;
            }

            if (record.Value.Text("SubnetId") is not { } id || !subnets.TryGetValue(id, out var subnet))
            {
                gaps.Add(record.Key, "is in no subnet of the snapshot, and is left out; where routes lead to it, verdicts are unknown");
                continue;
            }

            var addresses = record.Value.Objects("NatGatewayAddresses")
                .Where(address => IsIn(address.Text("Status"), "succeeded", "assigning", "associating"))
                .OrderByDescending(address => address.Flag("IsPrimary") ?? false)
                .ToList();
            Try(record, () => MapNatGateway(record, subnet, addresses), new Uncertainty($"{subnet.Vpc.Id.Path}/{record.Id}"));
        }
    }

    private void MapNatGateway(SnapshotRecord record, SubnetBuilder subnet, List<SnapshotValue> addresses)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var gateway = subnet.NatGateway(record.Id, file, line);
        targets[record.Id] = gateway;
        Name(record, gateway.Id);
        if (record.Value.Text("ConnectivityType") == "private")
        {
            gateway.Private(file, line);
        }

        foreach (var (index, address) in addresses.Index())
        {
            var elastic = address.Text("PublicIp") is { } ip ? Elastic(subnet.Vpc.Region, ip, address.Text("AllocationId"), address) : null;
            var privateIp = address.Text("PrivateIp");
            if (index > 0)
            {
                gateway.Address(elastic, privateIp, file, line);
                continue;
            }

            if (privateIp is not null)
            {
                gateway.PrivateIp(privateIp, file, line);
            }

            if (elastic is not null)
            {
                gateway.ElasticIp(elastic, file, line);
            }

            Alias(address.Text("NetworkInterfaceId"), gateway.Id);
        }
    }

    /// <summary>A public address; named by its allocation, where it has one.</summary>
    private ElasticIpBuilder Elastic(RegionBuilder region, string address, string? allocation, SnapshotValue at)
    {
        if (elasticIps.TryGetValue(address, out var known))
        {
            return known;
        }

        allocations ??= records.Of("Addresses").Where(each => each.Value.Text("PublicIp") is not null).ToLookup(each => each.Value.Text("PublicIp")!, StringComparer.Ordinal);
        var record = allocations[address].FirstOrDefault();
        var name = record?.Value.Text("AllocationId") ?? allocation ?? $"public-{address}";
        var elastic = region.ElasticIp(name, address, file: at.File.Path, line: at.Line);
        elasticIps.Add(address, elastic);
        if (record is not null)
        {
            Name(record, elastic.Id);
        }

        return elastic;
    }

    /// <summary>Addresses that nothing holds are the account's all the same.</summary>
    private void MapUnassociatedAddresses()
    {
        foreach (var record in records.Of("Addresses"))
        {
            if (record.Value.Text("PublicIp") is { } address && !elasticIps.ContainsKey(address) && Ipv4Address.TryParse(address, out _))
            {
                Try(record, () => Elastic(Region(record), address, record.Value.Text("AllocationId"), record.Value));
            }
        }
    }
}
