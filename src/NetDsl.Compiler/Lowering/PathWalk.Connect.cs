using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Over Connect peers of transit gateways.</content>
internal sealed partial class PathWalk
{
    /// <summary>Out of a transit gateway by a Connect attachment, to which only learned routes lead.</summary>
    private PathEnd IntoConnect(TransitGatewayAttachment attachment)
    {
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, Subnet: -1, Unspecified: false));
        var chosen = index.Whole.Gateways.OfAttachment(attachment).Lookup(Destination)
            ?? throw new InvalidOperationException($"A route leads to Connect attachment '{attachment.Name}', of which no peer told.");
        return ToPeer(chosen.Route.Link!, Carries(chosen.Route.Link!, chosen.Candidates));
    }

    /// <summary>In GRE over the transport to the appliance, and through it to its site.</summary>
    private PathEnd ToPeer(HybridLink link, string decision)
    {
        var tunnel = index.Whole.Gateways.TunnelOf(link);
        Relay(tunnel.Transport, $"transports GRE from {tunnel.Peer.GatewayAddress} to {AddressOf(tunnel.Peer)}");
        sourceVpc = null;
        if (StopsAt(tunnel.Peer) is { } stop)
        {
            return stop;
        }

        Relay(tunnel.Peer, $"{decision} to site {link.Site.Name}");
        return AtSite(link.Site);
    }

    /// <summary>Out of a site through the appliance, and in GRE over the transport to the gateway.</summary>
    private PathEnd FromPeer(Element gateway, HybridLink link)
    {
        var tunnel = index.Whole.Gateways.TunnelOf(link);
        if (StopsAt(tunnel.Peer) is { } stop)
        {
            return stop;
        }

        Relay(tunnel.Transport, $"transports GRE from {AddressOf(tunnel.Peer)} to {tunnel.Peer.GatewayAddress}");
        return IntoTransitGateway(gateway, link);
    }

    /// <summary>An instance that routes nothing speaks BGP all the same, and draws what it does not send on.</summary>
    private DropEnd? StopsAt(ConnectPeer peer) =>
        peer.Appliance.Value.Kind == ElementKind.NetworkInterface
        && index.Get<NetworkInterface>(peer.Appliance.Value) is var appliance
        && index.Get<Instance>(appliance.Instance!) is { Forwarding: not (HostForwarding.Stateless or HostForwarding.Stateful) } host
            ? Drop(
                appliance,
                DropCode.HostDoesNotForward,
                $"instance '{host.Name}' is the end of Connect peer '{peer.Name}' and does not send on what comes out of the tunnel unchanged; say ForwardsTraffic()")
            : null;

    private string AddressOf(ConnectPeer peer) => peer.Appliance.Value.Kind == ElementKind.NetworkInterface
        ? index.Get<NetworkInterface>(peer.Appliance.Value).PrivateAddress.ToString()
        : index.Get<CustomerGateway>(peer.Appliance.Value).Address.ToString()!;

    /// <summary>Why Connect peers of a gateway tell nothing of the destination.</summary>
    private string ConnectFaults(Element gateway) =>
        OverLimit(link => link.IsConnect && link.Gateway == gateway.Id)
        + PeersDown(
            tunnel => tunnel.Gateway.Id == gateway.Id,
            tunnel => ConnectTunnels.Advertised(index.Whole, tunnel.Peer).Any(prefix => prefix.Contains(Destination)));

    /// <summary>Says which peers would tell of the destination if their tunnels worked.</summary>
    private string PeersDown(Func<ConnectTunnel, bool> concerns, Func<ConnectTunnel, bool> tells) => string.Concat(index.Whole.Gateways.Tunnels
        .Where(tunnel => tunnel.Fault is not null && concerns(tunnel) && tells(tunnel))
        .Select(tunnel => $"; the tunnel of Connect peer '{tunnel.Peer.Name}' is down, because {tunnel.Fault}"));
}
