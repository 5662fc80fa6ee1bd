using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Generators.Tests;

/// <summary>What a run of the generator gave.</summary>
/// <param name="Result">Files and steps.</param>
/// <param name="Compilation">The project with the files added.</param>
sealed record GeneratorOutcome(GeneratorRunResult Result, CSharpCompilation Compilation)
{
    /// <summary>The files by name.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>The text of the only file.</summary>
    public string Text => Assert.Single(Files).Value;

    /// <summary>Why the outputs of a step are what they are, each reason once.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason).Distinct().Order()];

    /// <summary>Warnings and errors of the compiler, as it would print them.</summary>
    public IReadOnlyList<string> CompilerMessages =>
        [.. Compilation.GetDiagnostics().Where(message => message.Severity >= DiagnosticSeverity.Warning).Select(message => message.ToString())];

    /// <summary>Compiles the project and loads it.</summary>
    public System.Reflection.Assembly Load()
    {
        using var image = new MemoryStream();
        var result = Compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(message => message.Severity == DiagnosticSeverity.Error));
        image.Position = 0;

        // What the project references is taken from the test's own context, so that types are the same.
        return new AssemblyLoadContext(null).LoadFromStream(image);
    }
}
