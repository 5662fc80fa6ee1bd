using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Finds the elements of a topology by identity and by what they belong to.</summary>
internal sealed partial class TopologyIndex
{
    private readonly Dictionary<ElementId, Element> elements;
    private readonly ILookup<ElementId, Subnet> subnetsOfVpc;
    private readonly Dictionary<ElementId, InternetGateway> gatewayOfVpc;
    private readonly Dictionary<ElementId, EgressOnlyInternetGateway> egressOnlyGatewayOfVpc = [];
    private readonly List<(IpPrefix Block, Vpc Vpc)> advertisedIpv6Blocks;
    private readonly Dictionary<ElementId, Dictionary<string, string>> zoneIds = [];
    private GatewayRoutes? gateways;
    private RangeList? publicRanges;

    public TopologyIndex(Topology topology)
    {
        Topology = topology;
        elements = topology.Elements.ToDictionary(element => element.Id);
        subnetsOfVpc = topology.Subnets.ToLookup(subnet => subnet.Vpc);
        gatewayOfVpc = topology.InternetGateways
            .Where(gateway => gateway.Vpc is not null)
            .ToDictionary(gateway => gateway.Vpc!);
        foreach (var gateway in topology.EgressOnlyInternetGateways.Where(gateway => !egressOnlyGatewayOfVpc.ContainsKey(gateway.Vpc)))
        {
            egressOnlyGatewayOfVpc.Add(gateway.Vpc, gateway);
        }

        advertisedIpv6Blocks = topology.Vpcs
            .SelectMany(vpc => vpc.Ipv6Blocks.Select(block => block.Value).Where(block => !vpc.UnadvertisedIpv6Blocks.Contains(block)).Select(block => (block, vpc)))
            .ToList();
    }

    public Topology Topology { get; }

    /// <summary>What the gateways of the network know of sites.</summary>
    public GatewayRoutes Gateways => gateways ??= new GatewayRoutes(this);

    public T Get<T>(ElementId id)
        where T : Element => (T)elements[id];

    /// <summary>The element; nothing when there is none.</summary>
    public Element? Find(ElementId id) => elements.TryGetValue(id, out var element) ? element : null;

    public Account Account(Vpc vpc) => Get<Account>(vpc.Account);

    public Vpc Vpc(Subnet subnet) => Get<Vpc>(subnet.Vpc);

    /// <summary>The identifier of the zone of a subnet, which means the same in all accounts.</summary>
    public string ZoneIdOf(Subnet subnet) => ZoneIdOf(Vpc(subnet), subnet.Zone.Value);

    /// <summary>The same of a zone, in the account of a VPC.</summary>
    public string ZoneIdOf(Vpc vpc, string zone)
    {
        if (!zoneIds.TryGetValue(vpc.Account, out var known))
        {
            zoneIds.Add(vpc.Account, known = []);
        }

        if (!known.TryGetValue(zone, out var id))
        {
            id = Account(vpc).ZoneIdOf(zone);
            known.Add(zone, id);
        }

        return id;
    }

    /// <summary>The identifier of the zone by which a subnet is served by transit gateways: its own, or the parent of its Local Zone.</summary>
    public string TransitZoneIdOf(Subnet subnet) => TransitZoneIdOf(Vpc(subnet), subnet.Zone.Value);

    /// <summary>The same of a zone of a VPC's region.</summary>
    public string TransitZoneIdOf(Vpc vpc, string zone) =>
        Get<Region>(vpc.Region).LocalZones.FirstOrDefault(each => each.Name == zone)?.Parent ?? ZoneIdOf(vpc, zone);

    /// <summary>The subnet of the VPC that has the address in its prefix.</summary>
    public Subnet? SubnetOf(Vpc vpc, IpAddress address) =>
        subnetsOfVpc[vpc.Id].FirstOrDefault(subnet => subnet.Contains(address));

    /// <summary>The subnets of the VPC, in their order.</summary>
    public IEnumerable<Subnet> SubnetsOf(Vpc vpc) => subnetsOfVpc[vpc.Id];

    /// <summary>The IPv4 addresses around one of which the internet has one answer for all: whose they are, and whether it carries them.</summary>
    public (IpAddress First, IpAddress Last) PublicRangeOf(IpAddress address)
    {
        publicRanges ??= DestinationRanges.OfPublic(Topology);
        return publicRanges[publicRanges.IndexOf(address)];
    }

    /// <summary>The vendor's service that has the address.</summary>
    public PublicService? ServiceAt(IpAddress address) => Topology.PublicServices.FirstOrDefault(service => service.Has(address));

    /// <summary>The internet gateway that is attached to the VPC.</summary>
    public InternetGateway? GatewayOf(ElementId vpc) => gatewayOfVpc.TryGetValue(vpc, out var gateway) ? gateway : null;

