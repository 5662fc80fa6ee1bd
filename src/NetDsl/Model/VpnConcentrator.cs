namespace NetDsl.Model;

/// <summary>
/// A VPN concentrator: one attachment of a transit gateway at which the VPN connections of many small sites end, all with BGP. Source: "AWS Site-to-Site VPN
/// Concentrators", AWS Site-to-Site VPN User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Gateway">The transit gateway that it is attached to.</param>
public sealed record VpnConcentrator(ElementId Id, Origin Origin, ElementId Gateway) : Element(Id, Origin);
