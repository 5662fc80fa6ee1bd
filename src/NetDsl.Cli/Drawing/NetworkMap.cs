using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>
/// What a picture of a topology shows, whatever it is drawn with: regions hold VPCs, VPCs zones, zones subnets, subnets hosts and
/// NAT gateways; gateways and peerings join them.
/// </summary>
internal sealed record NetworkMap(string Name, IReadOnlyList<MapRegion> Regions, IReadOnlyList<MapPeering> PeeringsBetweenRegions)
{
    /// <summary>Sites, and what leads to them.</summary>
    public HybridConnectivity Hybrid { get; init; } = HybridConnectivity.None;

    /// <summary>Accelerators.</summary>
    public IReadOnlyList<MapAccelerator> Accelerators { get; init; } = [];

    /// <summary>Hosts of the internet in places.</summary>
    public IReadOnlyList<InternetClient> InternetClients { get; init; } = [];

    /// <summary>What joins the internet, accelerators and endpoints.</summary>
    public IReadOnlyList<DrawingLink> AcceleratorLinks { get; init; } = [];

    /// <summary>What joins the endpoints, nodes and appliances of Gateway Load Balancers.</summary>
    public IReadOnlyList<DrawingLink> ApplianceLinks { get; init; } = [];

    /// <summary>Whether anything leads to the internet.</summary>
    public bool ShowsInternet => Accelerators.Count + InternetClients.Count > 0
        || Hybrid.VirtualInterfaces.Any(each => each.Kind == VirtualInterfaceKind.Public)
        || Regions.Any(region => region.Vpcs.Any(vpc => vpc.InternetGateway is not null || vpc.EgressOnlyGateway is not null));

    public static NetworkMap Of(Topology topology)
    {
        var parts = new MapParts(topology);
        var peerings = topology.Peerings.Select(peering => new MapPeering(peering)).ToList();
        return new NetworkMap(
            topology.Name,
            [.. topology.Regions.Select(region => MapRegion.Of(parts, region, peerings))],
            [.. peerings.Where(peering => !peering.IsInOneRegion)])
        {
            Hybrid = topology.Hybrid,
            Accelerators = [.. topology.Accelerators.Select(accelerator => new MapAccelerator(accelerator, [.. Drawing.AcceleratorLinks.VpcsOf(topology, accelerator)]))],
            InternetClients = [.. topology.InternetClients],
            AcceleratorLinks = [.. Drawing.AcceleratorLinks.Of(topology)],
            ApplianceLinks = [.. Drawing.ApplianceLinks.Of(parts)],
        };
    }

    /// <summary>All but the last name of a path.</summary>
    internal static string ParentOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}

/// <summary>A region.</summary>
internal sealed record MapRegion(
    Region Region,
    IReadOnlyList<MapVpc> Vpcs,
    IReadOnlyList<TransitGateway> TransitGateways,
    IReadOnlyList<MapPeering> Peerings,
    IReadOnlyList<InternetGateway> DetachedGateways)
{
    /// <summary>Its virtual private gateways.</summary>
    public IReadOnlyList<VpnGateway> VpnGateways { get; init; } = [];

    /// <summary>The Client VPN endpoints that are attached to its transit gateways.</summary>
    public IReadOnlyList<ClientVpnEndpoint> ClientVpns { get; init; } = [];

    /// <summary>Those that are attached to that gateway, each with the addresses of its clients.</summary>
    public IEnumerable<(ClientVpnEndpoint Endpoint, string Clients)> ClientVpnsOf(TransitGateway gateway) => ClientVpns
        .Where(endpoint => endpoint.TransitGateway == gateway.Id)
        .Select(endpoint => (endpoint, string.Join("  ", endpoint.ClientPrefixes)));

    public static MapRegion Of(MapParts parts, Region region, IReadOnlyList<MapPeering> peerings) => new(
        region,
        [.. parts.Topology.Vpcs.Where(vpc => vpc.Region == region.Id).Select(vpc => MapVpc.Of(parts, vpc))],
        [.. parts.Topology.TransitGateways.Where(gateway => gateway.Region == region.Id)],
        [.. peerings.Where(peering => peering.IsInOneRegion && peering.RegionPath == region.Id.Path)],
        [.. parts.Topology.InternetGateways.Where(gateway => gateway.Vpc is null && NetworkMap.ParentOf(gateway.Id.Path) == region.Id.Path)])
    {
        ClientVpns = [.. parts.Topology.ClientVpnEndpoints.Where(endpoint => endpoint.TransitGateway is { } gateway && NetworkMap.ParentOf(gateway.Path) == region.Id.Path)],
        VpnGateways = [.. parts.Topology.Hybrid.VpnGateways.Where(gateway => gateway.Region == region.Id)],
    };
}

