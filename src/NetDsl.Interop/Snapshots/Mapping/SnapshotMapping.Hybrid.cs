using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>
/// Virtual private gateways, VPN connections and what is behind them. What a customer's device announces is in no answer of the vendor's: it is read off the routes
/// that were learned from it, and off those that lead to it.
/// </content>
internal sealed partial class SnapshotMapping
{
    private const long UsualAsn = 65000;
    private readonly Dictionary<VpnGatewayBuilder, List<IpPrefix>> learned = [];

    /// <summary>Attachments of which it is not known what they propagate.</summary>
    private readonly HashSet<TransitGatewayAttachmentBuilder> unheard = [];

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

                targets[record.Id] = gateway;
                Name(record, gateway.Id);
            });
        }

        MapDirectConnectGateways();
        var connections = records.Of("VpnConnections").Where(record => IsIn(record.Value.Text("State"), "available")).ToList();
        var interfaces = records.Of("VirtualInterfaces").Where(record => IsIn(record.Value.Text("virtualInterfaceState"), "available")).ToList();
        foreach (var asn in connections.Select(AsnOf).Concat(interfaces.Select(AsnOf)).Distinct().Order())
        {
            MapSite(asn, connections.FindAll(record => AsnOf(record) == asn), interfaces.FindAll(record => AsnOf(record) == asn));
        }
    }

    /// <summary>Devices of one autonomous system are at one site, as far as a snapshot can tell.</summary>
    private void MapSite(long asn, List<SnapshotRecord> connections, List<SnapshotRecord> interfaces)
    {
        var prefixes = connections.Concat(interfaces).ToDictionary(record => record, record => Routable(record.Key == "VpnConnections" ? BehindConnection(record) : BehindInterface(record)));
        var first = prefixes.Keys.First();
        SiteBuilder? site = null;
        Try(
            first,
            () =>
            {
                site = network.Site($"on-premises-{asn}", asn, file: first.Value.File.Path, line: first.Value.Line);

                // Hosts of a site are in no snapshot: what gets there has left the modelled network.
                gaps.Add(
                    first.Key,
                    "leads out to networks whose hosts are in no snapshot; what becomes of packets there is unknown",
                    new Uncertainty(site.Id.Path, OnlyWhereDropped: true) { IsOutside = true });
                var all = prefixes.Values.SelectMany(each => each).Distinct().ToList();
                foreach (var prefix in all.Where(prefix => !all.Exists(other => other != prefix && other.Contains(prefix))))
                {
                    site.Prefix(prefix.ToString(), first.Value.File.Path, first.Value.Line);
                }
            },
            Uncertainty.Everywhere);
        foreach (var record in connections)
        {
            Try(record, () => MapConnection(record, site!, prefixes[record]), Uncertainty.Everywhere);
        }

        foreach (var record in interfaces)
        {
            Try(record, () => MapVirtualInterface(record, site!, prefixes[record]), Uncertainty.Everywhere);
        }
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
            Learn(vpn, prefixes);
            Configure(vpn.VpnConnection(record.Id, gateway, file, line), record, prefixes);
        }
        else if (record.Value.Text("TransitGatewayId") is { Length: > 0 } transit && transitGateways.TryGetValue(transit, out var transitGateway))
        {
            var attachment = transitGateway.AttachVpn(record.Id, gateway, connection => Configure(connection, record, prefixes), file, line);
            Attach(record.Id, transit, attachment, prefixes);
        }
        else
        {
            gaps.Add(record.Key, "ends at a gateway that the snapshot does not have; where routes lead to it, verdicts are unknown");
        }
    }

    /// <summary>Remembers an attachment of something hybrid by the identifier of the attachment, which another listing has.</summary>
    private void Attach(string resource, string gateway, TransitGatewayAttachmentBuilder attachment, List<IpPrefix> prefixes)
    {
        var id = records.Of("TransitGatewayAttachments")
            .FirstOrDefault(each => each.Value.Text("ResourceId") == resource && each.Value.Text("TransitGatewayId") == gateway)?.Value.Text("TransitGatewayAttachmentId");
        attachments[(id ?? resource, gateway)] = attachment;
        Alias(id, attachment.Id);
        if (prefixes.Count == 0)
        {
            unheard.Add(attachment);
        }
    }

    private void Learn(VpnGatewayBuilder gateway, List<IpPrefix> prefixes) => learned[gateway] = [.. learned.GetValueOrDefault(gateway, []), .. prefixes];

    private void Configure(VpnConnectionBuilder connection, SnapshotRecord record, List<IpPrefix> prefixes)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        Name(record, connection.Id);
        if (IsStatic(record))
        {
            foreach (var prefix in prefixes)
            {
                connection.StaticRoute(prefix.ToString(), file, line);
            }

            // What the device routes into the tunnel is not in a snapshot; it is taken to send answers back the way that requests came.
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

    private static bool IsStatic(SnapshotRecord connection) => connection.Value.Object("Options")?.Flag("StaticRoutesOnly") == true;

    /// <summary>The prefixes behind a connection: its static routes, or what tables learned from its gateway and lead to it.</summary>
    private IEnumerable<string?> BehindConnection(SnapshotRecord record)
    {
        var written = record.Value.Objects("Routes").Where(route => IsIn(route.Text("State"), "available")).Select(route => route.Text("DestinationCidrBlock"));
        return IsStatic(record) ? written : written.Concat(record.Value.Text("VpnGatewayId") is { Length: > 0 } gateway ? RoutedTo(gateway) : RoutedToResource(record.Id));
    }

    /// <summary>Where tables of VPCs lead to a virtual private gateway.</summary>
    private IEnumerable<string?> RoutedTo(string gateway) => records.Of("RouteTables")
        .SelectMany(table => table.Value.Objects("Routes"))
        .Where(route => route.Text("GatewayId") == gateway)
        .Select(route => route.FirstText("DestinationCidrBlock", "DestinationIpv6CidrBlock"));

    /// <summary>Where tables of transit gateways lead to what is attached.</summary>
    private IEnumerable<string?> RoutedToResource(string resource) => records.Of("TransitGatewayStaticRoutes")
        .SelectMany(table => table.Value.Objects("Routes"))
        .Where(route => route.Objects("TransitGatewayAttachments").Any(each => each.Text("ResourceId") == resource))
        .Select(route => route.Text("DestinationCidrBlock"));

    private static List<IpPrefix> Routable(IEnumerable<string?> prefixes) => [.. prefixes.Select(PrefixOf).OfType<IpPrefix>().Distinct()];

    private long AsnOf(SnapshotRecord record) => record.Key == "VirtualInterfaces" ? record.Value.Number("asn") ?? UsualAsn
        : records.Find("CustomerGateways", record.Value.Text("CustomerGatewayId")) is { } gateway
            ? (gateway.Value.Text("BgpAsnExtended") is { Length: > 0 } ? gateway.Value.Number("BgpAsnExtended") : gateway.Value.Number("BgpAsn")) ?? UsualAsn
            : UsualAsn;

    /// <summary>Whether a gateway learns the prefix from what is mapped.</summary>
    private bool IsLearned(VpnGatewayBuilder gateway, string destination) =>
        PrefixOf(destination) is { } prefix && learned.TryGetValue(gateway, out var known) && known.Contains(prefix);
}
