using System.Globalization;

namespace NetDsl.Cli.CommandLine;

/// <summary>Reads a span of virtual time: a number and a unit, such as <c>90s</c>, <c>10m</c> or <c>1.5h</c>.</summary>
internal static class DurationValue
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static TimeSpan Read(string option, string text)
    {
        var seconds = text.Length < 2 ? 0 : text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86400,
            _ => 0,
        };
        return seconds > 0
            && decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && number * seconds <= (decimal)Longest.TotalSeconds
            && TimeSpan.FromSeconds((double)(number * seconds)) is { Ticks: > 0 } duration
            ? duration
            : throw new CommandException(
                $"{option}: '{Printable.Text(text)}' is not a duration; write a number and s, m, h or d, such as 10m, up to {Longest.Days}d");
    }

    public static string Write(TimeSpan duration) => duration switch
    {
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => Whole(duration.TotalHours, 'h'),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => Whole(duration.TotalMinutes, 'm'),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.###}s"),
    };

    private static string Whole(double number, char unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0}{unit}");
}
