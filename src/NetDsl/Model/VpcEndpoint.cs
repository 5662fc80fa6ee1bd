using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A service of the vendor's in a region, such as S3: reached by public addresses, and by endpoints. Source: "AWS services that
/// integrate with AWS PrivateLink".
/// </summary>
/// <param name="Id">Its identity: the region and the service's code.</param>
/// <param name="Origin">Where it was first named.</param>
/// <param name="Region">Its region.</param>
/// <param name="Prefix">Its public addresses: what its prefix list holds.</param>
public sealed record PublicService(ElementId Id, Origin Origin, ElementId Region, Ipv4Prefix Prefix) : Element(Id, Origin)
{
    /// <summary>The families in which its interface endpoints take requests.</summary>
    public IpAddressType SupportedIpAddressTypes { get; init; }

    /// <summary>Its public IPv6 addresses, what its IPv6 prefix list holds; nothing when it has none.</summary>
    public IpPrefix? Ipv6Prefix { get; init; }

    /// <summary>Where requests for its resources may come from.</summary>
    public EquatableArray<ResourcePolicy> ResourcePolicies { get; init; }

    /// <summary>Its public addresses of both families.</summary>
    public IEnumerable<IpPrefix> Prefixes => Ipv6Prefix is { } ipv6 ? [Prefix, ipv6] : [Prefix];

    /// <summary>Whether the address is one of its public ones.</summary>
    public bool Has(IpAddress address) => address.IsIpv4 ? Prefix.Contains(address) : Ipv6Prefix is { } ipv6 && ipv6.Contains(address);
}

/// <summary>The kinds of endpoints.</summary>
public enum VpcEndpointKind
{
    /// <summary>A route to a service's public addresses, for S3 and DynamoDB.</summary>
    Gateway,

    /// <summary>An interface a zone, with an address of the VPC.</summary>
    Interface,

    /// <summary>One interface, in one subnet, that routes lead to: what they bring goes through the appliances of a Gateway Load Balancer.</summary>
    GatewayLoadBalancer,
}

/// <summary>Whether an endpoint carries traffic.</summary>
public enum VpcEndpointState
{
    /// <summary>It does.</summary>
    Available,

    /// <summary>The provider has not accepted it.</summary>
    PendingAcceptance,

    /// <summary>The provider has rejected it.</summary>
    Rejected,
}

/// <summary>
/// A VPC endpoint. Source: "Access AWS services through AWS PrivateLink", "Gateway endpoints" and "Access virtual appliances through AWS
/// PrivateLink", AWS PrivateLink guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Kind">Gateway, interface, or Gateway Load Balancer.</param>
/// <param name="Service">What it leads to: a service of the vendor's, or an endpoint service.</param>
/// <param name="RouteTables">Of a gateway endpoint: the tables that have a route to it.</param>
/// <param name="Interfaces">
/// Of an interface endpoint: its interfaces, one a zone; they have its security groups. Of a Gateway Load Balancer endpoint: its only interface.
/// </param>
/// <param name="PrivateDns">Whether the public name of the service leads here inside the VPC.</param>
/// <param name="State">Whether it carries traffic.</param>
public sealed record VpcEndpoint(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    VpcEndpointKind Kind,
    Sourced<ElementId> Service,
    EquatableArray<ElementId> RouteTables,
    EquatableArray<ElementId> Interfaces,
    bool PrivateDns,
    VpcEndpointState State) : Element(Id, Origin)
{
    /// <summary>
    /// Whether private DNS holds only for what asks by an inbound endpoint: sites then use this endpoint, and the VPC its gateway endpoint.
    /// </summary>
    public bool PrivateDnsOnlyForInboundResolver { get; init; }

    /// <summary>The families of the addresses of its interfaces; of a gateway endpoint, of the prefix lists that its tables lead to it.</summary>
    public IpAddressType IpAddressType { get; init; }

    /// <summary>The records that its names have; of a gateway endpoint, the names of its service inside the VPC.</summary>
    public DnsRecordIpType DnsRecordIpType { get; init; }

    /// <summary>Which requests it lets through; nothing for the vendor's default, all of them.</summary>
    public EndpointPolicy? Policy { get; init; }
}

/// <summary>
/// A service of one's own that others reach through endpoints: over network load balancers through interface endpoints, over Gateway Load Balancers
/// through theirs. Source: "Share your services through AWS PrivateLink", AWS PrivateLink guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">The VPC of its load balancers.</param>
/// <param name="LoadBalancers">Its network load balancers.</param>
/// <param name="AcceptanceRequired">Whether the provider accepts each endpoint.</param>
public sealed record EndpointService(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    EquatableArray<ElementId> LoadBalancers,
    bool AcceptanceRequired) : Element(Id, Origin)
{
    /// <summary>The families in which its endpoints take requests.</summary>
    public IpAddressType SupportedIpAddressTypes { get; init; }

    /// <summary>Its Gateway Load Balancers; it has these or network load balancers.</summary>
    public EquatableArray<ElementId> GatewayLoadBalancers { get; init; }

    /// <summary>The domain name that consumers with private DNS know it by; nothing when it has none.</summary>
    public string? PrivateDnsName { get; init; }
}
