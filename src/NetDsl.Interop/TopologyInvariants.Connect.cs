using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Peers of Connect attachments.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireConnectPeers(HybridConnectivity hybrid)
    {
        Each("hybrid.connectPeers", hybrid.ConnectPeers, (path, peer) =>
        {
            Find($"{path}.attachment", peer.Attachment);
            Find($"{path}.site", peer.Site);
            Find($"{path}.appliance.value", peer.Appliance.Value);
            var gateway = topology.TransitGateways.First(each => each.Attachments.Any(attachment => attachment.Id == peer.Attachment));
            var attachment = gateway.Attachments.First(each => each.Id == peer.Attachment);
            Hold($"{path}.attachment", attachment.Kind == TransitGatewayAttachmentKind.Connect, $"attachment '{peer.Attachment}' is no Connect attachment");
            Hold(
                $"{path}.appliance.value",
                IsWhereTheTransportLeads(hybrid, gateway.Attachments.First(each => each.Id == attachment.Resource), peer),
                "the appliance is an interface with IPv4 in the VPC of the transport attachment, or a customer gateway of the site with an address where a Direct Connect gateway transports");
            HoldEnd($"{path}.gatewayAddress", gateway, peer.GatewayAddress);
        });
    }

    private bool IsWhereTheTransportLeads(HybridConnectivity hybrid, TransitGatewayAttachment transport, ConnectPeer peer) =>
        peer.Appliance.Value.Kind == ElementKind.CustomerGateway
            ? transport.Kind == TransitGatewayAttachmentKind.DirectConnectGateway
                && hybrid.CustomerGateways.First(each => each.Id == peer.Appliance.Value) is { Address: not null } device
                && device.Site == peer.Site
            : topology.NetworkInterfaces.First(each => each.Id == peer.Appliance.Value) is { PrivateAddress.IsIpv4: true } appliance
                && topology.Subnets.First(each => each.Id == appliance.Subnet).Vpc == transport.Vpc;
}
