using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Route tables of VPCs.</content>
internal sealed partial class SnapshotMapping
{
    private static readonly string[] TargetMembers =
    [
        "GatewayId", "NatGatewayId", "TransitGatewayId", "VpcPeeringConnectionId", "NetworkInterfaceId", "InstanceId", "EgressOnlyInternetGatewayId", "VpcEndpointId",
        "CarrierGatewayId", "LocalGatewayId", "CoreNetworkArn", "OdbNetworkArn",
    ];

    private void MapRouteTables()
    {
        var associated = new HashSet<string>(StringComparer.Ordinal);
        var main = new List<(VpcBuilder Vpc, RouteTableBuilder Table, SnapshotRecord Record)>();
        foreach (var record in records.Of("RouteTables"))
        {
            if (VpcOf(record) is not { } vpc)
            {
                continue;
            }

            var path = $"{vpc.Id.Path}/{record.Id}";
            Try(
                record,
                () =>
                {
                    var (file, line) = (record.Value.File.Path, record.Value.Line);
                    var table = vpc.RouteTable(record.Id, file: file, line: line);
                    Name(record, table.Id);
                    foreach (var association in record.Value.Objects("Associations").Where(association => IsIn(association.Text("AssociationState", "State"), "associated")))
                    {
                        if (association.Text("SubnetId") is { } id && subnets.TryGetValue(id, out var subnet))
                        {
                            subnet.Associate(table, file, line);
                            associated.Add(id);
                        }
                        else if (association.Text("GatewayId") is { } gateway)
                        {
                            AssociateGateway(record, table, gateway);
                        }
                        else if (association.Flag("Main") == true)
                        {
                            main.Add((vpc, table, record));
                        }
                    }

                    MapRoutes(record, table);
                },
                new Uncertainty(path));
        }

        // The model's own main table has no name that a snapshot could give: the subnets without a table are associated with the snapshot's.
        foreach (var (vpc, table, record) in main)
        {
            foreach (var subnet in subnets.Where(pair => pair.Value.Vpc == vpc && !associated.Contains(pair.Key)).Select(pair => pair.Value))
            {
                subnet.Associate(table, record.Value.File.Path, record.Value.Line);
            }
        }

        foreach (var vpc in vpcs.Values.Where(vpc => main.TrueForAll(each => each.Vpc != vpc) && subnets.Any(pair => pair.Value.Vpc == vpc && !associated.Contains(pair.Key))))
        {
            gaps.Add("RouteTables", $"{vpc.Name}: has subnets whose route table is not in the snapshot; what they send is unknown", new Uncertainty(vpc.MainRouteTable.Id.Path));
        }
    }

    private void AssociateGateway(SnapshotRecord record, RouteTableBuilder table, string gateway)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        switch (targets.GetValueOrDefault(gateway))
        {
            case InternetGatewayBuilder internet:
                internet.Associate(table, file, line);
                break;
            case VpnGatewayBuilder vpn:
                vpn.Associate(table, file, line);
                break;
            default:
                gaps.Add(record.Key, $"{record.Id}: is the table of a gateway that the snapshot does not have");
                break;
        }
    }

    private void MapRoutes(SnapshotRecord record, RouteTableBuilder table)
    {
        foreach (var gateway in record.Value.Objects("PropagatingVgws").Select(each => each.Text("GatewayId")))
        {
            if (gateway is not null && targets.TryGetValue(gateway, out var known) && known is VpnGatewayBuilder vpn)
            {
                table.Propagate(vpn, record.Value.File.Path, record.Value.Line);
            }
        }

        foreach (var route in record.Value.Objects("Routes"))
        {
            MapRoute(record, table, route);
        }
    }

    private void MapRoute(SnapshotRecord record, RouteTableBuilder table, SnapshotValue route)
    {
        var target = route.FirstText(TargetMembers);
        if (target == "local")
        {
            return;
        }

        if (route.Text("DestinationPrefixListId") is { } id)
        {
            MapListRoute(record, table, route, id, target);
            return;
        }

        if (route.FirstText("DestinationCidrBlock", "DestinationIpv6CidrBlock") is not { } destination)
        {
            gaps.Add(record.Key, $"{record.Id}: has a route to a destination that is not understood; what the table routes is unknown", new Uncertainty(table.Id.Path));
            return;
        }

        if (route.Text("Origin") == "EnableVgwRoutePropagation" && target is not null && targets.TryGetValue(target, out var gateway)
            && gateway is VpnGatewayBuilder vpn && IsLearned(vpn, destination))
        {
            table.Propagate(vpn, route.File.Path, route.Line);
            return;
        }

        Route(record, table, route, destination, target);
    }

    private void Route(SnapshotRecord record, RouteTableBuilder table, SnapshotValue route, string destination, string? target)
    {
        var (file, line) = (route.File.Path, route.Line);
        var doubt = new Uncertainty(table.Id.Path, PrefixOf(destination));
        Try(
            record,
            () =>
            {
                if (route.Text("State") == "blackhole" || (target is not null && gone.Contains(target)))
                {
                    table.Blackhole(destination, file, line);
                }
                else if (target is not null && targets.TryGetValue(target, out var known))
                {
                    table.Route(destination, known, file, line);
                }
                else
                {
                    table.Blackhole(destination, file, line);
                    gaps.Add(
                        record.Key,
                        $"{record.Id}: routes {PrefixOf(destination)?.ToString() ?? "a prefix"} to a target that is not in the snapshot or not understood; verdicts of what it routes so are unknown",
                        doubt);
                }
            },
            doubt);
    }

    private void MapListRoute(SnapshotRecord record, RouteTableBuilder table, SnapshotValue route, string list, string? target)
    {
        if (target is not null && gatewayEndpoints.TryGetValue(target, out var endpoints))
        {
            foreach (var endpoint in endpoints)
            {
                endpoint.RouteTable(table, route.File.Path, route.Line);
            }

            // Which public addresses are the service's is not known then.
            if (PrefixesOf(list) is null)
            {
                gaps.Add(
                    record.Key,
                    $"{record.Id}: routes prefix list {list}, whose prefixes are not in the snapshot, to an endpoint; verdicts to public addresses are unknown",
                    new Uncertainty(table.Id.Path, IpPrefix.AllIpv4));
            }

            return;
        }

        if (PrefixesOf(list) is { } prefixes)
        {
            // A route that names the prefix itself goes first.
            var named = record.Value.Objects("Routes").Select(each => each.FirstText("DestinationCidrBlock", "DestinationIpv6CidrBlock")).ToHashSet(StringComparer.Ordinal);
            foreach (var prefix in prefixes.Where(prefix => !named.Contains(prefix)))
            {
                Route(record, table, route, prefix, target);
            }
        }
        else
        {
            gaps.Add(
                record.Key,
                $"{record.Id}: routes prefix list {list}, whose prefixes are not in the snapshot; what the table routes is unknown",
                new Uncertainty(table.Id.Path));
        }
    }
}
