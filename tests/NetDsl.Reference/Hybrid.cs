using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>A tunnel or virtual interface that works, between a site and one of the vendor's gateways.</summary>
sealed record Way(Element Element, int Tunnel, Site Site, uint Asn, ElementId End, RoutingPolicy Policy, uint[] Provider, ElementId? Region, int Most)
{
    /// <summary>A Connect peer of the gateway's own system.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>One thing that a gateway or a site has heard of a prefix. A lower rank is better, a higher preference is.</summary>
sealed record Heard(IpPrefix Prefix, int Rank, long Preference, uint[] Path, uint Med, Way? Way);

/// <summary>
/// What sites and gateways tell each other: interconnect sections 5 to 7, read for one question at a time.
/// </summary>
static partial class Hybrid
{
    const int Own = 0;
    const int DirectConnect = 1;
    const int StaticVpn = 2;
    const int BgpVpn = 3;
    const int Connect = 4;
    const int Concentrator = 5;

    static readonly Kept<List<Way>> KnownWays = new();
    static readonly Kept<List<Heard>> KnownAtVpnGateway = new();
    static readonly Kept<List<Heard>> KnownAtSite = new();
    static readonly Kept<List<IpPrefix>> KnownPropagated = new();

    /// <summary>In the order of names and tunnels, which decides where nothing else does (section 5, tie-break of the simulator).</summary>
    public static IReadOnlyList<Way> Ways(Topology topology) => KnownWays.Of(topology, () =>
    [
        .. Lines(topology).Concat(ConnectWays(topology)).OrderBy(way => way.Element.Id.Path, StringComparer.Ordinal).ThenBy(way => way.Tunnel),
    ]);

    /// <summary>Those that need no router in a VPC: all but Connect peers, which virtual private gateways have nothing to do with.</summary>
    static IEnumerable<Way> Lines(Topology topology) => Tunnels(topology)
        .Concat(VirtualInterfaces(topology))
        .OrderBy(way => way.Element.Id.Path, StringComparer.Ordinal)
        .ThenBy(way => way.Tunnel);

    static IEnumerable<Way> Tunnels(Topology topology)
    {
        foreach (var vpn in topology.Hybrid.VpnConnections)
        {
            var most = topology.TransitGateways.Any(each => each.Id == vpn.Target)
                ? topology.Profile.Quotas.LearnedRoutesPerTransitGatewayVpn
                : topology.Profile.Quotas.LearnedRoutesPerVpnGateway;
            var device = topology.Hybrid.CustomerGateways.First(each => each.Id == vpn.CustomerGateway.Value);
            foreach (var tunnel in vpn.Tunnels.Where(tunnel => tunnel.IsUp && device.IsUp && IsTransported(topology, vpn, tunnel, device)))
            {
                yield return new Way(vpn, tunnel.Number, SiteOf(topology, device.Site), device.Asn, vpn.Target, vpn.Policy, [], null, most);
            }
        }
    }

    static List<Way> VirtualInterfaces(Topology topology)
    {
        var ways = new List<Way>();
        foreach (var virtualInterface in topology.Hybrid.VirtualInterfaces.Where(each => each.IsUp))
        {
            var group = topology.Hybrid.Lags.FirstOrDefault(each => each.Id == virtualInterface.Port);
            var lines = topology.Hybrid.Connections
                .Where(each => each.IsUp && (each.Id == virtualInterface.Port || group?.Connections.Contains(each.Id) == true))
                .ToList();
            if (lines.Count > 0 && lines.Count >= (group?.MinimumLinks ?? 1))
            {
                ways.Add(new Way(
                    virtualInterface,
                    0,
                    SiteOf(topology, lines[0].Site),
                    virtualInterface.Asn,
                    virtualInterface.Gateway.Value,
                    virtualInterface.Policy,
                    virtualInterface.ProviderAsn is { } provider ? [provider] : [],
                    lines[0].Region,
                    virtualInterface.Kind == VirtualInterfaceKind.Public ? topology.Profile.Quotas.PrefixesPerPublicVirtualInterface : topology.Profile.Quotas.PrefixesPerVirtualInterface));
            }
        }

        return ways;
    }

