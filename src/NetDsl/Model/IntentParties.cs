using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>One side of an intent: who it speaks of in a network, and where on the internet.</summary>
/// <param name="Elements">
/// What has addresses in the network, each once, in the order of the topology: interfaces, hosts of sites, clients, balancers, gateways, endpoints, accelerators, services.
/// </param>
/// <param name="Outside">Prefixes of hosts on the internet, of which none overlaps another.</param>
public sealed record IntentParty(EquatableArray<ElementId> Elements, EquatableArray<IpPrefix> Outside)
{
    /// <summary>Whether that is nobody.</summary>
    public bool IsEmpty => Elements.Count == 0 && Outside.Count == 0;
}

/// <summary>
/// Says who the ends of intents are in a network. An instance is its primary interface where something can be reached, and all of its interfaces where
/// nothing can. What is inside a subnet, a VPC or a prefix, or has a tag, are interfaces of hosts; those that the vendor manages belong to
/// balancers and endpoints, which are ends of their own. A site is its hosts.
/// </summary>
public sealed partial class IntentParties
{
    private readonly Topology topology;
    private readonly Dictionary<ElementId, Instance> instances;
    private readonly Dictionary<ElementId, Subnet> subnets;
    private readonly Dictionary<ElementId, Vpc> vpcs;
    private readonly Dictionary<ElementId, NetworkInterface> interfaces;
    private readonly List<NetworkInterface> hostInterfaces;
    private readonly ILookup<ElementId, NetworkInterface> hostInterfacesOfSubnet;
    private readonly ILookup<ElementId, NetworkInterface> hostInterfacesOfVpc;
    private readonly Dictionary<ElementId, int> order;

    /// <summary>Reads a network.</summary>
    public IntentParties(Topology topology)
    {
        this.topology = topology;
        instances = topology.Instances.ToDictionary(instance => instance.Id);
        subnets = topology.Subnets.ToDictionary(subnet => subnet.Id);
        vpcs = topology.Vpcs.ToDictionary(vpc => vpc.Id);
        interfaces = topology.NetworkInterfaces.ToDictionary(each => each.Id);
        hostInterfaces = [.. topology.NetworkInterfaces.Where(each => each.ManagedBy is null)];
        hostInterfacesOfSubnet = hostInterfaces.ToLookup(each => each.Subnet);
        hostInterfacesOfVpc = hostInterfaces.ToLookup(each => subnets[each.Subnet].Vpc);
        order = topology.Elements.Select((element, index) => (element.Id, index)).ToDictionary(each => each.Id, each => each.index);
    }

    /// <summary>Who sends.</summary>
    public IntentParty From(Intent intent) => Party(intent.From, intent.ExceptFrom, intent.Kind);

    /// <summary>Whom it is for.</summary>
    public IntentParty To(Intent intent) => Party(intent.To, intent.ExceptTo, intent.Kind);

    /// <summary>Who is meant by ends, without exceptions.</summary>
    /// <param name="ends">The ends.</param>
    /// <param name="exceptions">Who is not meant.</param>
    /// <param name="kind">What is claimed of them.</param>
    public IntentParty Party(IEnumerable<Sourced<EndpointSet>> ends, IEnumerable<Sourced<EndpointSet>> exceptions, IntentKind kind)
    {
        var elements = new HashSet<ElementId>(ends.SelectMany(end => ElementsOf(end.Value, kind)));
        var outside = ends.SelectMany(end => OutsideOf(end.Value)).ToList();

        // The prefixes of one end do not overlap.
        outside = ends.Take(2).Count() < 2 ? outside : [.. outside.Where((prefix, index) => !outside.Where((other, place) => other.Contains(prefix) && (other != prefix || place < index)).Any())];
        foreach (var exception in exceptions)
        {
            // Without an instance nothing of it is meant, whichever of its interfaces was.
            elements.ExceptWith(ElementsOf(exception.Value, IntentKind.CannotReach));
            foreach (var prefix in OutsideOf(exception.Value).Concat(ClientsOf(exception.Value)))
            {
                outside = [.. outside.SelectMany(each => Without(each, prefix))];
            }
        }

        return new IntentParty(
            elements.OrderBy(element => order.TryGetValue(element, out var place) ? place : int.MaxValue).ToEquatableArray(),
            outside.OrderBy(prefix => prefix).ToEquatableArray());
    }

