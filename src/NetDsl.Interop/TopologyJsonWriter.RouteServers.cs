using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Route servers.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteRouteServer(RouteServer server)
    {
        Reference("vpc", server.Vpc);
        json.WriteNumber("asn", server.Asn);
        Elements("endpoints", server.Endpoints, endpoint => Reference("subnet", endpoint.Subnet));
        Elements("peers", server.Peers, peer =>
        {
            Reference("endpoint", peer.Endpoint);
            Reference("interface", peer.Interface);
            json.WriteNumber("asn", peer.Asn);
            json.WriteBoolean("up", peer.IsUp);
            Objects("advertised", peer.Advertised, each =>
            {
                Place(each.Origin);
                Sourced("destination", each.Destination);
                json.WriteNumber("med", each.Med);
            });
        });
    }
}
