using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A Client VPN endpoint: people's machines connect to it, and come into a VPC by the interfaces of its associated subnets.
/// Source: "How AWS Client VPN works", AWS Client VPN Administrator Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">The VPC of its associations.</param>
/// <param name="ClientPrefix">The addresses that clients get, /12 to /22.</param>
/// <param name="Authentication">How clients prove who they are.</param>
/// <param name="SplitTunnel">Whether clients send only what the endpoint has routes for into the tunnel.</param>
/// <param name="SecurityGroups">The groups of the associations' interfaces.</param>
/// <param name="Associations">The subnets that clients come in by.</param>
/// <param name="Rules">Who may reach what.</param>
/// <param name="Clients">Who connects.</param>
public sealed record ClientVpnEndpoint(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    Sourced<Ipv4Prefix> ClientPrefix,
    ClientVpnAuthentication Authentication,
    bool SplitTunnel,
    EquatableArray<ElementId> SecurityGroups,
    EquatableArray<ClientVpnAssociation> Associations,
    EquatableArray<ClientVpnAuthorizationRule> Rules,
    EquatableArray<VpnClient> Clients) : Element(Id, Origin);

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
/// <param name="IsLocal">Whether it leads to other clients; else it leads into the associated subnet.</param>
/// <param name="Origin">Where it was written; nowhere for a route that came with the association.</param>
public sealed record ClientVpnRoute(Sourced<Ipv4Prefix> Destination, bool IsLocal, Origin Origin);

/// <summary>An authorization rule: who may reach a prefix.</summary>
/// <param name="Destination">The prefix.</param>
/// <param name="Group">The group of the users that may; everybody when there is none.</param>
/// <param name="Origin">Where it was written.</param>
public sealed record ClientVpnAuthorizationRule(Sourced<Ipv4Prefix> Destination, string? Group, Origin Origin);

/// <summary>A client: somebody's machine, connected to an endpoint.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Address">Its address in the tunnel.</param>
/// <param name="Groups">The groups that its user is in.</param>
/// <param name="Association">The association that its session landed on.</param>
public sealed record VpnClient(
    ElementId Id, Origin Origin, Ipv4Address Address, EquatableArray<string> Groups, ElementId Association) : Element(Id, Origin);
