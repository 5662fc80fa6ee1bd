using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;
using NetDsl.Model;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Client VPN endpoints. Who is connected is not in a snapshot: one client stands for everybody, and one for each group of the rules.</content>
internal sealed partial class SnapshotMapping
{
    private const string AnyClient = "client";

    // What the vendor writes as the subnet of a route from clients to clients.
    private const string LocalTarget = "local";

    private void MapClientVpns()
    {
        foreach (var record in records.Of("ClientVpnEndpoints"))
        {
            if (!IsIn(record.Value.Text("Status", "Code"), "available", "pending-associate"))
            {
                continue;
            }

            var clients = PrefixOf(record.Value.Text("ClientCidrBlock"));
            var doubt = clients is { } prefix ? new Uncertainty(null, prefix) : Uncertainty.Everywhere;
            if (record.Value.Object("TransitGatewayConfiguration")?.Text("TransitGatewayId") is { } gateway)
            {
                MapAttachedClientVpn(record, gateway, doubt);
            }
            else if (VpcOfClientVpn(record) is { } vpc)
            {
                Try(
                    record,
                    () => FillClientVpn(
                        record,
                        vpc.ClientVpn(
                            record.Id, record.Value.Text("ClientCidrBlock"), AuthenticationOf(record), FamiliesOf(record), file: record.Value.File.Path, line: record.Value.Line)),
                    doubt);
            }
            else
            {
                gaps.Add(record.Key, $"{record.Id}: is in no VPC and at no transit gateway of the snapshot; verdicts to its clients are unknown", doubt);
            }
        }
    }

    private void MapAttachedClientVpn(SnapshotRecord record, string gatewayId, Uncertainty doubt)
    {
        if (!transitGateways.TryGetValue(gatewayId, out var gateway))
        {
            gaps.Add(record.Key, $"{record.Id}: is attached to a transit gateway that the snapshot does not have; verdicts to its clients are unknown", doubt);
            return;
        }

        Try(
            record,
            () =>
            {
                var attachment = gateway.AttachClientVpn(
                    record.Id, record.Value.Text("ClientCidrBlock"), AuthenticationOf(record), FamiliesOf(record), file: record.Value.File.Path, line: record.Value.Line);
                FillClientVpn(record, attachment.Endpoint);
                var id = record.Value.Object("TransitGatewayConfiguration")?.Text("TransitGatewayAttachmentId")
                    ?? records.Of("TransitGatewayAttachments").FirstOrDefault(each => each.Value.Text("ResourceId") == record.Id)?.Value.Text("TransitGatewayAttachmentId");
                if (id is not null)
                {
                    attachments[(id, gatewayId)] = attachment;
                    Alias(id, attachment.Id);
                }
            },
            doubt);
    }

    /// <summary>The VPC of an endpoint: its own, or that of its associations.</summary>
    private VpcBuilder? VpcOfClientVpn(SnapshotRecord record) => record.Value.Text("VpcId") is { Length: > 0 } ? VpcOf(record)
        : AssociationsOf(record).Select(each => subnets.GetValueOrDefault(each.Value.Text("TargetNetworkId") ?? "")).OfType<SubnetBuilder>().FirstOrDefault()?.Vpc;

    private IEnumerable<SnapshotRecord> AssociationsOf(SnapshotRecord record) => records.Of("ClientVpnTargetNetworks")
        .Where(each => each.Value.Text("ClientVpnEndpointId") == record.Id && IsIn(each.Value.Text("Status", "Code"), "associated"));

    private IEnumerable<SnapshotRecord> PartsOf(SnapshotRecord record, string key) => records.Of(key)
        .Where(each => each.Value.Text("ClientVpnEndpointId") == record.Id && IsIn(each.Value.Text("Status", "Code"), "active"));

    private static TrafficSelector? TransportOf(SnapshotRecord record)
    {
        // What the snapshot does not say is the vendor's default.
        var port = record.Value.Number("VpnPort") is 1194 ? 1194 : 443;
        return record.Value.Text("TransportProtocol") is "tcp" ? Traffic.Tcp(port) : port == 443 ? null : Traffic.Udp(port);
    }

    private void FillClientVpn(SnapshotRecord record, ClientVpnBuilder endpoint)
    {
        Name(record, endpoint.Id);
        if (record.Value.Flag("SplitTunnel") == true)
        {
            endpoint.SplitTunnel();
        }

        if (TransportOf(record) is { } transport)
        {
            endpoint.Transport(transport, record.Value.File.Path, record.Value.Line);
        }

        var associated = Associate(record, endpoint);
        foreach (var id in record.Value.Texts("SecurityGroupIds").Concat(AssociationsOf(record).SelectMany(each => each.Value.Texts("SecurityGroups"))).Distinct(StringComparer.Ordinal))
        {
            if (groups.TryGetValue(id, out var group))
            {
                endpoint.SecurityGroup(group, record.Value.File.Path, record.Value.Line);
            }
            else if (endpoint.Vpc is { } vpc)
            {
                endpoint.SecurityGroup(EmptyGroup(vpc), record.Value.File.Path, record.Value.Line);
                gaps.Add(record.Key, $"{record.Id}: has a security group that the snapshot does not have; where that drops, the verdict is unknown");
            }
        }

        RouteClients(record, endpoint, associated);
        foreach (var rule in PartsOf(record, SnapshotKeys.ClientVpnRules))
        {
            var group = rule.Value.Flag("AccessAll") == true ? null : rule.Value.Text("GroupId");
            Try(
                rule,
                () => endpoint.Authorize(rule.Value.RequiredText("DestinationCidr"), group is { Length: > 0 } ? group : null, rule.Value.File.Path, rule.Value.Line),
                PrefixOf(rule.Value.Text("DestinationCidr")) is { } prefix ? new Uncertainty(null, prefix, OnlyWhereDropped: true) : Uncertainty.Everywhere);
        }

        AddClients(record, endpoint, associated);
    }

