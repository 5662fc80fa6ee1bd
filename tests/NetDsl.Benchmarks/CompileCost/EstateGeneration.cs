using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Generators;

namespace NetDsl.Benchmarks.CompileCost;

/// <summary>Runs the generator on the estate.</summary>
internal static class EstateGeneration
{
    /// <summary>The files that it makes; a generator that fails is an exception.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(EstateProgram estate) => Of(estate.Compile());

    /// <summary>The same of a compilation.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(Compilation compilation)
    {
        var result = CSharpGeneratorDriver.Create([new TopologyGenerator().AsSourceGenerator()], parseOptions: EstateProgram.Language)
            .RunGenerators(compilation)
            .GetRunResult()
            .Results[0];
        var files = result.GeneratedSources.Select(file => (file.HintName, file.SourceText.ToString())).ToList();
        return result.Exception is null && files.Count > 0 && !files.Exists(file => file.Item2.Contains("has faults and is not compiled", StringComparison.Ordinal))
            ? files
            : throw new InvalidOperationException($"Nothing is generated for the estate: {result.Exception?.ToString() ?? "it has faults."}");
    }
}