    /// <summary>The zones in which the network has subnets, each once for a name and an identifier.</summary>
    public IEnumerable<AvailabilityZone> Zones => topology.Subnets.Select(ZoneOf).Distinct();

    /// <summary>Who is left of a side when everything in a zone is gone; what is in several zones is gone with the last of them.</summary>
    public IntentParty Without(IntentParty party, AvailabilityZone zone) =>
        party with { Elements = party.Elements.Where(element => !IsGone(element, zone)).ToEquatableArray() };

    /// <summary>Whether an element is in that zone and in no other.</summary>
    public bool IsGone(ElementId element, AvailabilityZone zone)
    {
        var zones = ZonesOf(element).ToList();
        return zones.Count > 0 && zones.TrueForAll(each => each == zone.Id);
    }

    /// <summary>
    /// Whether there is somebody on one side to be asked about somebody on the other. Nobody is asked about himself, and no packet between
    /// hosts of the internet comes through the network.
    /// </summary>
    public static bool HavePairs(IntentParty from, IntentParty to) =>
        from.Elements.Count > 0 && to.Elements.Count > 0
            ? from.Elements.Count > 1 || to.Elements.Count > 1 || from.Elements[0] != to.Elements[0] || from.Outside.Count > 0 || to.Outside.Count > 0
            : (from.Elements.Count > 0 && to.Outside.Count > 0) || (to.Elements.Count > 0 && from.Outside.Count > 0);

    /// <summary>The identifiers of the zones that an element is in; none for what is of no zone.</summary>
    private IEnumerable<string> ZonesOf(ElementId element) => element.Kind switch
    {
        ElementKind.NetworkInterface => interfaces.TryGetValue(element, out var found) ? [ZoneOf(subnets[found.Subnet]).Id] : [],
        ElementKind.NatGateway => topology.NatGateways.Where(gateway => gateway.Id == element).Select(gateway => ZoneOf(subnets[gateway.Subnet]).Id),
        ElementKind.RegionalNatGateway => topology.RegionalNatGateways.Where(gateway => gateway.Id == element)
            .SelectMany(gateway => gateway.Zones.Select(zone => OwnerOf(vpcs[gateway.Vpc]).ZoneIdOf(zone.Zone))),
        ElementKind.LoadBalancer => topology.LoadBalancers.Where(balancer => balancer.Id == element).SelectMany(balancer => balancer.Nodes).SelectMany(ZonesOf),
        ElementKind.VpcEndpoint => topology.VpcEndpoints.Where(endpoint => endpoint.Id == element).SelectMany(endpoint => endpoint.Interfaces).SelectMany(ZonesOf),
        ElementKind.VpnClient => topology.ClientVpnEndpoints
            .Where(endpoint => endpoint.Clients.Any(client => client.Id == element))
            .SelectMany(endpoint => endpoint.Associations)
            .Select(association => ZoneOf(subnets[association.Subnet]).Id),
        _ => [],
    };

    /// <summary>The zone of a subnet: the names of zones are those of the owner of the VPC.</summary>
    public AvailabilityZone ZoneOf(Subnet subnet) => new(subnet.Zone.Value, OwnerOf(vpcs[subnet.Vpc]).ZoneIdOf(subnet.Zone.Value));

    private Account OwnerOf(Vpc vpc) => topology.Accounts.First(account => account.Id == vpc.Account);

