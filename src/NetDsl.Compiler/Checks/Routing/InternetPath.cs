using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>Why a packet to the internet does not get there.</summary>
/// <param name="Text">What happens to it, in words; the subject of the sentence is the packet.</param>
internal sealed record InternetObstacle(string Text)
{
    /// <summary>The route table that has no route, if that is the cause.</summary>
    public ElementId? TableWithoutRoute { get; init; }

    /// <summary>Whether the cause is a finding of another rule, at the place of the cause.</summary>
    public bool IsToldElsewhere { get; init; }
}

/// <summary>
/// Follows a packet for the internet from the hosts of a subnet, by the steps of docs/semantics.md. Filters are not asked: the
/// question is whether the routes lead out, for every host that is there.
/// </summary>
internal sealed class InternetPath(NetworkIndex network)
{
    private readonly RouteTables routeTables = new(network.Whole);

    /// <summary>What keeps the hosts of a subnet from the internet; nothing when some route leads out.</summary>
    public InternetObstacle? ObstacleFrom(Subnet subnet)
    {
        if (network.Find<RouteTable>(subnet.RouteTable) is not { } table)
        {
            return null;
        }

        InternetObstacle? first = null;
        foreach (var host in subnet.IsIpv6Only ? HostsOfIpv6 : HostsOfIpv4(table))
        {
            if (Follow(Start(subnet), host) is not { } obstacle)
            {
                return null;
            }

            first ??= obstacle;
        }

        return first;
    }

    // What has no IPv4 gets out as it is, or by NAT64; one way is enough.
    private static IpAddress[] HostsOfIpv6 { get; } = [PublicAddressPool.Ipv6InternetHost, Nat64.Of(PublicAddressPool.InternetHost)];

    /// <summary>Usually one route covers the internet. Where several cover parts, one that leads out is enough.</summary>
    private static IEnumerable<IpAddress> HostsOfIpv4(RouteTable table) => table.Routes
        .Select(route => InternetSpace.HostIn(route.Destination.Value))
        .OfType<Ipv4Address>()
        .Where(host => host != PublicAddressPool.InternetHost)
        .Prepend(PublicAddressPool.InternetHost)
        .Select(host => (IpAddress)host);

    /// <summary>Whether a route of the subnet to the transit gateway would lead out.</summary>
    public bool LeadsOut(Subnet subnet, TransitGateway gateway) =>
        Cross(Start(subnet), gateway, PublicAddressPool.InternetHost) is null;

    private Position Start(Subnet subnet)
    {
        var hidden = network.Topology.NetworkInterfaces.FirstOrDefault(each => each.Subnet == subnet.Id && each.PublicAddress is null && !subnet.IsIpv6Only);
        return new Position(subnet, subnet.Vpc, hidden is null ? null : $"the address of {network.Name(hidden.Id)}, which has no public one", []);
    }

    private InternetObstacle? Follow(Position at, IpAddress host)
    {
        if (network.Find<RouteTable>(at.Subnet.RouteTable) is not { } table)
        {
            return Elsewhere;
        }

        if (!at.Visited.Add((table.Id, at.SourceVpc)))
        {
            return new InternetObstacle($"comes back to {network.Text(table)} and goes round in a loop");
        }

        if (routeTables.Lookup(table.Id, host) is not { Target: { } target })
        {
            return new InternetObstacle($"finds no route in {network.Text(table)}") { TableWithoutRoute = table.Id };
        }

        return RouteToUnattachedGateway.Fault(network, table.Vpc, target) is null ? Leave(at, target, host) : Elsewhere;
    }

