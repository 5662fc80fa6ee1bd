namespace NetDsl.Model;

/// <summary>The kinds of things that a network is made of.</summary>
public enum ElementKind
{
    /// <summary>An account of the vendor's.</summary>
    Account,

    /// <summary>A geographic region.</summary>
    Region,

    /// <summary>A virtual private cloud.</summary>
    Vpc,

    /// <summary>A subnet.</summary>
    Subnet,

    /// <summary>A route table of a VPC.</summary>
    RouteTable,

    /// <summary>An internet gateway.</summary>
    InternetGateway,

    /// <summary>A NAT gateway.</summary>
    NatGateway,

    /// <summary>An elastic IP address.</summary>
    ElasticAddress,

    /// <summary>A security group.</summary>
    SecurityGroup,

    /// <summary>A network ACL.</summary>
    NetworkAcl,

    /// <summary>An instance: a host.</summary>
    Instance,

    /// <summary>A network interface.</summary>
    NetworkInterface,

    /// <summary>A VPC peering connection.</summary>
    Peering,

    /// <summary>A transit gateway.</summary>
    TransitGateway,

    /// <summary>The attachment of a VPC to a transit gateway.</summary>
    TransitGatewayAttachment,

    /// <summary>A route table of a transit gateway.</summary>
    TransitGatewayRouteTable,

    /// <summary>A network load balancer.</summary>
    LoadBalancer,

    /// <summary>A target group of a load balancer.</summary>
    TargetGroup,

    /// <summary>An Auto Scaling group.</summary>
    AutoScalingGroup,

    /// <summary>Premises outside the vendor's regions.</summary>
    Site,

    /// <summary>A host of a site.</summary>
    SiteHost,

    /// <summary>The device at a site's end of VPN connections.</summary>
    CustomerGateway,

    /// <summary>A virtual private gateway.</summary>
    VpnGateway,

    /// <summary>A site-to-site VPN connection.</summary>
    VpnConnection,

    /// <summary>A Direct Connect connection.</summary>
    DirectConnectConnection,

    /// <summary>A link aggregation group of Direct Connect connections.</summary>
    DirectConnectLag,

    /// <summary>A virtual interface of Direct Connect.</summary>
    VirtualInterface,

    /// <summary>A Direct Connect gateway.</summary>
    DirectConnectGateway,

    /// <summary>A customer-managed prefix list.</summary>
    PrefixList,

    /// <summary>A service of the vendor's in a region.</summary>
    PublicService,

    /// <summary>A VPC endpoint.</summary>
    VpcEndpoint,

    /// <summary>A service that others reach through VPC endpoints.</summary>
    EndpointService,

    /// <summary>A Client VPN endpoint.</summary>
    ClientVpnEndpoint,

    /// <summary>The association of a subnet with a Client VPN endpoint.</summary>
    ClientVpnAssociation,

    /// <summary>A client of a Client VPN endpoint.</summary>
    VpnClient,

    /// <summary>A private hosted zone.</summary>
    PrivateHostedZone,

    /// <summary>A forwarding rule of resolvers.</summary>
    ResolverRule,

    /// <summary>An inbound endpoint of a VPC's resolver.</summary>
    InboundResolverEndpoint,

    /// <summary>An egress-only internet gateway.</summary>
    EgressOnlyInternetGateway,

    /// <summary>An accelerator.</summary>
    Accelerator,

    /// <summary>A host of the internet in a place.</summary>
    InternetClient,

    /// <summary>A NAT gateway of a whole VPC.</summary>
    RegionalNatGateway,

    /// <summary>A route server of a VPC.</summary>
    RouteServer,

    /// <summary>Where a route server speaks BGP.</summary>
    RouteServerEndpoint,

    /// <summary>A session of a route server with an appliance.</summary>
    RouteServerPeer,

    /// <summary>A Gateway Load Balancer.</summary>
    GatewayLoadBalancer,

    /// <summary>A peer of a Connect attachment of a transit gateway.</summary>
    ConnectPeer,

    /// <summary>A VPN concentrator of a transit gateway.</summary>
    VpnConcentrator,

    /// <summary>A network function of a transit gateway.</summary>
    NetworkFunction,
}

/// <summary>
/// The identity of an element: its kind and its path of names, which is unique within the kind.
/// </summary>
/// <remarks>
/// A class, and not a struct of two words: tables by identity then run on code of the framework's that is compiled ahead of time, where each
/// compiler process would first have to compile its own.
/// </remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Names from the outside in, joined by slashes, for example <c>us-east-1/shop/web-a</c>.</param>
public sealed record ElementId(ElementKind Kind, string Path)
{
    private readonly int hash = unchecked((StringComparer.Ordinal.GetHashCode(Path) * 31) + (int)Kind);

    /// <summary>What it is.</summary>
    public ElementKind Kind { get; } = Kind;

    /// <summary>Names from the outside in, joined by slashes, for example <c>us-east-1/shop/web-a</c>.</summary>
    public string Path { get; } = Path;

    /// <summary>The last name of the path.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <inheritdoc/>
    public bool Equals(ElementId? other) =>
        ReferenceEquals(this, other) || (other is not null && hash == other.hash && Kind == other.Kind && string.Equals(Path, other.Path, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}

/// <summary>Something of the network with a name.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared; at compile time the text of its name.</param>
public abstract record Element(ElementId Id, Origin Origin)
{
    /// <summary>The name within its parent.</summary>
    public string Name => Id.Name;
}
