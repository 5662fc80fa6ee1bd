using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Simulation.Costs;

/// <summary>What a network pays for by the hour, whether anything goes through it or not.</summary>
internal static class StandingCharges
{
    /// <summary>Each thing, with how many there are of it.</summary>
    public static IReadOnlyList<(Charge Charge, int Count)> Of(BilledNetwork network)
    {
        var topology = network.Topology;
        return
        [
            .. Each(topology.NatGateways, PriceTable.NatGatewayHour),
            .. Each(topology.RegionalNatGateways, PriceTable.NatGatewayHour, each => each.Zones.Count),
            .. Each(topology.TransitGateways.SelectMany(gateway => gateway.Attachments).Where(IsCharged), PriceTable.TransitGatewayAttachmentHour),
            .. Each(topology.Hybrid.VpnConnections, PriceTable.VpnConnectionHour),
            .. topology.Hybrid.Connections.SelectMany(each => Each([each], PriceTable.PortHour(each.SpeedMbps, each.IsHosted))),
            .. Each(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations), PriceTable.ClientVpnAssociationHour),
            .. Each(topology.ClientVpnEndpoints, PriceTable.ClientVpnConnectionHour, each => each.Clients.Count),
            .. Each(topology.VpcEndpoints.Where(each => IsCharged(each, VpcEndpointKind.Interface)), PriceTable.InterfaceEndpointHour, each => each.Interfaces.Count),
            .. Each(topology.VpcEndpoints.Where(each => IsCharged(each, VpcEndpointKind.GatewayLoadBalancer)), PriceTable.GatewayLoadBalancerEndpointHour),
            .. Each(topology.LoadBalancers, PriceTable.LoadBalancerHour),
            .. Each(topology.GatewayLoadBalancers, PriceTable.GatewayLoadBalancerHour, each => each.Nodes.Count),
            .. Each(topology.Accelerators, PriceTable.AcceleratorHour),
            .. Each(topology.RouteServers.SelectMany(server => server.Endpoints), PriceTable.RouteServerEndpointHour),
            .. Each(topology.Names.Elements.OfType<InboundResolverEndpoint>(), PriceTable.ResolverInterfaceHour, each => each.Interfaces.Count),
            .. Each(WithPublicAddresses(topology), PriceTable.PublicIpv4Hour),
        ];

        IEnumerable<(Charge, int)> Each<T>(IEnumerable<T> elements, PricedItem item, Func<T, int>? count = null)
            where T : Element => elements
            .GroupBy(element => element.Id)
            .Select(same => (new Charge(item, same.Key.Path, network.OwnerOf(same.First())), same.Sum(element => count?.Invoke(element) ?? 1)))
            .Where(each => each.Item2 > 0);
    }

    /// <summary>A Connect attachment is carried by another one, which is charged; what is not accepted costs nothing.</summary>
    private static bool IsCharged(TransitGatewayAttachment attachment) => attachment is { IsAvailable: true, Kind: not TransitGatewayAttachmentKind.Connect };

    private static bool IsCharged(VpcEndpoint endpoint, VpcEndpointKind kind) => endpoint.State == VpcEndpointState.Available && endpoint.Kind == kind;

    /// <summary>Each public IPv4 address once, at what has it; addresses of tunnels and accelerators are not counted.</summary>
    private static IEnumerable<Element> WithPublicAddresses(Topology topology)
    {
        var seen = new HashSet<Ipv4Address>();
        List<(Element Element, IEnumerable<Ipv4Address?> Addresses)> all =
        [
            .. topology.ElasticAddresses.Select(each => (each, One(each.Address))),
            .. topology.NetworkInterfaces.Select(each => (each, One(each.PublicAddress))),
            .. topology.NatGateways.Select(each => (each, each.SecondaryAddresses.Select(address => address.PublicAddress).Prepend(each.PublicAddress))),
            .. topology.RegionalNatGateways.Select(each => (each, each.Zones.SelectMany(zone => zone.Addresses).Select(address => (Ipv4Address?)address))),
            .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations).Select(each => (each, One(each.PublicAddress))),
        ];
        return all
            .SelectMany(each => each.Addresses, (each, address) => (each.Element, Address: address))
            .Where(each => each.Address is { } address && seen.Add(address))
            .Select(each => each.Element);

        static IEnumerable<Ipv4Address?> One(Ipv4Address? address) => [address];
    }
}
