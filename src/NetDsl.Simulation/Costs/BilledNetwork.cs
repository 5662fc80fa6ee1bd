using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Simulation.Costs;

/// <summary>A network as its bill sees it: where everything is, and who owns it.</summary>
internal sealed class BilledNetwork
{
    // Stands for the owner of what has none in the description, such as a line to a site.
    private const string Nobody = "-";

    private readonly Dictionary<ElementId, Element> elements = [];
    private readonly Dictionary<int, Place> places = [];
    private readonly string ownerOfTheRest;

    public BilledNetwork(Topology topology, ForwardingGraph graph)
    {
        (Topology, Graph) = (topology, graph);
        foreach (var element in topology.Elements)
        {
            elements[element.Id] = element;
        }

        ownerOfTheRest = topology.Accounts.Count > 0 ? topology.Accounts[0].Number : Nobody;
    }

    public Topology Topology { get; }

    public ForwardingGraph Graph { get; }

    /// <summary>The element that a node of the graph stands for; nothing for the internet.</summary>
    public Element? At(int node) => ElementKinds.OfCode(Graph.Nodes[node].Kind) is { } kind ? elements.GetValueOrDefault(new ElementId(kind, Graph.Nodes[node].Path)) : null;

    public T Get<T>(ElementId id)
        where T : Element => (T)elements[id];

    /// <summary>Where an entry of the holder table is.</summary>
    public Place PlaceOf(int holder)
    {
        if (!places.TryGetValue(holder, out var place))
        {
            place = FindPlaceOf(Graph.Holders[holder]);
            places.Add(holder, place);
        }

        return place;
    }

    /// <summary>Where an interface is.</summary>
    public Place PlaceOf(NetworkInterface each)
    {
        var subnet = Get<Subnet>(each.Subnet);
        return InVpc(Get<Vpc>(subnet.Vpc), subnet.Zone.Value, UserOf(each));
    }

    /// <summary>The account that pays for an element: its owner, or the owner of the VPC that it is of.</summary>
    public string OwnerOf(Element element) => element switch
    {
        Vpc vpc => Get<Account>(vpc.Account).Number,
        Subnet subnet => OwnerOf(subnet.Vpc),
        NatGateway gateway => OwnerOf(gateway.Subnet),
        RegionalNatGateway gateway => OwnerOf(gateway.Vpc),
        NetworkInterface each => OwnerOf(each.Subnet),
        VpcEndpoint endpoint => OwnerOf(endpoint.Vpc),
        GatewayLoadBalancer balancer => OwnerOf(balancer.Vpc),
        InboundResolverEndpoint endpoint => OwnerOf(endpoint.Vpc),
        RouteServerEndpoint endpoint => OwnerOf(endpoint.Subnet),
        ClientVpnAssociation association => OwnerOf(association.Subnet),
        TransitGateway { Owner: { } owner } => Get<Account>(owner).Number,
        TransitGatewayAttachment { Vpc: { } vpc } => OwnerOf(vpc),
        VpnGateway { Vpc: { } vpc } => OwnerOf(vpc),
        VpnConnection connection => OwnerOf(connection.Target),
        ClientVpnEndpoint { Vpc: { } vpc } => OwnerOf(vpc),
        ClientVpnEndpoint { TransitGateway: { } gateway } => OwnerOf(gateway),
        Accelerator accelerator => Get<Account>(accelerator.Account).Number,
        ElasticAddress { Holder: { } holder } => OwnerOf(holder),
        LoadBalancer { Nodes: { Count: > 0 } nodes } => UserOf(Get<NetworkInterface>(nodes[0])),
        LoadBalancer balancer => OwnerOf(balancer.Vpc),
        _ => ownerOfTheRest,
    };

    public string OwnerOf(ElementId element) => OwnerOf(elements[element]);

    /// <summary>The account whose an interface is: a participant's, or that of the VPC.</summary>
    public string UserOf(NetworkInterface each) => each.Participant is { } participant ? Get<Account>(participant).Number : OwnerOf(each);

    private Place FindPlaceOf(AddressHolder holder)
    {
        switch (At(holder.Vpc))
        {
            case Vpc vpc:
                return InVpc(vpc, ((Subnet)At(holder.Subnet)!).Zone.Value, holder.Account);
            case RegionalNatGateway gateway:
                return InVpc(Get<Vpc>(gateway.Vpc), gateway.Zones.First(each => each.Addresses.Any(address => address == holder.PublicAddress)).Zone, user: null);
            case var outside:
                return Place.Outside(outside?.Name ?? "internet");
        }
    }

    private Place InVpc(Vpc vpc, string zone, string? user)
    {
        var (owner, zoneId) = (OwnerOf(vpc), Get<Account>(vpc.Account).ZoneIdOf(zone));
        return new Place($"{vpc.Name} {zoneId}", vpc.Region.Path, zoneId, owner, user ?? owner);
    }
}
