using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>VPN connections with private outside addresses.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireTransport(string path, HybridConnectivity hybrid, VpnConnection connection)
    {
        Hold(
            $"{path}.tunnels",
            connection.Tunnels.All(tunnel => tunnel.OutsideAddress is null == (connection.Transport is null)),
            "the tunnels of a VPN connection have outside addresses of the transit gateway when an attachment transports them, and else none");
        if (connection.Transport is not { } transport)
        {
            return;
        }

        Find($"{path}.transport.value", transport.Value);
        var gateway = topology.TransitGateways.FirstOrDefault(each => each.Id == connection.Target);
        Hold(
            $"{path}.transport.value",
            gateway?.Attachments.Any(each => each.Id == transport.Value && each.Kind == TransitGatewayAttachmentKind.DirectConnectGateway) == true,
            "what transports a VPN connection is the attachment of a Direct Connect gateway to its transit gateway");
        Hold(
            $"{path}.customerGateway.value",
            hybrid.CustomerGateways.First(each => each.Id == connection.CustomerGateway.Value).Address is not null,
            "the customer gateway of a VPN connection that an attachment transports has an address");
        Each($"{path}.tunnels", connection.Tunnels, (inner, tunnel) => HoldEnd($"{inner}.outsideAddress", gateway!, tunnel.OutsideAddress!.Value));
    }

    /// <summary>An end of a tunnel at a transit gateway is an address of its own, and no other tunnel's.</summary>
    private void HoldEnd(string path, TransitGateway gateway, Ipv4Address address)
    {
        Hold(path, gateway.CidrBlocks.Any(block => block.Value.Contains(address)), $"{address} is in no block of transit gateway '{gateway.Id}'");
        Hold(path, tunnelEnds.Add((gateway.Id, address)), $"{address} is the end of another tunnel already");
    }
}
