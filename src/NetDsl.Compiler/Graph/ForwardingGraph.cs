using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>
/// What a network does to packets, with nothing left to look up in the description that it came from.
/// </summary>
/// <remarks>
/// <para>
/// A packet enters from a source class: the subnet that its sender is in, an element that has translated it and sends it on
/// (a NAT gateway that has restored a reply), or the internet. All destinations of each family are cut, for each source class, into consecutive ranges whose packets take
/// one path; each range names its path program. One binary search thus answers what a walk over route tables, gateways,
/// peerings and transit gateways would find out hop by hop.
/// </para>
/// <para>
/// A path program is that walk, done in advance: its steps name every hop, with the filters to ask, the translations to
/// make and the routes that were chosen, and its end says where the packet arrives. Programs depend on the subnet of the
/// sender, not on the sender: what differs between interfaces of a subnet (their security groups, their public address)
/// is asked of the holder table when a step says so. A program that ends in a subnet finds the receiver there by address.
/// </para>
/// <para>
/// In a large network paths from end to end would be as many as pairs of subnets. There a path leads to a junction, in a transit gateway or on the internet, and the junction tells
/// the rest: the graph then grows with sources and destinations, not with their product.
/// </para>
/// <para>
/// Invariants: the ranges of a source class begin at 0 and rise strictly; neighbours have different programs; equal programs,
/// filters and nodes exist once; every index is inside its table. The graph is immutable, compares by value, and
/// has one text form.
/// </para>
/// <para>Costs: classes are bounded by sources × (prefixes × 2 + public addresses); programs by what differs.</para>
/// </remarks>
public sealed record ForwardingGraph
{
    // Follows from the tables, so that equal graphs have it alike. Not of the flags' own type: equality of graphs would make a comparer for it.
    private int filled;

    /// <summary>The name of the topology.</summary>
    public required string Name { get; init; }

    /// <summary>Everything that a hop can name.</summary>
    public EquatableArray<GraphNode> Nodes { get; init; }

    /// <summary>The VPCs, with what flow logs say of them.</summary>
    public EquatableArray<GraphVpc> Vpcs { get; init; }

    /// <summary>The subnets that something with an address is in, in the order of their nodes.</summary>
    public EquatableArray<GraphSubnet> Subnets { get; init; }

    /// <summary>Everything that has a private address: interfaces, and NAT gateways.</summary>
    public EquatableArray<AddressHolder> Holders { get; init; }

    /// <summary>The filters: one a direction of every different set of security groups, and of every network ACL.</summary>
    public EquatableArray<PacketFilter> Filters { get; init; }

    /// <summary>What the nodes of load balancers do, balancer by balancer in the order of declaration.</summary>
    public EquatableArray<Distribution> Distributions
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Distributions, value.Count);
        }
    }

    /// <summary>Where the interfaces of endpoints lead.</summary>
    public EquatableArray<EndpointLink> Endpoints
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Endpoints, value.Count);
        }
    }

    /// <summary>The policies of endpoints that have one of their own.</summary>
    public EquatableArray<GraphEndpointPolicy> Policies
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Policies, value.Count);
        }
    }

    /// <summary>Where requests for resources of services may come from.</summary>
    public EquatableArray<GraphResourcePolicy> ResourcePolicies
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.ResourcePolicies, value.Count);
        }
    }

    /// <summary>The vendor's services.</summary>
    public EquatableArray<GraphService> Services
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Services, value.Count);
        }
    }

    /// <summary>What is behind Gateway Load Balancer endpoints.</summary>
    public EquatableArray<Inspection> Inspections
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Inspections, value.Count);
        }
    }

    /// <summary>The resolvers of the VPCs that are not as the vendor makes them.</summary>
    public EquatableArray<NameResolver> Resolvers
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Resolvers, value.Count);
        }
    }

    /// <summary>What accelerators do.</summary>
    public EquatableArray<Acceleration> Accelerations
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Accelerations, value.Count);
        }
    }

    /// <summary>The edge locations where clients meet accelerators; the first is for everybody whom no other names.</summary>
    public EquatableArray<EdgeLocation> Edges
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Edges, value.Count);
        }
    }

    /// <summary>The hosts of the internet that have names.</summary>
    public EquatableArray<GraphClient> Clients
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Clients, value.Count);
        }
    }

    /// <summary>How packets look on the way to and from sites, in the order of their nodes.</summary>
    public EquatableArray<GraphCircuit> Circuits
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Circuits, value.Count);
        }
    }

    /// <summary>The transit gateways, with what flow logs say of them.</summary>
    public EquatableArray<GraphTransitGateway> TransitGateways
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.TransitGateways, value.Count);
        }
    }

    /// <summary>Their attachments, gateway by gateway.</summary>
    public EquatableArray<GraphTransitGatewayAttachment> Attachments
    {
        get;
        init
        {
            field = value;
            Note(GraphTables.Attachments, value.Count);
        }
    }

    /// <summary>The path programs.</summary>
    public EquatableArray<PathProgram> Programs { get; init; }

    /// <summary>The source classes; the last one is the internet.</summary>
    public EquatableArray<SourceClass> Sources { get; init; }

    /// <summary>Where paths of many sources meet, in a large network; see <see cref="JunctionEnd"/>. Each has a program for the rest of the path to each range of destinations.</summary>
    public EquatableArray<SourceClass> Junctions { get; init; }

    /// <summary>
    /// Whether one of these tables has something in it. Who asks a table itself loads the types of its items, of which there are many, and a program that starts pays for each.
    /// </summary>
    /// <param name="tables">The tables.</param>
    public bool Has(GraphTables tables) => (filled & (int)tables) != 0;

    private void Note(GraphTables table, int count) => filled = count > 0 ? filled | (int)table : filled & ~(int)table;
}

