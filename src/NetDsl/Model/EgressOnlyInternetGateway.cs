namespace NetDsl.Model;

/// <summary>
/// An egress-only internet gateway: lets IPv6 connections out of its VPC and their replies in, and nothing else. Source: "Enable outbound IPv6
/// traffic using an egress-only internet gateway", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">Its VPC.</param>
public sealed record EgressOnlyInternetGateway(ElementId Id, Origin Origin, ElementId Vpc) : Element(Id, Origin);
