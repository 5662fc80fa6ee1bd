using NetDsl.Cli.Pages;
using NetDsl.Cli.Pages.Plots;

namespace NetDsl.Cli.Tests.Pages;

public class PlotTests
{
    [Theory]
    [InlineData(17, 1, "0 5 10 15 20")]
    [InlineData(0, 1, "0 1")]
    [InlineData(3, 1, "0 1 2 3")]
    [InlineData(0.38, 0.001, "0 0.1 0.2 0.3 0.4")]
    [InlineData(25_000_000, 1, "0 5000000 10000000 15000000 20000000 25000000")]
    public void Values_stand_between_round_ones(double highest, double smallestStep, string ticks)
    {
        var scale = PlotScale.Linear(highest, smallestStep);
        Assert.Equal(ticks, string.Join(' ', scale.Ticks.Select(tick => Math.Round(tick, 9).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal((0, 1), (scale.PositionOf(0), scale.PositionOf(scale.Ticks[^1])));
    }

    [Theory]
    [InlineData(0.4, 1204, "0.1 1 10 100 1000 10000")]
    [InlineData(1, 1, "1 10")]
    [InlineData(10, 1000, "10 100 1000")]
    public void Values_that_differ_by_orders_stand_between_powers_of_ten(double lowest, double highest, string ticks)
    {
        var scale = PlotScale.Logarithmic(lowest, highest);
        Assert.Equal(ticks, string.Join(' ', scale.Ticks.Select(tick => tick.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(0.5, PlotScale.Logarithmic(1, 100).PositionOf(10), 1e-9);
    }

    [Theory]
    [InlineData(600, "0:00 2:00 4:00 6:00 8:00 10:00")]
    [InlineData(90, "0:00 0:15 0:30 0:45 1:00 1:15 1:30")]
    [InlineData(0.8, "0:00 0:00.100 0:00.200 0:00.300 0:00.400 0:00.500 0:00.600 0:00.700 0:00.800")]
    [InlineData(7200, "0:00 15:00 30:00 45:00 1:00:00 1:15:00 1:30:00 1:45:00 2:00:00")]
    public void Moments_are_round(double seconds, string ticks) => Assert.Equal(
        ticks, string.Join(' ', new TimeAxis(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds), []).Ticks.Select(NumberText.Clock)));

    [Fact]
    public void What_fails_together_is_one_mark()
    {
        var second = TimeSpan.FromSeconds(1);
        var axis = new TimeAxis(second * 10, second, [new(second, null, "a"), new(second, null, "b"), new(second, second * 2, "c"), new(second * 3, null, "d")]);
        Assert.Equal(["1–2 a; b", "3 c", "4 d"], axis.Marks.Select(mark => $"{mark.Numbers} {mark.What}"));
        Assert.Equal("0:09–0:10", axis.PartText(9));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(999.6, "1k")]
    [InlineData(15_653, "15.7k")]
    [InlineData(2_000_000, "2M")]
    public void Numbers_are_short(double number, string text) => Assert.Equal(text, NumberText.Short(number));

    [Theory]
    [InlineData(800, "800 bit/s")]
    [InlineData(1_200_000, "1.2 Mbit/s")]
    public void Rates_have_units(double bits, string text) => Assert.Equal(text, NumberText.BitRate(bits));
}
