using NetDsl.Evaluation.Interpretation;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>Nothing that calls itself through queries or functions overflows the stack, which would end the whole compiler.</summary>
[Collection(nameof(RunsAlone))]
public class StackTests
{
    // As deep as a thread of the compiler's own can go.
    static readonly EvaluationLimits Shallow = new() { CallDepth = 200 };

    [Theory]
    [InlineData("var q = Enumerable.Range(0, 1); for (var i = 0; i < 60000; i++) q = q.[|Where(x => true)|]; foreach (var x in q) { }")]
    [InlineData("var q = Enumerable.Range(0, 1); for (var i = 0; i < 60000; i++) q = q.[|Append(i)|]; var n = q.Count();")]
    [InlineData("var q = Enumerable.Range(0, 1); for (var i = 0; i < 60000; i++) q = new[] { 1 }.[|Concat(q)|]; var n = q.Count();")]
    [InlineData("var q = Enumerable.Range(0, 1).OrderBy(x => x); for (var i = 0; i < 60000; i++) q = q.[|OrderBy(x => x)|]; foreach (var x in q) { }")]
    [InlineData("var q = Enumerable.Range(0, 1).OrderBy(x => x); for (var i = 0; i < 60000; i++) q = q.[|ThenByDescending(x => x)|]; var n = q.First();")]
    [InlineData("IEnumerable<int> q = [1]; for (var i = 0; i < 60000; i++) q = new[] { q }.First().[|DistinctBy(x => x)|]; var n = q.First();")]
    public void Queries_over_queries_without_end_are_told_where_they_are_made(string statements) =>
        AssertStops(statements, EvaluationLimits.Default, "queries are nested more than 500 deep; make a list of each with ToList");

    [Theory]
    [InlineData("var q = Enumerable.Range(0, 1); for (var i = 0; i < 60000; i++) { var p = q; q = new[] { 1 }.SelectMany([|x => p|]); } foreach (var x in [|q|]) { }")]
    [InlineData("var q = Enumerable.Range(0, 1); for (var i = 0; i < 60000; i++) { q = new[] { q }.SelectMany([|p => p|]); } var n = [|q.Count()|];")]
    [InlineData("var q = Enumerable.Range(0, 1); for (var i = 0; i < 60000; i++) { q = new List<IEnumerable<int>> { q }.SelectMany([|p => p|]).OrderBy(x => x); } var n = [|q.ToList()|].Count;")]
    [InlineData("var q = Enumerable.Range(0, 1); for (var i = 0; i < 60000; i++) { q = new List<IEnumerable<int>> { q }.SelectMany([|p => p|]); } int[] all = [ ..[|q|] ];")]
    public void Queries_that_hide_in_others_end_before_the_stack_does(string statements) => AssertStops(
        statements, Shallow, "calls and expressions are nested too deeply here; let the recursion end, or split the expression");

    [Theory]
    [InlineData("Func<int, int> f = x => x; for (var i = 0; i < 60000; i++) { var g = f; f = x => [|g(x)|]; } var n = f(1);")]
    [InlineData("Action f = () => { }; for (var i = 0; i < 60000; i++) { var g = f; void Next() => [|g(); f = Next|]; } f();")]
    [InlineData("Again(); void Again() => new List<int> { 1 }.ForEach(n => [|Again()|]);")]
    [InlineData("Action<int> again = n => { }; again = n => new[] { n }.Select(m => { [|again(m)|]; return m; }).ToList(); again(1);")]
    [InlineData("void Inside(VpcBuilder vpc) => vpc.SecurityGroup(\"a\", group => [|Inside(vpc)|]); network.Region(\"us-east-1\").Vpc(\"a\", \"10.0.0.0/16\", configure: Inside);")]
    public void Functions_that_call_functions_without_end_are_told_at_the_call(string statements) =>
        AssertStops(statements, Shallow, "calls are nested more than 200 deep; let the recursion end, or write a loop");

