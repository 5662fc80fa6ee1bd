using NetDsl.Compiler.Checks;

namespace NetDsl.Generators.Tests;

/// <summary>What has more paths than are compiled gets handles and no network; the analyzers tell why, and so does the program that is run all the same.</summary>
public class TooManyPathsTests
{
    static GeneratorOutcome Outcome { get; } = new GeneratorSession(
        TopologyProject.Of(SnapshotTests.Source("Shop")), new TopologyGenerator((_, _, _) => null)).Outcome;

    [Fact]
    public void The_compiler_is_given_nothing_that_it_refuses() => Assert.Empty(Outcome.CompilerMessages);

    [Fact]
    public void The_class_says_why_it_has_no_network() => Assert.Contains(
        $"{TooManyPaths.Rule.Id}: Topology 'Shop' has more than 250,000 paths", Outcome.Text, StringComparison.Ordinal);
}
