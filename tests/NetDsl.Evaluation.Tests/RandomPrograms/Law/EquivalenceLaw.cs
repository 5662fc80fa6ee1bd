using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetDsl.Evaluation.Tests;

/// <summary>
/// Evaluates random programs and runs them. Differences are collected by kind, the first program of each made as small as it can be, and
/// told with a line that replays it.
/// </summary>
static class EquivalenceLaw
{
    /// <summary>The seed to replay: that program alone.</summary>
    const string SeedVariable = "NETDSL_SEED";

    /// <summary>How many programs, in place of what the test says.</summary>
    const string ProgramsVariable = "NETDSL_PROGRAMS";

    /// <summary>Where progress and differences are written as they are found, for long runs.</summary>
    const string LogVariable = "NETDSL_PROGRAMS_LOG";

    const int BatchSize = 50;
    const int MostKinds = 20;
    const int MostMadeSmall = 5;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    static readonly Lock Writing = new();

    /// <summary>The seeds to take: the one asked for, or as many as asked for from a random one on.</summary>
    public static IReadOnlyList<ulong> Seeds(int programs)
    {
        if (ulong.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var seed))
        {
            return [seed];
        }

        var count = int.TryParse(Environment.GetEnvironmentVariable(ProgramsVariable), CultureInfo.InvariantCulture, out var asked) ? asked : programs;
        var first = (ulong)Random.Shared.NextInt64(1_000_000_000);
        return [.. Enumerable.Range(0, count).Select(index => first + (ulong)index)];
    }

    /// <summary>Fails when evaluating one of the programs is not as running it.</summary>
    /// <param name="seeds">The programs.</param>
    /// <param name="difference">Compares; a test may put another in its place.</param>
    /// <param name="patience">For how long a program is made small.</param>
    /// <param name="test">The test that asks.</param>
    public static void Check(
        IReadOnlyList<ulong> seeds,
        Func<ProgramBatch, string, Difference?>? difference = null,
        TimeSpan? patience = null,
        [CallerMemberName] string test = "")
    {
        difference ??= Difference.Of;
        var found = new Dictionary<string, List<(RandomProgram Program, Difference Difference)>>();
        var done = 0;
        Parallel.ForEach(
            seeds.Chunk(BatchSize),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (chunk, loop) =>
            {
                foreach (var (program, differs) in Differences(chunk, difference))
                {
                    lock (found)
                    {
                        if (!found.TryGetValue(differs.Kind, out var same))
                        {
                            found.Add(differs.Kind, same = []);
                            Log($"found: {SeedVariable}={program.Seed} {differs.Kind}");
                        }

                        same.Add((program, differs));
                        if (found.Count >= MostKinds)
                        {
                            loop.Stop();
                        }
                    }
                }

                Log($"{Interlocked.Add(ref done, chunk.Length)} of {seeds.Count} programs from seed {seeds[0]}");
            });

        if (found.Count > 0)
        {
            throw new DisagreementException(Explain(found, done, difference, patience ?? Patience, test));
        }
    }

    static IEnumerable<(RandomProgram Program, Difference Difference)> Differences(ulong[] seeds, Func<ProgramBatch, string, Difference?> difference)
    {
        var programs = seeds.Select(RandomProgram.Create).ToDictionary(program => program.Namespace);
        using var batch = new ProgramBatch(programs.ToDictionary(program => program.Key, program => program.Value.Text));
        batch.Load();
        foreach (var program in programs.Values)
        {
            if (difference(batch, program.Namespace) is { } differs)
            {
                yield return (program, differs);
            }
        }
    }

    static string Explain(
        Dictionary<string, List<(RandomProgram Program, Difference Difference)>> found,
        int done,
        Func<ProgramBatch, string, Difference?> difference,
        TimeSpan patience,
        string test)
    {
        var text = new StringBuilder().AppendLine(
            CultureInfo.InvariantCulture, $"Of {done} programs, {found.Values.Sum(same => same.Count)} differ, in {found.Count} ways.");
        var small = 0;
        foreach (var (kind, same) in found.OrderByDescending(kind => kind.Value.Count))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"\n{same.Count} times: {kind}");

            // Of findings one tells it; wrong values have many causes.
            foreach (var (program, differs) in same.OrderBy(entry => entry.Program.Text.Length).Take(kind == Difference.OfTopologies ? 3 : 1))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"Replay: {SeedVariable}={program.Seed} dotnet test --filter {test}\n{differs.Detail}");
                if (small++ < MostMadeSmall)
                {
                    text.AppendLine(Reduction.Smallest(
                        program.Namespace, program.Text, candidate => difference(candidate, program.Namespace)?.Kind == kind, patience));
                }
            }
        }

        return text.ToString();
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

/// <summary>Evaluating a program is not as running it.</summary>
public sealed class DisagreementException(string message) : Exception(message);
