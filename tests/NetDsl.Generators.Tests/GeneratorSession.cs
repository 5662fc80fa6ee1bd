using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Generators.Tests;

/// <summary>An editor or build server that keeps the generator's state from edit to edit.</summary>
sealed class GeneratorSession
{
    GeneratorDriver driver;

    public GeneratorSession(TopologyProject project, TopologyGenerator? generator = null)
    {
        driver = CSharpGeneratorDriver.Create(
            [(generator ?? new TopologyGenerator()).AsSourceGenerator()],
            parseOptions: TopologyProject.ParseOptions,
            optionsProvider: project.Options(),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Outcome = Run(project);
    }

    /// <summary>What the last run gave.</summary>
    public GeneratorOutcome Outcome { get; private set; }

    /// <summary>Runs again on a changed project.</summary>
    public GeneratorOutcome Edit(TopologyProject project) => Outcome = Run(project);

    GeneratorOutcome Run(TopologyProject project)
    {
        driver = driver
            .ReplaceAdditionalTexts(project.AdditionalFiles())
            .WithUpdatedAnalyzerConfigOptions(project.Options())
            .RunGeneratorsAndUpdateCompilation(project.Compilation(), out var compilation, out var diagnostics);
        Assert.Empty(diagnostics);
        return new GeneratorOutcome(Assert.Single(driver.GetRunResult().Results), (CSharpCompilation)compilation);
    }
}
