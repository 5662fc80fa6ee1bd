using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Evaluation.Memory;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>Results are remembered by what was read: an edit elsewhere evaluates nothing, an edit that matters does.</summary>
public class MemoryTests
{
    static readonly string Source = TopologyPrograms.Shop("network.Region(\"us-east-1\").Vpc(Plan.Name, Plan.Cidr());");
    const string Plan = "static class Plan { public const string Name = \"a\"; public static string Cidr() => \"10.0.0.0/16\"; }";
    const string Unrelated = "static class Unrelated { static int Field = 1; static int Method() { return 1; } static int Arrow() => 1; }";

    [Theory]
    [InlineData(3, "static class Unrelated { static int Field = 1; static int Method() { return 2; } static int Arrow() => 1; }", 0)]
    [InlineData(3, "static class Unrelated { static int Field = 1; static int Method() { return 1; } static int Arrow() => 2 + 3; }", 0)]
    [InlineData(3, "// a comment\nstatic class Unrelated { static int Field = 1;   static int Method() { return 1; } static int Arrow() => 1; }", 0)]
    [InlineData(3, "static class Unrelated { static int Field = 1; static int Method() { half typed } static int Arrow() => 1; }", 0)]
    [InlineData(3, "static class Unrelated { static int Field = 1; static int Added() => 1; }", 1)]
    [InlineData(3, "static class Unrelated { static int Field = 2; static int Method() { return 1; } static int Arrow() => 1; }", 1)]
    [InlineData(2, "static class Plan { public const string Name = \"b\"; public static string Cidr() => \"10.0.0.0/16\"; }", 1)]
    [InlineData(2, "static class Plan { public const string Name = \"a\"; public static string Cidr() => \"10.1.0.0/16\"; }", 1)]
    [InlineData(0, "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Text;", 1)]
    public void An_edit_evaluates_anew_only_when_it_can_matter(int tree, string text, int evaluations)
    {
        var compilation = TopologyPrograms.Compile(Source, Plan, Unrelated);
        var first = TopologyPrograms.Evaluate(compilation);
        var before = EvaluationMemory.EvaluationsOfThisThread;

        var edited = Replace(compilation, tree, text);
        var second = TopologyPrograms.Evaluate(edited);

        Assert.Equal(evaluations, EvaluationMemory.EvaluationsOfThisThread - before);
        Assert.Equal(evaluations == 0, ReferenceEquals(first, second));
        Assert.Equal(TopologyEvaluator.EvaluateAnew(
            edited, TopologyPrograms.TopologyClassesOf(edited)[0], Interpretation.EvaluationLimits.Default, CancellationToken.None).Result, second);
    }

    [Fact]
    public void A_constant_folded_from_a_file_that_is_not_read_counts()
    {
        var source = TopologyPrograms.Shop("network.Region(\"us-east-1\").Vpc(\"a\" + Plan.Number, \"10.0.0.0/16\");");
        var compilation = TopologyPrograms.Compile(source, "static class Plan { public const int Number = Base.Value + 1; }", "static class Base { public const int Value = 1; }");
        Assert.Equal("a2", TopologyPrograms.Evaluate(compilation).Topology!.Vpcs[0].Name);
        Assert.Equal("a3", TopologyPrograms.Evaluate(Replace(compilation, 3, "static class Base { public const int Value = 2; }")).Topology!.Vpcs[0].Name);
    }

    [Fact]
    public void The_same_compilation_is_evaluated_once()
    {
        var compilation = TopologyPrograms.Compile(Source, Plan);
        Assert.Same(TopologyPrograms.Evaluate(compilation), TopologyPrograms.Evaluate(compilation));
    }

    [Fact]
    public void Two_topologies_of_a_file_are_told_apart()
    {
        var compilation = TopologyPrograms.Compile(
            TopologyPrograms.Shop("network.Region(\"us-east-1\");")
            + "[Topology] static partial class Second { static void Define(NetworkBuilder network) { } }");
        Assert.Equal(["Shop", "Second"], TopologyPrograms.TopologyClassesOf(compilation)
            .Select(topology => TopologyEvaluator.Evaluate(compilation, topology, CancellationToken.None).Topology!.Name));
    }

