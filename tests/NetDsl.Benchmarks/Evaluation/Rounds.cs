using System.Diagnostics;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>Something to measure: what is made ready first does not count.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Prepare">Makes everything ready, and gives the work.</param>
internal sealed record Contender(string Name, Func<Func<object?>> Prepare);

/// <summary>
/// Measures contenders in turn, in one process: each round runs every one of them once, each round beginning with another, so that what
/// the machine does meanwhile falls on all alike.
/// </summary>
internal sealed class Rounds
{
    private readonly Dictionary<string, double[]> milliseconds;

    private Rounds(Dictionary<string, double[]> milliseconds) => this.milliseconds = milliseconds;

    public static Rounds Measure(int warmUps, int rounds, params Contender[] contenders)
    {
        var times = contenders.ToDictionary(contender => contender.Name, _ => new double[rounds]);
        for (var round = -warmUps; round < rounds; round++)
        {
            for (var turn = 0; turn < contenders.Length; turn++)
            {
                var contender = contenders[(turn + round + warmUps) % contenders.Length];
                var elapsed = Time(contender);
                if (round >= 0)
                {
                    times[contender.Name][round] = elapsed;
                }
            }

            Console.Error.Write('.');
        }

        Console.Error.WriteLine();
        return new Rounds(times);
    }

    /// <summary>Milliseconds of a contender.</summary>
    public Spread Time(string name) => Spread.Of(milliseconds[name]);

    /// <summary>How many times as long a contender takes as another, round by round.</summary>
    public Spread Ratio(string name, string baseline) =>
        Spread.Of([.. milliseconds[name].Zip(milliseconds[baseline], (time, other) => time / other)]);

    /// <summary>How many times as long a contender takes as another, of what both take beyond a third.</summary>
    public Spread RatioBeyond(string floor, string name, string baseline) =>
        Spread.Of([.. milliseconds[name].Select((time, round) => (time - milliseconds[floor][round]) / milliseconds[baseline][round])]);

    private static double Time(Contender contender)
    {
        var work = contender.Prepare();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        var result = work();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GC.KeepAlive(result);
        return elapsed;
    }
}

/// <summary>Median and quartiles.</summary>
internal readonly record struct Spread(double Low, double Median, double High)
{
    public static Spread Of(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Spread(At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
        }
    }

    public override string ToString() => FormattableString.Invariant($"{Text(Median)} ({Text(Low)}–{Text(High)})");

    private static string Text(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "N0" : Math.Abs(value) >= 10 ? "N1" : "N2", System.Globalization.CultureInfo.InvariantCulture);
}