    /// <summary>What a virtual private gateway has heard: its VPC, its links, and those of a Direct Connect gateway (section 5, step 2).</summary>
    public static List<Heard> AtVpnGateway(Topology topology, VpnGateway gateway) =>
        KnownAtVpnGateway.Of(topology, gateway.Id, () => HearAtVpnGateway(topology, gateway));

    static List<Heard> HearAtVpnGateway(Topology topology, VpnGateway gateway)
    {
        var heard = new List<Heard>();
        if (gateway.Vpc is { } vpc)
        {
            heard.AddRange(topology.Vpc(vpc).AllBlocks.Select(block => new Heard(block.Value, Own, 0, [], 0, null)));
        }

        foreach (var way in Lines(topology))
        {
            var through = topology.Hybrid.DirectConnectGateways.FirstOrDefault(each => each.Id == way.End);
            if (way.End == gateway.Id && way.Element is VpnConnection { Routing: VpnRouting.Static } fixedRouting)
            {
                heard.AddRange(fixedRouting.StaticRoutes.Where(route => Carries(way, route.Value)).Select(route => new Heard(route.Value, StaticVpn, 0, [], 0, way)));
            }
            else if (way.End == gateway.Id)
            {
                heard.AddRange(FromSite(way, gateway.Region, gateway.Asn));
            }
            else if (through?.Associations.Any(each => each.Gateway == gateway.Id) == true
                && way.Element is VirtualInterface { Kind: VirtualInterfaceKind.Private })
            {
                heard.AddRange(FromSite(way, gateway.Region, through.Asn));
            }
        }

        return heard;
    }

    /// <summary>What a site has heard (section 7.1): its own, what its devices were told, what comes by BGP without its own number in it.</summary>
    public static List<Heard> AtSite(Topology topology, Site site) => KnownAtSite.Of(topology, site.Id, () => HearAtSite(topology, site));

    static List<Heard> HearAtSite(Topology topology, Site site)
    {
        var heard = site.Prefixes.Select(prefix => new Heard(prefix.Value, Own, 0, [], 0, null)).ToList();

        // Direct Connect before VPN where nothing else decides [M].
        foreach (var way in Ways(topology).Where(way => way.Site == site).OrderBy(way => way.Tunnel > 0))
        {
            if (way.Element is VpnConnection { Routing: VpnRouting.Static } vpn)
            {
                var target = topology.Hybrid.VpnGateways.FirstOrDefault(each => each.Id == vpn.Target);
                var written = vpn.DeviceRoutes.Count > 0 ? vpn.DeviceRoutes
                    : target?.Vpc is { } vpc ? topology.Vpc(vpc).Blocks.Select(block => new Sourced<IpPrefix>(block.Value, block.Origin))
                    : [];
                heard.AddRange(written.Where(prefix => Carries(way, prefix.Value)).Select(prefix => new Heard(prefix.Value, StaticVpn, 0, [], 0, way)));
            }
            else
            {
                heard.AddRange(ToSite(topology, way)
                    .Select(told => new Heard(told.Prefix, BgpVpn, way.Policy.LocalPreference, [.. way.Provider, .. told.Path], 0, way))
                    .Where(told => !told.Path.Contains(way.Asn) && !CameByTheAppliance(way, told.Path) && Carries(way, told.Prefix) && !IsSilent(way, told.Prefix)));
            }
        }

        return heard;
    }

    /// <summary>The longest prefix, then section 7.3 for that kind; the first of what is left.</summary>
    public static Heard? Best(IEnumerable<Heard> heard, IpAddress destination)
    {
        var all = heard.Where(each => each.Prefix.Contains(destination)).ToList();
        return all.Count == 0 ? null : Best(all.Where(each => each.Prefix.Length == all.Max(other => other.Prefix.Length)).ToList());
    }

