namespace NetDsl.Cli.Pages.Plots;

/// <summary>Where a value is on the axis of values: 0 at the bottom, 1 at the top.</summary>
/// <param name="Ticks">Round values, rising; the first is the bottom and the last the top.</param>
/// <param name="IsLogarithmic">Whether equal distances are equal ratios.</param>
internal sealed record PlotScale(IReadOnlyList<double> Ticks, bool IsLogarithmic)
{
    private const int MostSteps = 5;

    /// <summary>From 0 to a round value above the highest.</summary>
    public static PlotScale Linear(double highest, double smallestStep)
    {
        var step = Math.Max(smallestStep, RoundUp(highest / MostSteps));
        var steps = Math.Max(1, (int)Math.Ceiling((highest / step) - 1e-9));
        return new PlotScale([.. Enumerable.Range(0, steps + 1).Select(index => index * step)], IsLogarithmic: false);
    }

    /// <summary>Powers of ten around all values above 0.</summary>
    public static PlotScale Logarithmic(double lowest, double highest)
    {
        var first = (int)Math.Floor(Math.Log10(lowest) + 1e-9);
        var last = Math.Max(first + 1, (int)Math.Ceiling(Math.Log10(highest) - 1e-9));
        return new PlotScale([.. Enumerable.Range(first, last - first + 1).Select(power => Math.Pow(10, power))], IsLogarithmic: true);
    }

    public double PositionOf(double value) => IsLogarithmic
        ? Math.Clamp(Math.Log10(value / Ticks[0]) / Math.Log10(Ticks[^1] / Ticks[0]), 0, 1)
        : Math.Clamp((value - Ticks[0]) / (Ticks[^1] - Ticks[0]), 0, 1);

    /// <summary>The next of 1, 2 and 5 times a power of ten.</summary>
    private static double RoundUp(double value)
    {
        if (value <= 0)
        {
            return 0;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * (value / power) switch
        {
            <= 1.0000001 => 1,
            <= 2.0000001 => 2,
            <= 5.0000001 => 5,
            _ => 10,
        };
    }
}
