using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <content>Tunnels that Direct Connect transports: of private IP VPN, and of Connect peers that are customer gateways.</content>
internal sealed partial class GatewayRoutes
{
    private readonly Dictionary<ElementId, string> untransported = [];

    /// <summary>Why Direct Connect carries no tunnel of a private IP VPN connection; nothing when it carries one, or the tunnels themselves are down.</summary>
    public string? TransportFault(VpnConnection connection) => untransported.TryGetValue(connection.Id, out var fault) ? fault : null;

    /// <summary>The private IP VPN connections that Direct Connect does not carry, and what they would tell.</summary>
    public IEnumerable<(VpnConnection Connection, Site Site, string Fault)> Untransported => index.Topology.Hybrid.VpnConnections
        .Where(connection => untransported.ContainsKey(connection.Id))
        .Select(connection => (connection, index.Get<Site>(index.Get<CustomerGateway>(connection.CustomerGateway.Value).Site), untransported[connection.Id]));

    /// <summary>
    /// Why packets find no way over Direct Connect between an address of the transit gateway and a device of a site; nothing when they do: the site advertises the device's
    /// address to the Direct Connect gateway, and is told of the gateway's by an allowed prefix.
    /// </summary>
    public string? FaultOverDirectConnect(TransitGatewayAttachment transport, CustomerGateway device, Ipv4Address own)
    {
        if (FaultOf(transport) is { } fault)
        {
            return fault;
        }

        var (gateway, direct) = (GatewayOf(transport), index.Get<DirectConnectGateway>(transport.Resource));
        if (!device.IsUp)
        {
            return $"customer gateway '{device.Name}' is down";
        }

        if (OfAttachment(transport).Lookup(device.Address!.Value)?.Route.Link is not { } link || link.Site.Id != device.Site)
        {
            return $"site '{device.Site.Name}' does not advertise {device.Address} to Direct Connect gateway '{direct.Name}'";
        }

        return Behind(direct, VirtualInterfaceKind.Transit, own) is not { } behind || behind.Association.Gateway != gateway.Id
            ? $"no allowed prefix of transit gateway '{gateway.Name}' at Direct Connect gateway '{direct.Name}' has {own}"
            : null;
    }

    /// <summary>Why an attachment transports nothing, whatever it leads to; nothing when it is available.</summary>
    public static string? FaultOf(TransitGatewayAttachment transport) => transport.IsAvailable ? null
        : $"attachment '{transport.Name}', which transports it, is {TransitGatewayAttachment.Text(transport.State)}";

    /// <summary>Without tunnels that need Direct Connect, and that it does not carry. What it carries depends on virtual interfaces only, which stay.</summary>
    private List<HybridLink> WithoutUntransported(IEnumerable<HybridLink> links)
    {
        var carried = new List<HybridLink>();
        foreach (var link in links)
        {
            if (link.Vpn is not { Transport: { } transport } connection)
            {
                carried.Add(link);
                continue;
            }

            var own = connection.Tunnels.First(tunnel => tunnel.Number == link.Tunnel).OutsideAddress!.Value;
            var fault = FaultOverDirectConnect(
                index.Get<TransitGatewayAttachment>(transport.Value), index.Get<CustomerGateway>(connection.CustomerGateway.Value), own);
            if (fault is null)
            {
                carried.Add(link);
            }
            else
            {
                untransported[connection.Id] = fault;
            }
        }

        foreach (var link in carried)
        {
            untransported.Remove(link.Element.Id);
        }

        return carried;
    }
}
