using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

static partial class Shrinking
{
    static IEnumerable<ElementId> Removable(HybridConnectivity hybrid) => hybrid.Elements.Select(element => element.Id);

    /// <summary>Smaller by a propagation, or by what a link says.</summary>
    static IEnumerable<Topology> SmallerHybrid(Topology topology) =>
    [
        .. Without(topology.RouteTables, table => Without(table.Propagations).Select(propagations => table with { Propagations = propagations }))
            .Select(tables => topology with { RouteTables = tables }),
        .. Without(topology.Hybrid.VpnConnections, vpn => vpn.Policy == RoutingPolicy.Default ? [] : [vpn with { Policy = RoutingPolicy.Default }])
            .Select(connections => topology with { Hybrid = topology.Hybrid with { VpnConnections = connections } }),
        .. Without(topology.Hybrid.VirtualInterfaces, each => each.Policy == RoutingPolicy.Default ? [] : [each with { Policy = RoutingPolicy.Default }])
            .Select(interfaces => topology with { Hybrid = topology.Hybrid with { VirtualInterfaces = interfaces } }),
        .. Without(topology.Hybrid.ConnectPeers, each => each.Policy == RoutingPolicy.Default ? [] : [each with { Policy = RoutingPolicy.Default }])
            .Select(peers => topology with { Hybrid = topology.Hybrid with { ConnectPeers = peers } }),
    ];

    /// <summary>Without the element, what is inside it and what ends at it; a gateway whose VPC is gone is attached to none.</summary>
    static HybridConnectivity Without(HybridConnectivity hybrid, ElementId gone)
    {
        var gateways = hybrid.VpnGateways
            .Where(gateway => gateway.Id != gone)
            .Select(gateway => gateway.Vpc == gone ? gateway with { Vpc = null } : gateway)
            .ToEquatableArray();
        var direct = hybrid.DirectConnectGateways
            .Where(gateway => gateway.Id != gone)
            .Select(gateway => gateway with { Associations = gateway.Associations.Where(each => each.Gateway != gone).ToEquatableArray() })
            .ToEquatableArray();
        var devices = hybrid.CustomerGateways.Where(device => device.Id != gone && device.Site != gone).ToEquatableArray();
        var lines = hybrid.Connections.Where(line => line.Id != gone && line.Site != gone).ToEquatableArray();
        var lags = hybrid.Lags
            .Where(lag => lag.Id != gone)
            .Select(lag => lag with { Connections = lag.Connections.Where(id => lines.Any(line => line.Id == id)).ToEquatableArray() })
            .Where(lag => lag.Connections.Count > 0)
            .ToEquatableArray();
        HashSet<ElementId> kept =
        [
            .. gateways.Select(each => each.Id), .. direct.Select(each => each.Id), .. devices.Select(each => each.Id),
            .. lines.Select(each => each.Id), .. lags.Select(each => each.Id),
        ];
        return hybrid with
        {
            Sites = hybrid.Sites.Where(site => site.Id != gone).Select(site => site with { Resolver = null }).ToEquatableArray(),
            Hosts = hybrid.Hosts.Where(host => host.Id != gone && host.Site != gone).ToEquatableArray(),
            CustomerGateways = devices,
            VpnGateways = gateways,
            VpnConnections = hybrid.VpnConnections
                .Where(vpn => vpn.Id != gone && vpn.Concentrator != gone && kept.Contains(vpn.CustomerGateway.Value)
                    && (kept.Contains(vpn.Target) || (vpn.Target.Kind == ElementKind.TransitGateway && vpn.Target != gone)))
                .ToEquatableArray(),
            VpnConcentrators = hybrid.VpnConcentrators.Where(concentrator => concentrator.Id != gone && concentrator.Gateway != gone).ToEquatableArray(),
            Connections = lines,
            Lags = lags,
            VirtualInterfaces = hybrid.VirtualInterfaces
                .Where(each => each.Id != gone && kept.Contains(each.Port) && kept.Contains(each.Gateway.Value))
                .ToEquatableArray(),
            DirectConnectGateways = direct,
            ConnectPeers = hybrid.ConnectPeers
                .Where(peer => peer.Id != gone && peer.Site != gone)
                .Where(peer => peer.Appliance.Value.Kind != ElementKind.CustomerGateway || kept.Contains(peer.Appliance.Value))
                .ToEquatableArray(),
        };
    }

    /// <summary>Without the VPN connections that the Direct Connect gateway transports.</summary>
    static HybridConnectivity WithoutTransportBy(Topology topology, ElementId gone)
    {
        var carriers = topology.TransitGateways.SelectMany(gateway => gateway.Attachments).Where(each => each.Resource == gone).Select(each => each.Id).ToHashSet();
        return topology.Hybrid with
        {
            VpnConnections = topology.Hybrid.VpnConnections.Where(vpn => vpn.Transport is not { } transport || !carriers.Contains(transport.Value)).ToEquatableArray(),
        };
    }

    /// <summary>The peers whose attachment and appliance are still there.</summary>
    static HybridConnectivity WithKnownPeers(
        HybridConnectivity hybrid, EquatableArray<NetworkInterface> interfaces, EquatableArray<TransitGateway> gateways) => hybrid with
        {
            ConnectPeers = hybrid.ConnectPeers
                .Where(peer => gateways.Any(gateway => gateway.Attachments.Any(each => each.Id == peer.Attachment)))
                .Where(peer => peer.Appliance.Value.Kind == ElementKind.CustomerGateway || interfaces.Any(each => each.Id == peer.Appliance.Value))
                .ToEquatableArray(),
        };
}
