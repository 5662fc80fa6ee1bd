using NetDsl.Model;

namespace NetDsl.Generators.Emission;

/// <content>Sites, VPN and Direct Connect.</content>
internal static partial class ElementDescription
{
    private static IEnumerable<(Element Element, string Text)> Hybrid(HybridConnectivity hybrid) =>
    [
        .. hybrid.Sites.Select(site => Describe(site, "", string.Join(" and ", site.Prefixes))),
        .. hybrid.Hosts.Select(host => Describe(host, $" of site '{host.Site.Name}'", host.Address.ToString())),
        .. hybrid.CustomerGateways.Select(gateway => Describe(gateway, $" of site '{gateway.Site.Name}'", gateway.Address?.ToString() ?? "")),
        .. hybrid.VpnGateways.Select(gateway => Describe(gateway, gateway.Vpc is { } vpc ? Of(vpc) : ", not attached")),
        .. hybrid.VpnConnections.Select(connection => Describe(
            connection, $" between {ElementKinds.Text(connection.Target.Kind)} '{connection.Target.Name}' and customer gateway '{connection.CustomerGateway.Value.Name}'{(connection.Transport is { } transport ? $" over '{transport.Value.Name}'" : "")}{(connection.Concentrator is { } concentrator ? $" by concentrator '{concentrator.Name}'" : "")}")),
        .. hybrid.VpnConcentrators.Select(concentrator => Describe(concentrator, $" of transit gateway '{concentrator.Gateway.Name}'")),
        .. hybrid.Connections.Select(connection => Describe(connection, $" between site '{connection.Site.Name}' and {connection.Location}")),
        .. hybrid.Lags.Select(lag => Describe(lag, $" of {string.Join(" and ", lag.Connections.Select(connection => connection.Name))}")),
        .. hybrid.VirtualInterfaces.Select(each => Describe(each, $" on '{each.Port.Name}'", $"VLAN {each.Vlan}")),
        .. hybrid.DirectConnectGateways.Select(gateway => Describe(gateway, "")),
        .. hybrid.ConnectPeers.Select(peer => Describe(
            peer, $" of transit gateway attachment '{peer.Attachment.Name}' at '{peer.Appliance.Value.Name}'", peer.InsideCidr.ToString())),
    ];
}
