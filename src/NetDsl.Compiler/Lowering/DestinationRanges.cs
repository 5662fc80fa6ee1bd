using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Cuts all destinations where anything that a walk asks may change its answer: at the edges of every prefix and around every
/// address that the topology or the vendor names. Within a range one address speaks for all.
/// </summary>
internal static class DestinationRanges
{
    /// <summary>
    /// The first address of each range, rising: of IPv4 from 0.0.0.0; of IPv6 from <c>::</c>, and none when nothing of the network speaks IPv6.
    /// </summary>
    public static (IReadOnlyList<IpAddress> Ipv4, IReadOnlyList<IpAddress> Ipv6) Of(Topology topology)
    {
        var named = Named(topology).ToLookup(prefix => prefix.IsIpv6);
        var always = Always.ToLookup(prefix => prefix.IsIpv6);
        return (
            Cut(always[false].Concat(named[false]), Ipv4Prefix.All.First),
            named[true].Any() ? Cut(always[true].Concat(named[true]), IpPrefix.AllIpv6.First) : []);
    }

    /// <summary>The ranges of IPv4, cut only where something on the internet may change: at services, at public addresses of the network, and at prefixes that sites have.</summary>
    public static RangeList OfPublic(Topology topology) => new(
        Cut(
            Always
                .Concat(HybridPrefixes(topology.Hybrid).Select(prefix => prefix.Value))
                .Concat(topology.PublicServices.SelectMany(service => service.Prefixes))
                .Concat(PublicPrefixes.Addresses(topology).Select(IpPrefix.Of))
                .Where(prefix => prefix.IsIpv4),
            Ipv4Prefix.All.First),
        IpPrefix.AllIpv4);

    /// <summary>How many ranges there are of both families.</summary>
    public static int CountOf(Topology topology)
    {
        var (ipv4, ipv6) = Of(topology);
        return ipv4.Count + ipv6.Count;
    }

    /// <summary>No fewer than there are of both families; quicker than counting them, because nothing is sorted.</summary>
    public static int BoundOf(Topology topology) => 2 + (2 * (Always.Count() + Named(topology).Count()));

    private static IEnumerable<IpPrefix> Always => InternetRanges.NotCarried
        .Append(WellKnownAddresses.Reserved)
        .Append(WellKnownAddresses.Ipv6Reserved)
        .Append(Nat64.Prefix)
        .Concat(WellKnownAddresses.HostServices.Select(service => IpPrefix.Of(service.Address)));

    private static List<IpAddress> Cut(IEnumerable<IpPrefix> prefixes, IpAddress first)
    {
        var family = IpPrefix.Containing(first, 0);
        var starts = new List<IpAddress> { first };
        foreach (var prefix in prefixes)
        {
            starts.Add(prefix.First);
            if (prefix.Last != family.Last)
            {
                starts.Add(prefix.Last.Plus(1));
            }
        }

        // Sorted once: every check of an edited network asks for it.
        starts.Sort();
        var ranges = new List<IpAddress>(starts.Count);
        foreach (var start in starts)
        {
            if (ranges.Count == 0 || ranges[ranges.Count - 1] != start)
            {
                ranges.Add(start);
            }
        }

        return ranges;
    }

    private static IEnumerable<IpPrefix> Named(Topology topology) => topology.Vpcs
        .SelectMany(vpc => vpc.AllBlocks)
        .Concat(topology.Subnets.Select(subnet => subnet.Prefix))
        .Concat(topology.Subnets.Select(subnet => subnet.Ipv6Prefix).OfType<Sourced<IpPrefix>>())
        .Concat(topology.RouteTables.SelectMany(table => table.Routes).Select(route => route.Destination))
        .Concat(topology.TransitGateways
            .SelectMany(gateway => gateway.RouteTables)
            .SelectMany(table => table.Routes)
            .Select(route => route.Destination))
        .Concat(HybridPrefixes(topology.Hybrid))
        .Select(prefix => prefix.Value)
        .Concat(topology.ClientVpnEndpoints.SelectMany(ClientVpnPrefixes))
        .Concat(topology.RouteServers.SelectMany(server => server.Peers).SelectMany(peer => peer.Advertised).Select(each => (IpPrefix)each.Destination.Value))
        .Concat(topology.PublicServices.SelectMany(service => service.Prefixes))
        .Concat(Addresses(topology).Select(IpPrefix.Of));

    private static IEnumerable<Sourced<IpPrefix>> HybridPrefixes(HybridConnectivity hybrid) => hybrid.Sites
        .SelectMany(site => site.Prefixes)
        .Concat(hybrid.VpnConnections.SelectMany(connection =>
            connection.StaticRoutes.Concat(connection.DeviceRoutes).Concat(connection.Policy.Advertised)))
        .Concat(hybrid.VirtualInterfaces.SelectMany(each => each.Policy.Advertised.Concat(each.RegisteredPrefixes)))
        .Concat(hybrid.ConnectPeers.SelectMany(peer => peer.Policy.Advertised))
        .Concat(hybrid.DirectConnectGateways.SelectMany(gateway => gateway.Associations).SelectMany(association => association.AllowedPrefixes));

    private static IEnumerable<IpPrefix> ClientVpnPrefixes(ClientVpnEndpoint endpoint) => endpoint.Rules
        .Select(rule => rule.Destination.Value)
        .Concat(endpoint.ClientPrefixes)
        .Concat(endpoint.Associations.SelectMany(association => association.Routes).Concat(endpoint.Routes).Select(route => route.Destination.Value));

    // What is for the interface itself is not sent on.
    private static IEnumerable<IpAddress> RouteTargets(Topology topology)
    {
        var targets = new HashSet<ElementId>(topology.RouteTables
            .SelectMany(table => table.Routes)
            .Select(route => route.Target.Value)
            .Concat(topology.RouteServers.SelectMany(server => server.Peers).Select(peer => peer.Interface)));
        return topology.NetworkInterfaces
            .Where(each => targets.Contains(each.Id))
            .SelectMany(each => each.Ipv6Addresses.Prepend(each.PrivateAddress));
    }

    private static IEnumerable<IpAddress> Addresses(Topology topology) => topology.Vpcs
        .Select(vpc => (IpAddress)WellKnownAddresses.ResolverOf(vpc.Primary.Value))
        .Concat(RouteTargets(topology))
        .Concat(TopologyIndex.Deniers(topology).Select(denier => denier.Address))
        .Concat(TopologyIndex.AddressesOfSubnets(topology).Select(client => client.Address))
        .Concat(PublicPrefixes.Addresses(topology));
}
