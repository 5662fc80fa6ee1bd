using System.Globalization;

namespace NetDsl.Cli.Output;

/// <summary>Measured times and shares as people read them.</summary>
internal static class TimeText
{
    /// <summary>To three digits in the unit that fits, for example <c>0.84 ms</c>, <c>61.5 ms</c> or <c>4.02 s</c>.</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { Ticks: 0 } => "0",
        { TotalSeconds: >= 100 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalMilliseconds: >= 999.5 } => $"{Digits(time.TotalSeconds)} s",
        _ => $"{Digits(time.TotalMilliseconds)} ms",
    };

    /// <summary>A share from 0 to 1, for example <c>1.95%</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");

    private static string Digits(double number) => number.ToString(
        number switch
        {
            >= 99.95 => "0",
            >= 9.995 => "0.#",
            _ => "0.##",
        },
        CultureInfo.InvariantCulture);
}
