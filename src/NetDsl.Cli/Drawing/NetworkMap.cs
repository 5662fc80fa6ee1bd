using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>
/// What a picture of a topology shows, whatever it is drawn with: regions hold VPCs, VPCs zones, zones subnets, subnets hosts and
/// NAT gateways; gateways and peerings join them.
/// </summary>
internal sealed record NetworkMap(string Name, IReadOnlyList<MapRegion> Regions, IReadOnlyList<MapPeering> PeeringsBetweenRegions)
{
    /// <summary>Whether anything leads to the internet.</summary>
    public bool ShowsInternet => Regions.Any(region => region.Vpcs.Any(vpc => vpc.InternetGateway is not null));

    public static NetworkMap Of(Topology topology)
    {
        var peerings = topology.Peerings.Select(peering => new MapPeering(peering)).ToList();
        return new NetworkMap(
            topology.Name,
            [.. topology.Regions.Select(region => MapRegion.Of(topology, region, peerings))],
            [.. peerings.Where(peering => !peering.IsInOneRegion)]);
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
    public static MapRegion Of(Topology topology, Region region, IReadOnlyList<MapPeering> peerings) => new(
        region,
        [.. topology.Vpcs.Where(vpc => vpc.Region == region.Id).Select(vpc => MapVpc.Of(topology, vpc))],
        [.. topology.TransitGateways.Where(gateway => gateway.Region == region.Id)],
        [.. peerings.Where(peering => peering.IsInOneRegion && peering.RegionPath == region.Id.Path)],
        [.. topology.InternetGateways.Where(gateway => gateway.Vpc is null && NetworkMap.ParentOf(gateway.Id.Path) == region.Id.Path)]);
}

/// <summary>A VPC.</summary>
internal sealed record MapVpc(Vpc Vpc, Account Owner, InternetGateway? InternetGateway, IReadOnlyList<MapZone> Zones)
{
    public string BlocksText => string.Join("  ", Vpc.Blocks.Select(block => block.Value));

    public static MapVpc Of(Topology topology, Vpc vpc) => new(
        vpc,
        topology.Accounts.First(account => account.Id == vpc.Account),
        topology.InternetGateways.FirstOrDefault(gateway => gateway.Vpc == vpc.Id),
        [.. topology.Subnets
            .Where(subnet => subnet.Vpc == vpc.Id)
            .GroupBy(subnet => subnet.Zone.Value, StringComparer.Ordinal)
            .OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => new MapZone(zone.Key, [.. zone.Select(subnet => MapSubnet.Of(topology, subnet))]))]);
}

/// <summary>An availability zone, as far as a VPC is in it.</summary>
internal sealed record MapZone(string Name, IReadOnlyList<MapSubnet> Subnets);

/// <summary>A subnet.</summary>
internal sealed record MapSubnet(
    Subnet Subnet,
    IReadOnlyList<NatGateway> NatGateways,
    IReadOnlyList<MapHost> Hosts,
    IReadOnlyList<MapRoute> Routes,
    IReadOnlyList<string> Notes)
{
    public static MapSubnet Of(Topology topology, Subnet subnet) => new(
        subnet,
        [.. topology.NatGateways.Where(gateway => gateway.Subnet == subnet.Id)],
        [.. topology.NetworkInterfaces.Where(each => each.Subnet == subnet.Id).Select(each => MapHost.Of(topology, each))],
        [.. topology.RouteTables.First(table => table.Id == subnet.RouteTable).Routes
            .Select(route => new MapRoute(route.Destination.Value.ToString(), route.Target.Value))],
        [.. NotesOn(topology, subnet)]);

    private static IEnumerable<string> NotesOn(Topology topology, Subnet subnet)
    {
        foreach (var gateway in topology.TransitGateways)
        {
            foreach (var attachment in gateway.Attachments.Where(each => each.Subnets.Any(used => used.Value == subnet.Id)))
            {
                yield return $"attachment {attachment.Name} to {gateway.Name}";
            }
        }

        if (subnet.NetworkAcl != topology.Vpcs.First(vpc => vpc.Id == subnet.Vpc).DefaultNetworkAcl)
        {
            yield return $"network ACL {subnet.NetworkAcl.Name}";
        }
    }
}

/// <summary>An instance, by its primary interface, or an interface by itself.</summary>
internal sealed record MapHost(ElementId Id, string Name, NetworkInterface Interface)
{
    public static MapHost Of(Topology topology, NetworkInterface each) =>
        each.Instance is { } instance && topology.Instances.First(candidate => candidate.Id == instance).Interfaces[0] == each.Id
            ? new MapHost(instance, instance.Name, each)
            : new MapHost(each.Id, each.Instance is { } owner ? $"{owner.Name}/{each.Name}" : each.Name, each);
}

/// <summary>A static route of a subnet's table.</summary>
internal sealed record MapRoute(string Destination, ElementId Target);

/// <summary>A peering connection.</summary>
internal sealed record MapPeering(Peering Peering)
{
    public bool IsActive => Peering.Status == PeeringStatus.Active;

    public bool IsInOneRegion =>
        NetworkMap.ParentOf(Peering.Requester.Value.Path) == NetworkMap.ParentOf(Peering.Accepter.Value.Path);

    public string RegionPath => NetworkMap.ParentOf(Peering.Requester.Value.Path);
}
