using System.Globalization;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.Pages;

/// <summary>Numbers as the page shows them.</summary>
internal static class NumberText
{
    private static readonly string[] Prefixes = ["", "k", "M", "G", "T", "P"];

    /// <summary>For example <c>15,653</c>.</summary>
    public static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>To three digits, for example <c>950</c>, <c>15.7k</c> or <c>2M</c>.</summary>
    public static string Short(double number)
    {
        var prefix = 0;
        while (number >= 999.5 && prefix < Prefixes.Length - 1)
        {
            number /= 1000;
            prefix++;
        }

        return number.ToString(number >= 99.95 ? "0" : number >= 9.995 ? "0.#" : "0.##", CultureInfo.InvariantCulture) + Prefixes[prefix];
    }

    /// <summary>Bits in a second, for example <c>1.2 Mbit/s</c>.</summary>
    public static string BitRate(double bits) => Short(bits) is var text && char.IsLetter(text[^1]) ? $"{text[..^1]} {text[^1]}bit/s" : $"{text} bit/s";

    /// <summary>A share from 0 to 1.</summary>
    public static string Share(double share) => TimeText.Percent(share);

    /// <summary>A moment of virtual time since the start: minutes and seconds, with hours where there are any; for example <c>2:30</c>, <c>0:24.790</c> or <c>1:02:03</c>.</summary>
    public static string Clock(TimeSpan time)
    {
        var hours = (long)time.TotalHours;
        var whole = hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{time.Minutes:00}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
        var rest = time.Ticks % TimeSpan.TicksPerSecond;
        var digits = rest % TimeSpan.TicksPerMillisecond == 0 ? ".000" : ".0000000";
        return rest == 0 ? whole : whole + (rest / (decimal)TimeSpan.TicksPerSecond).ToString(digits, CultureInfo.InvariantCulture);
    }
}
