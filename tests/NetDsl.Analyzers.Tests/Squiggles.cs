using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests;

/// <summary>What the analyzer says of a program.</summary>
static class Squiggles
{
    /// <summary>Statements of <c>Define</c> in which nothing is underlined.</summary>
    public static void None(string statements) => Assert.Empty(Show(Of(TopologyPrograms.Shop(statements))));

    /// <summary>Statements of <c>Define</c> in which exactly what is marked is underlined, for one rule, with one message.</summary>
    public static Diagnostic One(string id, string message, string statements)
    {
        var source = new MarkedSource(TopologyPrograms.Shop(statements));
        var found = Of(source.Text);

        Assert.Equal([$"{id}: {message}"], Show(found));
        var diagnostic = found[0];
        Assert.Equal(source.Underlined.Select(span => source.Text.Substring(span.Start, span.Length)), found.Select(TextOf));
        Assert.Equal(source.Underlined, found.Select(each => each.Location.SourceSpan));
        Assert.Equal(source.Others, diagnostic.AdditionalLocations.Select(location => location.SourceSpan));
        Assert.All(Enumerable.Range(0, diagnostic.AdditionalLocations.Count), index =>
            Assert.NotEmpty(FindingProperties.RelatedText(diagnostic, index)!));
        return diagnostic;
    }

    /// <summary>The rules of what is underlined in statements of <c>Define</c>, which compile.</summary>
    public static IEnumerable<string> Ids(string statements)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(statements));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return Of(compilation).Select(diagnostic => diagnostic.Id);
    }

    public static ImmutableArray<Diagnostic> Of(params string[] sources) => Of(TopologyPrograms.Compile(sources));

    public static ImmutableArray<Diagnostic> Of(Compilation compilation) => Of(compilation, []);

    /// <summary>Of a project with data files.</summary>
    public static ImmutableArray<Diagnostic> Of(Compilation compilation, params DataFileText[] files)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files]), (exception, _, _) => Assert.Fail(exception.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return [.. new CompilationWithAnalyzers(compilation, [new TopologyAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult()
            .OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public static IEnumerable<string> Show(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");

    public static string TextOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
