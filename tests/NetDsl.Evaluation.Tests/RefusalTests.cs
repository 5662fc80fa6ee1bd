using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>What cannot be evaluated is told at that very expression, with what to write instead.</summary>
public class RefusalTests
{
    public static TheoryData<string> Names => [.. RefusedPrograms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_at_the_expression(string name)
    {
        var (statements, expected) = RefusedPrograms.All[name];
        var (body, members) = statements.Split("---") is [var first, var second] ? (first, second) : (statements, "");
        var marked = MarkedSource.Parse(TopologyPrograms.Shop($"""
            var region = network.Region("us-east-1");
            {body}
            region.Vpc("after", "10.99.0.0/16");
            ---
            {members}
            """));
        var compilation = TopologyPrograms.Compile(marked.Text);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));

        var result = TopologyPrograms.Evaluate(compilation);

        Assert.Equal([expected], result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Message}"));
        Assert.Equal(
            marked.Spans.Select(span => marked.Text.Substring(span.Start, span.Length)),
            result.Findings.Select(finding => marked.Text.Substring(finding.Origin.Span!.Value.Start, finding.Origin.Span!.Value.Length)));
        Assert.Equal(marked.Spans, result.Findings.Select(finding => (finding.Origin.Span!.Value.Start, finding.Origin.Span!.Value.Length)));
        Assert.False(result.IsWhole);
        Assert.Contains(result.Topology!.Vpcs, vpc => vpc.Name == "after");
    }
}
