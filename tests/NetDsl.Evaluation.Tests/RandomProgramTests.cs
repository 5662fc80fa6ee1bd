using CsCheck;
using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>The equivalence law over random programs.</summary>
public class RandomProgramTests
{
    /// <summary>The law would hold of nothing if most programs threw or described the same network.</summary>
    [Fact]
    public void Most_random_programs_run_to_their_end_and_describe_different_networks()
    {
        var programs = new List<string>();
        RandomPrograms.Programs.Sample(programs.Add, iter: 40, threads: 1);
        var texts = programs.Select(statements => TopologyPrograms.Evaluate(TopologyPrograms.Shop(statements)))
            .Where(result => result.Findings.Count == 0)
            .Select(result => TopologyJson.Write(result.Topology!))
            .ToList();
        Assert.InRange(texts.Count, 20, programs.Count);
        Assert.InRange(texts.Distinct().Count(), 15, programs.Count);
    }

    [Fact]
    public void A_random_program_evaluates_to_what_running_it_builds() => RandomPrograms.Programs.Sample(
        statements =>
        {
            var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(statements));
            var evaluated = TopologyPrograms.Evaluate(compilation);
            try
            {
                var built = TopologyPrograms.Run(compilation);
                Assert.Empty(evaluated.Findings.Select(finding => $"{finding.Rule.Id} {finding.Origin}: {finding.Message}"));
                Assert.Equal(TopologyJson.Write(built), TopologyJson.Write(evaluated.Topology!));
                Assert.Equal(built, evaluated.Topology);
                Assert.Equal(built.IsWhole, evaluated.IsWhole);
            }
            catch (Exception thrown) when (thrown is ArithmeticException or ArgumentException or IndexOutOfRangeException)
            {
                Assert.Contains(evaluated.Findings, finding =>
                    finding.Rule == EvaluationRules.DefinitionThrows && finding.Message.Contains(thrown.GetType().Name, StringComparison.Ordinal));
                Assert.False(evaluated.IsWhole);
            }
        },
        iter: 50,
        threads: 1,
        print: TopologyPrograms.Shop);

    [Fact]
    public void A_random_program_with_a_piece_missing_never_fails_the_evaluator() =>
        Gen.Select(RandomPrograms.Programs, Gen.Int[0, int.MaxValue], Gen.Int[1, 30]).Sample(
            (statements, where, length) =>
            {
                var source = TopologyPrograms.Shop(statements);
                var start = where % source.Length;
                source = source.Remove(start, Math.Min(length, source.Length - start));
                var compilation = TopologyPrograms.Compile(source);
                foreach (var topology in TopologyPrograms.TopologyClassesOf(compilation))
                {
                    var result = TopologyEvaluator.Evaluate(compilation, topology, CancellationToken.None);
                    Assert.DoesNotContain(result.Findings, finding => finding.Rule == EvaluationRules.EvaluatorFault);
                    Assert.False(result.IsWhole && result.Findings.Count > 0);
                }
            },
            iter: 50,
            threads: 1);
}
