using NetDsl.Cli.Output;
using NetDsl.Simulation;
using Spectre.Console;

namespace NetDsl.Cli.Tests;

/// <summary>What a person sees of a long run, and files do not.</summary>
public class ProgressTests
{
    [Fact]
    public void A_person_sees_how_fast_it_is_and_how_long_it_will_take()
    {
        using var seen = new StringWriter();
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(seen),
        });
        console.Profile.Width = 120;
        new Terminal(output, output, console).Progress("Simulating Shop", progress =>
        {
            progress!.Report(new SimulationProgress(0.5, 1_000_000));
            return 1;
        });

        Assert.Contains("Simulating Shop", seen.ToString(), StringComparison.Ordinal);
        Assert.Contains("packets/s", seen.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"\d\d:\d\d:\d\d|--:--:--", seen.ToString());
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void A_file_gets_none_of_it()
    {
        using var output = new StringWriter();
        Assert.True(new Terminal(output, output).Progress("Simulating Shop", progress => progress is null));
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(7, 2, "4 packets/s")]
    [InlineData(1234, 1, "1,200 packets/s")]
    [InlineData(1_996_000, 2, "1,000,000 packets/s")]
    public void A_rate_has_two_digits(long packets, int seconds, string rate) =>
        Assert.Equal(rate, PacketRateColumn.Rate(packets, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0005, "0.5 ms")]
    [InlineData(0.00084, "0.84 ms")]
    [InlineData(0.06149, "61.5 ms")]
    [InlineData(0.9996, "1 s")]
    [InlineData(4.017, "4.02 s")]
    [InlineData(350, "350 s")]
    public void A_measured_time_has_three_digits(double seconds, string text) => Assert.Equal(text, TimeText.Of(TimeSpan.FromSeconds(seconds)));
}
