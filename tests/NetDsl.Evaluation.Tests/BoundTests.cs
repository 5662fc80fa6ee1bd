using System.Diagnostics;
using Microsoft.CodeAnalysis;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>No definition hangs the compiler or fills its memory: past a bound there is a finding at the loop or call.</summary>
public class BoundTests
{
    static readonly EvaluationLimits Small = new() { Steps = 50_000, CallDepth = 50, Elements = 20_000, Time = TimeSpan.FromMinutes(1) };

    [Theory]
    [InlineData("[|while|] (true) { }")]
    [InlineData("[|for|] (var i = 0; ; i++) { }")]
    [InlineData("[|do|] { } while (1 < 2);")]
    [InlineData("[|while|] (true) { try { } finally { } }")]
    [InlineData("var n = 0; [|while|] (true) { n = 1 / n + n; Nothing(); }\n---\nstatic void Nothing() { }")]
    [InlineData("var list = new List<int> { 1 }; [|for|] (var i = 0; i < list.Count; i++) list.Add(i);")]
    public void A_loop_without_end_is_told_at_the_loop(string statements) =>
        AssertStops(statements, "this takes more than 50,000 steps; let the loop end, or describe less in one topology");

    [Theory]
    [InlineData("Again();\n---\nstatic void Again() => [|Again()|];")]
    [InlineData("void Again(int n) { [|Again(n + 1)|]; } Again(0);")]
    [InlineData("Func<int, int>? again = null; again = n => [|again!(n)|]; again(1);")]
    [InlineData("network.Region(\"us-east-1\").Vpc(\"a\", \"10.0.0.0/16\", configure: Inside);\n---\nstatic void Inside(VpcBuilder vpc) => vpc.SecurityGroup(\"a\", group => [|Inside(vpc)|]);")]
    public void Recursion_without_end_is_told_at_the_call(string statements) =>
        AssertStops(statements, "calls are nested more than 50 deep; let the recursion end, or write a loop");

    [Theory]
    [InlineData("var big = [|new int[2_000_000_000]|];")]
    [InlineData("var big = [|new int[40_000, 50_000]|];")]
    [InlineData("var big = [|new List<int>(2_000_000_000)|];")]
    [InlineData("var big = [|new string('x', 2_000_000_000)|];")]
    [InlineData("var big = \"x\".[|PadLeft(2_000_000_000)|];")]
    [InlineData("var big = $\"[|{1,1000000}|]\";")]
    [InlineData("var big = Enumerable.Range(0, 2_000_000_000).[|ToList()|];")]
    [InlineData("var big = Enumerable.Repeat(1, 2_000_000_000).[|Count()|];")]
    [InlineData("var list = new List<int> { 1, 2, 3 }; for (var i = 0; i < 40; i++) list.[|AddRange(list)|];")]
    [InlineData("var text = \"xy\"; for (var i = 0; i < 40; i++) [|text += text|];")]
    [InlineData("var text = \"xy\"; for (var i = 0; i < 40; i++) text = [|$\"{text}{text}\"|];")]
    [InlineData("var text = \"xx\"; for (var i = 0; i < 40; i++) text = text.[|Replace(\"x\", text)|];")]
    [InlineData("var lists = Enumerable.Repeat(Enumerable.Range(0, 10_000), 10_000); var n = lists.SelectMany(list => list).[|Sum()|];")]
    [InlineData("var all = new int[1000]; var kept = new List<int[]>(); for (var i = 0; i < 100; i++) kept.Add(all.[|ToArray()|]);")]
    [InlineData("var all = new List<int>(); for (var i = 0; i < 1000; i++) all.Add(i); var kept = new List<List<int>>(); for (var i = 0; i < 100; i++) kept.Add(all.[|GetRange(0, 1000)|]);")]
    [InlineData("var text = new string('x', 1000); var kept = new List<char[]>(); for (var i = 0; i < 100; i++) kept.Add(text.[|ToCharArray()|]);")]
    [InlineData("var text = new string('x', 1000); var kept = new List<string>(); for (var i = 0; i < 100; i++) kept.Add(text.[|Substring(1)|]);")]
    [InlineData("var text = new string('x', 1000); var kept = new List<string>(); for (var i = 0; i < 100; i++) kept.Add(text.[|Replace('x', 'y')|]);")]
    [InlineData("var text = new string(',', 1000); string[] last = []; for (var i = 0; i < 100; i++) last = text.[|Split(',')|];")]
    [InlineData("var all = new int[1000]; var kept = new List<int[]>(); for (var i = 0; i < 100; i++) kept.Add(Array.[|ConvertAll(all, n => n)|]);")]
    [InlineData("foreach (var n in Enumerable.[|Range(0, 2_000_000_000)|]) { }")]
    public void What_would_fill_the_memory_is_told_where_it_is_made(string statements) =>
        AssertStops(statements, "this makes more than 20,000 elements and characters in all; keep collections and text small");

