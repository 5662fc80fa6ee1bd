using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>
/// Virtual private gateways, VPN connections and what is behind them. What a customer's device announces is in no answer of the vendor's: it is read off the routes
/// that were learned from it.
/// </content>
internal sealed partial class SnapshotMapping
{
    private readonly Dictionary<VpnGatewayBuilder, List<IpPrefix>> learned = [];
    private readonly Dictionary<long, SiteBuilder> sites = [];

    private void MapHybrid()
    {
        foreach (var record in records.Of("VpnGateways"))
        {
            if (!IsIn(record.Value.Text("State"), "available"))
            {
                gone.Add(record.Id);
                continue;
            }

            Try(record, () =>
            {
                var (file, line) = (record.Value.File.Path, record.Value.Line);
                var gateway = Region(record).VpnGateway(record.Id, record.Value.Number("AmazonSideAsn") is { } asn and > 0 ? asn : 64512, file, line);
                if (AttachedVpc(record.Value.Objects("VpcAttachments")) is { } vpc)
                {
                    gateway.AttachTo(vpc, file, line);
                }

                targets.Add(record.Id, gateway);
                Name(record, gateway.Id);
            });
        }

        foreach (var group in records.Of("VpnConnections").Where(record => IsIn(record.Value.Text("State"), "available")).GroupBy(AsnOf))
        {
            MapSite(group.Key, [.. group]);
        }

    }

    /// <summary>Devices of one autonomous system are at one site, as far as a snapshot can tell.</summary>
    private void MapSite(long asn, List<SnapshotRecord> connections)
    {
        var prefixes = connections.ToDictionary(record => record, BehindConnection);
        Try(connections[0], () =>
        {
            var first = connections[0].Value;
            var site = network.Site($"on-premises-{asn}", asn, file: first.File.Path, line: first.Line);
            sites.Add(asn, site);
            var all = prefixes.Values.SelectMany(each => each).Distinct().ToList();
            foreach (var prefix in all.Where(prefix => !all.Exists(other => other != prefix && other.Contains(prefix))))
            {
                site.Prefix(prefix.ToString(), first.File.Path, first.Line);
            }

            foreach (var record in connections)
            {
                MapConnection(record, site, prefixes[record]);
            }
        });
    }

    private void MapConnection(SnapshotRecord record, SiteBuilder site, List<IpPrefix> prefixes)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var device = record.Value.RequiredText("CustomerGatewayId");
        var gateway = site.CustomerGateways.FirstOrDefault(known => known.Name == device)
            ?? site.CustomerGateway(device, records.Find("CustomerGateways", device)?.Value.Text("IpAddress"), null, file, line);
        if (records.Find("CustomerGateways", device) is { } named)
        {
            Name(named, gateway.Id);
        }

        if (record.Value.Text("VpnGatewayId") is { Length: > 0 } virtualGateway && targets.TryGetValue(virtualGateway, out var target) && target is VpnGatewayBuilder vpn)
        {
            var connection = vpn.VpnConnection(record.Id, gateway, file, line);
            learned[vpn] = [.. learned.GetValueOrDefault(vpn, []), .. prefixes];
            Configure(connection, record, prefixes);
        }
        else if (record.Value.Text("TransitGatewayId") is { Length: > 0 } transit && transitGateways.TryGetValue(transit, out var transitGateway))
        {
            var attachment = transitGateway.AttachVpn(record.Id, gateway, connection => Configure(connection, record, prefixes), file, line);
            var id = records.Of("TransitGatewayAttachments").FirstOrDefault(each => each.Value.Text("ResourceId") == record.Id)?.Value.Text("TransitGatewayAttachmentId");
            attachments.Add((id ?? record.Id, transit), attachment);
            Alias(id, attachment.Id);
        }
        else
        {
            gaps.Add(record.Key, "ends at a gateway that the snapshot does not have; where routes lead to it, verdicts are unknown");
        }
    }

    private void Configure(VpnConnectionBuilder connection, SnapshotRecord record, List<IpPrefix> prefixes)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        Name(record, connection.Id);
        var isStatic = record.Value.Object("Options")?.Flag("StaticRoutesOnly") == true;
        foreach (var prefix in prefixes)
        {
            _ = isStatic ? connection.StaticRoute(prefix.ToString(), file, line) : connection.Advertise(prefix.ToString(), file, line);
        }

        if (isStatic)
        {
            // What the device routes into the tunnel is not in a snapshot; it is taken to route what asks from behind.
            connection.DeviceRoute("0.0.0.0/0", file, line);
        }

        foreach (var (index, tunnel) in record.Value.Objects("VgwTelemetry").OrderBy(tunnel => tunnel.Text("OutsideIpAddress"), StringComparer.Ordinal).Take(2).Index())
        {
            if (tunnel.Text("Status") == "DOWN")
            {
                connection.TunnelDown(index + 1, file, line);
            }
        }
    }

    /// <summary>The prefixes behind a connection: its static routes, and what tables learned from its gateway.</summary>
    private List<IpPrefix> BehindConnection(SnapshotRecord record)
    {
        var written = record.Value.Objects("Routes").Where(route => IsIn(route.Text("State"), "available")).Select(route => route.Text("DestinationCidrBlock"));
        IEnumerable<string?> found = record.Value.Text("VpnGatewayId") is { Length: > 0 } gateway
            ? records.Of("RouteTables")
                .SelectMany(table => table.Value.Objects("Routes"))
                .Where(route => route.Text("Origin") == "EnableVgwRoutePropagation" && route.Text("GatewayId") == gateway)
                .Select(route => route.FirstText("DestinationCidrBlock", "DestinationIpv6CidrBlock"))
            : records.Of("TransitGatewayStaticRoutes")
                .SelectMany(table => table.Value.Objects("Routes"))
                .Where(route => route.Text("Type") == "propagated" && route.Objects("TransitGatewayAttachments").Any(each => each.Text("ResourceId") == record.Id))
                .Select(route => route.Text("DestinationCidrBlock"));
        return [.. (record.Value.Object("Options")?.Flag("StaticRoutesOnly") == true ? written : written.Concat(found)).Select(PrefixOf).OfType<IpPrefix>().Distinct()];
    }

    private long AsnOf(SnapshotRecord connection) =>
        records.Find("CustomerGateways", connection.Value.Text("CustomerGatewayId")) is { } gateway
            ? (gateway.Value.Text("BgpAsnExtended") is { Length: > 0 } ? gateway.Value.Number("BgpAsnExtended") : gateway.Value.Number("BgpAsn")) ?? 65000
            : 65000;

    /// <summary>Whether a gateway learns the prefix from what is mapped.</summary>
    private bool IsLearned(VpnGatewayBuilder gateway, string destination) =>
        PrefixOf(destination) is { } prefix && learned.TryGetValue(gateway, out var known) && known.Contains(prefix);
}
