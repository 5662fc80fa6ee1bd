namespace NetDsl.Simulation.Costs;

/// <summary>That a byte of a way is charged for.</summary>
/// <param name="Item">What is charged.</param>
/// <param name="Element">What charges it: an element's path, or the two zones or regions that lie on both sides.</param>
/// <param name="Account">Who pays.</param>
internal sealed record Charge(PricedItem Item, string Element, string Account)
{
    /// <summary>Of an accelerator: whether the packet comes from its client. Only the busier direction is charged.</summary>
    public bool? FromClient { get; init; }
}

/// <summary>A way, and what each of its bytes is charged for.</summary>
/// <param name="Path">Where from and to, and by what.</param>
/// <param name="Charges">What is charged, in order; the same charge may stand twice.</param>
internal sealed record ChargedWay(BilledPath Path, IReadOnlyList<Charge> Charges);
