using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What route servers put into a table: interconnect section 7.3.</summary>
static class RouteServers
{
    /// <summary>The longest propagated prefix that contains the address, and the interface that it leads to.</summary>
    public static (Ipv4Prefix Prefix, ElementId Interface)? Lookup(Topology topology, RouteTable table, IpAddress goal)
    {
        if (goal.AsIpv4 is not { } address)
        {
            return null;
        }

        (Ipv4Prefix Prefix, ElementId Interface)? longest = null;
        foreach (var server in table.RouteServers.Select(source => topology.RouteServers.First(each => each.Id == source.Value)))
        {
            var known = server.Peers.Where(peer => peer.IsUp).SelectMany(peer => peer.Advertised).Select(each => each.Destination.Value).Distinct();
            var installed = known.Where(prefix => Fits(topology, table, prefix)).Order().Take(100);
            foreach (var prefix in installed.Where(prefix => prefix.Contains(address)))
            {
                if (longest is null || prefix.Length > longest.Value.Prefix.Length)
                {
                    longest = (prefix, Best(server, prefix));
                }
            }
        }

        return longest;
    }

    /// <summary>The lowest MED; of equal ones the first by name [M].</summary>
    static ElementId Best(RouteServer server, Ipv4Prefix prefix) => server.Peers
        .Where(peer => peer.IsUp && peer.Advertised.Any(each => each.Destination.Value == prefix))
        .OrderBy(peer => peer.Id.Name, StringComparer.Ordinal)
        .MinBy(peer => peer.Advertised.First(each => each.Destination.Value == prefix).Med)!.Interface;

    static bool Fits(Topology topology, RouteTable table, Ipv4Prefix prefix)
    {
        if (topology.Vpc(table.Vpc).Blocks.Any(block => block.Value.Contains(prefix)))
        {
            return topology.Subnets.Any(subnet => subnet.Vpc == table.Vpc && subnet.Prefix.Value == prefix);
        }

        return !topology.InternetGateways.Any(gateway => gateway.RouteTable == table.Id);
    }
}