    /// <summary>The egress-only internet gateway of the VPC.</summary>
    public EgressOnlyInternetGateway? EgressOnlyGatewayOf(ElementId vpc) =>
        egressOnlyGatewayOfVpc.TryGetValue(vpc, out var gateway) ? gateway : null;

    /// <summary>Whether the address is of an IPv6 block of the network, whether the internet knows a way to it or not.</summary>
    public bool IsOfIpv6Block(IpAddress address) =>
        address.IsIpv6 && Topology.Vpcs.Any(vpc => vpc.Ipv6Blocks.Any(block => block.Value.Contains(address)));

    /// <summary>The VPC that has the address in an IPv6 block which is announced to the internet.</summary>
    public Vpc? VpcWithIpv6(IpAddress address) => advertisedIpv6Blocks.Find(each => each.Block.Contains(address)).Vpc;

    /// <summary>Whether the region blocks what goes between a subnet and the internet.</summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="byEgressGateway">Whether it goes by a gateway that lets connections out only, such as a NAT gateway.</param>
    public bool BlocksPublicAccess(Subnet subnet, bool byEgressGateway) => Blocks(PublicAccessOf(Vpc(subnet), subnet.PublicAccessExclusion), byEgressGateway);

    /// <summary>Whether what may pass is less than that.</summary>
    public static bool Blocks(PublicAccess access, bool byEgressGateway) => access switch
    {
        PublicAccess.Open => false,
        PublicAccess.EgressOnly => !byEgressGateway,
        _ => true,
    };

    /// <summary>What passes between a subnet and the internet; the exclusion of the subnet counts, else that of its VPC.</summary>
    /// <remarks>Source: "Block public access to VPCs and subnets", Amazon VPC User Guide.</remarks>
    /// <param name="vpc">The VPC.</param>
    /// <param name="ofSubnet">The exclusion of the subnet, when it has one.</param>
    public PublicAccess PublicAccessOf(Vpc vpc, PublicAccessExclusion? ofSubnet)
    {
        var mode = Topology.Regions.FirstOrDefault(region => region.Id == vpc.Region)?.BlockPublicAccess ?? BlockPublicAccessMode.Off;
        return (mode, ofSubnet ?? vpc.PublicAccessExclusion) switch
        {
            (BlockPublicAccessMode.Off, _) or (_, PublicAccessExclusion.AllowBidirectional) => PublicAccess.Open,
            (BlockPublicAccessMode.Ingress, _) or (_, PublicAccessExclusion.AllowEgress) => PublicAccess.EgressOnly,
            _ => PublicAccess.Blocked,
        };
    }

    /// <summary>
    /// Whether transit gateways carry references from and to the groups of an interface: not in one zone, and not at interfaces of PrivateLink.
    /// </summary>
    /// <remarks>Source: "Security group referencing", Amazon VPC Transit Gateways guide.</remarks>
    public bool CarriesReferences(NetworkInterface each) =>
        each.ManagedBy is not { Kind: ElementKind.VpcEndpoint } && CarriesReferences(Get<Subnet>(each.Subnet));

    /// <summary>Whether transit gateways carry references in the zone of a subnet.</summary>
    public bool CarriesReferences(Subnet subnet) => ZoneIdOf(subnet) != AvailabilityZones.WithoutGroupReferences;

    /// <summary>Whether a rule of a group on an interface of one VPC may reference a group on one of another.</summary>
    /// <remarks>Source: "Security group referencing", Amazon VPC Peering Guide and Amazon VPC Transit Gateways guide.</remarks>
    /// <param name="from">The VPC of the interface that has the rule.</param>
    /// <param name="referenced">The VPC of the interface that has the group.</param>
    /// <param name="ingress">Whether the rule admits.</param>
    /// <param name="overTransitGateway">Whether transit gateways carry references between both; see <see cref="CarriesReferences(NetworkInterface)"/>.</param>
    public bool MayReference(ElementId from, ElementId referenced, bool ingress, bool overTransitGateway = true) =>
        from == referenced
        || (Topology.Profile.GroupReferencesOverPeering == GroupReferencesOverPeering.SameRegion
            && Get<Vpc>(from).Region == Get<Vpc>(referenced).Region
            && Topology.Peerings.Any(peering =>
                peering.IsActive && peering.Joins(from) && peering.Joins(referenced)))
        || (ingress
            && overTransitGateway
            && Topology.Profile.GroupReferencesOverTransitGateway == GroupReferencesOverTransitGateway.Inbound
            && Topology.TransitGateways.Any(gateway =>
            gateway.SecurityGroupReferencing
            && gateway.AttachmentOf(from) is { SecurityGroupReferencing: true, IsAvailable: true }
            && gateway.AttachmentOf(referenced) is { SecurityGroupReferencing: true, IsAvailable: true }));
}
