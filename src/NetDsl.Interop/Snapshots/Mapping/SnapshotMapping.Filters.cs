using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Security groups and network ACLs.</content>
internal sealed partial class SnapshotMapping
{
    private readonly Dictionary<string, SecurityGroupBuilder> groups = new(StringComparer.Ordinal);

    /// <summary>Groups that lack a rule: what their interfaces drop is in doubt, which is said when all interfaces are known.</summary>
    private readonly HashSet<SecurityGroupBuilder> doubtfulGroups = [];

    // Rule numbers above these are the vendor's own last entries, which deny.
    private const int LastEntry = 32766;

    private void MapSecurityGroups()
    {
        var present = new List<(SnapshotRecord Record, SecurityGroupBuilder Group)>();
        foreach (var record in records.Of("SecurityGroups"))
        {
            if (VpcOf(record) is { } vpc)
            {
                Try(record, () =>
                {
                    var group = vpc.SecurityGroup(record.Id, file: record.Value.File.Path, line: record.Value.Line).NoEgressByDefault();
                    groups.Add(record.Id, group);
                    present.Add((record, group));
                    Name(record, group.Id);
                    Alias(record.Value.Text("GroupName"), group.Id);
                });
            }
        }

        // Rules may refer to any group.
        foreach (var (record, group) in present)
        {
            foreach (var (member, isIngress) in new[] { ("IpPermissions", true), ("IpPermissionsEgress", false) })
            {
                foreach (var permission in record.Value.Objects(member))
                {
                    MapPermission(record, group, permission, isIngress);
                }
            }
        }
    }

    private void MapPermission(SnapshotRecord record, SecurityGroupBuilder group, SnapshotValue permission, bool isIngress)
    {
        var (file, line) = (permission.File.Path, permission.Line);
        if (RuleTraffic.OfPermission(permission) is not { } traffic)
        {
            LeaveOpen(group, $"{record.Id}: has a rule of a protocol or ports that are not known");
            return;
        }

        var prefixes = permission.Objects("IpRanges").Select(range => range.RequiredText("CidrIp"))
            .Concat(permission.Objects("Ipv6Ranges").Select(range => range.RequiredText("CidrIpv6")))
            .ToList();
        foreach (var id in permission.Objects("PrefixListIds").Select(list => list.RequiredText("PrefixListId")))
        {
            if (PrefixesOf(id) is { } listed)
            {
                prefixes.AddRange(listed);
            }
            else
            {
                LeaveOpen(group, $"{record.Id}: has a rule for prefix list {id}, whose prefixes are not in the snapshot");
            }
        }

        foreach (var prefix in prefixes)
        {
            Rule(() => _ = isIngress ? group.Ingress(traffic, prefix, file, line) : group.Egress(traffic, prefix, file, line));
        }

        foreach (var id in permission.Objects("UserIdGroupPairs").Select(pair => pair.Text("GroupId")))
        {
            if (id is not null && groups.TryGetValue(id, out var other))
            {
                Rule(() => _ = isIngress ? group.Ingress(traffic, other, file, line) : group.Egress(traffic, other, file, line));
            }
            else
            {
                LeaveOpen(group, $"{record.Id}: has a rule for a group that is not in the snapshot");
            }
        }

        void Rule(Action add)
        {
            if (!Try(record, add))
            {
                doubtfulGroups.Add(group);
            }
        }
    }

    private void LeaveOpen(SecurityGroupBuilder group, string what)
    {
        doubtfulGroups.Add(group);
        gaps.Add("SecurityGroups", $"{what}; where an interface of the group drops, the verdict is unknown");
    }

    private void MapNetworkAcls()
    {
        foreach (var record in records.Of("NetworkAcls"))
        {
            if (VpcOf(record) is not { } vpc)
            {
                continue;
            }

            Try(
                record,
                () =>
                {
                    var acl = vpc.NetworkAcl(record.Id, file: record.Value.File.Path, line: record.Value.Line);
                    Name(record, acl.Id);
                    foreach (var entry in record.Value.Objects("Entries").OrderBy(entry => entry.Number("RuleNumber") ?? 0))
                    {
                        MapEntry(record, acl, entry);
                    }

                    foreach (var subnet in record.Value.Objects("Associations").Select(association => association.Text("SubnetId")))
                    {
                        if (subnet is not null && subnets.TryGetValue(subnet, out var known))
                        {
                            known.Associate(acl, record.Value.File.Path, record.Value.Line);
                        }
                    }
                },
                new Uncertainty($"{vpc.Id.Path}/{record.Id}"));
        }
    }

    private void MapEntry(SnapshotRecord record, NetworkAclBuilder acl, SnapshotValue entry)
    {
        var (file, line) = (entry.File.Path, entry.Line);
        var number = entry.Number("RuleNumber") ?? throw entry.Fault("'RuleNumber' is missing");
        if (number > LastEntry)
        {
            return;
        }

        var prefix = entry.FirstText("CidrBlock", "Ipv6CidrBlock");
        if (RuleTraffic.OfEntry(entry) is not { } traffic || prefix is null)
        {
            gaps.Add(record.Key, $"{record.Id}: entry {number} is not understood; what the ACL judges is unknown", new Uncertainty(acl.Id.Path));
            return;
        }

        var allows = entry.Text("RuleAction") switch
        {
            "allow" => true,
            "deny" => false,
            _ => throw entry.Fault("'RuleAction' is neither allow nor deny"),
        };
        _ = (entry.Flag("Egress") == true, allows) switch
        {
            (true, true) => acl.AllowOutbound((int)number, traffic, prefix, file, line),
            (true, false) => acl.DenyOutbound((int)number, traffic, prefix, file, line),
            (false, true) => acl.AllowInbound((int)number, traffic, prefix, file, line),
            (false, false) => acl.DenyInbound((int)number, traffic, prefix, file, line),
        };
    }
}
