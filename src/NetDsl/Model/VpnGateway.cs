namespace NetDsl.Model;

/// <summary>
/// A virtual private gateway: where the VPN connections and private virtual interfaces of a VPC end. Source: "How AWS Site-to-Site VPN
/// works". Without a VPC it is a hub between sites (VPN CloudHub).
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Region">Its region.</param>
/// <param name="Asn">The number of its autonomous system.</param>
/// <param name="Vpc">The VPC that it is attached to, if any.</param>
public sealed record VpnGateway(ElementId Id, Origin Origin, ElementId Region, uint Asn, ElementId? Vpc) : Element(Id, Origin)
{
    /// <summary>The table that routes what enters the VPC by it; nothing when it is routed locally.</summary>
    public ElementId? RouteTable { get; init; }
}
