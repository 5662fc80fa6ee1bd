using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NetDsl.Generators.Tests.BrokenCode;

/// <summary>Looks for faults in a text; whatever it throws is a fault too.</summary>
delegate IEnumerable<Complaint> FaultFinder(BreakableProject project, string text, CancellationToken cancellation);

/// <summary>
/// Tries mutations on all cores, each under the eyes of a watchdog, and collects the faults by what they have in common.
/// </summary>
/// <param name="find">What is tried.</param>
/// <param name="patience">How long one input may take.</param>
sealed class BrokenCodeRun(FaultFinder find, TimeSpan patience)
{
    const int MostGroups = 20;
    const int InputsBetweenLooksAtMemory = 1_000;
    const long MemoryToGrowBy = 300_000_000;
    const int TextAround = 300;
    const int SlowestTold = 5;

    static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);
    static readonly TimeSpan WatchdogRound = TimeSpan.FromMilliseconds(100);

    // While it runs, files tell how far it is and with what it is busy: a stack overflow leaves no other trace.
    static readonly string InProgress = Path.Combine(AppContext.BaseDirectory, "BrokenCode.InProgress");

    readonly Lock padlock = new();
    readonly Dictionary<string, (int Count, Mutation Input, Complaint First)> groups = [];
    readonly PriorityQueue<(Mutation Input, TimeSpan Time), TimeSpan> slowest = new();
    readonly Stopwatch watch = Stopwatch.StartNew();
    int done;
    long memoryAtStart;
    long mostMemory;

    /// <summary>Everything that was found, to read; empty when nothing was.</summary>
    public string Failures => string.Join("\n", groups.OrderByDescending(group => group.Value.Count).Select(group => Tell(group.Key, group.Value)));

    /// <summary>How it went.</summary>
    public string Summary
    {
        get
        {
            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"{done:N0} inputs in {watch.Elapsed.TotalSeconds:N1} s, {done / watch.Elapsed.TotalSeconds:N0} a second");
            text.AppendLine(CultureInfo.InvariantCulture, $"memory: {memoryAtStart / 1e6:N0} MB at the start, {mostMemory / 1e6:N0} MB at most");
            foreach (var (input, time) in slowest.UnorderedItems.Select(item => item.Element).OrderByDescending(item => item.Time))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"slow: {input} took {time.TotalMilliseconds:N0} ms");
            }

            return text.ToString();
        }
    }

    /// <summary>Tries the inputs; ends early when enough different faults were found, or one does not let go of its thread.</summary>
    public void Try(IEnumerable<Mutation> inputs)
    {
        var projects = BreakableProject.All.ToDictionary(project => project.Name);
        memoryAtStart = mostMemory = GC.GetTotalMemory(forceFullCollection: true);
        using var queue = inputs.GetEnumerator();
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Worker()).ToList();
        foreach (var (index, worker) in workers.Index())
        {
            worker.Thread = new Thread(() => Work(worker, $"{InProgress}.{index}.txt", projects, queue)) { IsBackground = true };
            worker.Thread.Start();
        }

        while (workers.Any(worker => worker.Thread!.IsAlive) && !workers.Any(IsLost))
        {
            Thread.Sleep(WatchdogRound);
        }

        watch.Stop();
    }

    void Work(Worker worker, string inProgress, Dictionary<string, BreakableProject> projects, IEnumerator<Mutation> queue)
    {
        while (Next(queue) is { } input)
        {
            File.WriteAllText(inProgress, $"{Volatile.Read(ref done)} inputs done, busy with\n{Replay(input)}\n");
            using var cancellation = new CancellationTokenSource();
            worker.Begin(input, cancellation);
            Try(input, projects[input.Source], cancellation.Token);
            Finish(input, worker.End());
        }

        File.Delete(inProgress);
    }

    Mutation? Next(IEnumerator<Mutation> queue)
    {
        lock (padlock)
        {
            return groups.Count < MostGroups && queue.MoveNext() ? queue.Current : null;
        }
    }

    void Try(Mutation input, BreakableProject project, CancellationToken cancellation)
    {
        try
        {
            foreach (var complaint in find(project, input.Apply(project.Source), cancellation))
            {
                Add(input, complaint);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Add(input, new Complaint("no end", $"stopped after {patience.TotalSeconds} s"));
        }
#pragma warning disable CA1031 // Whatever is thrown is to be told with the input that made it.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Add(input, Complaint.Of("the run", thrown));
        }
    }

    void Finish(Mutation input, TimeSpan time)
    {
        lock (padlock)
        {
            slowest.Enqueue((input, time), time);
            if (slowest.Count > SlowestTold)
            {
                slowest.Dequeue();
            }

            if (++done % InputsBetweenLooksAtMemory != 0)
            {
                return;
            }
        }

        var memory = GC.GetTotalMemory(forceFullCollection: true);
        mostMemory = Math.Max(memory, mostMemory);
        if (memory - memoryAtStart > MemoryToGrowBy)
        {
            Add(input, new Complaint("memory grows", string.Create(CultureInfo.InvariantCulture, $"{memory - memoryAtStart:N0} bytes more than at the start")));
        }
    }

    /// <summary>Whether a worker is past all patience and does not even stop when it is told to.</summary>
    bool IsLost(Worker worker)
    {
        var (input, time) = worker.Cancel(patience);
        if (input is not { } lost || time < patience + TimeToStop)
        {
            return false;
        }

        Add(lost, new Complaint("no end", $"does not stop when told to, after {patience.TotalSeconds} s"));
        return true;
    }

    void Add(Mutation input, Complaint complaint)
    {
        lock (padlock)
        {
            groups[complaint.Group] = groups.TryGetValue(complaint.Group, out var known)
                ? known with { Count = known.Count + 1 }
                : (1, input, complaint);
        }
    }

    static string Replay(Mutation input) =>
        $"NETDSL_BROKEN_CODE={input} dotnet test tests/NetDsl.Generators.Tests --filter {nameof(BrokenCodeTests)}";

    static string Tell(string group, (int Count, Mutation Input, Complaint First) found)
    {
        var source = BreakableProject.All.Single(project => project.Name == found.Input.Source).Source;
        var text = found.Input.Apply(source);
        var place = source.Text.AsSpan().CommonPrefixLength(text);
        var (start, end) = (Math.Max(0, place - TextAround), Math.Min(text.Length, place + TextAround));
        return $"""
            ==== {found.Count} times: {group}
            Replay: {Replay(found.Input)}
            {found.First.Details}
            ---- the text around the place, which is marked
            {text[start..place]}⟨here⟩{text[place..end]}
            ----
            """;
    }

    /// <summary>A thread and what it is busy with.</summary>
    sealed class Worker
    {
        readonly Lock padlock = new();
        Mutation? input;
        CancellationTokenSource? cancellation;
        long began;

        public Thread? Thread { get; set; }

        public void Begin(Mutation next, CancellationTokenSource source)
        {
            lock (padlock)
            {
                (input, cancellation, began) = (next, source, Stopwatch.GetTimestamp());
            }
        }

        public TimeSpan End()
        {
            lock (padlock)
            {
                (input, cancellation) = (null, null);
                return Stopwatch.GetElapsedTime(began);
            }
        }

        /// <summary>Stops what takes longer than it may, and tells what it is and how long it has taken.</summary>
        public (Mutation? Input, TimeSpan Time) Cancel(TimeSpan patience)
        {
            lock (padlock)
            {
                var time = Stopwatch.GetElapsedTime(began);
                if (time > patience)
                {
                    cancellation?.Cancel();
                }

                return (input, time);
            }
        }
    }
}