    private List<SubnetBuilder> Associate(SnapshotRecord record, ClientVpnBuilder endpoint)
    {
        var associated = new List<SubnetBuilder>();
        foreach (var association in AssociationsOf(record))
        {
            if (subnets.TryGetValue(association.Value.Text("TargetNetworkId") ?? "", out var subnet))
            {
                if (Try(association, () => endpoint.Associate(subnet, association.Value.File.Path, association.Value.Line), Somewhere(subnet)))
                {
                    associated.Add(subnet);
                }
            }
            else
            {
                gaps.Add(association.Key, $"{association.Id}: is of a subnet that the snapshot does not have; clients that come in by it are not told of");
            }
        }

        return associated;
    }

    /// <summary>The routes: a listing names the subnet of each, and what came with an association comes with it here too.</summary>
    private void RouteClients(SnapshotRecord record, ClientVpnBuilder endpoint, List<SubnetBuilder> associated)
    {
        foreach (var listed in PartsOf(record, SnapshotKeys.ClientVpnRoutes).Where(route => route.Value.Text("Origin") != "associate").GroupBy(route => route.Value.Text("DestinationCidr") ?? ""))
        {
            var first = listed.First();
            var (file, line) = (first.Value.File.Path, first.Value.Line);
            var doubt = PrefixOf(listed.Key) is { } prefix ? new Uncertainty(null, prefix) : Uncertainty.Everywhere;
            var by = listed.Select(route => subnets.GetValueOrDefault(route.Value.Text("TargetSubnet") ?? "")).OfType<SubnetBuilder>().Where(associated.Contains).Distinct().ToList();
            if (listed.Any(route => route.Value.Text("TargetSubnet") == LocalTarget))
            {
                Try(first, () => endpoint.ClientToClient(file, line), doubt);
            }
            else if (endpoint.Vpc is null || by.Count == associated.Count)
            {
                Try(first, () => endpoint.Route(listed.Key, file: file, line: line), doubt);
            }
            else
            {
                foreach (var subnet in by)
                {
                    Try(first, () => endpoint.Route(listed.Key, subnet, file, line), doubt);
                }
            }
        }

        // A block that the VPC got after the association has no route, and the builder adds one.
        var destinations = PartsOf(record, SnapshotKeys.ClientVpnRoutes).Select(route => PrefixOf(route.Value.Text("DestinationCidr"))).ToHashSet();
        foreach (var block in associated.Count > 0 && records.Has(SnapshotKeys.ClientVpnRoutes) ? endpoint.Vpc!.Blocks.Select(block => (IpPrefix)block.Value) : [])
        {
            if (!destinations.Contains(block))
            {
                gaps.Add(record.Key, $"{record.Id}: lists no route to {block} of its VPC; whether its clients get there is unknown", new Uncertainty(endpoint.Id.Path, block));
            }
        }

        if (!records.Has(SnapshotKeys.ClientVpnRoutes) && (associated.Count > 0 || endpoint.Vpc is null))
        {
            gaps.Add(record.Key, $"{record.Id}: has routes that are not in the snapshot; what its clients are not led to is unknown", ClientDoubts(endpoint));
        }

        if (!records.Has(SnapshotKeys.ClientVpnRules))
        {
            gaps.Add(record.Key, $"{record.Id}: has authorization rules that are not in the snapshot; what its clients may not reach is unknown", ClientDoubts(endpoint));
        }
    }

    private static Uncertainty[] ClientDoubts(ClientVpnBuilder endpoint) => [new Uncertainty(endpoint.Id.Path, OnlyWhereDropped: true)];

    private void AddClients(SnapshotRecord record, ClientVpnBuilder endpoint, List<SubnetBuilder> associated)
    {
        if (associated.Count == 0 && endpoint.Vpc is not null)
        {
            return;
        }

        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var everybody = endpoint.Client(AnyClient, file: file, line: line);
        Alias(record.Id, everybody.Id);
        Alias(record.Name, everybody.Id);
        var known = PartsOf(record, SnapshotKeys.ClientVpnRules).Select(rule => rule.Value.Text("GroupId")).OfType<string>().Where(group => group.Trim().Length > 0);
        foreach (var group in known.Distinct(StringComparer.Ordinal))
        {
            Try(record, () => endpoint.Client($"{AnyClient}-{group}", [group], file: file, line: line));
        }

        gaps.Add(
            record.Key,
            "does not tell who is connected; a client without groups, and one of each group, stand for all, and verdicts to further addresses of clients are unknown",
            PrefixOf(record.Value.Text("ClientCidrBlock")) is { } clients ? [new Uncertainty(null, clients) { OnlyWhereNobodyIs = true }] : []);
    }

    private static ClientVpnAuthentication AuthenticationOf(SnapshotRecord record)
    {
        var types = record.Value.Objects("AuthenticationOptions").Select(option => option.Text("Type")).ToHashSet(StringComparer.Ordinal);
        var authentication = (types.Contains("directory-service-authentication") ? ClientVpnAuthentication.Directory : 0)
            | (types.Contains("federated-authentication") ? ClientVpnAuthentication.Saml : 0);
        return types.Contains("certificate-authentication") || authentication == 0 ? authentication | ClientVpnAuthentication.Certificate : authentication;
    }

    private static IpAddressType FamiliesOf(SnapshotRecord record) => record.Value.Text("TrafficIpAddressType") switch
    {
        "ipv6" => IpAddressType.Ipv6,
        "dual-stack" => IpAddressType.Dualstack,
        _ => IpAddressType.Ipv4,
    };
}
