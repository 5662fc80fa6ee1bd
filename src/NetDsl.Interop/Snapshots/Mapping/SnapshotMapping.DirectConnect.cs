using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Direct Connect gateways and virtual interfaces.</content>
internal sealed partial class SnapshotMapping
{
    private readonly Dictionary<string, DirectConnectGatewayBuilder> directConnectGateways = new(StringComparer.Ordinal);

    private void MapDirectConnectGateways()
    {
        foreach (var record in records.Of("DirectConnectGateways").Where(record => IsIn(record.Value.Text("directConnectGatewayState"), "available")))
        {
            Try(record, () =>
            {
                var gateway = network.DirectConnectGateway(record.Id, record.Value.Number("amazonSideAsn") ?? 64512, record.Value.File.Path, record.Value.Line);
                directConnectGateways.Add(record.Id, gateway);
                Alias(record.Value.Text("directConnectGatewayName"), gateway.Id);
            });
        }

        foreach (var record in records.Of("DirectConnectGatewayAssociations").Where(record => IsIn(record.Value.Text("associationState"), "associated", "updating")))
        {
            MapAssociation(record);
        }
    }

    private void MapAssociation(SnapshotRecord record)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var associated = record.Value.Text("associatedGateway", "id") ?? record.Value.Text("virtualGatewayId");
        var allowed = record.Value.Objects("allowedPrefixesToDirectConnectGateway").Select(prefix => prefix.Text("cidr")).OfType<string>().ToList();
        if (record.Value.Text("directConnectGatewayId") is not { } id || !directConnectGateways.TryGetValue(id, out var gateway) || associated is null)
        {
            gaps.Add(record.Key, "is of a gateway that the snapshot does not have; where routes lead to it, verdicts are unknown");
        }
        else if (transitGateways.TryGetValue(associated, out var transit))
        {
            Try(
                record,
                () =>
                {
                    var attachment = transit.AttachDirectConnect(id, gateway, file, line);
                    allowed.ForEach(prefix => attachment.Allow(prefix, file, line));
                    Attach(id, associated, attachment, Routable(RoutedToResource(id)));
                },
                new Uncertainty($"{transit.Id.Path}/{id}"));
        }
        else if (targets.TryGetValue(associated, out var target) && target is VpnGatewayBuilder vpn)
        {
            Try(
                record,
                () =>
                {
                    var association = gateway.Associate(vpn, file, line);
                    allowed.ForEach(prefix => association.Allow(prefix, file, line));
                    Learn(vpn, Routable(RoutedTo(associated)));
                },
                new Uncertainty(vpn.Id.Path));
        }
        else
        {
            gaps.Add(record.Key, "is of a gateway that the snapshot does not have; where routes lead to it, verdicts are unknown");
        }
    }

    private void MapVirtualInterface(SnapshotRecord record, SiteBuilder site, List<IpPrefix> prefixes)
    {
        var (file, line) = (record.Value.File.Path, record.Value.Line);
        var link = record.Value.Text("connectionId") is { Length: > 0 } connection ? connection : $"connection-of-{record.Id}";
        var port = site.Connections.FirstOrDefault(known => known.Name == link)
            ?? site.DirectConnect(link, record.Value.FirstText("location") ?? "not known", Region(record), file: file, line: line);
        var vlan = (int)Math.Clamp(record.Value.Number("vlan") ?? 1, int.MinValue, int.MaxValue);
        var direct = record.Value.Text("directConnectGatewayId") is { Length: > 0 } id ? directConnectGateways.GetValueOrDefault(id) : null;
        VirtualInterfaceBuilder virtualInterface;
        switch (record.Value.Text("virtualInterfaceType"))
        {
            case "transit" when direct is not null:
                virtualInterface = port.TransitVirtualInterface(record.Id, vlan, direct, file: file, line: line);
                break;
            case "private" when direct is not null:
                virtualInterface = port.PrivateVirtualInterface(record.Id, vlan, direct, file: file, line: line);
                break;
            case "private" when record.Value.Text("virtualGatewayId") is { Length: > 0 } gateway && targets.TryGetValue(gateway, out var target) && target is VpnGatewayBuilder vpn:
                virtualInterface = port.PrivateVirtualInterface(record.Id, vlan, vpn, file: file, line: line);
                Learn(vpn, prefixes);
                break;
            default:
                gaps.Add(record.Key, "is public, or leads to a gateway that the snapshot does not have; what goes by it is not told");
                return;
        }

        Alias(record.Value.Text("virtualInterfaceName"), virtualInterface.Id);
        var peers = record.Value.Objects("bgpPeers");
        if (peers.Count > 0 && peers.All(peer => peer.Text("bgpStatus") == "down"))
        {
            virtualInterface.Down();
        }
    }

    /// <summary>The prefixes behind a virtual interface: what the tables that lead to its gateway say.</summary>
    private IEnumerable<string?> BehindInterface(SnapshotRecord record)
    {
        if (record.Value.Text("virtualGatewayId") is { Length: > 0 } gateway)
        {
            return RoutedTo(gateway);
        }

        var id = record.Value.Text("directConnectGatewayId") ?? "";
        return records.Of("DirectConnectGatewayAssociations")
            .Where(association => association.Value.Text("directConnectGatewayId") == id)
            .Select(association => association.Value.Text("associatedGateway", "id") ?? association.Value.Text("virtualGatewayId"))
            .OfType<string>()
            .SelectMany(RoutedTo)
            .Concat(RoutedToResource(id));
    }
}