    static Heard Best(List<Heard> same) => Ties(same)[0];

    /// <summary>All that are as good as the best, of one prefix.</summary>
    public static List<Heard> Ties(IEnumerable<Heard> heard)
    {
        var same = heard.ToList();
        same = same.Where(each => each.Rank == same.Min(other => other.Rank)).ToList();
        same = same.Where(each => each.Preference == same.Max(other => other.Preference)).ToList();
        same = same.Where(each => each.Path.Length == same.Min(other => other.Path.Length)).ToList();
        same = same.Where(each => !same.Any(other => other.Med < each.Med && MayCompare(other, each))).ToList();

        // Section 2, lookup order (c): external before internal, which only Connect peers are.
        return same.Where(each => each.Rank != Connect || !each.Way!.IsInternal || same.All(other => other.Way!.IsInternal)).ToList();
    }

    /// <summary>The appliance of a Connect peer takes nothing back that is of its own system.</summary>
    static bool CameByTheAppliance(Way way, uint[] path) => way.Element is ConnectPeer && path.Skip(1).Any(asn => way.Provider.Contains(asn));

    /// <summary>MED counts among paths of one neighbour; Direct Connect compares all (7.2 step 7, 7.3), and so do attachments of many (2, (c)).</summary>
    static bool MayCompare(Heard one, Heard other) =>
        one.Rank is DirectConnect or Connect or Concentrator || (one.Path.Length > 0 && one.Path[0] == other.Path[0]);

    /// <summary>What goes into a table of the VPC: at most 100, the best kinds first (section 5, propagation).</summary>
    public static IReadOnlyList<IpPrefix> Propagated(Topology topology, VpnGateway gateway) =>
        KnownPropagated.Of(topology, gateway.Id, () => [.. Propagate(topology, gateway)]);

    static IEnumerable<IpPrefix> Propagate(Topology topology, VpnGateway gateway) => AtVpnGateway(topology, gateway)
        .GroupBy(each => each.Prefix)
        .Select(same => Best([.. same]))
        .Where(best => best.Rank != Own)
        .OrderBy(best => best.Rank)
        .ThenBy(best => best.Prefix)
        .Take(topology.Profile.Quotas.PropagatedRoutesPerRouteTable)
        .Select(best => best.Prefix);

    /// <summary>Where behind a Direct Connect gateway the destination is (section 6, allowed prefixes).</summary>
    public static ElementId Behind(Topology topology, DirectConnectGateway gateway, VirtualInterfaceKind kind, IpAddress destination) =>
        gateway.Associations
            .SelectMany(association => Told(topology, association, kind).Select(prefix => (association.Gateway, Prefix: prefix)))
            .Where(each => each.Prefix.Contains(destination))
            .OrderByDescending(each => each.Prefix.Length)
            .First().Gateway;

    /// <summary>I section 5: a VPN connection carries one family inside, Direct Connect both.</summary>
    static bool Carries(Way way, IpPrefix prefix) => way.Element is not VpnConnection vpn || vpn.CarriesIpv6 == prefix.IsIpv6;

    /// <summary>Section 6, inbound prefix limits, and the quotas of section 5: one prefix too many of a family takes that family's session down.</summary>
    static bool IsSilent(Way way, IpPrefix like) => Spoken(way)
        .Where(prefix => prefix.IsIpv6 == like.IsIpv6)
        .ToHashSet().Count > way.Most;

