using NetDsl.Model;
using NetDsl.Simulation.Routing.Bgp;

namespace NetDsl.Simulation.Routing;

/// <summary>A network as it is when the device of a VPN connection has told certain routes, in place of those that its author wrote.</summary>
public static class LearnedRoutes
{
    /// <summary>The network with what a device has told. A session that has told nothing brings no route, as if its tunnels were down.</summary>
    /// <param name="topology">The network as it was written.</param>
    /// <param name="connection">The VPN connection.</param>
    /// <param name="routes">The routes that the device has told and not withdrawn.</param>
    /// <exception cref="ArgumentException">There is no such connection.</exception>
    public static Topology Apply(Topology topology, ElementId connection, IReadOnlyList<BgpRoute> routes)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(routes);
        return topology.Hybrid.VpnConnections.Any(each => each.Id == connection)
            ? topology with
            {
                Hybrid = topology.Hybrid with
                {
                    VpnConnections = [.. topology.Hybrid.VpnConnections.Select(each => each.Id == connection ? Told(each, routes) : each)],
                },
            }
            : throw new ArgumentException($"'{connection.Path}' is no VPN connection of network '{topology.Name}'.", nameof(connection));
    }

    private static VpnConnection Told(VpnConnection connection, IReadOnlyList<BgpRoute> routes) => routes.Count == 0
        ? connection with { Tunnels = [.. connection.Tunnels.Select(tunnel => tunnel with { IsUp = false })] }
        : connection with
        {
            Policy = connection.Policy with
            {
                Advertised = [.. routes.Select(route => new Sourced<Addressing.IpPrefix>(route.Prefix, connection.Origin))],

                // One policy stands for all routes of a connection: the longest path and the highest discriminator of them.
                Prepends = Math.Max(0, routes.Max(route => route.Attributes.Path.Count) - 1),
                Med = routes.Max(route => route.Attributes.Med),
            },
        };
}
