using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Route servers.</content>
internal sealed partial class TopologyInvariants
{
    private void DeclareRouteServer(string path, RouteServer server)
    {
        Declare(path, server, server.Vpc.Path);
        Each($"{path}.endpoints", server.Endpoints, (inner, endpoint) => Declare(inner, endpoint, server.Id.Path));
        Each($"{path}.peers", server.Peers, (inner, peer) => Declare(inner, peer, server.Id.Path));
    }

    private void RequireRouteServers()
    {
        Each("routeServers", topology.RouteServers, (path, server) =>
        {
            Find($"{path}.vpc", server.Vpc);
            Each($"{path}.endpoints", server.Endpoints, (inner, endpoint) => Find($"{inner}.subnet", endpoint.Subnet, server.Vpc.Path));
            Each($"{path}.peers", server.Peers, (inner, peer) =>
            {
                Find($"{inner}.endpoint", peer.Endpoint, server.Id.Path);
                Find($"{inner}.interface", peer.Interface);
                Distinct($"{inner}.advertised", peer.Advertised.Select(each => each.Destination.Value), "a peer tells a prefix once");
            });
        });
        Each("routeTables", topology.RouteTables, (path, table) =>
            Each($"{path}.routeServers", table.RouteServers, (inner, source) => Find($"{inner}.value", source.Value, table.Vpc.Path)));
    }
}
