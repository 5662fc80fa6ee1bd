using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>A line between two things of a picture.</summary>
/// <param name="From">A subnet, a gateway or a peering; nothing for the internet.</param>
/// <param name="To">The other end; nothing for the internet.</param>
/// <param name="Label">What to write on it.</param>
/// <param name="IsRoute">Whether it is a route, with a direction, rather than an attachment.</param>
/// <param name="IsPending">Whether it carries nothing yet.</param>
internal sealed record DrawingLink(ElementId? From, ElementId? To, string Label, bool IsRoute, bool IsPending = false)
{
    /// <summary>Every line, attachments first, routes to one target of one subnet as one line.</summary>
    public static IEnumerable<DrawingLink> Of(NetworkMap map)
    {
        var vpcs = map.Regions.SelectMany(region => region.Vpcs).ToList();
        foreach (var gateway in vpcs.Select(vpc => vpc.InternetGateway).OfType<InternetGateway>())
        {
            yield return new DrawingLink(null, gateway.Id, "", IsRoute: false);
        }

        foreach (var gateway in vpcs.Select(vpc => vpc.EgressOnlyGateway).OfType<EgressOnlyInternetGateway>())
        {
            yield return new DrawingLink(gateway.Id, null, "", IsRoute: true);
        }

        foreach (var (gateway, attachment) in map.Regions.SelectMany(region => region.TransitGateways).SelectMany(
            gateway => gateway.Attachments.Where(attachment => IsDrawn(gateway, attachment)).Select(attachment => (Gateway: gateway.Id, Attachment: attachment))))
        {
            yield return new DrawingLink(
                attachment.Resource, gateway, attachment.Name, IsRoute: false, !attachment.IsAvailable);
        }

        foreach (var vpc in vpcs.Where(vpc => vpc.InternetGateway is not null))
        {
            foreach (var routes in vpc.EdgeRoutes.GroupBy(route => route.Target))
            {
                yield return new DrawingLink(
                    vpc.InternetGateway!.Id, routes.Key, string.Join(", ", routes.Select(route => route.Destination)), IsRoute: true);
            }
        }

        foreach (var vpc in vpcs.Where(vpc => vpc.InternetGateway is not null))
        {
            foreach (var nat in vpc.RegionalNatGateways)
            {
                yield return new DrawingLink(nat.Id, vpc.InternetGateway!.Id, "0.0.0.0/0", IsRoute: true);
            }
        }

        foreach (var (server, (peer, host)) in vpcs.SelectMany(vpc => vpc.RouteServers).SelectMany(server => server.Peers.Select(peer => (server.Server, peer))))
        {
            yield return new DrawingLink(server.Id, host, peer.Name, IsRoute: false, !peer.IsUp);
        }

        foreach (var peering in map.Regions.SelectMany(region => region.Peerings).Concat(map.PeeringsBetweenRegions))
        {
            yield return new DrawingLink(peering.Peering.Requester.Value, peering.Peering.Id, "", IsRoute: false, !peering.IsActive);
            yield return new DrawingLink(peering.Peering.Id, peering.Peering.Accepter.Value, "", IsRoute: false, !peering.IsActive);
        }

        foreach (var link in map.AcceleratorLinks.Concat(map.ApplianceLinks).Concat(HybridLinks.Of(map.Hybrid)))
        {
            yield return link;
        }

        foreach (var subnet in vpcs.SelectMany(vpc => vpc.Zones).SelectMany(zone => zone.Subnets))
        {
            var drawn = subnet.Routes.Where(route => !subnet.NatGateways.Any(inside => inside.Id == route.Target));
            foreach (var routes in drawn.GroupBy(route => route.Target))
            {
                yield return new DrawingLink(
                    subnet.Subnet.Id, routes.Key, string.Join(", ", routes.Select(route => route.Destination)), IsRoute: true);
            }
        }
    }

    /// <summary>A peering of gateways has an attachment at each, and is one line; what leads to a site is drawn as a line to that site.</summary>
    private static bool IsDrawn(TransitGateway gateway, TransitGatewayAttachment attachment) => attachment.Kind switch
    {
        TransitGatewayAttachmentKind.Peering => string.CompareOrdinal(gateway.Id.Path, attachment.Resource.Path) < 0,
        TransitGatewayAttachmentKind.DirectConnectGateway => true,
        _ => !attachment.LeadsToSites,
    };
}
