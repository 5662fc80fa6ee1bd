using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>VPC endpoints.</content>
internal sealed partial class SnapshotMapping
{
    /// <summary>Gateway endpoints by identifier: a service of several prefixes has one endpoint a prefix.</summary>
    private readonly Dictionary<string, List<GatewayEndpointBuilder>> gatewayEndpoints = new(StringComparer.Ordinal);

    private void MapEndpoints()
    {
        foreach (var record in records.Of("VpcEndpoints"))
        {
            if (!IsIn(record.Value.Text("State")?.ToLowerInvariant(), "available"))
            {
                gone.Add(record.Id);
                continue;
            }

            if (VpcOf(record) is not { } vpc)
            {
                continue;
            }

            if (record.Value.Text("PolicyDocument") is { } policy && !EndpointPolicyText.AllowsEverything(policy))
            {
                gaps.Add(record.Key, "has a policy, which is not read; packets to its service are traced, and whether the policy allows a request is not told");
            }

            switch (record.Value.Text("VpcEndpointType"))
            {
                case null or "Gateway":
                    Try(record, () => MapGatewayEndpoint(record, vpc), new Uncertainty($"{vpc.Id.Path}/{record.Id}"));
                    break;
                case "Interface":
                    Try(record, () => MapInterfaceEndpoint(record, vpc), [.. EndpointDrafts(record).SelectMany(Addressed)]);
                    break;
                default:
                    gaps.Add(
                        record.Key,
                        "is an endpoint of a type that is not read; where routes lead to it, verdicts are unknown",
                        [.. EndpointDrafts(record).SelectMany(Addressed)]);
                    break;
            }
        }
    }

    private void MapGatewayEndpoint(SnapshotRecord record, VpcBuilder vpc)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var full = record.Value.RequiredText("ServiceName");
        var name = ServiceNameOf(full, vpc.Region.Name);
        var prefixes = PrefixListOf(full, vpc.Region.Name) is { } list ? PrefixesOf(list.Id)?.Where(prefix => PrefixOf(prefix)?.IsIpv4 == true).ToList() : null;
        if (prefixes is null or { Count: 0 })
        {
            gaps.Add(record.Key, $"{record.Id}: the addresses of {full} are not in the snapshot; whatever routes of the endpoint's tables lead to public addresses is unknown");
            prefixes = null;
        }

        var endpoints = new List<GatewayEndpointBuilder>();
        foreach (var (index, prefix) in (prefixes ?? [null!]).Index())
        {
            var suffix = index == 0 ? "" : $"-{index + 1}";
            var endpoint = vpc.GatewayEndpoint(record.Id + suffix, vpc.Region.Service(name + suffix, prefix, file, line), file, line);
            endpoints.Add(endpoint);
        }

        gatewayEndpoints.Add(record.Id, endpoints);
        Name(record, endpoints[0].Id);
    }

    private void MapInterfaceEndpoint(SnapshotRecord record, VpcBuilder vpc)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var full = record.Value.RequiredText("ServiceName");
        var service = vpc.Region.Service(ServiceNameOf(full, vpc.Region.Name), null, file, line);
        var endpoint = vpc.InterfaceEndpoint(record.Id, service, file, line).PrivateDns(record.Value.Flag("PrivateDnsEnabled") ?? false);
        Name(record, endpoint.Id);
        if (full.Contains("vpce-svc-", StringComparison.Ordinal))
        {
            gaps.Add(record.Key, "leads to a service of another network, which is not in the snapshot; what that does with requests is unknown", new Uncertainty(endpoint.Id.Path));
        }

        var placed = EndpointDrafts(record).ToDictionary(draft => draft.SubnetId ?? "", StringComparer.Ordinal);
        foreach (var id in record.Value.Texts("SubnetIds").Concat(placed.Keys).Distinct(StringComparer.Ordinal))
        {
            if (subnets.TryGetValue(id, out var subnet))
            {
                var draft = placed.GetValueOrDefault(id);
                endpoint.Subnet(subnet, draft?.Primary?.Private, file: file, line: line);
                if (draft?.Primary is null)
                {
                    gaps.Add(
                        record.Key,
                        "has an interface whose address is not in the snapshot; another address stands for it, and verdicts to addresses that nobody has in its subnet are unknown",
                        Somewhere(subnet));
                }

                Alias(draft?.Id, endpoint.Id);
            }
        }

        var members = record.Value.Objects("Groups").Select(group => group.Text("GroupId")).OfType<string>().Concat(placed.Values.SelectMany(draft => draft.Groups));
        foreach (var id in members.Distinct(StringComparer.Ordinal))
        {
            if (groups.TryGetValue(id, out var group))
            {
                endpoint.SecurityGroup(group, file, line);
            }
            else
            {
                gaps.Add(record.Key, $"{record.Id}: has a security group that the snapshot does not have; verdicts to it are unknown", [.. placed.Values.SelectMany(Addressed)]);
            }
        }
    }

    /// <summary>The interfaces of an endpoint, one a subnet.</summary>
    private IEnumerable<InterfaceDraft> EndpointDrafts(SnapshotRecord record) => record.Value.Texts("NetworkInterfaceIds")
        .Select(id => drafts.GetValueOrDefault(id))
        .OfType<InterfaceDraft>()
        .DistinctBy(draft => draft.SubnetId);

    /// <summary>The code of a service, which its full name ends in.</summary>
    private static string ServiceNameOf(string full, string region)
    {
        var at = full.IndexOf($".{region}.", StringComparison.Ordinal);
        return at >= 0 ? full[(at + region.Length + 2)..] : full[(full.LastIndexOf('.') + 1)..];
    }
}
