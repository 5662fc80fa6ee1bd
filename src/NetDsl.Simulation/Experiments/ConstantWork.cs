using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Experiments;

/// <summary>How nodes learn what their configuration is.</summary>
public enum ConfigurationLoading
{
    /// <summary>Each change is sent to them, and applied in the order of changes.</summary>
    Changes,

    /// <summary>They read all of it in every tick, of one size, whatever has changed.</summary>
    Whole,
}

/// <summary>A fleet, and what becomes of its configuration. Numbers are a model; that all of it is read every few seconds is the vendor's.</summary>
public sealed record ConstantWorkOptions
{
    /// <summary>How many entries a configuration has at most; a file of so many is read, used or not.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>How many entries or changes a node loads in a tick.</summary>
    public int Capacity { get; init; } = 12_000;

    /// <summary>How long a tick is.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many ticks there are.</summary>
    public int Ticks { get; init; } = 24;

    /// <summary>Changes in a tick, as a rule.</summary>
    public int Changes { get; init; } = 50;

    /// <summary>Changes in a tick of the storm.</summary>
    public int StormChanges { get; init; } = 30_000;

    /// <summary>The first tick of the storm.</summary>
    public int StormFrom { get; init; } = 6;

    /// <summary>How many ticks it lasts.</summary>
    public int StormTicks { get; init; } = 4;
}

/// <summary>What a node did in one tick.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="Changed">Changes that were made in the tick before it.</param>
/// <param name="Loaded">Entries or changes that it loaded.</param>
/// <param name="Wrong">Entries that it still has wrong afterwards.</param>
/// <param name="Age">How old the oldest change is that it has not loaded; nothing when it has all.</param>
public sealed record ConfigurationTick(TimeSpan Start, int Changed, int Loaded, int Wrong, TimeSpan Age);

/// <summary>
/// Constant work: what nodes load in a tick does not depend on how much has changed, so that a storm of changes is no load. Source: of foundation §6.1; the vendor's nodes read their configuration,
/// of a fixed largest size, every few seconds.
/// </summary>
public static class ConstantWork
{
    /// <summary>Plays a calm time, a storm and a calm time again, at one node; all do the same.</summary>
    /// <param name="options">The fleet.</param>
    /// <param name="loading">How it learns.</param>
    /// <param name="seed">Which entries change.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no entries, or a node cannot load all of them in a tick.</exception>
    public static IReadOnlyList<ConfigurationTick> Measure(ConstantWorkOptions options, ConfigurationLoading loading, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Entries, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, options.Entries, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Tick.Ticks, nameof(options));

        // What is asked for and what the node has, by the number of the change that it comes from.
        var asked = new long[options.Entries];
        var node = new Node(options.Entries);
        var random = RandomStream.From(seed);
        var made = 0L;
        var ticks = new List<ConfigurationTick>();
        for (var tick = 0; tick < options.Ticks; tick++)
        {
            var isStorm = tick >= options.StormFrom && tick < options.StormFrom + options.StormTicks;
            var changes = isStorm ? options.StormChanges : options.Changes;
            for (var change = 0; change < changes; change++)
            {
                var entry = random.Below(options.Entries);
                asked[entry] = ++made;
                if (loading == ConfigurationLoading.Changes)
                {
                    node.Tell(new Change(entry, made, tick));
                }
            }

            var loaded = loading == ConfigurationLoading.Whole ? node.Read(asked) : node.Apply(options.Capacity);
            var age = node.OldestTold is { } oldest ? options.Tick * (tick + 1 - oldest) : TimeSpan.Zero;
            ticks.Add(new ConfigurationTick(options.Tick * tick, changes, loaded, node.Wrong(asked), age));
        }

        return ticks;
    }

    /// <summary>An entry is something else from now on.</summary>
    /// <param name="Entry">Which.</param>
    /// <param name="Number">Which of all changes, from 1.</param>
    /// <param name="Tick">When it was made.</param>
    private readonly record struct Change(int Entry, long Number, int Tick);

    private sealed class Node(int entries)
    {
        private readonly long[] known = new long[entries];
        private readonly Queue<Change> told = new();

        /// <summary>The tick of the oldest change that it was told and has not applied.</summary>
        public int? OldestTold => told.TryPeek(out var first) ? first.Tick : null;

        public void Tell(Change change) => told.Enqueue(change);

        /// <summary>Reads all entries, used or not.</summary>
        public int Read(long[] asked)
        {
            var loaded = 0;
            for (var entry = 0; entry < known.Length; entry++)
            {
                known[entry] = asked[entry];
                loaded++;
            }

            return loaded;
        }

        /// <summary>Applies what it was told, as far as it comes.</summary>
        public int Apply(int most)
        {
            var loaded = 0;
            while (loaded < most && told.TryDequeue(out var change))
            {
                known[change.Entry] = change.Number;
                loaded++;
            }

            return loaded;
        }

        public int Wrong(long[] asked) => known.Zip(asked).Count(each => each.First != each.Second);
    }
}
