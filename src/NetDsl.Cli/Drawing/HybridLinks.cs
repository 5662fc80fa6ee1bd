using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>The lines between sites and the gateways that lead to them.</summary>
internal static class HybridLinks
{
    public static IEnumerable<DrawingLink> Of(HybridConnectivity hybrid)
    {
        foreach (var gateway in hybrid.VpnGateways.Where(gateway => gateway.Vpc is not null))
        {
            yield return new DrawingLink(gateway.Vpc, gateway.Id, "", IsRoute: false);
        }

        foreach (var connection in hybrid.VpnConnections)
        {
            var device = hybrid.CustomerGateways.First(each => each.Id == connection.CustomerGateway.Value);
            yield return new DrawingLink(
                connection.Target,
                device.Site,
                connection.Transport is { } transport ? $"VPN {connection.Name} over {transport.Value.Name}"
                    : connection.Concentrator is { } concentrator ? $"VPN {connection.Name} by {concentrator.Name}"
                    : $"VPN {connection.Name}",
                IsRoute: false,
                !device.IsUp || connection.Tunnels.All(tunnel => !tunnel.IsUp));
        }

        foreach (var peer in hybrid.ConnectPeers)
        {
            yield return new DrawingLink(peer.Gateway, peer.Site, $"Connect {peer.Attachment.Name}/{peer.Name}", IsRoute: false, !peer.IsUp);
        }

        foreach (var each in hybrid.VirtualInterfaces)
        {
            // What a public one leads to is drawn beside the internet: public addresses.
            var end = each.Kind == VirtualInterfaceKind.Public ? (ElementId?)null : each.Gateway.Value;
            yield return new DrawingLink(end, SiteOf(hybrid, each), $"{(end is null ? "public " : "")}Direct Connect {each.Id.Path}", IsRoute: false, !each.IsUp);
        }

        foreach (var (gateway, association) in hybrid.DirectConnectGateways.SelectMany(
            gateway => gateway.Associations.Where(each => each.Gateway.Kind == ElementKind.VpnGateway).Select(association => (gateway, association))))
        {
            yield return new DrawingLink(association.Gateway, gateway.Id, "", IsRoute: false);
        }
    }

    /// <summary>The sites that a virtual private gateway leads to, with what leads there.</summary>
    public static IEnumerable<(Site Site, string Link)> SitesBehind(HybridConnectivity hybrid, VpnGateway gateway)
    {
        var direct = hybrid.DirectConnectGateways
            .Where(each => each.Associations.Any(association => association.Gateway == gateway.Id))
            .Select(each => each.Id)
            .ToList();
        var connections =
            from connection in hybrid.VpnConnections
            where connection.Target == gateway.Id
            from device in hybrid.CustomerGateways
            where device.Id == connection.CustomerGateway.Value
            select (device.Site, Link: $"VPN connection {connection.Name}");
        var interfaces =
            from each in hybrid.VirtualInterfaces
            where each.Gateway.Value == gateway.Id || direct.Contains(each.Gateway.Value)
            select (Site: SiteOf(hybrid, each), Link: $"virtual interface {each.Id.Path}");
        return connections.Concat(interfaces)
            .GroupBy(each => each.Site)
            .Select(same => (
                hybrid.Sites.First(site => site.Id == same.Key),
                string.Join(", ", same.Select(each => each.Link))));
    }

    private static ElementId SiteOf(HybridConnectivity hybrid, VirtualInterface each)
    {
        var line = hybrid.Lags.FirstOrDefault(lag => lag.Id == each.Port)?.Connections[0] ?? each.Port;
        return hybrid.Connections.First(connection => connection.Id == line).Site;
    }
}
