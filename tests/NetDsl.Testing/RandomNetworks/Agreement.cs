using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>
/// Asks engines the same questions about random networks, all processors at once. The first difference fails, with the network made as small as
/// it can be, and one line that asks it again.
/// </summary>
/// <remarks>
/// For long runs NETDSL_NETWORKS tells how many networks and NETDSL_QUESTIONS how many questions to each, in place of what the test says, and NETDSL_SEED with
/// which to begin; alone, it asks that one again. With NETDSL_NETWORKS_LOG a run goes on behind differences, and writes them and its progress to that file as
/// they come.
/// </remarks>
public static class Agreement
{
    const string SeedVariable = "NETDSL_SEED";
    const string NetworksVariable = "NETDSL_NETWORKS";
    const string QuestionsVariable = "NETDSL_QUESTIONS";
    const string LogVariable = "NETDSL_NETWORKS_LOG";

    const string Throws = "throws";

    /// <summary>How many differences a run that goes on tells at most: more have few causes.</summary>
    const int MostTold = 10;

    const int NetworksToALogLine = 100;

    /// <summary>How many questions are drawn to ask one at most, where some speak of no packet.</summary>
    const int MostDrawnToAsk = 4;

    static readonly Lock Writing = new();

    /// <summary>
    /// Small networks about which engines once disagreed, with as many questions as showed it, from the list <c>disagreements.tsv</c> beside this file: seed, questions, and what
    /// was mended. When the generator of networks changes, they are others.
    /// </summary>
    public static IReadOnlyList<(int Seed, int Questions)> Once { get; } =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "NetDsl.Testing", "RandomNetworks", "disagreements.tsv"))
            .Select(line => line.Split('\t'))
            .Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[1], CultureInfo.InvariantCulture))),
    ];

    /// <summary>How many networks are taken where a test says so many.</summary>
    public static int Networks(int otherwise) => Number(NetworksVariable) ?? (Number(SeedVariable) is null ? otherwise : 1);

    /// <summary>How many questions are asked about each where a test says so many.</summary>
    public static int Questions(int otherwise) => Number(QuestionsVariable) ?? otherwise;

    /// <summary>Fails when the engines differ in verdict, outcome, reasons, receiver or the packet of the last hop.</summary>
    /// <param name="one">Makes the engine that is right by definition.</param>
    /// <param name="other">Makes the engine under test.</param>
    /// <param name="networks">How many networks.</param>
    /// <param name="questions">How many questions to each.</param>
    /// <param name="everyHop">Whether all hops are compared: element, kind, code and packet.</param>
    /// <param name="test">The test that asks.</param>
    public static void Check(
        Func<Topology, Answer> one,
        Func<Topology, Answer> other,
        int networks,
        int questions,
        bool everyHop = false,
        [CallerMemberName] string test = "") =>
        Check(
            topology =>
            {
                var (first, second) = (one(topology), other(topology));
                return question => Difference.Between(first, second, question, everyHop);
            },
            networks,
            questions,
            test: test);

    /// <summary>Fails when a comparison tells a difference.</summary>
    /// <param name="engines">Makes the engines for a network.</param>
    /// <param name="networks">How many networks.</param>
    /// <param name="questions">How many questions to each.</param>
    /// <param name="create">Makes the networks, where they are not the usual ones.</param>
    /// <param name="test">The test that asks.</param>
    public static void Check(
        Func<Topology, Comparison> engines,
        int networks,
        int questions,
        Func<int, Topology>? create = null,
        [CallerMemberName] string test = "")
    {
        create ??= RandomNetwork.Create;
        var seeds = Seeds(networks);
        var each = Questions(questions);
        var isLogged = Environment.GetEnvironmentVariable(LogVariable) is { Length: > 0 };
        var found = new ConcurrentDictionary<int, Question>();
        var done = 0;

        // One at a time and in their order, so that the first difference is the same in every run.
        Parallel.ForEach(
            Partitioner.Create(seeds, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (seed, loop) =>
            {
                var topology = create(seed);
                var compare = engines(topology);
                if (FirstDifference(topology, seed, each, compare) is { } question)
                {
                    found[seed] = question;
                    Log($"found: {SeedVariable}={seed} dotnet test --filter {test}: {question}");
                    if (!isLogged)
                    {
                        loop.Break();
                    }
                    else if (found.Count >= MostTold)
                    {
                        loop.Stop();
                    }
                }

                if (Interlocked.Increment(ref done) is var count && (count % NetworksToALogLine == 0 || count == seeds.Count))
                {
                    Log($"{test}: {count} of {seeds.Count} networks from seed {seeds[0]}, {each} questions to each");
                }
            });

        if (!found.IsEmpty)
        {
            throw new DisagreementException(string.Join('\n', found.OrderBy(pair => pair.Key).Take(isLogged ? MostTold : 1)
                .Select(pair => Explain(engines, create(pair.Key), pair.Value, pair.Key, test))));
        }
    }

    /// <summary>The first network about which a comparison tells a difference; nothing when it tells none. What a run is asked for does not count here.</summary>
    /// <param name="engines">Makes the engines for a network; that they take not every one is no difference.</param>
    /// <param name="seeds">The seeds of the networks.</param>
    /// <param name="questions">How many questions to each.</param>
    /// <param name="create">Makes the networks.</param>
    public static int? FirstDifferent(Func<Topology, Comparison> engines, IEnumerable<int> seeds, int questions, Func<int, Topology> create)
    {
        foreach (var seed in seeds)
        {
            var topology = create(seed);
            try
            {
                if (FirstDifference(topology, seed, questions, engines(topology)) is not null)
                {
                    return seed;
                }
            }
#pragma warning disable CA1031 // What an engine lacks in a network shows in many ways.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }

        return null;
    }

    /// <summary>The first question of so many that engines can be asked.</summary>
    static Question? FirstDifference(Topology topology, int seed, int questions, Comparison compare)
    {
        foreach (var question in Question.Draw(topology, seed).Take(questions * MostDrawnToAsk))
        {
            if (compare(question) is not { } difference)
            {
                questions--;
            }
            else if (difference != Difference.NotAsked)
            {
                return question;
            }

            if (questions == 0)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The seeds to take: the one asked for, or as many as asked for from there on.</summary>
    static List<int> Seeds(int networks) => [.. Enumerable.Range(Number(SeedVariable) ?? 1, Networks(networks))];

    static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Explain(Func<Topology, Comparison> engines, Topology topology, Question question, int seed, string test)
    {
        var small = Shrinking.Smallest(topology, candidate => Shows(engines, candidate, question));
        var difference = engines(small)(question) ?? new Difference("", "nothing any more: an engine remembers what it should not");
        return $"""
            The engines disagree about {question}
            Replay: {SeedVariable}={seed} dotnet test --filter {test}

            expected:
            {difference.Expected}
            actual:
            {difference.Actual}
            in this part of the network:
            {Description.Of(small)}
            """;
    }

    /// <summary>Whether a smaller network shows the fault; one that an engine does not take says nothing.</summary>
    static bool Shows(Func<Topology, Comparison> engines, Topology candidate, Question question)
    {
        try
        {
            return engines(candidate)(question) is { } difference && difference != Difference.NotAsked && !difference.Expected.StartsWith(Throws, StringComparison.Ordinal);
        }
#pragma warning disable CA1031 // What a part of a network lacks shows in many ways.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    static void Log(string line)
    {
        if (Environment.GetEnvironmentVariable(LogVariable) is { Length: > 0 } path)
        {
            lock (Writing)
            {
                File.AppendAllText(path, $"{DateTime.UtcNow:HH:mm:ss} {line}\n");
            }
        }
    }
}

/// <summary>Asks engines a question about the network that they are of; nothing when they agree, <see cref="Difference.NotAsked"/> when they cannot be asked.</summary>
public delegate Difference? Comparison(Question question);

/// <summary>What two engines say that do not agree.</summary>
/// <param name="Expected">What the one says that is right by definition.</param>
/// <param name="Actual">What the other says.</param>
public sealed record Difference(string Expected, string Actual)
{
    /// <summary>What is no difference: the question speaks of no packet, and another is drawn in its place.</summary>
    public static Difference NotAsked { get; } = new("", "");

    /// <summary>How two engines differ; to throw is an answer too, and a wrong one.</summary>
    /// <param name="one">The engine that is right by definition.</param>
    /// <param name="other">The other.</param>
    /// <param name="question">What they are asked.</param>
    /// <param name="everyHop">Whether all hops are compared, or the packet of the last one only.</param>
    public static Difference? Between(Answer one, Answer other, Question question, bool everyHop)
    {
        var (expected, fault) = Try(one, question);
        var (actual, otherFault) = Try(other, question);
        return IsSame(expected, actual, everyHop) && fault?.GetType() == otherFault?.GetType()
            ? null
            : new Difference(Text(expected, fault), Text(actual, otherFault));
    }

    static (Trace? Trace, Exception? Fault) Try(Answer answer, Question question)
    {
        try
        {
            return (answer(question), null);
        }
#pragma warning disable CA1031 // Whatever an engine throws is to be told with the question that made it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (null, fault);
        }
    }

    static bool IsSame(Trace? one, Trace? other, bool everyHop) => one is null || other is null
        ? one == other
        : one.Verdict == other.Verdict && IsSame(one.Forward, other.Forward, everyHop) && IsSame(one.Return, other.Return, everyHop);

    static bool IsSame(TraceDirection one, TraceDirection other, bool everyHop)
    {
        if (one.Outcome != other.Outcome || one.Receiver != other.Receiver || one.Blocks.Count != other.Blocks.Count)
        {
            return false;
        }

        for (var place = 0; place < one.Blocks.Count; place++)
        {
            if (one.Blocks[place].Code != other.Blocks[place].Code || one.Blocks[place].Element != other.Blocks[place].Element)
            {
                return false;
            }
        }

        if (!everyHop)
        {
            return (one.Hops.Count == 0) == (other.Hops.Count == 0) && (one.Hops.Count == 0 || one.Hops[^1].Packet == other.Hops[^1].Packet);
        }

        for (var place = 0; place < one.Hops.Count; place++)
        {
            if (place >= other.Hops.Count || !IsSame(one.Hops[place], other.Hops[place]))
            {
                return false;
            }
        }

        return one.Hops.Count == other.Hops.Count;
    }

    static bool IsSame(Hop one, Hop other) => one.Element == other.Element && one.Kind == other.Kind && one.Code == other.Code && one.Packet == other.Packet;

    static string Text(Trace? trace, Exception? fault)
    {
        if (trace is null)
        {
            return $"throws {fault!.GetType()}: {fault.Message}\n{fault.StackTrace}";
        }

        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{trace.Verdict}");
        foreach (var (name, direction) in new[] { ("forward", trace.Forward), ("return", trace.Return) })
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {direction.Outcome}, receiver {direction.Receiver ?? "none"}");
            foreach (var block in direction.Blocks)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {block.Code.ToCode()} at {block.Element}");
            }

            foreach (var hop in direction.Hops)
            {
                text.AppendLine($"  {hop.Kind} {hop.Element}: {hop.Packet} {hop.Code?.ToCode()}".TrimEnd());
            }
        }

        return text.ToString();
    }
}

/// <summary>Two engines answer one question differently.</summary>
public sealed class DisagreementException(string message) : Exception(message);
