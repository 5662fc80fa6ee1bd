using System.Globalization;

namespace NetDsl.Simulation.Scenarios;

/// <summary>Spans of virtual time as text: a number and a unit, such as <c>20ms</c>, <c>90s</c> or <c>1.5h</c>.</summary>
public static class DurationText
{
    /// <summary>What is wanted, for messages.</summary>
    public const string Units = "ms, s, m, h or d";

    private static readonly (string Unit, TimeSpan Length)[] Lengths =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
        ("d", TimeSpan.FromDays(1)),
    ];

    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The longest that is taken.</param>
    /// <returns>The time, rounded to 100 ns; nothing when the text is none, or one that is longer.</returns>
    public static TimeSpan? Read(string text, TimeSpan longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (unit, length) = Lengths.FirstOrDefault(each => text.EndsWith(each.Unit, StringComparison.Ordinal));
        return unit is not null
            && decimal.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= longest.Ticks / (decimal)length.Ticks
            ? TimeSpan.FromTicks((long)Math.Round(number * length.Ticks))
            : null;
    }
}
