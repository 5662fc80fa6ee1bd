using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetDsl.Generators.Tests;

/// <summary>The analyzers that the SDK brings, with every rule on: <c>AnalysisLevel</c> <c>latest-all</c>.</summary>
static class PlatformAnalyzers
{
    static readonly string Folder = Path.Combine(Sdk(), "Sdks", "Microsoft.NET.Sdk", "analyzers");

    static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> Analyzers = new(() =>
    [
        .. Directory.GetFiles(Folder, "*NetAnalyzers.dll")
            .Select(path => new AnalyzerFileReference(path, new Loader()))
            .SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp)),
    ]);

    /// <summary>What they say of a file of the project.</summary>
    public static async Task<IEnumerable<string>> ComplainAbout(GeneratorOutcome outcome, string file)
    {
        var config = AnalyzerConfig.Parse(await File.ReadAllTextAsync(AllRules()), "/all.globalconfig");
        var rules = AnalyzerConfigSet.Create(ImmutableArray.Create(config)).GlobalConfigOptions.TreeOptions;
        var compilation = outcome.Compilation.WithOptions(outcome.Compilation.Options.WithSpecificDiagnosticOptions(rules));
        Assert.NotEmpty(rules);
        Assert.NotEmpty(Analyzers.Value);

        var messages = await compilation.WithAnalyzers(Analyzers.Value).GetAnalyzerDiagnosticsAsync();
        return messages
            .Where(message => message.Severity >= DiagnosticSeverity.Warning && (message.Location.SourceTree?.FilePath.EndsWith(file, StringComparison.Ordinal) ?? false))
            .Select(message => message.ToString());
    }

    static string AllRules() => Directory.GetFiles(Path.Combine(Folder, "build", "config"), "analysislevel_*_all.globalconfig")
        .Where(path => Path.GetFileName(path).Contains($"_{Environment.Version.Major}_", StringComparison.Ordinal))
        .Single();

    // …/dotnet/shared/Microsoft.NETCore.App/10.0.1/ → …/dotnet/sdk/10.0.401
    static string Sdk() => Directory.GetDirectories(
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk")), $"{Environment.Version.Major}.*")
        .Order(StringComparer.Ordinal)
        .Last();

    sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