    /// <summary>Who of the network is meant by an end.</summary>
    private IEnumerable<ElementId> ElementsOf(EndpointSet end, IntentKind kind) => end switch
    {
        ElementEndpoints { Element: var element } => ElementsIn(element, kind),
        TaggedEndpoints { Key: var key, Value: var value } => hostInterfaces.Where(each => IsTagged(each, key, value)).Select(each => each.Id),
        PrefixEndpoints { Prefix: var prefix } => hostInterfaces.Where(each => AddressesOf(each).Any(prefix.Contains)).Select(each => each.Id)
            .Concat(topology.Hybrid.Hosts.Where(host => prefix.Contains(host.Address)).Select(host => host.Id))
            .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients).Where(client => client.Addresses.Any(prefix.Contains)).Select(client => client.Id)),
        _ => [],
    };

    private IEnumerable<ElementId> ElementsIn(ElementId element, IntentKind kind) => element.Kind switch
    {
        ElementKind.Instance => InterfacesOf(element, kind),
        ElementKind.AutoScalingGroup => topology.AutoScalingGroups.Where(group => group.Id == element).SelectMany(group => group.Instances).SelectMany(instance => InterfacesOf(instance, kind)),
        ElementKind.Subnet => hostInterfacesOfSubnet[element].Select(each => each.Id),
        ElementKind.Vpc => hostInterfacesOfVpc[element].Select(each => each.Id),
        ElementKind.Site => topology.Hybrid.Hosts.Where(host => host.Site == element).Select(host => host.Id),
        ElementKind.ClientVpnEndpoint => topology.ClientVpnEndpoints.Where(endpoint => endpoint.Id == element).SelectMany(endpoint => endpoint.Clients).Select(client => client.Id),
        _ => order.ContainsKey(element) ? [element] : [],
    };

    private IEnumerable<ElementId> InterfacesOf(ElementId instance, IntentKind kind) =>
        !instances.TryGetValue(instance, out var found) ? []
        : kind == IntentKind.CanReach ? found.Interfaces.Take(1)
        : found.Interfaces;

    /// <summary>A tag counts for all that is inside what has it.</summary>
    private bool IsTagged(NetworkInterface each, string key, string value)
    {
        var subnet = subnets[each.Subnet];
        return Has(each) || Has(subnet) || Has(vpcs[subnet.Vpc]) || (each.Instance is { } instance && instances.TryGetValue(instance, out var host) && Has(host));

        bool Has(ITagged tagged) => tagged.Tags.Any(tag => tag.Key == key && tag.Value == value);
    }

    /// <summary>Which hosts of the internet are meant by an end.</summary>
    private static IEnumerable<IpPrefix> OutsideOf(EndpointSet end) => end switch
    {
        InternetEndpoints => Internet,
        PrefixEndpoints { Prefix: var prefix } => Carried(prefix),
        _ => [],
    };

    /// <summary>A client of the internet is left out as the host that it is.</summary>
    private IEnumerable<IpPrefix> ClientsOf(EndpointSet end) => end is ElementEndpoints { Element: { Kind: ElementKind.InternetClient } client }
        ? topology.InternetClients.Where(each => each.Id == client).Select(each => IpPrefix.Of(each.Address))
        : [];

    /// <summary>What the internet carries, in order.</summary>
    private static IReadOnlyList<IpPrefix> Internet { get; } = [.. Carried(IpPrefix.AllIpv4).Concat(Carried(IpPrefix.AllIpv6)).OrderBy(prefix => prefix)];

    /// <summary>What the internet carries of a prefix.</summary>
    private static IEnumerable<IpPrefix> Carried(IpPrefix prefix) =>
        InternetRanges.NotCarried.Aggregate<IpPrefix, IEnumerable<IpPrefix>>([prefix], (left, range) => left.SelectMany(each => Without(each, range)));

    /// <summary>A prefix without another: the fewest prefixes that hold what is left.</summary>
    private static IEnumerable<IpPrefix> Without(IpPrefix prefix, IpPrefix hole)
    {
        if (!prefix.Contains(hole))
        {
            return hole.Contains(prefix) ? [] : [prefix];
        }

        // Every step down to the hole leaves the half in which it is not.
        return Enumerable.Range(prefix.Length + 1, hole.Length - prefix.Length).Select(length => IpPrefix.Containing(hole.Network, length).Sibling);
    }

    private static IEnumerable<IpAddress> AddressesOf(NetworkInterface each)
    {
        IEnumerable<IpAddress> own = [each.PrivateAddress, .. each.Ipv6Addresses];
        return each.PublicAddress is { } address ? own.Append(address) : own;
    }
}
