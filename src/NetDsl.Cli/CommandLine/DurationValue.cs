using System.Globalization;
using NetDsl.Simulation.Scenarios;

namespace NetDsl.Cli.CommandLine;

/// <summary>Reads a span of virtual time: a number and a unit, such as <c>90s</c>, <c>10m</c> or <c>1.5h</c>.</summary>
internal static class DurationValue
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static TimeSpan Read(string option, string text) => DurationText.Read(text, Longest) is { Ticks: > 0 } duration
        ? duration
        : throw new CommandException(
            $"{option}: '{Printable.Text(text)}' is not a duration; write a number and {DurationText.Units}, such as 10m, up to {Longest.Days}d");

    public static string Write(TimeSpan duration) => duration switch
    {
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => Whole(duration.TotalHours, 'h'),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => Whole(duration.TotalMinutes, 'm'),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.###}s"),
    };

    private static string Whole(double number, char unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0}{unit}");
}
