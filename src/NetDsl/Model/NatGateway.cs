using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>Whether a NAT gateway has a public address.</summary>
public enum NatConnectivity
{
    /// <summary>With an elastic IP address, for the internet.</summary>
    Public,

    /// <summary>Without one, for other VPCs and sites.</summary>
    Private,
}

/// <summary>
/// A zonal NAT gateway: translates source addresses and ports of TCP, UDP and ICMP, and admits replies only.
/// Source: "NAT gateways", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Subnet">The subnet that its interface is in.</param>
/// <param name="Connectivity">Public or private.</param>
/// <param name="PrivateAddress">The address of its interface, which it puts in place of the source.</param>
/// <param name="PublicAddress">The elastic address that the internet gateway pairs with it; none when private.</param>
public sealed record NatGateway(
    ElementId Id,
    Origin Origin,
    ElementId Subnet,
    NatConnectivity Connectivity,
    Ipv4Address PrivateAddress,
    Ipv4Address? PublicAddress) : Element(Id, Origin)
{
    /// <summary>
    /// Further addresses of its interface, in the order in which it has them: each carries as many flows to one destination as the first.
    /// </summary>
    public EquatableArray<NatAddress> SecondaryAddresses { get; init; }
}

/// <summary>A further address of a NAT gateway.</summary>
/// <param name="PrivateAddress">The address in the gateway's subnet.</param>
/// <param name="PublicAddress">The elastic address that the internet gateway pairs with it; none when the gateway is private.</param>
public sealed record NatAddress(Ipv4Address PrivateAddress, Ipv4Address? PublicAddress);
