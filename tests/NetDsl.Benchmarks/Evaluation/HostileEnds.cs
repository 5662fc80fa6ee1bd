using System.Diagnostics;
using NetDsl.Evaluation;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>How soon programs end that would run without end, and how soon an evaluation ends that is cancelled.</summary>
internal static class HostileEnds
{
    private const int Rounds = 3;
    private const int Told = 12;

    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CancellationGoal = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan UntilCancelled = TimeSpan.FromMilliseconds(100);

    public static void Print()
    {
        var ends = Measure();
        Report("Hostile programs: until the evaluation ends", ends, Goal);
        var latencies = ends.Where(end => end.Time > 2 * UntilCancelled)
            .Select(end => (end.Name, Time: Enumerable.Range(0, Rounds).Max(_ => Time(end.Name, UntilCancelled).AfterCancellation)))
            .OrderByDescending(end => end.Time)
            .ToList();
        Report($"Hostile programs that run for long, cancelled after {UntilCancelled.TotalMilliseconds} ms: until it ends, the longest of {Rounds}", latencies, CancellationGoal);
    }

    private static List<(string Name, TimeSpan Time)> Measure() =>
        [.. HostilePrograms.All.Keys
            .Select(name => (Name: name, Time: Enumerable.Range(0, Rounds).Select(_ => Time(name, Timeout.InfiniteTimeSpan).Whole).Order().ElementAt(Rounds / 2)))
            .OrderByDescending(end => end.Time)];

    private static (TimeSpan Whole, TimeSpan AfterCancellation) Time(string name, TimeSpan cancelAfter)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(HostilePrograms.All[name]));
        var topology = TopologyPrograms.TopologyClassesOf(compilation)[0];
        GC.Collect();
        using var cancellation = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var cancelled = TimeSpan.Zero;
        using var timer = new Timer(
            _ =>
            {
                cancelled = watch.Elapsed;
                cancellation.Cancel();
            },
            null,
            cancelAfter,
            Timeout.InfiniteTimeSpan);
        try
        {
            TopologyEvaluator.Evaluate(compilation, topology, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
        }

        return (watch.Elapsed, cancelled == TimeSpan.Zero ? TimeSpan.Zero : watch.Elapsed - cancelled);
    }

    private static void Report(string title, List<(string Name, TimeSpan Time)> ends, TimeSpan goal)
    {
        var late = ends.Count(end => end.Time > goal);
        Console.WriteLine($"\n### {title}\n\n{ends.Count} programs; {late} take longer than {goal.TotalMilliseconds:N0} ms. The longest:\n");
        Console.WriteLine("| Program | ms |");
        Console.WriteLine("| --- | ---: |");
        foreach (var (name, time) in ends.Take(Told))
        {
            Console.WriteLine(FormattableString.Invariant($"| {name} | {time.TotalMilliseconds:N0} |"));
        }
    }
}
