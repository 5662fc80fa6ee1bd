using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Between transit gateways and sites.</content>
internal sealed partial class PathWalk
{
    /// <summary>Out of a transit gateway by the attachment of a VPN connection; nothing but a tunnel is asked for.</summary>
    private PathEnd IntoVpn(TransitGatewayAttachment attachment)
    {
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, Subnet: -1, Unspecified: false));
        var working = index.Whole.Gateways.Links.Where(link => link.Element.Id == attachment.Resource).ToList();
        if (working.Count == 0)
        {
            var connection = index.Get<VpnConnection>(attachment.Resource);
            var why = index.Whole.Gateways.TransportFault(connection) is { } fault ? $", because {fault}" : "";
            return Drop(
                connection,
                DropCode.VpnTunnelDown,
                $"no tunnel of VPN connection '{connection.Name}' is up{why}, and a static route leads into it all the same; let the site advertise the prefix, which goes with its tunnels");
        }

        return ToSite(working[0], working.Count);
    }

    /// <summary>Out of a transit gateway by the attachment of a Direct Connect gateway.</summary>
    private PathEnd IntoDirectConnect(TransitGatewayAttachment attachment)
    {
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, Subnet: -1, Unspecified: false));
        var gateway = index.Get<DirectConnectGateway>(attachment.Resource);
        if (index.Whole.Gateways.OfAttachment(attachment).Lookup(Destination) is not { Route.Link: { } link } chosen)
        {
            return Drop(
                gateway,
                DropCode.NoRouteToDestination,
                $"no site advertises the destination on a transit virtual interface of Direct Connect gateway '{gateway.Name}' that is up");
        }

        Relay(gateway, $"{chosen.Route.Destination} → {link.Element.Name}");
        return ToSite(link, chosen.Candidates);
    }

    /// <summary>Out of a transit gateway by a VPN concentrator, to the site that it knows.</summary>
    private PathEnd IntoVpnConcentrator(TransitGatewayAttachment attachment)
    {
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, Subnet: -1, Unspecified: false));
        var concentrator = index.Get<VpnConcentrator>(attachment.Resource);
        if (index.Whole.Gateways.OfAttachment(attachment).Lookup(Destination) is not { Route.Link: { } link } chosen)
        {
            return Drop(
                concentrator,
                DropCode.NoRouteToDestination,
                $"no site advertises the destination to VPN concentrator '{concentrator.Name}' over a tunnel that is up; let the site advertise it");
        }

        Relay(concentrator, $"{chosen.Route.Destination} → {link.Element.Name}");
        return ToSite(link, chosen.Candidates);
    }

    /// <summary>Into a transit gateway from a site.</summary>
    private PathEnd IntoTransitGateway(Element gateway, HybridLink link)
    {
        PassTransport(link, toSite: false);
        var attachment = index.Whole.Get<TransitGateway>(gateway.Id).Attachments.First(link.EndsAt);
        if (link.Vpn?.Concentrator is { } concentrator)
        {
            Relay(index.Get<VpnConcentrator>(concentrator), $"leads to {gateway.Name}");
        }

        return attachment.IsAvailable
            ? EnterTransitGateway(gateway, attachment, entrance: null)
            : Drop(attachment, DropCode.BadStateRoute, NotAvailable(attachment));
    }
}