    [Fact]
    public void Nothing_is_made_of_what_a_loop_without_end_described()
    {
        var result = Evaluate(
            TopologyPrograms.Shop("var vpc = network.Region(\"us-east-1\").Vpc(\"a\", \"10.0.0.0/16\"); for (var i = 0; ; i++) { vpc.SecurityGroup($\"g{i}\"); }"), Small);

        Assert.Equal(EvaluationRules.BoundExceeded, Assert.Single(result.Findings).Rule);
        Assert.False(result.IsWhole);
        Assert.Equal(new Model.Topology { Name = "Shop" }, result.Topology);
    }

    [Fact]
    public void Handing_out_what_is_there_makes_nothing()
    {
        var result = Evaluate(
            TopologyPrograms.Shop("var rows = new List<int[]> { new int[1000] }; var n = 0; for (var i = 0; i < 100; i++) n += rows[0].Length + rows.First().Length; network.Region(\"us-east-1\").Vpc($\"v{n}\", \"10.0.0.0/16\");"),
            Small);
        Assert.Empty(result.Findings);
        Assert.Equal("v200000", result.Topology!.Vpcs[0].Name);
    }

    [Fact]
    public void An_expression_too_deep_for_the_stack_is_told()
    {
        var source = TopologyPrograms.Shop("var n = 1; network.Region(\"us-east-1\").Vpc(\"a\" + (" + string.Join(" + ", Enumerable.Repeat("n", 200)) + "), \"10.0.0.0/16\");");
        var result = TopologyPrograms.Evaluate(source);
        Assert.Empty(result.Findings);

        // In a thread with little stack, as compiler hosts have.
        Finding? finding = null;
        var thread = new Thread(() => finding = Evaluate(TopologyPrograms.Shop(
            "Down(100_000);\n---\nstatic int Down(int n) => n == 0 ? 0 : 1 + Down(n - 1);"), new EvaluationLimits { CallDepth = int.MaxValue }).Findings.SingleOrDefault(), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(EvaluationRules.BoundExceeded, finding?.Rule);
        Assert.StartsWith("calls and expressions are nested too deeply here", finding?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_is_the_last_resort()
    {
        var result = Evaluate(
            TopologyPrograms.Shop("while (true) { }"),
            new EvaluationLimits { Steps = int.MaxValue, Elements = long.MaxValue, Time = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(
            "the definition takes longer than 0.05 seconds to evaluate; describe less in one topology", Assert.Single(result.Findings).Message);
    }

    [Fact]
    public void The_default_bounds_end_an_endless_loop_soon()
    {
        var watch = Stopwatch.StartNew();
        var result = TopologyPrograms.Evaluate(TopologyPrograms.Shop("while (true) { }"));
        Assert.Equal(EvaluationRules.BoundExceeded, Assert.Single(result.Findings).Rule);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Fact]
    public void What_was_described_before_a_bound_is_there()
    {
        var result = TopologyPrograms.Evaluate(TopologyPrograms.Shop("network.Region(\"us-east-1\").Vpc(\"a\", \"10.0.0.0/16\"); while (true) { }"));
        Assert.Single(result.Topology!.Vpcs);
        Assert.False(result.IsWhole);
    }

    [Fact]
    public async Task Cancelling_ends_an_evaluation_at_once()
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop("while (true) { }"));
        var topology = TopologyPrograms.TopologyClassesOf(compilation)[0];
        using var cancellation = new CancellationTokenSource();
        var limits = new EvaluationLimits { Steps = int.MaxValue, Time = TimeSpan.FromMinutes(5) };
        var evaluation = Task.Run(() => TopologyEvaluator.EvaluateAnew(compilation, topology, limits, cancellation.Token));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => evaluation).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("network.Region(\"us-east-1\").Vpc(\"a\", \"10.0.0.0/16\", configure: vpc => { while (true) { } });")]
    [InlineData("var n = new[] { 1 }.Select(item => { while (true) { } return item; }).ToList();")]
    public async Task Cancelling_passes_through_what_calls_back(string statements)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(statements));
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => TopologyEvaluator.EvaluateAnew(
            compilation,
            TopologyPrograms.TopologyClassesOf(compilation)[0],
            new EvaluationLimits { Steps = int.MaxValue, Time = TimeSpan.FromMinutes(5) },
            cancellation.Token))).WaitAsync(TimeSpan.FromSeconds(30));
    }

    static void AssertStops(string statements, string message)
    {
        var marked = MarkedSource.Parse(TopologyPrograms.Shop(statements));
        var finding = Evaluate(marked.Text, Small).Findings.Single(found => found.Rule == EvaluationRules.BoundExceeded);
        Assert.Equal(message, finding.Message);
        var span = finding.Origin.Span!.Value;
        Assert.Equal(marked.Spans.Select(piece => marked.Text.Substring(piece.Start, piece.Length)), [marked.Text.Substring(span.Start, span.Length)]);
    }

    static EvaluationResult Evaluate(string source, EvaluationLimits limits)
    {
        var compilation = TopologyPrograms.Compile(source);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return TopologyEvaluator.EvaluateAnew(compilation, TopologyPrograms.TopologyClassesOf(compilation)[0], limits, CancellationToken.None).Result;
    }
}