    private InternetObstacle? Leave(Position at, ElementId target, IpAddress host)
    {
        switch (network.Find<Element>(target))
        {
            case InternetGateway gateway:
                return at.SourceVpc == at.Subnet.Vpc && network.Whole.BlocksPublicAccess(at.Subnet, at.IsFromNatGateway)
                    ? new InternetObstacle($"reaches {network.Text(gateway.Id)}, where the region blocks public access of {network.Text(at.Subnet.Id.Kind == ElementKind.Subnet ? at.Subnet.Id : at.Subnet.Vpc)}")
                    : at.SourceVpc != at.Subnet.Vpc
                    ? new InternetObstacle($"reaches {network.Text(gateway.Id)} with an address of {network.Text(at.SourceVpc)}, which that gateway does not translate; it needs a NAT gateway before")
                    : at.Unpaired is null
                        ? null
                        : new InternetObstacle($"reaches {network.Text(gateway.Id)} with {at.Unpaired}");
            case EgressOnlyInternetGateway gateway:
                return at.SourceVpc != at.Subnet.Vpc || host.IsIpv4
                    ? new InternetObstacle($"reaches {network.Text(gateway.Id)}, which carries IPv6 that its own VPC sends")
                    : network.Whole.BlocksPublicAccess(at.Subnet, byEgressGateway: true)
                    ? new InternetObstacle($"reaches {network.Text(gateway.Id)}, where the region blocks public access of {network.Text(at.Subnet.Id)}")
                    : null;
            case NatGateway gateway when host.IsIpv6 && Nat64.Embedded(host) is null:
                return new InternetObstacle($"reaches {network.Text(gateway.Id)}, which translates IPv6 for {Nat64.Prefix} only");
            case NatGateway gateway when network.Find<Subnet>(gateway.Subnet) is { } subnet:
                // A public NAT gateway whose own subnet has no way out is a finding at the gateway.
                var isPublic = gateway.Connectivity == NatConnectivity.Public;
                var unpaired = isPublic ? null : "the address of a private NAT gateway, which has no public one";
                var visited = host.IsIpv6 ? [] : at.Visited;
                var beyond = Follow(new Position(subnet, subnet.Vpc, unpaired, visited) { IsFromNatGateway = true }, Nat64.Embedded(host) ?? host);
                return beyond is not null && isPublic && NatGatewayWithoutInternet.IsCutOff(network, subnet) ? Elsewhere : beyond;
            case RegionalNatGateway regional when host.IsIpv6:
                return new InternetObstacle($"reaches {network.Text(regional.Id)}, which translates IPv4 only");
            case RegionalNatGateway regional:
                // Only its own internet gateway leads out, with the elastic addresses that it has; without one it is a finding at the gateway.
                return regional.ServingZone(at.Subnet.Zone.Value) is not { } zone || NatGatewayWithoutInternet.IsCutOff(network, regional)
                    ? Elsewhere
                    : Follow(
                        new Position(network.Whole.PlaceOf(regional, zone), regional.Vpc, null, at.Visited) { IsFromNatGateway = true }, host);
            case NetworkInterface each when network.Find<Subnet>(each.Subnet) is { } subnet:
                // What keeps a host from forwarding is a finding at the route.
                if (RouteToHostThatDoesNotForward.Fault(network, each) is not null)
                {
                    return Elsewhere;
                }

                if (each.Instance is { } owner && network.Find<Instance>(owner)?.Forwarding == HostForwarding.Translating)
                {
                    if (host.IsIpv6)
                    {
                        return new InternetObstacle($"reaches {network.Text(each.Id)}, whose host translates IPv4 only");
                    }

                    var own = each.PublicAddress is null ? $"the address of {network.Text(each.Id)}, which has no public one" : null;
                    return Follow(new Position(subnet, subnet.Vpc, own, at.Visited), host);
                }

                return Follow(at with { Subnet = subnet }, host);
            case VpcEndpoint { Kind: VpcEndpointKind.GatewayLoadBalancer } endpoint
                when network.Find<NetworkInterface>(endpoint.Interfaces[0]) is { } each && network.Find<Subnet>(each.Subnet) is { } subnet:
                // What keeps its appliances from seeing packets is a finding at the endpoint.
                return GatewayLoadBalancerEndpointLeadsNowhere.Fault(network, endpoint) is not null ? Elsewhere : Follow(at with { Subnet = subnet }, host);
            case TransitGateway gateway:
                return Cross(at, gateway, host);
            case Peering peering:
                return new InternetObstacle($"is sent to {network.Text(peering.Id)}, which leads to {network.Text(peering.PeerOf(at.Subnet.Vpc))} and nowhere beyond");
            default:
                return Elsewhere;
        }
    }

    private InternetObstacle? Cross(Position at, TransitGateway gateway, IpAddress host)
    {
        if (gateway.AttachmentOf(at.Subnet.Vpc) is not { IsAvailable: true } attachment)
        {
            return Elsewhere;
        }

        if (SubnetsOf(attachment).All(subnet => subnet.Zone.Value != at.Subnet.Zone.Value))
        {
            return new InternetObstacle($"is sent to {network.Text(gateway.Id)}, whose attachment {network.Name(attachment.Id)} has no subnet in zone {at.Subnet.Zone}");
        }

        if (attachment.Association is not { } association || network.Find<TransitGatewayRouteTable>(association) is not { } table)
        {
            return new InternetObstacle($"is dropped at {network.Text(gateway.Id)}, where attachment {network.Name(attachment.Id)} is associated with no route table");
        }

        var route = routeTables.Lookup(table.Id, host);
        if (route?.Target is not { } target || network.Find<TransitGatewayAttachment>(target) is not { } next)
        {
            return new InternetObstacle(route is null
                ? $"finds no route in {network.Text(table.Id)} of {network.Text(gateway.Id)}"
                : $"is dropped by a blackhole in {network.Text(table.Id)} of {network.Text(gateway.Id)}");
        }

        if (next is not { IsAvailable: true, Kind: TransitGatewayAttachmentKind.Vpc })
        {
            return Elsewhere;
        }

        var subnets = SubnetsOf(next).ToList();
        var subnet = subnets.Find(subnet => network.ZoneIdOf(subnet) == network.ZoneIdOf(at.Subnet)) ?? subnets.FirstOrDefault();
        return subnet is null ? Elsewhere : Follow(at with { Subnet = subnet }, host);
    }

    private static InternetObstacle Elsewhere { get; } = new("") { IsToldElsewhere = true };

    private IEnumerable<Subnet> SubnetsOf(TransitGatewayAttachment attachment) => attachment.Subnets
        .Select(subnet => network.Find<Subnet>(subnet.Value))
        .OfType<Subnet>()
        .OrderBy(subnet => subnet.Zone.Value, StringComparer.Ordinal);

    /// <summary>
    /// Where the packet is, whose address is its source, in words what address that is when no public one is paired with it, and the
    /// tables that it has seen, each with the source of then.
    /// </summary>
    private sealed record Position(
        Subnet Subnet, ElementId SourceVpc, string? Unpaired, HashSet<(ElementId Table, ElementId SourceVpc)> Visited)
    {
        /// <summary>Whether a NAT gateway sends it, which lets connections out only.</summary>
        public bool IsFromNatGateway { get; init; }
    }
}
