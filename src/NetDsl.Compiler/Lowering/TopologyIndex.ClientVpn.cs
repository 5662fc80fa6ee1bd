using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Clients of Client VPN endpoints.</content>
internal sealed partial class TopologyIndex
{
    private Dictionary<IpAddress, (ClientVpnEndpoint Endpoint, ClientVpnAssociation Association)>? associations;

    /// <summary>The endpoint of a client, and the association that it landed on; none where the endpoint is attached to a transit gateway.</summary>
    public (ClientVpnEndpoint Endpoint, ClientVpnAssociation? Association) ClientVpnOf(VpnClient client) => (
        Topology.ClientVpnEndpoints.First(endpoint => endpoint.Clients.Contains(client)),
        client.Association is { } association ? Get<ClientVpnAssociation>(association) : null);

    /// <summary>The association whose interface holds the IPv6 address for a client, which has it of that subnet.</summary>
    public (ClientVpnEndpoint Endpoint, ClientVpnAssociation Association)? AssociationHolding(IpAddress address)
    {
        associations ??= AddressesOfSubnets(Topology).ToDictionary(
            each => each.Address, each => (each.Endpoint, Get<ClientVpnAssociation>(each.Association)));
        return associations.TryGetValue(address, out var found) ? found : null;
    }

    /// <summary>The IPv6 addresses that the interface of an association holds for the clients that landed there.</summary>
    public EquatableArray<IpAddress> Ipv6AddressesOf(ClientVpnAssociation association) => AddressesOfSubnets(Topology)
        .Where(each => each.Association == association.Id)
        .Select(each => each.Address)
        .ToEquatableArray();

    /// <summary>The IPv6 addresses of clients that are of subnets, each with the association that holds it.</summary>
    public static IEnumerable<(IpAddress Address, ClientVpnEndpoint Endpoint, ElementId Association)> AddressesOfSubnets(Topology topology) =>
        from endpoint in topology.ClientVpnEndpoints
        from client in endpoint.Clients
        where client is { Association: not null, Ipv6Address: not null }
        select (client.Ipv6Address!.Value, endpoint, client.Association!);
}
