using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Analyzers;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests.Corpus;

/// <summary>Nothing above advice is said of correct networks, and what they are for is proved.</summary>
public class CleanArchitectureTests
{
    [Fact]
    public async Task Nothing_above_advice_is_said_of_a_correct_network()
    {
        Assert.True(CleanArchitectures.All.Count >= 50);
        var compilation = TopologyPrograms.Compile(CleanArchitectures.All);
        Assert.DoesNotContain(compilation.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);

        var found = await compilation.WithAnalyzers([new TopologyAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        var told = string.Join("\n", found.Where(each => each.Severity > DiagnosticSeverity.Info).Select(each => $"{Path.GetFileName(each.Location.SourceTree!.FilePath)} {SeededFault.Show(each)}"));
        Assert.True(told.Length == 0, told);
    }

    [Fact]
    public void Each_names_its_guide() =>
        Assert.All(CleanArchitectures.All, file => Assert.Contains(" Source: \"", file.ToString(), StringComparison.Ordinal));
}
