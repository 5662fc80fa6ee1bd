using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>A subnet: a prefix of a VPC in one availability zone. Source: "Subnets for your VPC", Amazon VPC User Guide.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Prefix">Its IPv4 addresses; its IPv6 addresses when it has no others.</param>
/// <param name="Zone">The full zone name, such as <c>us-east-1a</c>.</param>
/// <param name="RouteTable">The table that routes what leaves: its own, or the VPC's main table.</param>
/// <param name="NetworkAcl">The ACL at its edge: its own, or the VPC's default.</param>
/// <param name="NeedsInternet">Where the author declared that hosts inside must reach the internet; nothing where not.</param>
public sealed record Subnet(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    Sourced<IpPrefix> Prefix,
    Sourced<string> Zone,
    ElementId RouteTable,
    ElementId NetworkAcl,
    Origin? NeedsInternet) : Element(Id, Origin), ITagged
{
    /// <inheritdoc/>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>What it may do although its region blocks public access.</summary>
    public PublicAccessExclusion? PublicAccessExclusion { get; init; }

    /// <summary>Addresses that are withheld from automatic assignment.</summary>
    public EquatableArray<CidrReservation> Reservations { get; init; }

    /// <summary>The accounts that it is shared with.</summary>
    public EquatableArray<ElementId> Participants { get; init; }

    /// <summary>Its IPv6 prefix, if it has one.</summary>
    public Sourced<IpPrefix>? Ipv6Prefix { get; init; }

    /// <summary>Whether names that have IPv4 addresses only are resolved to addresses of 64:ff9b::/96 here. Source: "DNS64 and NAT64", Amazon VPC User Guide.</summary>
    public bool Dns64 { get; init; }

    /// <summary>Whether it has no IPv4 addresses.</summary>
    public bool IsIpv6Only => Prefix.Value.IsIpv6;

    /// <summary>Whether the address lies in the subnet.</summary>
    public bool Contains(IpAddress address) => Prefix.Value.Contains(address) || Ipv6Prefix?.Value.Contains(address) == true;
}
