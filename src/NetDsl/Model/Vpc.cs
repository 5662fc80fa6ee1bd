using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>A virtual private cloud. Source: "How Amazon VPC works" and "VPC CIDR blocks", Amazon VPC User Guide.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Region">Its region.</param>
/// <param name="Account">Its owner.</param>
/// <param name="Blocks">The primary block first, then the secondary ones; each gives every route table a local route.</param>
/// <param name="MainRouteTable">The table of the subnets that have no other.</param>
/// <param name="DefaultNetworkAcl">The ACL of the subnets that have no other.</param>
/// <param name="DefaultSecurityGroup">The group of the interfaces that have no other.</param>
public sealed record Vpc(
    ElementId Id,
    Origin Origin,
    ElementId Region,
    ElementId Account,
    EquatableArray<Sourced<Ipv4Prefix>> Blocks,
    ElementId MainRouteTable,
    ElementId DefaultNetworkAcl,
    ElementId DefaultSecurityGroup) : Element(Id, Origin), ITagged
{
    /// <inheritdoc/>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>What it may do although its region blocks public access.</summary>
    public PublicAccessExclusion? PublicAccessExclusion { get; init; }

    /// <summary>Whether its resolver answers; the vendor's default. Source: "DNS attributes for your VPC", Amazon VPC User Guide.</summary>
    public bool DnsSupport { get; init; } = true;

    /// <summary>Whether its instances get public names; not by default. Source: "DNS attributes for your VPC", Amazon VPC User Guide.</summary>
    public bool DnsHostnames { get; init; }

    /// <summary>The block that the VPC was created with.</summary>
    public Sourced<Ipv4Prefix> Primary => Blocks[0];

    /// <summary>Whether the address lies in a block of the VPC.</summary>
    public bool Contains(IpAddress address) => address.AsIpv4 is { } ipv4
        ? Blocks.Any(block => block.Value.Contains(ipv4))
        : Ipv6Blocks.Any(block => block.Value.Contains(address));

    /// <summary>The IPv6 blocks; each gives every route table a local route.</summary>
    public EquatableArray<Sourced<IpPrefix>> Ipv6Blocks { get; init; }

    /// <summary>Those of the IPv6 blocks that are of a range that was brought along, and is not announced to the internet.</summary>
    public EquatableArray<IpPrefix> UnadvertisedIpv6Blocks { get; init; }

    /// <summary>The blocks of both families, IPv4 first.</summary>
    public IEnumerable<Sourced<IpPrefix>> AllBlocks =>
        Blocks.Select(block => new Sourced<IpPrefix>(block.Value, block.Origin)).Concat(Ipv6Blocks);

    /// <summary>Whether the whole prefix lies in a block of the VPC.</summary>
    public bool Contains(IpPrefix prefix) => prefix.IsIpv4
        ? Blocks.Any(block => ((IpPrefix)block.Value).Contains(prefix))
        : Ipv6Blocks.Any(block => block.Value.Contains(prefix));
}
