using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Sites, VPN and Direct Connect.</content>
internal sealed partial class TopologyInvariants
{
    private void DeclareHybrid(HybridConnectivity hybrid)
    {
        Each("hybrid.sites", hybrid.Sites, (path, site) => Declare(path, site, null));
        Each("hybrid.hosts", hybrid.Hosts, (path, host) => Declare(path, host, host.Site.Path));
        Each("hybrid.customerGateways", hybrid.CustomerGateways, (path, gateway) => Declare(path, gateway, gateway.Site.Path));
        Each("hybrid.vpnGateways", hybrid.VpnGateways, (path, gateway) => Declare(path, gateway, gateway.Region.Path));
        Each("hybrid.vpnConnections", hybrid.VpnConnections, (path, connection) => Declare(path, connection, ParentOf(connection.Target)));
        Each("hybrid.vpnConcentrators", hybrid.VpnConcentrators, (path, concentrator) => Declare(path, concentrator, ParentOf(concentrator.Gateway)));
        Each("hybrid.connections", hybrid.Connections, (path, connection) => Declare(path, connection, null));
        Each("hybrid.lags", hybrid.Lags, (path, lag) => Declare(path, lag, null));
        Each("hybrid.virtualInterfaces", hybrid.VirtualInterfaces, (path, each) => Declare(path, each, each.Port.Path));
        Each("hybrid.directConnectGateways", hybrid.DirectConnectGateways, (path, gateway) => Declare(path, gateway, null));
        Each("hybrid.connectPeers", hybrid.ConnectPeers, (path, peer) => Declare(path, peer, peer.Attachment.Path));
    }

    private void RequireHybrid(HybridConnectivity hybrid)
    {
        Each("hybrid.sites", hybrid.Sites, (path, site) => Find($"{path}.resolver", site.Resolver));
        var prefixes = hybrid.Sites.ToDictionary(site => site.Id, site => site.Prefixes);
        var taken = new HashSet<(ElementId, IpAddress)>();
        Each("hybrid.hosts", hybrid.Hosts, (path, host) =>
        {
            Find($"{path}.site", host.Site);
            Hold($"{path}.address", prefixes[host.Site].Any(prefix => prefix.Value.Contains(host.Address)), $"{host.Address} is in no prefix of site '{host.Site}'");
            Hold($"{path}.address", taken.Add((host.Site, host.Address)), $"{host.Address} is taken already in site '{host.Site}'");
        });
        Each("hybrid.customerGateways", hybrid.CustomerGateways, (path, gateway) => Find($"{path}.site", gateway.Site));
        Each("hybrid.vpnGateways", hybrid.VpnGateways, (path, gateway) =>
        {
            Find($"{path}.region", gateway.Region);
            Find($"{path}.vpc", gateway.Vpc, gateway.Region.Path);
            Find($"{path}.routeTable", gateway.RouteTable, gateway.Vpc?.Path);
            Hold($"{path}.routeTable", gateway.RouteTable is null || gateway.Vpc is not null, "a gateway without a VPC has no route table");
        });
        Distinct("hybrid.vpnGateways", hybrid.VpnGateways.Select(gateway => gateway.Vpc).OfType<ElementId>(), "a VPC has one virtual private gateway");
        Each("hybrid.vpnConnections", hybrid.VpnConnections, (path, connection) =>
        {
            Find($"{path}.customerGateway.value", connection.CustomerGateway.Value);
            Find($"{path}.target", connection.Target);
            Find($"{path}.concentrator", connection.Concentrator);
            Hold(
                $"{path}.target",
                IsAttached(connection.Target, connection.Concentrator ?? connection.Id),
                "a VPN connection of a transit gateway is attached to it, or its concentrator is");
            Hold(
                $"{path}.concentrator",
                connection.Concentrator is not { } shared
                    || (connection is { Routing: VpnRouting.Dynamic, Transport: null } && hybrid.VpnConcentrators.First(each => each.Id == shared).Gateway == connection.Target),
                "a VPN connection that ends at a VPN concentrator is of its transit gateway, has BGP, and goes over the internet");
            RequireTransport(path, hybrid, connection);
            Hold($"{path}.tunnels", connection.Tunnels.Select(tunnel => tunnel.Number).SequenceEqual([1, 2]), "a VPN connection has the tunnels 1 and 2");
        });
        Each("hybrid.vpnConcentrators", hybrid.VpnConcentrators, (path, concentrator) =>
        {
            Find($"{path}.gateway", concentrator.Gateway);
            Hold($"{path}.gateway", IsAttached(concentrator.Gateway, concentrator.Id), "a VPN concentrator is attached to its transit gateway");
        });
        Each("hybrid.connections", hybrid.Connections, (path, connection) =>
        {
            Find($"{path}.site", connection.Site);
            Find($"{path}.region", connection.Region);
        });
        Each("hybrid.lags", hybrid.Lags, (path, lag) =>
        {
            RequireSome($"{path}.connections", lag.Connections.Count, "a group has at least one connection");
            Each($"{path}.connections", lag.Connections, (inner, id) => Find(inner, id));
        });
        Each("hybrid.virtualInterfaces", hybrid.VirtualInterfaces, (path, each) =>
        {
            Find($"{path}.port", each.Port);
            Find($"{path}.gateway.value", each.Gateway.Value);
            Hold(
                $"{path}.kind",
                each.Gateway.Value.Kind switch
                {
                    ElementKind.Region => each.Kind == VirtualInterfaceKind.Public,
                    ElementKind.VpnGateway => each.Kind == VirtualInterfaceKind.Private,
                    _ => each.Kind != VirtualInterfaceKind.Public,
                },
                "a private virtual interface ends at a virtual private gateway or Direct Connect gateway, a transit one at a Direct Connect gateway, a public one at a region");
            Hold(
                $"{path}.registeredPrefixes",
                (each.Kind == VirtualInterfaceKind.Public) == each.RegisteredPrefixes.Count > 0,
                "prefixes are registered for public virtual interfaces, at least one for each");
        });
        Each("hybrid.directConnectGateways", hybrid.DirectConnectGateways, (path, gateway) =>
        {
            Each($"{path}.associations", gateway.Associations, (inner, association) =>
            {
                Find($"{inner}.gateway", association.Gateway);
                Hold($"{inner}.gateway", IsAttached(association.Gateway, gateway.Id), "a Direct Connect gateway that is associated with a transit gateway is attached to it");
            });
            Distinct($"{path}.associations", gateway.Associations.Select(association => association.Gateway), "a gateway is associated once");
        });
        RequireConnectPeers(hybrid);
        Each("routeTables", topology.RouteTables, (path, table) =>
            Each($"{path}.propagations", table.Propagations, (inner, source) =>
            {
                Find($"{inner}.value", source.Value);
                Hold(
                    $"{inner}.value",
                    hybrid.VpnGateways.First(gateway => gateway.Id == source.Value).Vpc == table.Vpc,
                    $"virtual private gateway '{source.Value}' is not attached to the VPC of this table");
            }));
    }

    private bool IsAttached(ElementId gateway, ElementId resource) =>
        gateway.Kind != ElementKind.TransitGateway
        || topology.TransitGateways.First(each => each.Id == gateway).AttachmentOf(resource) is not null;
}
