using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace NetDsl.Generators.Tests.BrokenCode;

/// <summary>
/// Whatever is typed, pasted or deleted: generator and analyzer neither throw nor hang, and never report a fault of their own.
/// <c>NETDSL_FUZZ=20000</c> tries that many inputs in place of a few; no place is tried twice, so that 60000 tries all that there are today.
/// </summary>
[Collection(nameof(BrokenCodeTests))]
public class BrokenCodeTests(ITestOutputHelper output)
{
    /// <summary>How many inputs, in place of a sample.</summary>
    const string InputsVariable = "NETDSL_FUZZ";

    /// <summary>The seed of a run to replay.</summary>
    const string SeedVariable = "NETDSL_SEED";

    /// <summary>The one input to replay, such as <c>Shop:Truncate:513</c>.</summary>
    const string InputVariable = "NETDSL_BROKEN_CODE";

    const int InputsByDefault = 400;

    // Generator and analyzer evaluate once each, and the evaluator lets itself take 20 seconds: a busy machine is no hang.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Sources => [.. BreakableProject.All.Select(project => project.Name)];

    [Fact]
    public void Broken_code_is_never_a_fault_of_generator_or_analyzer()
    {
        var seed = Number(SeedVariable) ?? Random.Shared.Next();
        var count = Number(InputsVariable) ?? InputsByDefault;
        var inputs = Environment.GetEnvironmentVariable(InputVariable) is { Length: > 0 } input
            ? [Mutation.Parse(input)]
            : Draw(seed).Take(count);

        var run = new BrokenCodeRun(CompilerRun.FaultsIn, Patience);
        run.Try(inputs);

        output.WriteLine(run.Summary);
        Assert.True(run.Failures.Length == 0, $"All of it again: {SeedVariable}={seed} {InputsVariable}={count}\n{run.Summary}{run.Failures}");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Before_it_is_broken_it_compiles(string source)
    {
        var project = Project(source);
        project.Driver.RunGeneratorsAndUpdateCompilation(project.Compilation, out var compilation, out _, CancellationToken.None);

        Assert.Empty(compilation.GetDiagnostics().Where(message => message.Severity == DiagnosticSeverity.Error).Select(message => message.ToString()));
        Assert.Empty(CompilerRun.FaultsIn(project, project.Source.Text, CancellationToken.None));
    }

    [Theory]
    [InlineData(MutationKind.Truncate, 4, "a(b,")]
    [InlineData(MutationKind.Delete, 1, "ab, c);")]
    [InlineData(MutationKind.Duplicate, 2, "a(b b, c);")]
    [InlineData(MutationKind.Swap, 2, "a(,b c);")]
    public void A_mutation_of_a_place_breaks_it(MutationKind kind, int number, string expected) =>
        Assert.Equal(expected, new Mutation("any", kind, number).Apply(TokenizedText.Of("a(b, c);")));

    [Fact]
    public void A_mutation_gives_the_same_text_whenever_it_is_applied()
    {
        foreach (var input in Draw(seed: 1).Take(200))
        {
            var source = Project(input.Source).Source;
            Assert.Equal(input.Apply(source), Mutation.Parse(input.ToString()).Apply(TokenizedText.Of(source.Text)));
        }
    }

    [Fact]
    public void A_fault_is_told_once_with_its_input_and_the_way_to_replay_it()
    {
        var run = new BrokenCodeRun((_, _, _) => throw new InvalidOperationException("mine"), Patience);
        run.Try([new Mutation("Shop", MutationKind.Truncate, 60), new Mutation("Shop", MutationKind.Truncate, 61)]);

        Assert.Contains("2 times: the run throws InvalidOperationException", run.Failures, StringComparison.Ordinal);
        Assert.Contains("mine", run.Failures, StringComparison.Ordinal);
        Assert.Contains("NETDSL_BROKEN_CODE=Shop:Truncate:6", run.Failures, StringComparison.Ordinal);
        Assert.Contains("using static NetDsl.Traffic;", run.Failures, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_end_is_stopped_and_told()
    {
        var run = new BrokenCodeRun(
            (_, _, cancellation) =>
            {
                cancellation.WaitHandle.WaitOne();
                throw new OperationCanceledException(cancellation);
            },
            TimeSpan.FromMilliseconds(50));
        run.Try([new Mutation("Shop", MutationKind.Delete, 3)]);

        Assert.Contains("1 times: no end", run.Failures, StringComparison.Ordinal);
        Assert.Contains("NETDSL_BROKEN_CODE=Shop:Delete:3", run.Failures, StringComparison.Ordinal);
    }

    static BreakableProject Project(string name) => BreakableProject.All.Single(project => project.Name == name);

    static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Every place of every source once, in the order of a seed, and after each third of them one from the kinds that have no end.</summary>
    static IEnumerable<Mutation> Draw(int seed)
    {
        var random = new Random(seed);
        Mutation[] places =
        [
            .. from project in BreakableProject.All
               from kind in Mutation.OfPlaces
               from number in Enumerable.Range(0, Mutation.PlacesIn(project.Source, kind))
               select new Mutation(project.Name, kind, number),
        ];
        random.Shuffle(places);
        var next = 0;
        for (var index = 1; ; index++)
        {
            yield return index % 4 == 0 || next == places.Length
                ? new Mutation(
                    BreakableProject.All[random.Next(BreakableProject.All.Count)].Name,
                    Mutation.OfSeeds[random.Next(Mutation.OfSeeds.Count)],
                    random.Next())
                : places[next++];
        }
    }
}

/// <summary>Nothing runs beside these tests, because they measure memory and time.</summary>
[CollectionDefinition(nameof(BrokenCodeTests), DisableParallelization = true)]
public class BrokenCodeCollection;