/// <summary>A VPC.</summary>
internal sealed record MapVpc(Vpc Vpc, Account Owner, InternetGateway? InternetGateway, IReadOnlyList<MapZone> Zones)
{
    /// <summary>The routes of the internet gateway's table.</summary>
    public IReadOnlyList<MapRoute> EdgeRoutes { get; init; } = [];

    /// <summary>The egress-only internet gateway.</summary>
    public EgressOnlyInternetGateway? EgressOnlyGateway { get; init; }

    /// <summary>The NAT gateways of all its zones.</summary>
    public IReadOnlyList<RegionalNatGateway> RegionalNatGateways { get; init; } = [];

    /// <summary>Its route servers, each with what stands for the appliances that speak to it.</summary>
    public IReadOnlyList<MapRouteServer> RouteServers { get; init; } = [];

    /// <summary>The security groups of other VPCs that are associated with it, in words.</summary>
    public IReadOnlyList<string> AssociatedGroups { get; init; } = [];

    /// <summary>What stands at its frame, where that has one line.</summary>
    public IEnumerable<string> Title => [$"VPC {Vpc.Name}", BlocksText, .. AssociatedGroups];

    public string BlocksText => string.Join("  ", Vpc.AllBlocks.Select(block => block.Value));

    /// <summary>The zones of a regional NAT gateway, each with its addresses.</summary>
    public static IEnumerable<string> ZoneLines(RegionalNatGateway gateway) =>
        gateway.Zones.Select(zone => $"{zone.Zone} {string.Join(' ', zone.Addresses)}");

    public static MapVpc Of(MapParts parts, Vpc vpc) => new(
        vpc,
        parts.OwnerOf(vpc),
        parts.Topology.InternetGateways.FirstOrDefault(gateway => gateway.Vpc == vpc.Id),
        [.. parts.Subnets[vpc.Id]
            .GroupBy(subnet => subnet.Zone.Value, StringComparer.Ordinal)
            .OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => new MapZone(zone.Key, [.. zone.Select(subnet => MapSubnet.Of(parts, vpc, subnet))]) { Id = parts.ZoneId(vpc, zone.Key) })])
    {
        EgressOnlyGateway = parts.Topology.EgressOnlyInternetGateways.FirstOrDefault(gateway => gateway.Vpc == vpc.Id),
        RouteServers =
        [
            .. parts.Topology.RouteServers.Where(server => server.Vpc == vpc.Id)
                .Select(server => new MapRouteServer(server, [.. server.Peers.Select(peer => (peer, parts.Drawn(peer.Interface)))])),
        ],
        RegionalNatGateways = [.. parts.Topology.RegionalNatGateways.Where(gateway => gateway.Vpc == vpc.Id)],
        AssociatedGroups =
        [
            .. parts.Topology.SecurityGroups.Where(group => group.AssociatedVpcs.Contains(vpc.Id))
                .Select(group => $"security group {group.Name} of {group.Vpc.Name}"),
        ],
        EdgeRoutes = parts.Topology.InternetGateways.FirstOrDefault(gateway => gateway.Vpc == vpc.Id)?.RouteTable is { } table
            ? [.. parts.RouteTables[table].Routes.Where(route => !route.IsBlackhole).Select(route => new MapRoute(route.Destination.Value.ToString(), parts.Drawn(route.Target.Value)))]
            : [],
    };
}

/// <summary>A route server.</summary>
internal sealed record MapRouteServer(RouteServer Server, IReadOnlyList<(RouteServerPeer Peer, ElementId Host)> Peers);

/// <summary>An availability zone, as far as a VPC is in it.</summary>
internal sealed record MapZone(string Name, IReadOnlyList<MapSubnet> Subnets)
{
    /// <summary>Its identifier, where the owner of the VPC says what its names mean.</summary>
    public string? Id { get; init; }

    public string Title => Id is null ? Name : $"{Name} ({Id})";
}

