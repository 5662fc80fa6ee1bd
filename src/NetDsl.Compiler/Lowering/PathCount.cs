using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// About how many paths are compiled where those of many sources meet at junctions, without walking one: a way to a junction for what each source tells apart, and the rest of each way for what
/// stands behind a junction.
/// </summary>
/// <remarks>
/// Mostly more than are walked, and no bound: it leaves out what stands behind a peered or a second transit gateway, junctions that differ in more than table and zone, tables of a VPC behind its
/// translators, and sources that meet at none.
/// </remarks>
internal sealed class PathCount
{
    // What the host, the vendor and the internet tell apart of any destination.
    private const long Always = 64;

    private readonly Topology topology;
    private readonly Dictionary<ElementId, Subnet> subnets;

    // Of any walk: it can tell no more apart.
    private readonly long all;

    // How many edges of prefixes each table asks for, and each VPC with its subnets.
    private readonly Dictionary<ElementId, long> ofTables;
    private readonly Dictionary<ElementId, long> ofVpcs;
    private readonly ILookup<ElementId, ElementId> tablesOf;
    private readonly ILookup<ElementId, ElementId> peersOf;
    private readonly HashSet<ElementId> translating;

    private PathCount(Topology topology)
    {
        this.topology = topology;
        subnets = topology.Subnets.ToDictionary(subnet => subnet.Id);
        all = DestinationRanges.BoundOf(topology);
        ofTables = topology.RouteTables.ToDictionary(table => table.Id, table => 2L * (table.Routes.Count + table.Propagations.Count + table.RouteServers.Count));
        tablesOf = topology.RouteTables.ToLookup(table => table.Vpc, table => table.Id);
        var subnetsOf = topology.Subnets.ToLookup(subnet => subnet.Vpc);
        ofVpcs = topology.Vpcs.ToDictionary(vpc => vpc.Id, vpc => 2L * (vpc.AllBlocks.Count() + (2 * subnetsOf[vpc.Id].Count())));
        peersOf = topology.Peerings.Where(peering => peering.Status == PeeringStatus.Active)
            .SelectMany(peering => new[] { (Vpc: peering.Requester.Value, Peer: peering.Accepter.Value), (Vpc: peering.Accepter.Value, Peer: peering.Requester.Value) })
            .Where(pair => ofVpcs.ContainsKey(pair.Peer))
            .ToLookup(pair => pair.Vpc, pair => pair.Peer);
        translating = Translating();
    }

    public static long WithJunctions(Topology topology) => new PathCount(topology).WithJunctions();

    private long WithJunctions()
    {
        long onInternet = DestinationRanges.OfPublic(topology).Count;
        var sources = SourceList.SubnetsOf(topology).ToList();
        var others = SourceList.CountOf(topology) - (long)sources.Count;
        return sources.Sum(source => FromSubnet(subnets[source]))
            + (others * all)
            + topology.TransitGateways.Sum(gateway => BehindGateway(gateway, onInternet))
            + (topology.Regions.Count * onInternet);
    }

    private long FromSubnet(Subnet subnet) =>
        Math.Min(all, Always + ofTables[subnet.RouteTable] + ofVpcs[subnet.Vpc] + OfPeers(subnet.Vpc));

    // Peered VPCs meet at no junction: each source tells all of their subnets apart.
    private long OfPeers(ElementId vpc) => peersOf[vpc].Sum(peer => ofVpcs[peer]);

    private long BehindGateway(TransitGateway gateway, long onInternet)
    {
        var attached = gateway.Attachments.Where(attachment => attachment.Vpc is not null).ToList();
        var zones = attached.SelectMany(attachment => attachment.Subnets).Select(subnet => subnets[subnet.Value].Zone.Value).Distinct().Count();
        long entrances = gateway.Attachments.Select(attachment => attachment.Association).Distinct().Count() * zones;
        List<TransitGatewayRoute> routes = [.. gateway.RouteTables.SelectMany(table => table.Routes)];
        var inside = Always + (2L * routes.Count) + attached.Select(attachment => attachment.Resource).Distinct().Sum(BehindAttachment);
        var leadsElsewhere = attached.Count < gateway.Attachments.Count || routes.Exists(route => route.Destination.Value.Length == 0);
        return entrances * Math.Min(all, leadsElsewhere ? inside + onInternet : inside);
    }

    // A peering connection carries what its VPC sends, and not what a transit gateway brought, unless that was given an address of the VPC.
    private long BehindAttachment(ElementId vpc) =>
        ofVpcs[vpc] + tablesOf[vpc].Sum(table => ofTables[table]) + (translating.Contains(vpc) ? OfPeers(vpc) : 0);

    private HashSet<ElementId> Translating()
    {
        HashSet<ElementId> hosts = [.. topology.Instances.Where(instance => instance.Forwarding == HostForwarding.Translating).SelectMany(instance => instance.Interfaces)];
        return
        [
            .. topology.NatGateways.Select(gateway => subnets[gateway.Subnet].Vpc),
            .. topology.NetworkInterfaces.Where(host => hosts.Contains(host.Id)).Select(host => subnets[host.Subnet].Vpc),
        ];
    }
}
