using NetDsl.Simulation.Costs;

namespace NetDsl.Simulation;

/// <summary>The prices that a bill is made with, in US dollars; all of them can be given.</summary>
public sealed class Prices
{
    /// <summary>The most that a price can be, so that no bill overflows.</summary>
    public const decimal Highest = 1_000_000m;

    private readonly Dictionary<PricedItem, decimal> given;

    private Prices(Dictionary<PricedItem, decimal> given) => this.given = given;

    /// <summary>The prices that hold unless others are given: see <see cref="PricedItem.ListPrice"/>.</summary>
    public static Prices List { get; } = new([]);

    /// <summary>The price of an item.</summary>
    /// <param name="item">The item.</param>
    public decimal this[PricedItem item]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(item);
            return given.GetValueOrDefault(item, item.ListPrice);
        }
    }

    /// <summary>These prices with another one for an item.</summary>
    /// <param name="name">The name of the item, such as <c>natGatewayHour</c>.</param>
    /// <param name="price">The price in US dollars, 0 to <see cref="Highest"/>.</param>
    /// <exception cref="ArgumentException">Nothing that has a price is called so.</exception>
    /// <exception cref="ArgumentOutOfRangeException">That is no price.</exception>
    public Prices With(string name, decimal price)
    {
        var item = PriceTable.All.FirstOrDefault(each => each.Name == name)
            ?? throw new ArgumentException($"There is no price '{name}'; PricedItem.All has their names.", nameof(name));
        ArgumentOutOfRangeException.ThrowIfNegative(price);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(price, Highest);
        return new Prices(new Dictionary<PricedItem, decimal>(given) { [item] = price });
    }
}
