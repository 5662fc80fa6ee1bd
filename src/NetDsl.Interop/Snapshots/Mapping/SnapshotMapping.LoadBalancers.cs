using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Network load balancers.</content>
internal sealed partial class SnapshotMapping
{
    private readonly Dictionary<string, LoadBalancerBuilder> balancers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TargetGroupBuilder> targetGroups = new(StringComparer.Ordinal);

    private void MapNetworkLoadBalancers()
    {
        foreach (var record in records.Of("LoadBalancers"))
        {
            if (record.Value.Text("Type") is { } type && type != "network")
            {
                gaps.Add(
                    record.Key,
                    type == "application"
                        ? "is an application load balancer, whose interfaces are taken in; to which targets it sends what it takes is not traced"
                        : $"is of a type that is not read; verdicts of what it inspects are unknown where routes lead to it");
            }
            else if (IsIn(record.Value.Text("State", "Code"), "active", "active_impaired") && VpcOf(record) is { } vpc)
            {
                var path = $"{vpc.Id.Path}/{NameOf(record)}";
                Try(record, () => MapNetworkLoadBalancer(record, vpc), new Uncertainty(path));
            }
        }

        foreach (var listener in Listeners())
        {
            if (listener.Text("LoadBalancerArn") is { } arn && balancers.TryGetValue(arn, out var balancer))
            {
                MapListener(records.Find("LoadBalancers", arn)!, balancer, listener);
            }
        }
    }

    /// <summary>Listeners are listed one by one, or by load balancer.</summary>
    private IEnumerable<SnapshotValue> Listeners()
    {
        foreach (var record in records.Of("LoadBalancerListeners"))
        {
            if (record.Value.Objects("Listeners") is { Count: > 0 } listed)
            {
                foreach (var listener in listed)
                {
                    yield return listener;
                }
            }
            else if (record.Value.Text("Port") is not null)
            {
                yield return record.Value;
            }
        }
    }

    private void MapNetworkLoadBalancer(SnapshotRecord record, VpcBuilder vpc)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var name = NameOf(record);
        var balancer = vpc.NetworkLoadBalancer(name, file: file, line: line);
        balancers.Add(record.Id, balancer);
        Alias(record.Id, balancer.Id);
        Alias(record.Value.Text("DNSName"), balancer.Id);
        if (record.Value.Text("Scheme") == "internal")
        {
            balancer.Internal(file, line);
        }

        foreach (var zone in record.Value.Objects("AvailabilityZones"))
        {
            if (zone.Text("SubnetId") is not { } id || !subnets.TryGetValue(id, out var subnet))
            {
                gaps.Add(record.Key, $"{name}: is in a subnet that the snapshot does not have; what it does is unknown", new Uncertainty(balancer.Id.Path));
                continue;
            }

            var draft = drafts.Values.FirstOrDefault(draft => draft.SubnetId == id && draft.Description.StartsWith($"ELB net/{name}/", StringComparison.Ordinal));
            var given = zone.Objects("LoadBalancerAddresses") is [var first, ..] ? first : null;
            var privateIp = draft?.Primary?.Private ?? given?.Text("PrivateIPv4Address");
            var publicIp = draft?.Primary?.Public ?? given?.Text("IpAddress");
            var elastic = publicIp is null ? null : Elastic(vpc.Region, publicIp, given?.Text("AllocationId") ?? draft?.Primary?.Allocation, zone);
            balancer.Subnet(subnet, elastic, privateIp, file: file, line: line);
            if (privateIp is null)
            {
                gaps.Add(
                    record.Key,
                    "has a node whose address is not in the snapshot; another address stands for it, and verdicts to addresses that nobody has in its subnet are unknown",
                    Somewhere(subnet));
            }

            Alias(draft?.Id, balancer.Id);
        }

        foreach (var id in record.Value.Texts("SecurityGroups"))
        {
            if (groups.TryGetValue(id, out var group))
            {
                balancer.SecurityGroup(group, file, line);
            }
            else
            {
                gaps.Add(record.Key, $"{name}: has a security group that the snapshot does not have; what it does is unknown", new Uncertainty(balancer.Id.Path));
            }
        }

