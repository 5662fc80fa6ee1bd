using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Says what was computed of an element, for an editor to show: free addresses and effective routes of subnets, routes of tables, what the security groups of a host admit, and,
/// in a network that is proved between two keystrokes, who reaches it.
/// </summary>
/// <param name="topology">A topology without problems.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class ElementRemarks(Topology topology, CancellationToken cancellation)
{
    // More is not read in a tip.
    private const int MostShown = 8;

    // All pairs of more take longer than somebody who types waits.
    private const int MostProved = 24;

    private readonly Lazy<ILookup<string, ReachablePair>?> reached = new(() => PairsOf(topology, cancellation));

    private readonly EffectiveRoutes routes = new(topology);
    private readonly Dictionary<ElementId, SecurityGroup> groups = topology.SecurityGroups.ToDictionary(group => group.Id);
    private readonly Dictionary<ElementId, NetworkInterface> interfaces = topology.NetworkInterfaces.ToDictionary(each => each.Id);
    private readonly ILookup<ElementId, Subnet> subnets = topology.Subnets.ToLookup(subnet => subnet.Vpc);

    // A subnet gives an address to each of these.
    private readonly ILookup<ElementId, ElementId> taken = topology.NetworkInterfaces.Where(each => each.PrivateAddress.IsIpv4).Select(each => (each.Subnet, each.Id))
        .Concat(topology.NatGateways.SelectMany(gateway => Enumerable.Repeat((gateway.Subnet, gateway.Id), 1 + gateway.SecondaryAddresses.Count)))
        .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations).Select(each => (each.Subnet, each.Id)))
        .Concat(topology.TransitGateways.SelectMany(gateway => gateway.Attachments).SelectMany(attachment => attachment.Subnets.Select(subnet => (subnet.Value, attachment.Id))))
        .Concat(topology.RouteServers.SelectMany(server => server.Endpoints).Select(endpoint => (endpoint.Subnet, endpoint.Id)))
        .ToLookup(each => each.Item1, each => each.Item2);

    /// <summary>What is to be said; nothing of most kinds.</summary>
    public string? Of(Element element) => element switch
    {
        Vpc vpc => $"{Counted(subnets[vpc.Id].Count(), "subnet")}, and {Room(vpc)} of {Number(vpc.Blocks.Sum(block => block.Value.Size))} IPv4 addresses in none.",
        Subnet subnet => $"{Free(subnet)}Routes of table '{subnet.RouteTable.Name}': {RoutesOf(subnet.RouteTable)}.",
        RouteTable table => $"Routes: {RoutesOf(table.Id)}.",
        TransitGatewayRouteTable table => $"Routes: {RoutesOf(table.Id)}.",
        SecurityGroup group => $"Admits {Admitted([group])}.",
        Instance { Interfaces: { Count: > 0 } own } when interfaces.TryGetValue(own[0], out var primary) => Host(primary),
        NetworkInterface each => Host(each),
        _ => null,
    };

    private string Host(NetworkInterface each) =>
        $"Admits {Admitted(GroupsOf(each))}.{(reached.Value is { } pairs ? $" Reached by {List([.. pairs[each.Id.Path].Select(Text)], "nobody")}." : "")}";

    private static ILookup<string, ReachablePair>? PairsOf(Topology topology, CancellationToken cancellation)
    {
        if (topology.NetworkInterfaces.Count > MostProved)
        {
            return null;
        }

        try
        {
            return ReachabilityMatrix.Of(topology, cancellation: cancellation).ToLookup(pair => pair.To);
        }
        catch (ReachabilityException)
        {
            // What cannot be proved is not told.
            return null;
        }
    }

    private static string Text(ReachablePair pair) =>
        $"{(pair.From == ReachabilityMatrix.Internet ? "the internet" : $"'{pair.From.Split('/').Last()}'")} ({string.Join(", ", pair.Traffic)})";

    private string RoutesOf(ElementId table) => List([.. routes.Of(table).Select(route => route.ToString())], "none");

    private string Free(Subnet subnet)
    {
        if (subnet.Prefix.Value.AsIpv4 is not { } prefix)
        {
            return "";
        }

        var usable = SubnetAddresses.Usable(prefix);
        return $"{Number(usable - taken[subnet.Id].Count())} of {Number(usable)} addresses are free. ";
    }

    /// <summary>The addresses that are in no subnet.</summary>
    private string Room(Vpc vpc) =>
        Number(vpc.Blocks.Sum(block => block.Value.Size) - subnets[vpc.Id].Sum(subnet => subnet.Prefix.Value.AsIpv4 is { } prefix ? prefix.Size : 0));

    private IEnumerable<SecurityGroup> GroupsOf(NetworkInterface each) =>
        each.SecurityGroups.Where(groups.ContainsKey).Select(group => groups[group]);

    private static string Admitted(IEnumerable<SecurityGroup> of) =>
        List([.. of.SelectMany(group => group.Ingress).Select(rule => $"{rule.Traffic} from {Text(rule.Peer.Value)}").Distinct()], "nothing");

    private static string Text(SecurityGroupPeer peer) =>
        peer.Group is { } group ? $"security group '{group.Name}'"
        : peer.PrefixList is { } list ? $"prefix list '{list.Name}'"
        : peer.Prefix.ToString();

    private static string List(List<string> items, string none) =>
        items.Count == 0 ? none
        : items.Count <= MostShown ? string.Join("; ", items)
        : $"{string.Join("; ", items.Take(MostShown))}; and {Number(items.Count - MostShown)} more";

    private static string Counted(int count, string what) => count == 1 ? $"One {what}" : $"{Number(count)} {what}s";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
