using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Instances and interfaces.</content>
internal sealed partial class SnapshotMapping
{
    // The vendor makes these for gateways and endpoints, which are mapped as what they are.
    private static readonly string[] ManagedTypes =
        ["nat_gateway", "natGateway", "transit_gateway", "network_load_balancer", "gateway_load_balancer_endpoint", "gateway_load_balancer", "vpc_endpoint"];

    private readonly Dictionary<string, InterfaceDraft> drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InstanceBuilder> instances = new(StringComparer.Ordinal);

    private void MapInterfaces()
    {
        foreach (var record in records.Of("NetworkInterfaces"))
        {
            drafts.Add(record.Id, new InterfaceDraft(record));
        }

        var attached = drafts.Values.Select(draft => draft.InstanceId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var instance in records.Of(SnapshotKeys.Instances))
        {
            AddInterfacesOf(instance, attached.Contains(instance.Id));
        }

        var managed = ManagedInterfaces();
        var byInstance = drafts.Values.Where(draft => draft.InstanceId is not null).ToLookup(draft => draft.InstanceId!, StringComparer.Ordinal);
        foreach (var record in records.Of(SnapshotKeys.Instances))
        {
            if (IsIn(record.Value.Text("State", "Name"), "running"))
            {
                MapInstance(record, [.. byInstance[record.Id].OrderBy(draft => draft.DeviceIndex).ThenBy(draft => draft.Id, StringComparer.Ordinal)]);
            }
            else
            {
                gone.Add(record.Id);
                gone.UnionWith(byInstance[record.Id].Select(draft => draft.Id));
            }
        }

        var known = records.Of(SnapshotKeys.Instances).Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in drafts.Values.Where(draft => draft.InstanceId is null || !known.Contains(draft.InstanceId)).Where(draft => !managed.Contains(draft.Id)))
        {
            if (draft.IsInUse)
            {
                MapInterface(draft);
            }
            else
            {
                gone.Add(draft.Id);
            }
        }

