using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>To sites and from them: virtual private gateways, VPN connections, Direct Connect.</content>
internal sealed partial class PathWalk
{
    private PathEnd ToVpnGateway(Subnet subnet, MergedRoute route, VpnGateway gateway)
    {
        if (gateway.Vpc != subnet.Vpc)
        {
            return DropAtTarget(
                gateway,
                route,
                $"virtual private gateway '{gateway.Name}' is not attached to VPC '{index.Vpc(subnet).Name}'; attach it or route to the VPC's own");
        }

        sourceVpc = null;
        return AtVpnGateway(gateway);
    }

    /// <summary>A host of the site sends.</summary>
    private PathEnd SendFrom(Site site)
    {
        steps.Add(new SenderGroupsStep());
        return AtSite(site);
    }

    /// <summary>The packet is at a virtual private gateway, from its VPC or from a site: to its VPC, or to the site that it knows.</summary>
    private PathEnd AtVpnGateway(VpnGateway gateway)
    {
        if (index.Whole.Gateways.OfVpnGateway(gateway.Id).Lookup(Destination) is not { } chosen)
        {
            return Drop(
                gateway,
                DropCode.VgwUnknownPrefix,
                $"virtual private gateway '{gateway.Name}' knows no prefix with the destination; let a site advertise it, or add a static route to a VPN connection, and see that a link is up{OverLimit(link => link.Gateway == gateway.Id)}");
        }

        if (chosen.Route.Link is not { } link)
        {
            Relay(gateway, $"{chosen.Route.Destination} is of its VPC");
            var vpc = index.Get<Vpc>(gateway.Vpc!);
            return gateway.RouteTable is { } table ? FromGateway(vpc, index.Named(table), needsPublicAddress: false) : Enter(vpc, from: null);
        }

        Relay(gateway, $"{chosen.Route.Destination} → {link.Element.Name} ({Text(chosen.Route)})");
        if (link.Gateway.Kind == ElementKind.DirectConnectGateway)
        {
            Relay(index.Get<Element>(link.Gateway), $"leads to {link.Element.Name}");
        }

        return ToSite(link, chosen.Candidates);
    }

    /// <summary>Over a link to its site.</summary>
    private PathEnd ToSite(HybridLink link, int candidates)
    {
        sourceVpc = null;
        PassTransport(link, toSite: true);
        Relay(link.Element, $"{Carries(link, candidates)} to site {link.Site.Name}");
        return AtSite(link.Site);
    }

    /// <summary>The packet is in a site: it has the destination, or knows the way on.</summary>
    private PathEnd AtSite(Site site)
    {
        if (!IsNew(site))
        {
            return Drop(
                site,
                DropCode.ForwardingLoop,
                $"the packet came back to site '{site.Name}'; let the site advertise its own prefixes only");
        }

        if (index.WholeTables.Sites.Of(site.Id).Lookup(Destination) is not { } chosen)
        {
            return Drop(
                site,
                DropCode.NoRouteToDestination,
                $"site '{site.Name}' knows no way to the destination; see that a link that is up tells of it, or give the device a route{OverLimit(link => link.Site.Id == site.Id)}{PeersDown(tunnel => tunnel.Peer.Site == site.Id, _ => true)}{Untransported((_, behind) => behind.Id == site.Id)}");
        }

        if (chosen.Route.Link is not { } link)
        {
            return new DeliverEnd(nodes.Of(site), SourceVpc: -1);
        }

        Relay(site, $"{chosen.Route.Destination} → {link.Element.Name} ({(link.IsDynamic ? "BGP" : "static")})");
        Relay(link.Element, $"{Carries(link, chosen.Candidates)} from site {site.Name}");
        return FromSite(link);
    }

    /// <summary>Out of a site, at the gateway at the other end of the link.</summary>
    private PathEnd FromSite(HybridLink link)
    {
        switch (index.Get<Element>(link.Gateway))
        {
            case VpnGateway gateway:
                return AtVpnGateway(gateway);
            case TransitGateway gateway:
                return link.IsConnect ? FromPeer(gateway, link) : IntoTransitGateway(gateway, link);
            case Region:
                return FromPublicVirtualInterface(link);
            case DirectConnectGateway gateway:
                return AtDirectConnectGateway(gateway, link);
            case var gateway:
                throw new InvalidOperationException($"A link of a site ends at {ElementKinds.TextWithArticle(gateway.Id.Kind)}.");
        }
    }

    /// <summary>From a site, at a Direct Connect gateway: it told of the destination, so that some gateway behind it has it.</summary>
    private PathEnd AtDirectConnectGateway(DirectConnectGateway gateway, HybridLink link)
    {
        var (association, prefix) = index.Whole.Gateways.Behind(gateway, ((VirtualInterface)link.Element).Kind, Destination)
            ?? throw new InvalidOperationException($"Direct Connect gateway '{gateway.Name}' told of a destination that is nowhere behind it.");
        Relay(gateway, $"{prefix} → {association.Gateway.Name}");
        return association.Gateway.Kind == ElementKind.TransitGateway
            ? IntoTransitGateway(index.Named(association.Gateway), link)
            : AtVpnGateway(index.Get<VpnGateway>(association.Gateway));
    }

    /// <summary>Says which sessions are down because a site advertises more prefixes than the gateway takes.</summary>
    private string OverLimit(Func<HybridLink, bool> concerns) => string.Concat(index.Whole.Gateways.Links
        .Where(link => link.IsDynamic && concerns(link) && !link.HasSession(address.IsIpv6))
        .GroupBy(link => link.Element)
        .Select(links => links.First())
        .Select(link =>
            $"; the BGP session of {ElementKinds.Text(link.Element.Id.Kind)} '{link.Element.Name}' is down, because site '{link.Site.Name}' advertises {link.AdvertisedCount(address.IsIpv6)} prefixes and {link.MostPrefixes} are taken, so advertise a summary"));

    private void Relay(Element element, string decision) => steps.Add(new RelayStep(nodes.Of(element), decision));

    private static string Carries(HybridLink link, int candidates)
    {
        var choice = candidates > 1 ? $" (of {candidates} equal ones the first by name; unspecified by the vendor)" : "";
        return link.IsDirectConnect ? $"carries it{choice}"
            : link.IsConnect ? $"carries it in GRE{choice}"
            : $"tunnel {link.Tunnel} carries it{choice}";
    }

    private static string Text(HybridRoute route) => route.Kind switch
    {
        HybridRouteKind.DirectConnect => "Direct Connect",
        HybridRouteKind.Static => "static VPN route",
        _ => "BGP over VPN",
    };
}