        var attributes = records.Find("LoadBalancerAttributes", record.Id)?.Value.Objects("Attributes") ?? [];
        if (attributes.FirstOrDefault(attribute => attribute.Text("Key") == "load_balancing.cross_zone.enabled")?.Flag("Value") == true)
        {
            balancer.CrossZone();
        }
    }

    private void MapListener(SnapshotRecord record, LoadBalancerBuilder balancer, SnapshotValue listener)
    {
        var arns = listener.Objects("DefaultActions")
            .Where(action => action.Text("Type") is null or "forward")
            .Select(action => action.Text("TargetGroupArn") ?? (action.Object("ForwardConfig")?.Objects("TargetGroups") is [var only] ? only.Text("TargetGroupArn") : null))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (arns.Count != 1 || ProtocolOf(listener.Text("Protocol")) is not { } protocol || listener.Number("Port") is not { } port || TargetGroup(balancer, arns[0]) is not { } group)
        {
            gaps.Add(
                record.Key, $"{balancer.Name}: has a listener that is not understood; what the load balancer does is unknown", new Uncertainty(balancer.Id.Path));
            return;
        }

        Try(record, () => balancer.Listener(protocol, (int)Math.Clamp(port, int.MinValue, int.MaxValue), group, listener.File.Path, listener.Line), new Uncertainty(balancer.Id.Path));
    }

    private TargetGroupBuilder? TargetGroup(LoadBalancerBuilder balancer, string arn)
    {
        if (targetGroups.TryGetValue(arn, out var known))
        {
            return known;
        }

        if (records.Find("TargetGroups", arn) is not { } record
            || ProtocolOf(record.Value.Text("Protocol")) is not { } protocol
            || record.Value.Number("Port") is not { } port
            || record.Value.Text("TargetType") is not (null or "instance" or "ip"))
        {
            return null;
        }

        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var kind = record.Value.Text("TargetType") == "ip" ? TargetKind.Ip : TargetKind.Instance;
        TargetGroupBuilder? group = null;
        Try(
            record,
            () =>
            {
                group = balancer.Vpc.TargetGroup(record.Value.Text("TargetGroupName") ?? LastOf(arn, 1), protocol, (int)Math.Clamp(port, 0, 1 << 20), kind, file, line);
                targetGroups.Add(arn, group);
                Alias(arn, group.Id);
                foreach (var description in Health(record, balancer))
                {
                    Register(group, kind, description, balancer);
                }
            },
            new Uncertainty(balancer.Id.Path));
        return group;
    }

    private IReadOnlyList<SnapshotValue> Health(SnapshotRecord group, LoadBalancerBuilder balancer)
    {
        if (records.Find("LoadBalancerTargetHealth", group.Id) is { } health)
        {
            return health.Value.Objects("TargetHealthDescriptions");
        }

        gaps.Add(group.Key, "has targets that the snapshot does not have; what its load balancer does is unknown", new Uncertainty(balancer.Id.Path));
        return [];
    }

    private void Register(TargetGroupBuilder group, TargetKind kind, SnapshotValue description, LoadBalancerBuilder balancer)
    {
        var (file, line) = (description.File.Path, description.Line);
        var target = description.Object("Target");
        var id = target?.Text("Id");
        var port = target?.Number("Port") is { } given ? (int?)(int)Math.Clamp(given, 0, 1 << 20) : null;

        // "unused" is also a target whose zone is not enabled: whether it is reached is what zones and cross-zone say.
        var healthy = IsIn(description.Text("TargetHealth", "State"), "healthy", "unavailable")
            || (description.Text("TargetHealth", "State") == "unused" && description.Text("TargetHealth", "Reason") == "Target.NotInUse");
        if (kind == TargetKind.Ip && id is not null)
        {
            group.Target(id, port, healthy, file, line);
        }
        else if (id is not null && instances.TryGetValue(id, out var instance))
        {
            group.Target(instance, port, healthy, file, line);
        }
        else if (id is null || !gone.Contains(id))
        {
            gaps.Add(
                "LoadBalancerTargetHealth", "names a target that the snapshot does not have; what its load balancer does is unknown", new Uncertainty(balancer.Id.Path));
        }
    }

    private static bool IsOfNetworkLoadBalancer(InterfaceDraft draft) => draft.Description.StartsWith("ELB net/", StringComparison.Ordinal);

    private static string NameOf(SnapshotRecord record) => record.Value.Text("LoadBalancerName") ?? LastOf(record.Id, 1);

    /// <summary>A part of an ARN, counted from its end.</summary>
    private static string LastOf(string arn, int fromEnd) => arn.Split('/') is { } parts && parts.Length > fromEnd ? parts[^(fromEnd + 1)] : arn;

    private static ListenerProtocol? ProtocolOf(string? text) => text switch
    {
        "TCP" => ListenerProtocol.Tcp,
        "UDP" => ListenerProtocol.Udp,
        "TLS" => ListenerProtocol.Tls,
        "TCP_UDP" => ListenerProtocol.TcpUdp,
        _ => null,
    };
}
