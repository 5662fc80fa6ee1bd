using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>A host of the internet in a place, where flows start and end.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Address">Its public address.</param>
/// <param name="Near">The region that is nearest to it; accelerators measure from there.</param>
public sealed record InternetClient(ElementId Id, Origin Origin, Ipv4Address Address, ElementId Near) : Element(Id, Origin);
