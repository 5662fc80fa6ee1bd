using NetDsl.Simulation.Costs;

namespace NetDsl.Simulation;

/// <summary>What a price is for one of.</summary>
public enum PriceUnit
{
    /// <summary>An hour in which something exists.</summary>
    Hour,

    /// <summary>A gigabyte, of 2^30 bytes, that passes.</summary>
    Gigabyte,
}

/// <summary>Something that a bill charges for.</summary>
/// <param name="Name">Its name in price files and machine output, such as <c>natGatewayHour</c>.</param>
/// <param name="Unit">What the price is for one of.</param>
/// <param name="ListPrice">The price in US dollars that holds unless another is given.</param>
/// <param name="Meaning">What is charged, in words.</param>
/// <param name="Source">
/// Where the price comes from: the specification, or the vendor's page on which to look up the list price for us-east-1.
/// </param>
public sealed record PricedItem(string Name, PriceUnit Unit, decimal ListPrice, string Meaning, string Source)
{
    /// <summary>Everything that has a price, in the order in which bills list it.</summary>
    public static IReadOnlyList<PricedItem> All => PriceTable.All;
}
