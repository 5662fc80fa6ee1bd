using NetDsl.Interop;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>The equivalence law over random programs, and that the programs are worth it.</summary>
[Collection(nameof(RunsAlone))]
public class RandomProgramTests
{
    const int Programs = 200;

    static readonly IReadOnlyList<RandomProgram> Sample = Created(1, Programs);

    static readonly Lazy<ProgramBatch> Batch = new(() => new ProgramBatch(Sample.ToDictionary(program => program.Namespace, program => program.Text)));

    /// <summary>NETDSL_PROGRAMS asks for more, NETDSL_SEED for one again.</summary>
    [Fact]
    public void Evaluating_random_programs_gives_what_running_gives() => EquivalenceLaw.Check(EquivalenceLaw.Seeds(programs: 2000));

    [Fact]
    public void Random_programs_compile() => Batch.Value.Load();

    /// <summary>The law would hold of nothing if most programs threw or described the same network.</summary>
    [Fact]
    public void Most_random_programs_run_to_their_end_and_describe_different_networks()
    {
        var outcomes = Sample.Select(program => Batch.Value.Run(program.Namespace)).ToList();
        var built = outcomes.Select(outcome => outcome.Built).OfType<Topology>().ToList();
        Assert.InRange(built.Count, Programs * 70 / 100, Programs * 97 / 100);
        Assert.Equal(built.Count, built.Select(topology => TopologyJson.Write(topology)).Distinct().Count());
        Assert.InRange(outcomes.Select(outcome => outcome.Thrown?.GetType().Name).Distinct().Count(), 4, Programs);
        Assert.InRange(built.Count(topology => topology.IsWhole), built.Count * 90 / 100, built.Count);
    }

    /// <summary>What no program uses is not compared.</summary>
    [Fact]
    public void Every_construct_is_in_a_reasonable_share_of_random_programs()
    {
        const int Many = 2000;
        const int Fewest = Many / 250;
        var counts = Created(1, Many).SelectMany(program => program.Constructs).CountBy(construct => construct).ToDictionary();
        Assert.Empty(RandomProgram.AllConstructs.Where(construct => counts.GetValueOrDefault(construct) < Fewest)
            .Select(construct => $"{construct} {counts.GetValueOrDefault(construct)}"));
        Assert.InRange(counts.Values.Average(), Many * 5 / 100, Many);
    }

    [Fact]
    public void A_seed_gives_the_same_program_each_time() => Assert.Equal(RandomProgram.Create(7).Text, RandomProgram.Create(7).Text);

    /// <summary>An evaluator that forgets the last name, or does not throw, is found, and told with few lines and the way to replay it.</summary>
    [Fact]
    public void A_wrong_evaluator_is_found_and_told_small()
    {
        var told = Assert.Throws<DisagreementException>(() => EquivalenceLaw.Check(
            [1], (batch, name) => Difference.Between(batch.Run(name), Evaluated(batch.Run(name), group => !group.Contains("end-", StringComparison.Ordinal))),
            patience: TimeSpan.FromSeconds(30)));

        Assert.Contains("the topologies differ", told.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet test --filter A_wrong_evaluator_is_found_and_told_small", told.Message, StringComparison.Ordinal);
        Assert.Matches("NETDSL_SEED=1 ", told.Message);
        Assert.InRange(told.Message.Split('\n').Length, 1, 150);
    }

    [Fact]
    public void An_exception_has_to_be_found_with_its_name()
    {
        var run = new RunOutcome(null, new DivideByZeroException());
        Assert.Equal("running throws DivideByZeroException, evaluating does not", Difference.Between(run, Evaluated(WithoutName, _ => true))!.Kind);
        Assert.Null(Difference.Between(WithoutName, Evaluated(WithoutName, _ => true)));
    }

    [Fact]
    public void A_random_program_with_a_piece_missing_never_fails_the_evaluator()
    {
        var draw = new Draw(11);
        foreach (var program in Created(1000, 25))
        {
            var start = draw.Between(0, program.Text.Length - 40);
            var source = program.Text.Remove(start, draw.Between(1, 40));
            using var batch = new ProgramBatch(new Dictionary<string, string> { [program.Namespace] = source });
            foreach (var topology in TopologyPrograms.TopologyClassesOf(batch.Compilation))
            {
                var result = TopologyEvaluator.Evaluate(batch.Compilation, topology, CancellationToken.None);
                Assert.DoesNotContain(result.Findings, finding => finding.Rule == EvaluationRules.EvaluatorFault);
                Assert.False(result.IsWhole && result.Findings.Count > 0);
            }
        }
    }

    static RunOutcome WithoutName { get; } = new(new NetworkBuilder("Net").Build(), null);

    /// <summary>What an evaluator says that sees only some security groups.</summary>
    static EvaluationResult Evaluated(RunOutcome run, Func<string, bool> sees) => run.Built is not { } built
        ? new(null, [], false)
        : new(built with { SecurityGroups = [.. built.SecurityGroups.Where(group => sees(group.Id.Path))] }, [], built.IsWhole);

    static List<RandomProgram> Created(int first, int count) => [.. Enumerable.Range(first, count).Select(seed => RandomProgram.Create((ulong)seed))];
}
