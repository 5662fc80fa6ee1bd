using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// An elastic IP address: public, static, of one region. Source: "Elastic IP addresses", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Address">The public address.</param>
/// <param name="Holder">The interface or NAT gateway, zonal or regional, that it is associated with, if any.</param>
public sealed record ElasticAddress(ElementId Id, Origin Origin, Ipv4Address Address, ElementId? Holder)
    : Element(Id, Origin)
{
    /// <summary>Whether the internet knows a way to it: false for an address of a range that was brought along and is not advertised.</summary>
    public bool IsAdvertised { get; init; } = true;

    /// <summary>The network border group of a Local Zone that it is announced from; nothing for that of the region.</summary>
    public string? NetworkBorderGroup { get; init; }
}
