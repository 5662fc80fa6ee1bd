using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// No fewer paths than are compiled where those of many sources meet at junctions, without walking one: a way to a junction for what each source tells apart, and the rest of each way for what
/// stands behind a junction.
/// </summary>
internal static class PathCount
{
    // What the host, the vendor and the internet tell apart of any destination.
    private const long Always = 64;

    public static long WithJunctions(Topology topology)
    {
        long all = DestinationRanges.BoundOf(topology);
        long onInternet = DestinationRanges.OfPublic(topology).Count;
        var routes = topology.RouteTables.ToDictionary(table => table.Id, table => 2L * (table.Routes.Count + table.Propagations.Count + table.RouteServers.Count));
        var subnets = topology.Subnets.ToLookup(subnet => subnet.Vpc);
        var inVpc = topology.Vpcs.ToDictionary(vpc => vpc.Id, vpc => 2L * (vpc.AllBlocks.Count() + (2 * subnets[vpc.Id].Count())));

        // Peered VPCs meet at no junction: each source tells all of their subnets apart.
        var peers = topology.Peerings.Where(peering => peering.Status == PeeringStatus.Active)
            .SelectMany(peering => new[] { (Vpc: peering.Requester.Value, Peer: peering.Accepter.Value), (Vpc: peering.Accepter.Value, Peer: peering.Requester.Value) })
            .Where(pair => inVpc.ContainsKey(pair.Peer))
            .ToLookup(pair => pair.Vpc, pair => inVpc[pair.Peer]);
        var own = topology.Subnets.ToDictionary(
            subnet => subnet.Id, subnet => Always + routes[subnet.RouteTable] + inVpc[subnet.Vpc] + Math.Min(all, peers[subnet.Vpc].Sum()));

        var ofSubnets = SourceList.SubnetsOf(topology).ToList();
        var heads = ofSubnets.Sum(subnet => own[subnet]) + ((SourceList.CountOf(topology) - (long)ofSubnets.Count) * all);
        var ends = topology.TransitGateways.Sum(gateway => BehindGateway(topology, gateway, own, inVpc, all, onInternet));
        return heads + ends + (topology.Regions.Count * onInternet);
    }

    private static long BehindGateway(
        Topology topology, TransitGateway gateway, Dictionary<ElementId, long> own, Dictionary<ElementId, long> inVpc, long all, long onInternet)
    {
        var zones = new Dictionary<ElementId, string>();
        foreach (var subnet in topology.Subnets)
        {
            zones.Add(subnet.Id, subnet.Zone.Value);
        }

        var attached = gateway.Attachments.Where(attachment => attachment.Vpc is not null).ToList();
        List<ElementId> landings = [.. attached.SelectMany(attachment => attachment.Subnets).Select(subnet => subnet.Value)];
        List<TransitGatewayRoute> routes = [.. gateway.RouteTables.SelectMany(table => table.Routes)];
        var tables = gateway.Attachments.Select(attachment => attachment.Association).Distinct().Count();
        long entrances = tables * landings.Select(subnet => zones[subnet]).Distinct().Count();
        var inside = (2L * routes.Count) + attached.Sum(attachment => inVpc[attachment.Resource]) + landings.Sum(subnet => own[subnet]);
        var leadsElsewhere = attached.Count < gateway.Attachments.Count || routes.Exists(route => route.Destination.Value.Length == 0);
        return entrances * Math.Min(all, leadsElsewhere ? inside + onInternet : inside);
    }
}
