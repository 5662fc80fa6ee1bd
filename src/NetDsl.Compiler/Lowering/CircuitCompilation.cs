using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>How packets look on what paths relay them over: virtual interfaces, VPN connections, Connect peers and the tunnels of clients.</summary>
internal static class CircuitCompilation
{
    /// <summary>The circuits that paths pass; of others nothing is ever seen.</summary>
    public static EquatableArray<GraphCircuit> Of(TopologyIndex index, NodeTable nodes) =>
    [
        .. from element in index.Topology.Hybrid.VirtualInterfaces.Cast<Element>().Concat(index.Topology.Hybrid.VpnConnections).Concat(index.Topology.Hybrid.ConnectPeers).Concat(index.Topology.ClientVpnEndpoints)
           let node = nodes.Find(element)
           where node >= 0
           orderby node
           select Circuit(index, element, node),
    ];

    private static GraphCircuit Circuit(TopologyIndex index, Element element, int node) => element switch
    {
        VirtualInterface virtualInterface => new GraphCircuit(node, CircuitKind.Vlan, virtualInterface.Vlan, null, null),
        VpnConnection connection => new GraphCircuit(
            node,
            CircuitKind.Ipsec,
            0,
            connection.Tunnels.Where(tunnel => tunnel.IsUp).Concat(connection.Tunnels).Select(tunnel => tunnel.OutsideAddress).FirstOrDefault(address => address is not null),
            index.Get<CustomerGateway>(connection.CustomerGateway.Value).Address),
        ConnectPeer peer => new GraphCircuit(node, CircuitKind.Gre, 0, peer.GatewayAddress, FarEnd(index, peer)),
        ClientVpnEndpoint endpoint => new GraphCircuit(node, endpoint.Transport == Protocol.Tcp ? CircuitKind.OpenVpnOverTcp : CircuitKind.OpenVpnOverUdp, 0, null, null) { Port = endpoint.Port },
        _ => throw new NotSupportedException($"{element.Id} is no circuit."),
    };

    private static IpAddress? FarEnd(TopologyIndex index, ConnectPeer peer) => peer.Appliance.Value.Kind == ElementKind.NetworkInterface
        ? index.Get<NetworkInterface>(peer.Appliance.Value).PrivateAddress
        : index.Get<CustomerGateway>(peer.Appliance.Value).Address;
}