        MapDatabases();
    }

    /// <summary>An instance lists its interfaces too; where it lists none, what it says of its address is its only one.</summary>
    private void AddInterfacesOf(SnapshotRecord instance, bool isAttached)
    {
        var listed = instance.Value.Objects("NetworkInterfaces");
        foreach (var value in listed)
        {
            var id = value.RequiredText("NetworkInterfaceId");
            drafts[id] = new InterfaceDraft(drafts.GetValueOrDefault(id)?.Record ?? new SnapshotRecord("NetworkInterfaces", id, instance.Region, instance.Account, value))
            {
                InstanceId = instance.Id,
            };
        }

        if (listed.Count == 0 && instance.Value.Text("SubnetId") is not null && !isAttached)
        {
            drafts[instance.Id] = new InterfaceDraft(instance) { InstanceId = instance.Id };
        }
    }

    /// <summary>The interfaces that belong to NAT gateways, endpoints, load balancers and transit gateways.</summary>
    private HashSet<string> ManagedInterfaces()
    {
        var managed = drafts.Values.Where(draft => ManagedTypes.Contains(draft.Type) || IsOfNetworkLoadBalancer(draft)).Select(draft => draft.Id).ToHashSet(StringComparer.Ordinal);
        managed.UnionWith(records.Of("NatGateways").SelectMany(record => record.Value.Objects("NatGatewayAddresses")).Select(address => address.Text("NetworkInterfaceId")).OfType<string>());
        managed.UnionWith(records.Of("VpcEndpoints").SelectMany(record => record.Value.Texts("NetworkInterfaceIds")));
        managed.UnionWith(drafts.Values
            .Where(draft => draft.Description.StartsWith("Interface for NAT Gateway", StringComparison.Ordinal)
                || draft.Description.StartsWith("Network Interface for Transit Gateway", StringComparison.Ordinal)
                || draft.Description.StartsWith("VPC Endpoint Interface", StringComparison.Ordinal))
            .Select(draft => draft.Id));
        return managed;
    }

    private void MapInstance(SnapshotRecord record, List<InterfaceDraft> own)
    {
        if (own.Count == 0 || own[0].SubnetId is not { } id || !subnets.TryGetValue(id, out var subnet))
        {
            gaps.Add("Reservations", "is in no subnet of the snapshot, and is left out");
            return;
        }

        var (file, line) = (record.Value.File.Path, record.Value.Line);
        Try(
            record,
            () =>
            {
                var instance = subnet.Instance(record.Id, file: file, line: line);
                instances.Add(record.Id, instance);
                targets[record.Id] = instance;
                Name(record, instance.Id);
                Name(record, instance.Primary.Id);
                if (record.Name is { } tag)
                {
                    instance.Tag("Name", tag, file, line);
                }

                if (own[0].Id != record.Id)
                {
                    targets[own[0].Id] = instance;
                }

                Fill(instance.Primary, own[0]);
                MapSecondaryAddresses(own[0], name => instance.Interface(name, subnet, file: file, line: line));
                foreach (var draft in own.Skip(1))
                {
                    if (draft.SubnetId is not { } other || !subnets.TryGetValue(other, out var there))
                    {
                        continue;
                    }

                    var added = instance.Interface(draft.Id, there, file: file, line: draft.Record.Value.Line);
                    targets[draft.Id] = added;
                    Fill(added, draft);
                    MapSecondaryAddresses(draft, name => instance.Interface(name, there, file: file, line: line));
                }
            },
            [.. own.SelectMany(Addressed)]);
    }

    private void MapInterface(InterfaceDraft draft)
    {
        if (draft.SubnetId is not { } id || !subnets.TryGetValue(id, out var subnet))
        {
            gaps.Add("NetworkInterfaces", "is in no subnet of the snapshot, and is left out");
            return;
        }

        var (file, line) = (draft.Record.Value.File.Path, draft.Record.Value.Line);
        Try(
            draft.Record,
            () =>
            {
                var added = subnet.Interface(draft.Id, file: file, line: line);
                targets[draft.Id] = added;
                Name(draft.Record, added.Id);
                Alias(draft.InstanceId, added.Id);
                Fill(added, draft);
                MapSecondaryAddresses(draft, name => subnet.Interface(name, file: file, line: line));
            },
            [.. Addressed(draft)]);
    }

    private void Fill(InterfaceBuilder added, InterfaceDraft draft)
    {
        Alias(draft.Id, added.Id);
        Name(draft.Record, added.Id);
        Address(added, draft, draft.Primary);

        var (file, line) = (draft.Record.Value.File.Path, draft.Record.Value.Line);
        foreach (var address in draft.Ipv6Addresses)
        {
            added.Ipv6Address(address, file, line);
        }
    }

    private void Address(InterfaceBuilder added, InterfaceDraft draft, DraftAddress? address)
    {
        var (file, line) = (draft.Record.Value.File.Path, draft.Record.Value.Line);
        if (address is not null)
        {
            added.PrivateIp(address.Private, file, line);
        }

        if (address?.Public is { } ip)
        {
            added.ElasticIp(Elastic(added.Subnet.Vpc.Region, ip, address.Allocation, draft.Record.Value), file, line);
        }

        foreach (var id in draft.Groups)
        {
            if (groups.TryGetValue(id, out var group))
            {
                added.SecurityGroup(group, file, line);
            }
            else
            {
                gaps.Add("SecurityGroups", $"{id}: is not in the snapshot, and {draft.Id} has it; where that drops, the verdict is unknown");
                added.SecurityGroup(EmptyGroup(added.Subnet.Vpc), file, line);
            }
        }

        if (draft.SourceDestinationCheck == false)
        {
            added.SourceDestinationCheck(enabled: false, file, line);
            gaps.Add(
                "NetworkInterfaces",
                "has its source/destination check off, and what its host does with packets for others is not in a snapshot; where they end there, the verdict is unknown",
                new Uncertainty(added.Id.Path, OnlyWhereDropped: true));
        }
    }

    /// <summary>A further address of an interface is one by itself: it has the same groups, and the model gives an interface one IPv4 address.</summary>
    private void MapSecondaryAddresses(InterfaceDraft draft, Func<string, InterfaceBuilder> add)
    {
        foreach (var address in draft.Addresses.Skip(1))
        {
            Address(add($"{draft.Id}-{address.Private}"), draft, address);
        }
    }

    /// <summary>Stands for groups that the snapshot does not have: it lets nothing in or out, and what it drops is unknown.</summary>
    private SecurityGroupBuilder EmptyGroup(VpcBuilder vpc)
    {
        var key = $"unknown@{vpc.Id.Path}";
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = vpc.SecurityGroup("unknown").NoEgressByDefault());
            doubtfulGroups.Add(group);
        }

        return group;
    }

    /// <summary>What is in doubt when an interface could not be taken as it is: whatever goes to its addresses.</summary>
    private static IEnumerable<Uncertainty> Addressed(InterfaceDraft draft) => draft.Addresses
        .SelectMany(address => new[] { address.Private, address.Public })
        .Concat(draft.Ipv6Addresses)
        .Where(address => IpAddress.TryParse(address, out _))
        .Select(address => IpAddress.TryParse(address, out var known) ? new Uncertainty(null, IpPrefix.Of(known)) : Uncertainty.Everywhere);

    /// <summary>
    /// A database is known by its interface. The snapshot does not say which that is, only its groups and zone; where one interface fits, it is meant.
    /// </summary>
    private void MapDatabases()
    {
        foreach (var record in records.Of("DBInstances"))
        {
            var wanted = record.Value.Objects("VpcSecurityGroups").Select(group => group.Text("VpcSecurityGroupId")).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var zone = record.Value.Text("AvailabilityZone");
            var within = record.Value.Object("DBSubnetGroup")?.Objects("Subnets").Select(subnet => subnet.Text("SubnetIdentifier")).OfType<string>().ToHashSet(StringComparer.Ordinal) ?? [];
            var fitting = drafts.Values
                .Where(draft => draft.Description == "RDSNetworkInterface" && draft.SubnetId is not null && within.Contains(draft.SubnetId))
                .Where(draft => wanted.SetEquals(draft.Groups))
                .Where(draft => zone is null || (subnets.TryGetValue(draft.SubnetId!, out var subnet) && subnet.Zone.Value == zone))
                .ToList();
            if (fitting.Count == 1 && targets.TryGetValue(fitting[0].Id, out var target))
            {
                Alias(record.Id, target.Id);
            }
            else
            {
                var places = fitting.Count > 0 ? [] : within.Where(subnets.ContainsKey).Select(id => Somewhere(subnets[id]));
                gaps.Add(
                    record.Key,
                    fitting.Count > 0
                        ? "has an interface that the snapshot does not tell from others; trace to its address, or to its interface by identifier"
                        : "has no interface in the snapshot; verdicts to addresses that nobody has in its subnets are unknown",
                    [.. places]);
            }
        }
    }
}
