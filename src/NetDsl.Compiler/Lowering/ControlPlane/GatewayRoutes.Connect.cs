using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <content>Connect peers of transit gateways, whose tunnels need the tables of VPCs and what Direct Connect tells.</content>
internal sealed partial class GatewayRoutes
{
    private Dictionary<ElementId, ConnectTunnel> tunnels = [];

    /// <summary>The tunnels of all Connect peers, also those that do not work.</summary>
    public IEnumerable<ConnectTunnel> Tunnels => tunnels.Values;

    /// <summary>The tunnel of a link.</summary>
    public ConnectTunnel TunnelOf(HybridLink link) => tunnels[link.Element.Id];

    /// <summary>Takes in the links of Connect peers, once the tables of all VPCs are known; transit gateways and sites are asked after that.</summary>
    public void Take(IReadOnlyList<ConnectTunnel> found)
    {
        tunnels = found.ToDictionary(tunnel => tunnel.Peer.Id);
        Links = HybridLinks.Ordered(Links.Where(link => !link.IsConnect).Concat(ConnectTunnels.Links(index, found)));
    }
}