/// <summary>Something that a hop can name.</summary>
/// <param name="Kind">Its kind as machine output names it, such as <c>route-table</c>, or <c>internet</c>.</param>
/// <param name="Path">Its path of names.</param>
/// <param name="Origin">Where it was declared.</param>
public sealed record GraphNode(string Kind, string Path, Origin Origin)
{
    /// <summary>Everything outside.</summary>
    public static GraphNode Internet { get; } = new("internet", "internet", Origin.None);

    /// <summary>The last name of the path, as people speak of it.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);
}

/// <summary>A VPC.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Region">The name of its region.</param>
/// <param name="Account">The number of its owner, twelve digits.</param>
public sealed record GraphVpc(int Node, string Region, string Account);

/// <summary>A subnet.</summary>
/// <param name="Node">Its node.</param>
/// <param name="ZoneId">The identifier of its zone, such as <c>use1-az1</c>, which is the same in every account.</param>
public sealed record GraphSubnet(int Node, string ZoneId);

/// <summary>Something that has a private address.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Vpc">The node of its VPC.</param>
/// <param name="Subnet">The node of its subnet.</param>
/// <param name="Source">The source class of what it sends; for a NAT gateway or another translator, of what it sends on.</param>
/// <param name="PrivateAddress">Its address in the subnet: the IPv4 address, or in a subnet without IPv4 the first IPv6 address.</param>
/// <param name="PublicAddress">The address that the internet gateway of its VPC pairs with it, if any.</param>
/// <param name="Ingress">The filter of its security groups for what arrives; -1 for what has no groups: a NAT gateway, some load balancers.</param>
/// <param name="Egress">The filter of its security groups for what it sends; -1 for what has no groups.</param>
public sealed record AddressHolder(
    int Node,
    int Vpc,
    int Subnet,
    int Source,
    IpAddress PrivateAddress,
    Ipv4Address? PublicAddress,
    int Ingress,
    int Egress)
{
    /// <summary>Its IPv6 addresses.</summary>
    public EquatableArray<IpAddress> Ipv6Addresses { get; init; }

    /// <summary>The number of the account that owns it, where that is not the owner of its VPC: of a participant of a shared subnet.</summary>
    public string? Account { get; init; }

    /// <summary>Whether names that have IPv4 addresses only are resolved to addresses of 64:ff9b::/96 for it.</summary>
    public bool UsesDns64 { get; init; }

    /// <summary>The address that it has in a family; nothing when it has none.</summary>
    /// <param name="like">An address of the family.</param>
    public IpAddress? AddressOf(IpAddress like) =>
        like.IsIpv4 == PrivateAddress.IsIpv4 ? PrivateAddress
        : like.IsIpv6 && Ipv6Addresses.Count > 0 ? Ipv6Addresses[0]
        : null;

    /// <summary>The addresses that it has itself, the private one first.</summary>
    public IEnumerable<IpAddress> Addresses => Ipv6Addresses.Prepend(PrivateAddress).Distinct();

    /// <summary>The addresses by which it is written to: those that it has itself, and the public one.</summary>
    public IEnumerable<IpAddress> AllAddresses => PublicAddress is { } address ? Addresses.Append(address) : Addresses;

    /// <summary>Whether it has that address itself; a public IPv4 address it has not, but its internet gateway.</summary>
    public bool Has(IpAddress address)
    {
        if (address == PrivateAddress)
        {
            return true;
        }

        for (var index = 0; index < Ipv6Addresses.Count; index++)
        {
            if (Ipv6Addresses[index] == address)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The address by which a host of the internet reaches it; nothing when it has none there.</summary>
    /// <param name="like">An address of the family in which it is asked.</param>
    public IpAddress? AddressOnInternet(IpAddress like) => like.IsIpv4 ? PublicAddress : AddressOf(like);

    /// <summary>What it does to packets that arrive.</summary>
    public HolderRole Role { get; init; } = Ingress < 0 ? HolderRole.NatGateway : HolderRole.Interface;

    /// <summary>
    /// The source class of the replies that a NAT instance gives their destination back; -1 for everything else. The host itself
    /// sends from <see cref="Source"/>.
    /// </summary>
    public int Forwarded { get; init; } = -1;

    /// <summary>
    /// The entry of the NAT gateway that has this address too, when this is a secondary address; -1 for everything else. Whoever arrives at a
    /// secondary address is at the gateway.
    /// </summary>
    public int Primary { get; init; } = -1;

    /// <summary>Whether it sends only what has its own address as the source.</summary>
    public bool ChecksSource { get; init; } = true;

    /// <summary>Whether it may send what is not its own.</summary>
    public bool Forwards => IsNatInstance || !ChecksSource;

    /// <summary>Whether this is an interface of a NAT instance: a host that also restores what answers a flow that it translated.</summary>
    public bool IsNatInstance => Forwarded >= 0;

    /// <summary>Whether this is a NAT gateway.</summary>
    public bool IsNatGateway => Role == HolderRole.NatGateway;

    /// <summary>
    /// Whether packets that arrive are translated and sent on from <see cref="Source"/>. Such a holder starts no flow by itself.
    /// </summary>
    public bool Translates => Role is not (HolderRole.Interface or HolderRole.SiteHost);

    /// <summary>Whether it remembers flows that it translates; a secondary address is in its gateway's memory.</summary>
    public bool KeepsFlows => Primary < 0 && (Translates || IsNatInstance);

    /// <summary>Whether it has security groups.</summary>
    public bool HasGroups => Ingress >= 0;
}

/// <summary>Where packets enter.</summary>
/// <param name="Node">The subnet, the NAT gateway, or the internet.</param>
/// <param name="Starts">The first address of each range of IPv4 destinations; the first is 0.</param>
/// <param name="Programs">The program of each range.</param>
public sealed record SourceClass(int Node, EquatableArray<uint> Starts, EquatableArray<int> Programs)
{
    /// <summary>
    /// The first address of each range of IPv6 destinations; the first is <c>::</c>. None in a network in which nothing speaks IPv6.
    /// </summary>
    public EquatableArray<IpAddress> Ipv6Starts { get; init; }

    /// <summary>The program of each IPv6 range.</summary>
    public EquatableArray<int> Ipv6Programs { get; init; }

    /// <summary>The program of packets to that destination; -1 for IPv6 in a network in which nothing speaks it.</summary>
    public int ProgramFor(IpAddress destination) => destination.AsIpv4 is { } ipv4 ? ProgramFor(ipv4) : Ipv6ProgramFor(destination);

    private int Ipv6ProgramFor(IpAddress destination) => Ipv6Starts.Count == 0 ? -1 : Ipv6Programs[RangeOf(Ipv6Starts, destination)];

    private int ProgramFor(Ipv4Address destination) => Programs[RangeOf(Starts, destination.Value)];

    /// <summary>The last range that starts at the value or below.</summary>
    private static int RangeOf<T>(EquatableArray<T> starts, T value)
        where T : IComparable<T>
    {
        var low = 0;
        var high = starts.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (starts[middle].CompareTo(value) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