/// <summary>A subnet.</summary>
internal sealed record MapSubnet(
    Subnet Subnet,
    IReadOnlyList<NatGateway> NatGateways,
    IReadOnlyList<MapHost> Hosts,
    IReadOnlyList<MapRoute> Routes,
    IReadOnlyList<string> Notes)
{
    /// <summary>Its prefixes of both families.</summary>
    public IReadOnlyList<string> Prefixes => Subnet.Ipv6Prefix is { } ipv6 && !Subnet.IsIpv6Only ? [Subnet.Prefix.ToString(), ipv6.ToString()] : [Subnet.Prefix.ToString()];

    /// <summary>The policies of endpoints that judge what its hosts ask for, in words.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>The Client VPN endpoints whose clients come in by it, in words.</summary>
    public IReadOnlyList<string> ClientVpns { get; init; } = [];

    /// <summary>What stands at its frame, where that has one line.</summary>
    public IEnumerable<string> Title => [Subnet.Name, .. Prefixes, .. Policies, .. ClientVpns];

    /// <summary>The secondary addresses of a NAT gateway, each with what is public of it.</summary>
    public static IEnumerable<string> SecondaryLines(NatGateway gateway) => gateway.SecondaryAddresses.Select(
        each => each.PublicAddress is { } known ? $"{each.PrivateAddress} as {known}" : each.PrivateAddress.ToString());

    public static MapSubnet Of(MapParts parts, Vpc vpc, Subnet subnet) => new(
        subnet,
        [.. parts.NatGateways[subnet.Id]],
        [.. parts.Interfaces[subnet.Id].Select(each => MapHost.Of(parts, each))],
        [
            .. parts.RouteTables[subnet.RouteTable].Routes
                .Where(route => !route.IsBlackhole)
                .Select(route => new MapRoute(route.Destination.Value.ToString(), parts.Drawn(route.Target.Value))),
        ],
        [
            .. parts.RouteTables[subnet.RouteTable].Routes.Select(route =>
                route.IsBlackhole ? $"blackhole {route.Destination}"
                : route.Target.Value.Kind == ElementKind.NetworkInterface ? $"{route.Destination} through {parts.Drawn(route.Target.Value).Name}"
                : route.Target.Value.Kind == ElementKind.VpcEndpoint ? $"{route.Destination} through {route.Target.Value.Name}"
                : null).OfType<string>(),
            .. parts.Attachments[subnet.Id],
            .. parts.ClientVpns[subnet.Id],
            .. parts.RouteTables[subnet.RouteTable].Propagations.Select(source => $"propagated from {source.Value.Name}"),
            .. parts.RouteTables[subnet.RouteTable].RouteServers.Select(source => $"propagated from {source.Value.Name}"),
            .. parts.PoliciesOf(subnet),
            .. subnet.NetworkAcl == vpc.DefaultNetworkAcl ? [] : new[] { $"network ACL {subnet.NetworkAcl.Name}" },
        ])
    {
        Policies = [.. parts.PoliciesOf(subnet)],
        ClientVpns = [.. parts.ClientVpns[subnet.Id]],
    };
}

/// <summary>An instance, by its primary interface, or an interface by itself.</summary>
internal sealed record MapHost(ElementId Id, string Name, NetworkInterface Interface)
{
    /// <summary>Its addresses: the private one, the public one beside it, then those of IPv6.</summary>
    public IReadOnlyList<string> Addresses =>
    [
        Interface.PrivateAddress.ToString(),
        .. Interface.PublicAddress is { } known ? [known.ToString()] : Array.Empty<string>(),
        .. Ipv6Addresses,
    ];

    /// <summary>Its IPv6 addresses beside the private one.</summary>
    public IEnumerable<string> Ipv6Addresses =>
        Interface.Ipv6Addresses.Where(address => address != Interface.PrivateAddress).Select(address => address.ToString());

    public static MapHost Of(MapParts parts, NetworkInterface each) =>
        each.Instance is { } instance && parts.Instances[instance].Interfaces[0] == each.Id
            ? new MapHost(instance, instance.Name, each)
            : new MapHost(each.Id, each.ManagedBy is { } manager ? manager.Name : each.Instance is { } owner ? $"{owner.Name}/{each.Name}" : each.Name, each);
}

/// <summary>A static route of a subnet's table.</summary>
internal sealed record MapRoute(string Destination, ElementId Target);

/// <summary>An accelerator, and the VPCs that it has endpoints in.</summary>
internal sealed record MapAccelerator(Accelerator Accelerator, IReadOnlyList<ElementId> Vpcs)
{
    public string AddressesText => string.Join("  ", Accelerator.AllAddresses) + (Accelerator.IsEnabled ? "" : "  disabled");
}

/// <summary>A peering connection.</summary>
internal sealed record MapPeering(Peering Peering)
{
    public bool IsActive => Peering.IsActive;

    /// <summary>Why it carries nothing; empty when it does.</summary>
    public string StatusText => IsActive ? "" : Peering.StatusText;

    public bool IsInOneRegion =>
        NetworkMap.ParentOf(Peering.Requester.Value.Path) == NetworkMap.ParentOf(Peering.Accepter.Value.Path);

    public string RegionPath => NetworkMap.ParentOf(Peering.Requester.Value.Path);
}
