using NetDsl.Simulation.Measurements;

namespace NetDsl.Cli.Pages.Plots;

/// <summary>The virtual time that all plots share.</summary>
/// <param name="Duration">From 0 to where.</param>
/// <param name="Width">How long a part of it is.</param>
/// <param name="Failures">What is marked on it, in order.</param>
internal sealed record TimeAxis(TimeSpan Duration, TimeSpan Width, IReadOnlyList<FailureMark> Failures)
{
    private const int MostTicks = 8;

    private static readonly double[] Steps =
    [
        .. from decade in Enumerable.Range(-6, 6) from digit in (int[])[1, 2, 5] select digit * Math.Pow(10, decade),
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 432_000, 864_000,
    ];

    /// <summary>Round moments, from 0.</summary>
    public IEnumerable<TimeSpan> Ticks
    {
        get
        {
            var step = TimeSpan.FromSeconds(Steps.FirstOrDefault(step => Duration.TotalSeconds / step <= MostTicks, Duration.TotalSeconds / MostTicks));
            for (var tick = TimeSpan.Zero; tick <= Duration; tick += step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>Failures that begin and end together are one mark, with their numbers from 1.</summary>
    public IEnumerable<(TimeSpan At, TimeSpan? Until, string Numbers, string What)> Marks => Failures
        .Select((failure, index) => (Failure: failure, Number: index + 1))
        .GroupBy(each => (each.Failure.At, each.Failure.Until))
        .Select(group => (
            group.Key.At,
            group.Key.Until,
            Numbers([.. group.Select(each => each.Number)]),
            string.Join("; ", group.Select(each => each.Failure.What))));

    /// <summary>Numbers that follow one another as a range, others one by one.</summary>
    private static string Numbers(IReadOnlyList<int> numbers) =>
        numbers.Count > 1 && numbers[^1] - numbers[0] == numbers.Count - 1
            ? $"{NumberText.Whole(numbers[0])}–{NumberText.Whole(numbers[^1])}"
            : string.Join(", ", numbers.Select(number => NumberText.Whole(number)));

    /// <summary>A part, as it is spoken of.</summary>
    public string PartText(int part) =>
        $"{NumberText.Clock(Width * part)}–{NumberText.Clock(Width * (part + 1) < Duration ? Width * (part + 1) : Duration)}";
}
