using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>One thing that breaks between the vendor and sites.</summary>
/// <param name="Kind">What kind of thing, as people call it.</param>
/// <param name="Name">Which.</param>
/// <param name="Circuits">The VPN connections, virtual interfaces and Connect peers over which nothing comes any more, as far as they carry something.</param>
public sealed record NetworkFault(string Kind, string Name, EquatableArray<ElementId> Circuits)
{
    /// <summary>By what it is told from all others of its kind: the path of the element, that of its connection and a number for a tunnel, the name for a location.</summary>
    public string Path { get; init; } = Name;

    private Func<Topology, Topology> Breaking { get; init; } = network => network;

    /// <summary>The network when everybody has noticed.</summary>
    /// <param name="topology">The network before.</param>
    public Topology Apply(Topology topology) => Breaking(topology);

    /// <summary>Every single fault that a network can have there: tunnels, devices, virtual interfaces, Direct Connect connections and locations.</summary>
    /// <param name="topology">The network.</param>
    public static IEnumerable<NetworkFault> Of(Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return Tunnels(topology).Concat(Devices(topology)).Concat(VirtualInterfaces(topology)).Concat(Connections(topology)).Concat(Locations(topology));
    }

    /// <summary>Connect peers whose appliance is down.</summary>
    internal static NetworkFault OfPeers(IReadOnlyList<ElementId> peers) => new("host", peers[0].Name, [.. peers])
    {
        Breaking = network => With(network, hybrid => hybrid with
        {
            ConnectPeers = [.. hybrid.ConnectPeers.Select(each => peers.Contains(each.Id) ? each with { IsUp = false } : each)],
        }),
    };

    private static IEnumerable<NetworkFault> Tunnels(Topology topology) =>
        from connection in topology.Hybrid.VpnConnections
        from tunnel in connection.Tunnels
        where tunnel.IsUp
        let carries = connection.Tunnels.First(each => each.IsUp).Number == tunnel.Number
        select new NetworkFault("tunnel", string.Create(CultureInfo.InvariantCulture, $"{connection.Name} {tunnel.Number}"), carries ? [connection.Id] : [])
        {
            Path = string.Create(CultureInfo.InvariantCulture, $"{connection.Id.Path} {tunnel.Number}"),
            Breaking = network => With(network, hybrid => hybrid with
            {
                VpnConnections = [.. hybrid.VpnConnections.Select(each => each.Id == connection.Id
                    ? each with { Tunnels = [.. each.Tunnels.Select(one => one.Number == tunnel.Number ? one with { IsUp = false } : one)] }
                    : each)],
            }),
        };

    private static IEnumerable<NetworkFault> Devices(Topology topology) =>
        from device in topology.Hybrid.CustomerGateways
        where device.IsUp
        select new NetworkFault(
            "device",
            device.Name,
            [
                .. topology.Hybrid.VpnConnections.Where(connection => connection.CustomerGateway.Value == device.Id).Select(connection => connection.Id),
                .. topology.Hybrid.ConnectPeers.Where(peer => peer.Appliance.Value == device.Id).Select(peer => peer.Id),
            ])
        {
            Path = device.Id.Path,
            Breaking = network => With(network, hybrid => hybrid with
            {
                CustomerGateways = [.. hybrid.CustomerGateways.Select(each => each.Id == device.Id ? each with { IsUp = false } : each)],
            }),
        };

    private static IEnumerable<NetworkFault> VirtualInterfaces(Topology topology) =>
        from each in topology.Hybrid.VirtualInterfaces
        where each.IsUp
        select new NetworkFault("virtual interface", each.Name, Over(topology, [each]))
        {
            Path = each.Id.Path,
            Breaking = network => With(network, hybrid => hybrid with
            {
                VirtualInterfaces = [.. hybrid.VirtualInterfaces.Select(one => one.Id == each.Id ? one with { IsUp = false } : one)],
            }),
        };

    private static IEnumerable<NetworkFault> Connections(Topology topology) =>
        from connection in topology.Hybrid.Connections
        where connection.IsUp
        select Lines(topology, "Direct Connect connection", connection.Name, [connection.Id]) with { Path = connection.Id.Path };

    private static IEnumerable<NetworkFault> Locations(Topology topology) =>
        from location in topology.Hybrid.Connections.Where(connection => connection.IsUp).GroupBy(connection => connection.Location, StringComparer.Ordinal)
        select Lines(topology, "Direct Connect location", location.Key, [.. location.Select(connection => connection.Id)]);

    private static NetworkFault Lines(Topology topology, string kind, string name, IReadOnlyList<ElementId> lines)
    {
        // A group goes on as long as enough of its lines work.
        var working = topology.Hybrid.Connections.Where(connection => connection.IsUp && !lines.Contains(connection.Id)).Select(connection => connection.Id).ToHashSet();
        var ports = lines.Concat(topology.Hybrid.Lags.Where(lag => lag.Connections.Count(working.Contains) < Math.Max(1, lag.MinimumLinks)).Select(lag => lag.Id)).ToHashSet();
        return new NetworkFault(kind, name, Over(topology, [.. topology.Hybrid.VirtualInterfaces.Where(each => ports.Contains(each.Port))]))
        {
            Breaking = network => With(network, hybrid => hybrid with
            {
                Connections = [.. hybrid.Connections.Select(connection => lines.Contains(connection.Id) ? connection with { IsUp = false } : connection)],
            }),
        };
    }

    /// <summary>Virtual interfaces, and the private VPN connections and Connect peers that have lost all of those that carried them.</summary>
    private static EquatableArray<ElementId> Over(Topology topology, IReadOnlyList<VirtualInterface> lost)
    {
        var left = topology.Hybrid.VirtualInterfaces.Where(each => each.IsUp && !lost.Contains(each)).Select(each => each.Gateway.Value).ToHashSet();
        var gateways = lost.Select(each => each.Gateway.Value).Where(gateway => !left.Contains(gateway)).ToHashSet();
        var attachments = topology.TransitGateways.SelectMany(gateway => gateway.Attachments).ToList();
        var carrying = attachments.Where(attachment => gateways.Contains(attachment.Resource)).Select(attachment => attachment.Id).ToHashSet();

        // The resource of a Connect attachment is the attachment that carries it.
        var connects = attachments.Where(attachment => carrying.Contains(attachment.Resource)).Select(attachment => attachment.Id).ToHashSet();
        return
        [
            .. lost.Select(each => each.Id),
            .. topology.Hybrid.VpnConnections.Where(connection => connection.Transport is { } transport && carrying.Contains(transport.Value)).Select(connection => connection.Id),
            .. topology.Hybrid.ConnectPeers.Where(peer => connects.Contains(peer.Attachment)).Select(peer => peer.Id),
        ];
    }

    private static Topology With(Topology topology, Func<HybridConnectivity, HybridConnectivity> change) => topology with { Hybrid = change(topology.Hybrid) };
}