    /// <summary>Section 6: over a public virtual interface what is registered for it, and no other.</summary>
    static IEnumerable<IpPrefix> Spoken(Way way)
    {
        var said = way.Policy.Advertised.Select(prefix => prefix.Value).ToList();
        if (way.Element is VirtualInterface { Kind: VirtualInterfaceKind.Public } own)
        {
            var registered = own.RegisteredPrefixes.Select(prefix => prefix.Value).ToList();
            return said.Count == 0 ? registered : said.Where(prefix => registered.Any(each => each.Length <= prefix.Length && each.Contains(prefix.First)));
        }

        return said.Count > 0 ? said : way.Site.Prefixes.Select(prefix => prefix.Value);
    }

    static IEnumerable<Heard> FromSite(Way way, ElementId region, uint receiver)
    {
        uint[] path = [.. way.Provider, .. Enumerable.Repeat(way.Asn, 1 + way.Policy.Prepends)];

        // Section 6: 7100 low, 7200 medium, 7300 high; none is medium in the location's region and less elsewhere.
        var preference = (way.Tunnel, way.Policy.Community) switch
        {
            ( > 0, _) => 0,
            (_, LocalPreferenceCommunity.High) => 300,
            (_, LocalPreferenceCommunity.Medium) => 200,
            (_, LocalPreferenceCommunity.Low) => 100,
            _ => way.Region == region ? 200 : 150,
        };
        return path.Contains(receiver)
            ? []
            : Spoken(way).Where(prefix => Carries(way, prefix) && !IsSilent(way, prefix)).Select(prefix => new Heard(
                prefix,
                way.Element is ConnectPeer ? Connect : way.Element is VpnConnection { Concentrator: not null } ? Concentrator : way.Tunnel > 0 ? BgpVpn : DirectConnect,
                preference,
                path,
                way.Policy.Med ?? (way.Element is ConnectPeer or VpnConnection { Concentrator: not null } ? 100u : 0u),
                way));
    }

    static IEnumerable<(IpPrefix Prefix, uint[] Path)> ToSite(Topology topology, Way way)
    {
        if (topology.Hybrid.VpnGateways.FirstOrDefault(each => each.Id == way.End) is { } hub)
        {
            // CloudHub: what it heard by BGP goes to the others, except what came by a Direct Connect gateway.
            return AtVpnGateway(topology, hub)
                .GroupBy(each => each.Prefix)
                .Select(same => Best([.. same]))
                .Where(best => best.Rank != StaticVpn && best.Way?.End.Kind != ElementKind.DirectConnectGateway)
                .Select(best => (best.Prefix, (uint[])[hub.Asn, .. best.Path]));
        }

        if (topology.TransitGateways.FirstOrDefault(each => each.Id == way.End) is { } transit)
        {
            return ToldByTransitGateway(topology, transit, way);
        }

        if (way.Element is VirtualInterface { Kind: VirtualInterfaceKind.Public })
        {
            return VendorsPublic(topology);
        }

        return topology.Hybrid.DirectConnectGateways.FirstOrDefault(each => each.Id == way.End) is { } gateway
            ? gateway.Associations
                .SelectMany(each => Told(topology, each, ((VirtualInterface)way.Element).Kind))
                .Select(prefix => (prefix, (uint[])[gateway.Asn]))
            : [];
    }

    static IEnumerable<IpPrefix> Told(Topology topology, DirectConnectAssociation association, VirtualInterfaceKind kind)
    {
        var allowed = association.AllowedPrefixes.Select(prefix => prefix.Value).ToList();
        if (association.Gateway.Kind == ElementKind.TransitGateway)
        {
            return kind == VirtualInterfaceKind.Transit ? allowed : [];
        }

        var vpc = topology.Hybrid.VpnGateways.First(each => each.Id == association.Gateway).Vpc;
        return vpc is null || kind == VirtualInterfaceKind.Transit
            ? []
            : topology.Vpc(vpc).AllBlocks
                .Select(block => block.Value)
                .Where(block => allowed.Count == 0 || allowed.Any(prefix => prefix.Length <= block.Length && prefix.Contains(block.First)));
    }

    static Site SiteOf(Topology topology, ElementId id) => topology.Hybrid.Sites.First(site => site.Id == id);
}
