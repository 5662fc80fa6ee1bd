using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>A way between a site and a gateway that works: a tunnel of a VPN connection or of a Connect peer, or a virtual interface.</summary>
/// <param name="Element">The VPN connection, Connect peer or virtual interface.</param>
/// <param name="Tunnel">The number of the tunnel; 0 for a virtual interface.</param>
/// <param name="Site">The site.</param>
/// <param name="SiteAsn">The autonomous system of the site's device on it.</param>
/// <param name="Gateway">The virtual private gateway, transit gateway or Direct Connect gateway at the other end.</param>
/// <param name="Policy">What the site's device says and prefers.</param>
internal sealed record HybridLink(
    Element Element, int Tunnel, Site Site, uint SiteAsn, ElementId Gateway, RoutingPolicy Policy)
{
    /// <summary>The system between the two ends, if any: of a provider, or of the appliance of a Connect peer.</summary>
    public uint? ProviderAsn { get; init; }

    /// <summary>Whether the appliance of a Connect peer is of the gateway's own system.</summary>
    public bool IsInternal { get; init; }

    /// <summary>The region of the Direct Connect location; nothing for a tunnel.</summary>
    public ElementId? LocationRegion { get; init; }

    public bool IsDirectConnect => Tunnel == 0;

    public VpnConnection? Vpn => Element as VpnConnection;

    /// <summary>The virtual interface, when it is a public one.</summary>
    public VirtualInterface? AsPublic => Element is VirtualInterface { Kind: VirtualInterfaceKind.Public } own ? own : null;

    public bool IsConnect => Element is ConnectPeer;

    /// <summary>Whether it leads to a transit gateway by that attachment.</summary>
    public bool EndsAt(TransitGatewayAttachment attachment) => attachment.Kind switch
    {
        _ when attachment.IsVpn => Element.Id == attachment.Resource,
        TransitGatewayAttachmentKind.VpnConcentrator => Vpn?.Concentrator == attachment.Resource,
        TransitGatewayAttachmentKind.Connect => (Element as ConnectPeer)?.Attachment == attachment.Id,
        TransitGatewayAttachmentKind.DirectConnectGateway => Gateway == attachment.Resource && Element is VirtualInterface { Kind: VirtualInterfaceKind.Transit },
        _ => false,
    };

    /// <summary>Whether the site takes a route that the gateway tells with that AS path: no system takes one that it is on already.</summary>
    public bool Takes(IReadOnlyList<uint> path) =>
        !path.Contains(SiteAsn) && !(IsConnect && ProviderAsn is { } appliance && path.Skip(1).Contains(appliance));

    /// <summary>Whether the ends speak BGP.</summary>
    public bool IsDynamic => Vpn is not { Routing: VpnRouting.Static };

    /// <summary>How many prefixes of a family the gateway takes from the site by BGP.</summary>
    public int MostPrefixes { get; init; }

    /// <summary>
    /// Whether the session of a family is up; each has its own. One prefix more than the gateway takes, and the whole session is down: nothing is told
    /// by it, in either direction. A tunnel stays up, and carries what static routes lead into it.
    /// </summary>
    /// <remarks>Source: "AWS Direct Connect quotas", "Site-to-Site VPN quotas" and "Transit gateway quotas".</remarks>
    public bool HasSession(bool isIpv6) => IsDynamic && AdvertisedCount(isIpv6) <= MostPrefixes;

    /// <summary>Which prefixes its sessions tell of; asked once for many prefixes, because it counts all that are advertised.</summary>
    public Func<IpPrefix, bool> Telling()
    {
        var (ipv4, ipv6) = (HasSession(isIpv6: false), HasSession(isIpv6: true));
        return prefix => Carries(prefix) && (prefix.IsIpv6 ? ipv6 : ipv4);
    }

    /// <summary>How many prefixes of a family the site's device advertises.</summary>
    public int AdvertisedCount(bool isIpv6) => Advertised.Where(prefix => prefix.IsIpv6 == isIpv6).Distinct().Count();

    /// <summary>What the site's device advertises; on a public virtual interface what is registered for it, or what of it was asked for.</summary>
    public IEnumerable<IpPrefix> Advertised => AsPublic is { } own
        ? Policy.Advertised.Count == 0 ? own.RegisteredPrefixes.Select(prefix => prefix.Value)
            : Policy.Advertised.Select(prefix => prefix.Value).Where(prefix => own.RegisteredPrefixes.Any(registered => registered.Value.Contains(prefix)))
        : (Policy.Advertised.Count > 0 ? Policy.Advertised : Site.Prefixes).Select(prefix => prefix.Value).Where(Carries);

    /// <summary>Whether packets to that prefix can go over it: a VPN connection carries one family, Direct Connect both.</summary>
    /// <remarks>Source: "IPv4 and IPv6 traffic in AWS Site-to-Site VPN".</remarks>
    public bool Carries(IpPrefix prefix) => Vpn is null || Vpn.CarriesIpv6 == prefix.IsIpv6;

    /// <summary>The AS path of what the site advertises, as the gateway sees it.</summary>
    public IReadOnlyList<uint> PathFromSite => WithProvider(Enumerable.Repeat(SiteAsn, Policy.Prepends + 1));

    /// <summary>An AS path of the gateway's, as the site sees it.</summary>
    public IReadOnlyList<uint> WithProvider(IEnumerable<uint> path) =>
        ProviderAsn is { } provider ? [provider, .. path] : [.. path];
}

