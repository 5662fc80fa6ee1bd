using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Cuts all destinations where anything that a walk asks may change its answer: at the edges of every prefix and around every
/// address that the topology or the vendor names. Within a range one address speaks for all.
/// </summary>
internal static class DestinationRanges
{
    /// <summary>The first address of each range, rising from 0.</summary>
    public static IReadOnlyList<uint> Of(Topology topology)
    {
        var starts = new List<uint> { 0 };
        foreach (var prefix in Prefixes(topology))
        {
            starts.Add(prefix.First.Value);
            if (prefix.Last.Value != uint.MaxValue)
            {
                starts.Add(prefix.Last.Value + 1);
            }
        }

        // Sorted once: every check of an edited network asks for it.
        starts.Sort();
        var ranges = new List<uint>(starts.Count);
        foreach (var start in starts)
        {
            if (ranges.Count == 0 || ranges[ranges.Count - 1] != start)
            {
                ranges.Add(start);
            }
        }

        return ranges;
    }

    private static IEnumerable<Ipv4Prefix> Prefixes(Topology topology) => InternetRanges.NotCarried
        .Append(WellKnownAddresses.Reserved)
        .Concat(topology.Vpcs.SelectMany(vpc => vpc.Blocks).Select(block => block.Value))
        .Concat(topology.Subnets.Select(subnet => subnet.Prefix.Value))
        .Concat(topology.RouteTables.SelectMany(table => table.Routes).Select(route => route.Destination.Value))
        .Concat(topology.TransitGateways
            .SelectMany(gateway => gateway.RouteTables)
            .SelectMany(table => table.Routes)
            .Select(route => route.Destination.Value))
        .Concat(HybridPrefixes(topology.Hybrid))
        .Concat(topology.PublicServices.Select(service => service.Prefix))
        .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Rules.Select(rule => rule.Destination.Value)
            .Append(endpoint.ClientPrefix.Value)
            .Concat(endpoint.Associations.SelectMany(association => association.Routes).Select(route => route.Destination.Value))))
        .Concat(Addresses(topology).Select(address => Ipv4Prefix.Containing(address, 32)));

    private static IEnumerable<Ipv4Prefix> HybridPrefixes(HybridConnectivity hybrid) => hybrid.Sites
        .SelectMany(site => site.Prefixes)
        .Concat(hybrid.VpnConnections.SelectMany(connection =>
            connection.StaticRoutes.Concat(connection.DeviceRoutes).Concat(connection.Policy.Advertised)))
        .Concat(hybrid.VirtualInterfaces.SelectMany(each => each.Policy.Advertised))
        .Concat(hybrid.DirectConnectGateways.SelectMany(gateway => gateway.Associations).SelectMany(association => association.AllowedPrefixes))
        .Select(prefix => prefix.Value);

    // What is for the interface itself is not sent on.
    private static IEnumerable<Ipv4Address> RouteTargets(Topology topology)
    {
        var targets = new HashSet<ElementId>(topology.RouteTables.SelectMany(table => table.Routes).Select(route => route.Target.Value));
        return topology.NetworkInterfaces.Where(each => targets.Contains(each.Id)).Select(each => each.PrivateAddress);
    }

    private static IEnumerable<Ipv4Address> Addresses(Topology topology) => WellKnownAddresses.HostServices
        .Select(service => service.Address)
        .Concat(topology.Vpcs.Select(vpc => WellKnownAddresses.ResolverOf(vpc.Primary.Value)))
        .Concat(RouteTargets(topology))
        .Concat(topology.ElasticAddresses.Select(address => address.Address))
        .Concat(topology.NetworkInterfaces.Select(each => each.PublicAddress).OfType<Ipv4Address>())
        .Concat(topology.ClientVpnEndpoints
            .SelectMany(endpoint => endpoint.Associations)
            .Select(association => association.PublicAddress)
            .OfType<Ipv4Address>())
        .Concat(topology.NatGateways.Select(gateway => gateway.PublicAddress).OfType<Ipv4Address>());
}
