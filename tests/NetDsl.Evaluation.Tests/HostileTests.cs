using System.Diagnostics;
using Microsoft.CodeAnalysis;
using NetDsl.Testing;
using Xunit.Abstractions;

namespace NetDsl.Evaluation.Tests;

/// <summary>The default bounds end what would run without end or fill the memory, soon.</summary>
public class HostileTests(ITestOutputHelper output)
{
    // On a quiet machine a second; tests run beside others.
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    public static TheoryData<string> Names => [.. HostilePrograms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_program_ends_soon(string name)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(HostilePrograms.All[name]));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var topology = TopologyPrograms.TopologyClassesOf(compilation)[0];

        var watch = Stopwatch.StartNew();
        var result = TopologyEvaluator.Evaluate(compilation, topology, CancellationToken.None);
        watch.Stop();

        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        var finding = Assert.Single(result.Findings);
        Assert.True(finding.Rule == EvaluationRules.BoundExceeded || name == "many digits", $"{finding.Rule.Id} {finding.Message}");
        Assert.DoesNotContain("takes longer than", finding.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < Soon, $"{watch.Elapsed}");
    }
}