/// <summary>The links of a network that work, in the order in which ties between them are decided: by name, then by tunnel.</summary>
internal static class HybridLinks
{
    public static IReadOnlyList<HybridLink> Of(TopologyIndex index)
    {
        var hybrid = index.Topology.Hybrid;
        var quotas = index.Topology.Profile.Quotas;
        var tunnels =
            from connection in hybrid.VpnConnections
            let device = index.Get<CustomerGateway>(connection.CustomerGateway.Value)
            where device.IsUp
            from tunnel in connection.Tunnels
            where tunnel.IsUp
            select new HybridLink(
                connection, tunnel.Number, index.Get<Site>(device.Site), device.Asn, connection.Target, connection.Policy)
            {
                MostPrefixes = connection.Target.Kind == ElementKind.TransitGateway
                    ? quotas.LearnedRoutesPerTransitGatewayVpn
                    : quotas.LearnedRoutesPerVpnGateway,
            };
        var virtualInterfaces =
            from each in hybrid.VirtualInterfaces
            where each.IsUp
            let connection = WorkingConnection(index, each.Port)
            where connection is not null
            select new HybridLink(each, 0, index.Get<Site>(connection.Site), each.Asn, each.Gateway.Value, each.Policy)
            {
                MostPrefixes = each.Kind == VirtualInterfaceKind.Public ? quotas.PrefixesPerPublicVirtualInterface : quotas.PrefixesPerVirtualInterface,
                ProviderAsn = each.ProviderAsn,
                LocationRegion = connection.Region,
            };
        return Ordered(tunnels.Concat(virtualInterfaces));
    }

    /// <summary>By name, then by tunnel.</summary>
    public static IReadOnlyList<HybridLink> Ordered(IEnumerable<HybridLink> links) =>
        [.. links.OrderBy(link => link.Element.Id.Path, StringComparer.Ordinal).ThenBy(link => link.Tunnel)];

    /// <summary>A connection by which the port works; nothing when it does not.</summary>
    private static DirectConnectConnection? WorkingConnection(TopologyIndex index, ElementId port)
    {
        if (port.Kind == ElementKind.DirectConnectConnection)
        {
            return index.Get<DirectConnectConnection>(port) is { IsUp: true } connection ? connection : null;
        }

        var group = index.Get<DirectConnectLag>(port);
        var working = group.Connections.Select(index.Get<DirectConnectConnection>).Where(connection => connection.IsUp).ToList();
        return working.Count >= Math.Max(1, group.MinimumLinks) ? working[0] : null;
    }
}
