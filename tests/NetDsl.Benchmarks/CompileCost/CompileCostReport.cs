using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Lowering;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.CompileCost;

/// <summary>
/// What the network of a thousand VPCs costs its build, and what a compiled network costs the program that asks it:
/// <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- compile-cost</c>, and behind it <c>source</c>, <c>build</c>, <c>edit</c> or <c>start</c>, when not all.
/// </summary>
internal static class CompileCostReport
{
    public const string Command = "compile-cost";

    private const string Count = "find that it has no more paths than are compiled";
    private const string Without = "csc without it";
    private const string WithText = "csc without it, on what it generates";
    private const string With = "csc with analyzer and generator";

    private static readonly Dictionary<string, Action> Sections = new()
    {
        ["source"] = PrintSource,
        ["build"] = PrintBuild,
        ["edit"] = EditCost.Print,
        ["start"] = StartUp.Print,
    };

    public static int Run(string[] arguments)
    {
        foreach (var section in Sections.Where(section => arguments.Length == 0 || arguments.Contains(section.Key)))
        {
            section.Value();
        }

        return 0;
    }

    private static void PrintSource()
    {
        var estate = new EstateProgram(new EstateSource(EstateSource.MostUnits, Plans.Records).Files());
        var topology = estate.Verify();
        Console.WriteLine(FormattableString.Invariant(
            $"\nEstate: {topology.Vpcs.Count:N0} VPCs, {EstateProgram.ElementsOf(topology):N0} elements; {TopologyLowering.PathsOf(topology):N0} paths from end to end; {TooManyPaths.Most:N0} may be compiled, and it has {(TopologyLowering.HasMorePathsThan(topology, TooManyPaths.Most) ? "more" : "no more")}."));
        var generated = EstateGeneration.Of(estate);
        var graph = TopologyLowering.Lower(topology);
        Console.WriteLine(FormattableString.Invariant(
            $"Graph: {graph.Sources.Count:N0} source classes, {graph.Junctions.Count:N0} junctions, {graph.Programs.Count:N0} programs. Generated: {generated.Sum(file => System.Text.Encoding.UTF8.GetByteCount(file.Text)) / 1e6:0.0} MB (goal 20)."));
        var rounds = Rounds.Measure(
            2,
            7,
            new Contender("lower", () => () => TopologyLowering.Lower(topology with { })),
            new Contender(Count, () => () => TopologyLowering.HasMorePathsThan(topology with { }, TooManyPaths.Most)),
            new Contender("write the graph as text", () => () => Compiler.Graph.ForwardingGraphText.Write(graph)),
            new Contender("evaluate, check, lower and write C#", () =>
            {
                // A compilation and a driver that remember nothing.
                var anew = new EstateProgram(new EstateSource(EstateSource.MostUnits, Plans.Records).Files());
                return () => EstateGeneration.Of(anew);
            }));
        new ReportTable("In process", "Milliseconds: median (quartiles) of 7 rounds, after 2 that do not count.")
            .Base(rounds, "lower")
            .Row(rounds, Count, "lower")
            .Row(rounds, "write the graph as text", "lower")
            .Row(rounds, "evaluate, check, lower and write C#", "lower")
            .Print();
    }

    private static void PrintBuild()
    {
        var estate = new EstateProgram(new EstateSource(EstateSource.MostUnits, Plans.Records).Files());
        var generated = EstateGeneration.Of(estate);
        using var folder = new ScratchFolder();
        var csc = new CompilerProcess(folder.Path, estate.Files, EstateProgram.ReferencedFiles);
        var withText = new CompilerProcess(
            Directory.CreateDirectory(Path.Combine(folder.Path, "text")).FullName,
            [.. estate.Files, .. generated.Select(file => (file.Name, file.Text))],
            EstateProgram.ReferencedFiles);
        var rounds = Rounds.Measure(
            1,
            7,
            new Contender(Without, () => () => csc.Run()),
            new Contender(WithText, () => () => withText.Run()),
            new Contender(With, () => () => csc.Run(CompilerProcess.AnalyzerAndGenerator)));
        new ReportTable("The build", "A `csc` process of the SDK each, without a server; 7 rounds, after one that does not count.")
            .Base(rounds, Without)
            .Row(rounds, WithText, Without)
            .Row(rounds, With, Without, goal: 1.5)
            .Row(rounds, With, WithText)
            .Print();
    }
}
