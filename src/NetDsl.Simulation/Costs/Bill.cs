using NetDsl.Model;

namespace NetDsl.Simulation;

/// <summary>What a network and its traffic cost.</summary>
public sealed record Bill
{
    /// <summary>A gigabyte, as the vendor bills it: 2^30 bytes.</summary>
    public const long BytesOfGigabyte = 1L << 30;

    /// <summary>The hours of a month, as the vendor's price pages count them.</summary>
    public const int HoursOfMonth = 730;

    /// <summary>The name of the topology.</summary>
    public required string Network { get; init; }

    /// <summary>How many hours everything exists.</summary>
    public required decimal Hours { get; init; }

    /// <summary>By how much the traffic was multiplied: 1, or as many runs as a month has.</summary>
    public required decimal Scale { get; init; }

    /// <summary>What is paid, each thing once for each path and account.</summary>
    public required EquatableArray<BillLine> Lines { get; init; }

    /// <summary>The traffic, path by path, what costs nothing included.</summary>
    public required EquatableArray<PathTraffic> Traffic { get; init; }

    /// <summary>All together, in US dollars.</summary>
    public decimal Total => Lines.Sum(line => line.Amount);

    /// <summary>What exists by the hour, in US dollars.</summary>
    public decimal Standing => Lines.Where(line => line.Path is null).Sum(line => line.Amount);

    /// <summary>What traffic costs, path by path, in US dollars; with <see cref="Standing"/> the total.</summary>
    public IEnumerable<(PathTraffic Traffic, decimal Amount)> ByPath()
    {
        var amounts = Lines.Where(line => line.Path is not null).ToLookup(line => line.Path!);
        return Traffic.Select(each => (each, amounts[each.Path].Sum(line => line.Amount)));
    }

    /// <summary>What each item costs, in US dollars, in the order of <see cref="PricedItem.All"/>; together the total.</summary>
    public IEnumerable<(PricedItem Item, decimal Quantity, decimal Amount)> ByItem() =>
        from item in PricedItem.All
        let lines = Lines.Where(line => line.Item == item).ToList()
        where lines.Count > 0
        select (item, lines.Sum(line => line.Quantity), lines.Sum(line => line.Amount));

    /// <summary>What each account pays, in US dollars; together the total.</summary>
    public IEnumerable<(string Account, decimal Amount)> ByAccount() => Lines
        .GroupBy(line => line.Account)
        .OrderBy(account => account.Key, StringComparer.Ordinal)
        .Select(account => (account.Key, account.Sum(line => line.Amount)));
}

/// <summary>A line of a bill.</summary>
/// <param name="Account">The number of the account that pays; <c>-</c> when the network names none.</param>
/// <param name="Item">What is paid for.</param>
/// <param name="Element">The path of the element that it is paid for, or the two zones or regions that traffic passes between.</param>
/// <param name="Path">The path of the traffic; nothing for what exists by the hour.</param>
/// <param name="Quantity">How many hours or gigabytes.</param>
/// <param name="Amount">How much, in US dollars, to a millionth of a millionth.</param>
public sealed record BillLine(string Account, PricedItem Item, string Element, BilledPath? Path, decimal Quantity, decimal Amount);

/// <summary>A path as bills name it.</summary>
/// <param name="From">VPC and zone of the sender, its site, or <c>internet</c>.</param>
/// <param name="To">The same of the receiver; <c>dropped</c> for what did not arrive.</param>
/// <param name="Through">The names of the elements on the way that charge, translate, forward or lead out.</param>
public sealed record BilledPath(string From, string To, EquatableArray<string> Through);

/// <summary>What took a path.</summary>
/// <param name="Path">The path.</param>
/// <param name="Gigabytes">How much, of 2^30 bytes.</param>
public sealed record PathTraffic(BilledPath Path, decimal Gigabytes);
