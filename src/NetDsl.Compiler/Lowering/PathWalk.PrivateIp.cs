using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Over tunnels that Direct Connect transports in place of the internet.</content>
internal sealed partial class PathWalk
{
    /// <summary>Passes the attachment that transports a tunnel of private IP VPN; nothing for any other link.</summary>
    private void PassTransport(HybridLink link, bool toSite)
    {
        if (link.Vpn is not { Transport: { } transport } connection)
        {
            return;
        }

        var gateway = connection.Tunnels.First(tunnel => tunnel.Number == link.Tunnel).OutsideAddress.ToString();
        var device = index.Get<CustomerGateway>(connection.CustomerGateway.Value).Address.ToString();
        var (from, to) = toSite ? (gateway, device) : (device, gateway);
        Relay(index.Get<TransitGatewayAttachment>(transport.Value), $"transports IPsec from {from} to {to}");
    }

    /// <summary>Says which private IP VPN connections would tell of the destination if Direct Connect carried their tunnels.</summary>
    private string Untransported(Func<VpnConnection, Site, bool> concerns) => string.Concat(index.Whole.Gateways.Untransported
        .Where(each => concerns(each.Connection, each.Site))
        .Select(each => $"; the tunnels of VPN connection '{each.Connection.Name}' are down, because {each.Fault}"));

    private bool Tells(VpnConnection connection, Site site) =>
        (connection.Policy.Advertised.Count > 0 ? connection.Policy.Advertised : site.Prefixes).Any(prefix => prefix.Value.Contains(Destination));
}
