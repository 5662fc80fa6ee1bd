using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A customer-managed prefix list: prefixes under one name, which routes and rules refer to. Source: "Customer-managed prefix lists", Amazon VPC
/// User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Region">Its region; only what is in it may refer to the list.</param>
/// <param name="MaximumEntries">How many entries it may have, which is what it weighs against quotas.</param>
/// <param name="Entries">The prefixes.</param>
public sealed record PrefixList(
    ElementId Id, Origin Origin, ElementId Region, int MaximumEntries, EquatableArray<Sourced<IpPrefix>> Entries) : Element(Id, Origin);
