using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A Client VPN endpoint: people's machines connect to it, and come into a VPC by the interfaces of its associated subnets, or into a transit gateway that
/// it is attached to, with their own addresses. Source: "How AWS Client VPN works" and "Transit Gateway integration with Client VPN", AWS Client VPN
/// Administrator Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">The VPC of its associations; nothing when it is attached to a transit gateway.</param>
/// <param name="ClientPrefix">The IPv4 addresses that clients get, /12 to /22; nothing when it carries IPv6 only.</param>
/// <param name="Authentication">How clients prove who they are.</param>
/// <param name="SplitTunnel">Whether clients send only what the endpoint has routes for into the tunnel.</param>
/// <param name="SecurityGroups">The groups of the associations' interfaces; none when there are no associations.</param>
/// <param name="Associations">The subnets that clients come in by; none when it is attached to a transit gateway.</param>
/// <param name="Rules">Who may reach what.</param>
/// <param name="Clients">Who connects.</param>
public sealed record ClientVpnEndpoint(
    ElementId Id,
    Origin Origin,
    ElementId? Vpc,
    Sourced<Ipv4Prefix>? ClientPrefix,
    ClientVpnAuthentication Authentication,
    bool SplitTunnel,
    EquatableArray<ElementId> SecurityGroups,
    EquatableArray<ClientVpnAssociation> Associations,
    EquatableArray<ClientVpnAuthorizationRule> Rules,
    EquatableArray<VpnClient> Clients) : Element(Id, Origin)
{
    /// <summary>The transit gateway that it is attached to; nothing when it has associations.</summary>
    public ElementId? TransitGateway { get; init; }

    /// <summary>The families of addresses that it carries.</summary>
    public IpAddressType IpAddressType { get; init; }

    /// <summary>
    /// The IPv6 addresses that clients get where it is attached to a transit gateway, out of a block of that; where it has associations, each subnet gives the
    /// addresses of the clients that landed there.
    /// </summary>
    public IpPrefix? ClientIpv6Prefix { get; init; }

    /// <summary>Where clients get to by the transit gateway; those of associations have their routes there.</summary>
    public EquatableArray<ClientVpnRoute> Routes { get; init; } = [];

    /// <summary>What carries the tunnels of clients: UDP or TCP.</summary>
    public Protocol Transport { get; init; } = Protocol.Udp;

    /// <summary>The port that clients connect to, 443 or 1194.</summary>
    public int Port { get; init; } = 443;

    /// <summary>Its prefixes of clients, of both families.</summary>
    public IEnumerable<IpPrefix> ClientPrefixes
    {
        get
        {
            if (ClientPrefix is { } ipv4)
            {
                yield return ipv4.Value;
            }

            if (ClientIpv6Prefix is { } ipv6)
            {
                yield return ipv6;
            }
        }
    }
}

/// <summary>How clients prove who they are; certificates may be asked for beside one of the others.</summary>
[Flags]
public enum ClientVpnAuthentication
{
    /// <summary>By a certificate: it tells no groups.</summary>
    Certificate = 1,

    /// <summary>By a directory, which tells the groups.</summary>
    Directory = 2,

    /// <summary>By an identity provider over SAML, which tells the groups.</summary>
    Saml = 4,
}

/// <summary>An associated subnet, with the interface that stands for its clients in the VPC, and its part of the endpoint's route table.</summary>
/// <param name="Id">Its identity: the endpoint's and the subnet's name.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Subnet">The subnet.</param>
/// <param name="PrivateAddress">The address that takes the place of clients'.</param>
/// <param name="PublicAddress">The public one, where the VPC has an internet gateway.</param>
/// <param name="Routes">Where clients that land here get to.</param>
public sealed record ClientVpnAssociation(
    ElementId Id,
    Origin Origin,
    ElementId Subnet,
    Ipv4Address PrivateAddress,
    Ipv4Address? PublicAddress,
    EquatableArray<ClientVpnRoute> Routes) : Element(Id, Origin);

/// <summary>A route of an endpoint for one association.</summary>
/// <param name="Destination">Where to.</param>
/// <param name="IsLocal">Whether it leads to other clients; else it leads into the associated subnet or the transit gateway.</param>
/// <param name="Origin">Where it was written; nowhere for a route that came with the association.</param>
public sealed record ClientVpnRoute(Sourced<IpPrefix> Destination, bool IsLocal, Origin Origin);

/// <summary>An authorization rule: who may reach a prefix.</summary>
/// <param name="Destination">The prefix.</param>
/// <param name="Group">The group of the users that may; everybody when there is none.</param>
/// <param name="Origin">Where it was written.</param>
public sealed record ClientVpnAuthorizationRule(Sourced<IpPrefix> Destination, string? Group, Origin Origin);

/// <summary>A client: somebody's machine, connected to an endpoint.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Address">Its address in the tunnel: the IPv4 one, or that of IPv6 when it has no other.</param>
/// <param name="Groups">The groups that its user is in.</param>
/// <param name="Association">The association that its session landed on; nothing at an endpoint that is attached to a transit gateway.</param>
public sealed record VpnClient(
    ElementId Id, Origin Origin, IpAddress Address, EquatableArray<string> Groups, ElementId? Association) : Element(Id, Origin)
{
    /// <summary>Its IPv6 address, if it has one; nobody translates it.</summary>
    public IpAddress? Ipv6Address { get; init; }

    /// <summary>Its addresses of both families.</summary>
    public IEnumerable<IpAddress> Addresses => Ipv6Address is { } ipv6 && ipv6 != Address ? [Address, ipv6] : [Address];
}