    [Fact]
    public void Options_and_references_count()
    {
        var compilation = TopologyPrograms.Compile(Source, Plan);
        var first = TopologyPrograms.Evaluate(compilation);
        Assert.NotSame(first, TopologyPrograms.Evaluate(compilation.WithOptions(compilation.Options.WithOverflowChecks(true))));
        Assert.NotSame(first, TopologyPrograms.Evaluate(compilation.AddReferences(MetadataReference.CreateFromFile(typeof(MemoryTests).Assembly.Location))));
    }

    [Fact]
    public void A_referenced_compilation_is_not_kept_alive()
    {
        var compilation = TopologyPrograms.Compile(Source, Plan);
        var referenced = EvaluateWithReference(compilation);
        for (var i = 0; i < 20 && referenced.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(referenced.IsAlive);
        GC.KeepAlive(compilation);
    }

    [Fact]
    public void A_referenced_compilation_counts_as_itself()
    {
        var library = TopologyPrograms.Compile("public static class Library { }").WithAssemblyName("Library");
        var compilation = TopologyPrograms.Compile(Source, Plan);
        var first = TopologyPrograms.Evaluate(compilation.AddReferences(library.ToMetadataReference()));
        Assert.Same(first, TopologyPrograms.Evaluate(compilation.AddReferences(library.ToMetadataReference())));
        Assert.NotSame(first, TopologyPrograms.Evaluate(compilation.AddReferences(library.Clone().ToMetadataReference())));
    }

    [Fact]
    public void What_a_slow_machine_did_not_finish_is_remembered_for_the_very_compilation_only()
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop("while (true) { }"));
        var slow = new Interpretation.EvaluationLimits { Steps = int.MaxValue, Elements = long.MaxValue, Time = TimeSpan.FromMilliseconds(20) };
        EvaluationResult Recall(Compilation asked, Interpretation.EvaluationLimits limits) => EvaluationMemory.Recall(
            asked,
            TopologyPrograms.TopologyClassesOf(asked)[0],
            EvaluationInputs.None,
            _ => TopologyEvaluator.EvaluateAnew(asked, TopologyPrograms.TopologyClassesOf(asked)[0], limits, CancellationToken.None),
            CancellationToken.None);

        var first = Recall(compilation, slow);
        Assert.Same(first, Recall(compilation, slow));
        Assert.NotSame(first, Recall(compilation.Clone(), slow));

        var repeatable = TopologyPrograms.Compile(TopologyPrograms.Shop("while (true) { }"));
        var few = new Interpretation.EvaluationLimits { Steps = 1000 };
        Assert.Same(Recall(repeatable, few), Recall(repeatable.Clone(), few));
    }

    [Fact]
    public void A_cancelled_evaluation_is_not_remembered()
    {
        var compilation = TopologyPrograms.Compile(Source, Plan);
        Assert.ThrowsAny<OperationCanceledException>(() => TopologyPrograms.Evaluate(compilation, new CancellationToken(canceled: true)));
        Assert.True(TopologyPrograms.Evaluate(compilation).IsWhole);
    }

    [Fact]
    public async Task Rules_that_ask_at_the_same_time_get_the_same_result()
    {
        var compilation = TopologyPrograms.Compile(Source, Plan);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TopologyPrograms.Evaluate(compilation))));
        Assert.All(results, result => Assert.Same(results[0], result));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    static WeakReference EvaluateWithReference(CSharpCompilation compilation)
    {
        var library = TopologyPrograms.Compile("public static class Library { }").WithAssemblyName("Library");
        TopologyPrograms.Evaluate(compilation.AddReferences(library.ToMetadataReference()));
        return new WeakReference(library);
    }

    static CSharpCompilation Replace(CSharpCompilation compilation, int tree, string text) => compilation.ReplaceSyntaxTree(
        compilation.SyntaxTrees[tree], TopologyPrograms.Parse(text, compilation.SyntaxTrees[tree].FilePath));
}