    [Fact]
    public void As_many_queries_over_queries_as_are_allowed_can_be_walked()
    {
        var result = OnALittleStack(
            "var q = Enumerable.Range(0, 1); for (var i = 0; i < 499; i++) q = q.Where(x => true); network.Region(\"us-east-1\").Vpc($\"v{q.Count()}\", \"10.0.0.0/16\");",
            EvaluationLimits.Default);
        Assert.Empty(result.Findings);
        Assert.Equal("v1", Assert.Single(result.Topology!.Vpcs).Name);
    }

    [Theory]
    [InlineData("network.Region(\"us-east-1\").Vpc($\"v{Down(5000)}\", \"10.0.0.0/16\");\n---\nstatic int Down(int n) => n == 0 ? 0 : 1 + Down(n - 1);")]
    [InlineData("int Down(int n) { if (n == 0) { return 0; } foreach (var one in new[] { 1 }) { return one + Down(n - 1); } return 0; } network.Region(\"us-east-1\").Vpc($\"v{Down(5000)}\", \"10.0.0.0/16\");")]
    public void Deep_recursion_is_evaluated(string statements)
    {
        var result = TopologyPrograms.Evaluate(TopologyPrograms.Shop(statements));
        Assert.Empty(result.Findings);
        Assert.Equal("v5000", Assert.Single(result.Topology!.Vpcs).Name);
    }

    [Fact]
    public void Endless_recursion_ends_soon()
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop("Again(0);\n---\nstatic int Again(int n) => Again(n + 1) + 1;"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var finding = Assert.Single(TopologyPrograms.Evaluate(compilation).Findings);
        Assert.Equal((EvaluationRules.BoundExceeded, "calls are nested more than 10,000 deep; let the recursion end, or write a loop"), (finding.Rule, finding.Message));

        // A second where nothing else runs.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_chain_of_ten_thousand_calls_is_evaluated()
    {
        var links = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"\n.Ingress(Tcp({n % 60_000}), from: AnyIpv4)"));
        var source = TopologyPrograms.Shop($"network.Region(\"us-east-1\").Vpc(\"a\", \"10.0.0.0/16\").SecurityGroup(\"web\"){links};");
        var evaluated = TopologyPrograms.Evaluate(source);
        Assert.Empty(evaluated.Findings);
        Assert.True(evaluated.IsWhole);

        // The C# compiler needs as much stack, and takes its own threads unless it is told not to.
        Model.Topology? built = null;
        var compilation = TopologyPrograms.Compile(source);
        compilation = compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));
        var thread = new Thread(() => built = TopologyPrograms.Run(compilation), 256 * 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(built, evaluated.Topology);
    }

    static void AssertStops(string statements, EvaluationLimits limits, string message)
    {
        var marked = MarkedSource.Parse(TopologyPrograms.Shop(statements));
        var finding = Assert.Single(OnALittleStack(statements.Replace("[|", "").Replace("|]", ""), limits).Findings);
        Assert.Equal((EvaluationRules.BoundExceeded, message), (finding.Rule, finding.Message));

        // Where the stack ends depends on how the JIT compiler lays it out: at the innermost query, or where all of them are walked.
        Assert.Contains(marked.Spans, span => finding.Origin.Span!.Value.Start - span.Start >= 0 && finding.Origin.Span!.Value.Start - span.Start < span.Length);
    }

    /// <summary>In a thread with as little stack as the smallest of compiler hosts gives.</summary>
    static EvaluationResult OnALittleStack(string statements, EvaluationLimits limits)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(statements));
        EvaluationResult? result = null;
        var thread = new Thread(
            () => result = TopologyEvaluator.EvaluateAnew(compilation, TopologyPrograms.TopologyClassesOf(compilation)[0], limits, CancellationToken.None).Result,
            1024 * 1024);
        thread.Start();
        thread.Join();
        return result!;
    }
}
