namespace NetDsl.Generators.Tests;

/// <summary>What fails inside the generator stops the build with a message, and neither the compiler nor an editor.</summary>
public class FaultOfNetDslTests
{
    static GeneratorOutcome Outcome { get; } = new GeneratorSession(
        TopologyProject.Of(SnapshotTests.Source("Shop")) with { Simulation = true, OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication },
        new TopologyGenerator((_, _, _) => throw new InvalidOperationException("there is no way\nat all"))).Outcome;

    [Fact]
    public void It_is_the_only_error_of_the_build() =>
        Assert.Contains(
            "error CS1029: #error: 'ND0007: Topology 'Shop' is not compiled. NetDsl failed here with InvalidOperationException: there is no way; this is a fault of NetDsl, please report it'",
            Assert.Single(Outcome.CompilerMessages),
            StringComparison.Ordinal);

    [Fact]
    public void Handles_and_program_are_there_all_the_same() => Assert.Equal(2, Outcome.Files.Count);
}
