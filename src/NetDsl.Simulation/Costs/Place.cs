namespace NetDsl.Simulation.Costs;

/// <summary>Where something with an address is, as far as a bill asks.</summary>
/// <param name="Label">What a bill calls the place: VPC and zone, a site, an endpoint of clients.</param>
/// <param name="Region">Its region; empty outside of the vendor's network.</param>
/// <param name="ZoneId">The identifier of its zone; empty outside.</param>
/// <param name="Owner">The account of its VPC; empty outside.</param>
/// <param name="Account">The account whose traffic it is: the participant's in a shared subnet, else the owner.</param>
internal sealed record Place(string Label, string Region, string ZoneId, string Owner, string Account)
{
    public bool IsOutside => Owner.Length == 0;

    public static Place Outside(string label) => new(label, "", "", "", "");
}
