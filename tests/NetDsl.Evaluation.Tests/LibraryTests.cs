using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Tests.Language;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>Members of the base library mean the same evaluated and run; what depends on the machine is refused.</summary>
public class LibraryTests
{
    const string Usings = """
        using System.Buffers.Binary;
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Globalization;
        using System.Net;
        using System.Numerics;
        using System.Text;

        """;

    public static TheoryData<string> Groups => [.. LibraryPrograms.All.Keys];

    public static TheoryData<string> Refused => [.. LibraryPrograms.Refused.Keys];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Evaluating_gives_what_running_gives(string group)
    {
        var parts = LibraryPrograms.All[group].Split("---");
        var program = $"""
            var said = new List<string>();
            void Say(object? value) => said.Add(value is null ? "null" : $"{"{value}"}");
            {parts[0]}
            return string.Join(";", said);
            --- members
            {string.Join('\n', parts[1..])}
            --- usings
            {Usings}
            """.Replace("\r\n", "\n", StringComparison.Ordinal);
        var construct = new Construct(group, "Library", program, "");
        var compilation = TopologyPrograms.Compile(ConstructProgram.Files(construct).Select((file, index) => TopologyPrograms.Parse(file, $"/src/{index}.cs")));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var name = ConstructProgram.TopologyName(construct);

        var result = TopologyEvaluator.Evaluate(compilation, compilation.GetTypeByMetadataName(name)!, CancellationToken.None);

        Assert.True(result.Findings.Count == 0, string.Join('\n', result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Message}: {At(compilation, finding.Origin.Span)}")));
        Assert.Equal(ConstructProgram.Text(TopologyPrograms.Definitions(compilation)[name]()), ConstructProgram.Text(result.Topology!));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_depends_on_the_machine_is_refused(string statement)
    {
        var compilation = TopologyPrograms.Compile(Usings + TopologyPrograms.Shop(statement));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var finding = Assert.Single(TopologyPrograms.Evaluate(compilation).Findings);

        Assert.Contains(LibraryPrograms.Refused[statement], finding.Message, StringComparison.Ordinal);
    }

    static string At(Compilation compilation, Model.SourceSpan? span) =>
        span is null ? "" : compilation.SyntaxTrees.First(tree => tree.FilePath == span.Value.File).GetText().ToString(new Microsoft.CodeAnalysis.Text.TextSpan(span.Value.Start, span.Value.Length));
}
