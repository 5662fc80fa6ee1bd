using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>What answers for domain names, besides what the vendor gives of itself.</summary>
public sealed record DomainNames
{
    /// <summary>None of it.</summary>
    public static DomainNames None { get; } = new();

    /// <summary>Private hosted zones.</summary>
    public EquatableArray<PrivateHostedZone> Zones { get; init; }

    /// <summary>Forwarding rules of resolvers.</summary>
    public EquatableArray<ResolverRule> Rules { get; init; }

    /// <summary>Inbound endpoints of resolvers.</summary>
    public EquatableArray<InboundResolverEndpoint> InboundEndpoints { get; init; }

    /// <summary>Whether there is nothing of all this.</summary>
    public bool IsEmpty => Equals(None);

    /// <summary>Everything with a name, in a fixed order of kinds.</summary>
    public IEnumerable<Element> Elements => Enumerable.Empty<Element>().Concat(Zones).Concat(Rules).Concat(InboundEndpoints);
}

/// <summary>
/// A private hosted zone: it answers for a domain in the VPCs that it is associated with. Source: "Working with private hosted zones",
/// Amazon Route 53 Developer Guide.
/// </summary>
/// <param name="Id">Its identity; its name is the domain.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpcs">The VPCs in which it answers.</param>
/// <param name="Records">Its records.</param>
public sealed record PrivateHostedZone(
    ElementId Id, Origin Origin, EquatableArray<ElementId> Vpcs, EquatableArray<NameRecord> Records) : Element(Id, Origin);

/// <summary>A record of a hosted zone.</summary>
/// <param name="Name">The whole name, in small letters and without a dot at its end.</param>
/// <param name="Addresses">What it answers with.</param>
/// <param name="Origin">Where it was declared.</param>
public sealed record NameRecord(string Name, EquatableArray<Ipv4Address> Addresses, Origin Origin);

/// <summary>
/// A forwarding rule: queries for a domain, from the VPCs that it is associated with, go to name servers of its owner's.
/// Source: "Forwarding outbound DNS queries to your network", Amazon Route 53 Developer Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Region">Its region.</param>
/// <param name="Domain">The domain, in small letters and without a dot at its end.</param>
/// <param name="Targets">The name servers.</param>
/// <param name="Vpcs">The VPCs whose queries it forwards.</param>
public sealed record ResolverRule(
    ElementId Id, Origin Origin, ElementId Region, string Domain, EquatableArray<Ipv4Address> Targets, EquatableArray<ElementId> Vpcs)
    : Element(Id, Origin);

/// <summary>
/// An inbound endpoint: addresses at which sites ask the resolver of a VPC. Source: "Forwarding inbound DNS queries to your VPCs",
/// Amazon Route 53 Developer Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">The VPC whose resolver answers.</param>
/// <param name="Interfaces">Its interfaces, one a zone.</param>
public sealed record InboundResolverEndpoint(ElementId Id, Origin Origin, ElementId Vpc, EquatableArray<ElementId> Interfaces)
    : Element(Id, Origin);
