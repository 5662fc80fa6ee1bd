using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var result = TopologyPrograms.Evaluate(compilation);

        Assert.Equal([expected], result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Message}"));
        Assert.Equal(
            marked.Spans.Select(span => marked.Text.Substring(span.Start, span.Length)),
            result.Findings.Select(finding => marked.Text.Substring(finding.Origin.Span!.Value.Start, finding.Origin.Span!.Value.Length)));
        Assert.Equal(marked.Spans, result.Findings.Select(finding => (finding.Origin.Span!.Value.Start, finding.Origin.Span!.Value.Length)));
        Assert.False(result.IsWhole);
        Assert.Contains(result.Topology!.Vpcs, vpc => vpc.Name == "after");
    }

    [Fact]
    public void A_filter_whose_value_is_not_known_hides_nothing_behind_it()
    {
        var result = TopologyPrograms.Evaluate(TopologyPrograms.Shop("""
            int? none = null;
            var limit = 0;
            limit += (int)none;
            try
            {
                try { throw new ArgumentException("a"); }
                finally { limit.ToString(); }
            }
            catch (ArgumentException) when (limit > 0)
            {
            }

            throw new InvalidOperationException("b");
            """));

        Assert.Equal(
            ["InvalidOperationException: Nullable object must have a value", "InvalidOperationException: b"],
            result.Findings.Select(finding => finding.Message.Replace("this throws ", "").Split(';')[0]));
        Assert.False(result.IsWhole);
    }

    [Theory]
    [InlineData("Read(in a[Next(ref i)].V)")]
    [InlineData("Read(in Same(ref i))")]
    [InlineData("a[Next(ref i)].Get()")]
    public void What_is_written_on_the_way_to_a_place_that_is_only_read_is_not_known_when_the_statement_fails(string reads)
    {
        var result = TopologyPrograms.Evaluate(TopologyPrograms.Shop($$"""
            int? none = null; var i = 0; var a = new S[2];
            var region = network.Region("us-east-1");
            var n = {{reads}} + (int)none;
            region.Vpc($"a{i}", "10.0.0.0/16");
            region.Vpc("b", "10.1.0.0/16");
            ---
            static int Next(ref int i) => ++i;
            static ref int Same(ref int i) => ref i;
            static int Read(in int n) => n;
            struct S { public int V; public readonly int Get() => V; }
            """));

        Assert.StartsWith("this throws InvalidOperationException: Nullable object must have a value", Assert.Single(result.Findings).Message);
        Assert.Equal("b", Assert.Single(result.Topology!.Vpcs).Name);
        Assert.False(result.IsWhole);
    }

    [Fact]
    public void Refuses_a_helper_that_is_compiled_already()
    {
        using var library = new MemoryStream();
        Assert.True(TopologyPrograms.Compile("namespace Company; public static class Plan { public const int Third = 3; public static string Cidr() => \"10.0.0.0/16\"; }")
            .WithAssemblyName("Company.Plans").Emit(library).Success);
        library.Position = 0;
        var marked = MarkedSource.Parse(TopologyPrograms.Shop("var region = network.Region(\"us-east-1\"); region.Vpc(\"a\", Company.Plan.[|Cidr()|]); region.Vpc(\"b\", $\"10.{Company.Plan.Third}.0.0/16\");"));

        var result = TopologyPrograms.Evaluate(TopologyPrograms.Compile(marked.Text).AddReferences(MetadataReference.CreateFromStream(library)));

        var finding = Assert.Single(result.Findings);
        Assert.Equal("ND0006 'Plan.Cidr' is compiled in 'Company.Plans', where its source cannot be read; move the helper into this project", $"{finding.Rule.Id} {finding.Message}");
        Assert.Equal(marked.Spans[0], (finding.Origin.Span!.Value.Start, finding.Origin.Span!.Value.Length));
        Assert.Equal("10.3.0.0/16", Assert.Single(result.Topology!.Vpcs).Primary.ToString());
    }

    [Fact]
    public void Refuses_a_helper_without_a_body()
    {
        var marked = MarkedSource.Parse(TopologyPrograms.Shop("[|Outside()|];\n---\n[System.Runtime.InteropServices.DllImport(\"c\")] static extern void Outside();"));
        var finding = Assert.Single(TopologyPrograms.Evaluate(marked.Text).Findings);
        Assert.Equal("ND0006 'Outside' has no body to evaluate; give it one in this project", $"{finding.Rule.Id} {finding.Message}");
        Assert.Equal(marked.Spans[0], (finding.Origin.Span!.Value.Start, finding.Origin.Span!.Value.Length));
    }

    [Fact]
    public void Refuses_a_builder_that_only_a_newer_library_has()
    {
        // The user's project references a library that the compiler did not load.
        var newer = CSharpCompilation.Create(
            "NetDsl",
            [TopologyPrograms.Parse("namespace NetDsl { public sealed class TopologyAttribute : System.Attribute { } public sealed class NetworkBuilder { public void Continent(string name) { } } }", "/newer.cs")],
            Basic.Reference.Assemblies.Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var marked = MarkedSource.Parse("using NetDsl; [Topology] static partial class Shop { static void Define(NetworkBuilder network) { network.[|Continent(\"europe\")|]; } }");
        var compilation = CSharpCompilation.Create(
            "Topologies", [TopologyPrograms.Parse(marked.Text, "/src/Shop.cs")], [.. Basic.Reference.Assemblies.Net100.References.All, newer.ToMetadataReference()], newer.Options);

        var finding = Assert.Single(TopologyPrograms.Evaluate(compilation).Findings);

        Assert.Equal("ND0007 the compiler's NetDsl has no 'NetworkBuilder.Continent'; reference the package version that the compiler loads", $"{finding.Rule.Id} {finding.Message}");
        Assert.Equal(marked.Spans[0], (finding.Origin.Span!.Value.Start, finding.Origin.Span!.Value.Length));
    }

    [Fact]
    public void Every_rule_has_its_page_and_its_id_in_order()
    {
        Assert.Equal(Enumerable.Range(1, EvaluationRules.All.Count).Select(number => $"ND{number:0000}"), EvaluationRules.All.Select(rule => rule.Id));
        Assert.All(EvaluationRules.All, rule => Assert.StartsWith(
            $"# {rule.Id}: {rule.Title}\n", File.ReadAllText(Path.Combine(SampleTests.Repository, rule.HelpPage)), StringComparison.Ordinal));
    }
}
