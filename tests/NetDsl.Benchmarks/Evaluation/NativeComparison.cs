using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Compiler.Checks;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>
/// What evaluating a large topology costs, beside running the same definition and beside compiling the same files without NetDsl; and
/// where the time goes.
/// </summary>
internal static class NativeComparison
{
    private const string Native = "run `Define` and build, compiled";
    private const string DefineOnly = "run `Define` alone, compiled";
    private const string Cold = "evaluate, compilation that nobody has asked";
    private const string Asked = "evaluate, compilation with known diagnostics";
    private const string Emit = "compile in process (parse and emit)";
    private const string Operations = "all operations of the program (GetOperation, walked)";
    private const string Diagnostics = "all diagnostics of the program";
    private const string Checks = "all checks on the topology";

    private const string Csc = "csc";
    private const string CscWithAnalyzer = "csc with the analyzer";
    private const string CscNothing = "csc on an empty file";

    public static void Print(Plans plans)
    {
        var estate = new EstateProgram(new EstateSource(EstateSource.MostUnits, plans).Files());
        var topology = estate.Verify();
        var findings = TopologyChecks.Run(topology);
        Console.WriteLine(
            $"\nEstate: {topology.Vpcs.Count:N0} VPCs, {EstateProgram.ElementsOf(topology):N0} elements, {estate.FileCount} files, {estate.Lines:N0} lines, {findings.Count} findings, {(plans == Plans.Records ? "records" : "tuples")}.");
        PrintEvaluation(estate, topology);
        PrintCompiler(estate);
    }

    private static void PrintEvaluation(EstateProgram estate, Model.Topology topology)
    {
        var run = estate.Load();
        var define = estate.LoadDefinition();
        for (var warmUp = 0; warmUp < 30; warmUp++)
        {
            // Until the JIT compiler has done its best with the builders.
            run();
            define();
            Thread.Sleep(10);
        }

        var rounds = Rounds.Measure(
            3,
            11,
            new Contender(Native, () => run),
            new Contender(DefineOnly, () => define),
            new Contender(Cold, () =>
            {
                var compilation = estate.Compile();
                return () => EstateProgram.Evaluate(compilation);
            }),
            new Contender(Asked, () =>
            {
                var compilation = estate.Compile();
                compilation.GetDiagnostics();
                return () => EstateProgram.Evaluate(compilation);
            }),
            new Contender(Emit, () => () => EstateProgram.Emit(estate.Compile())),
            new Contender(Operations, () =>
            {
                var compilation = estate.Compile();
                return () => CountOperations(compilation);
            }),
            new Contender(Diagnostics, () =>
            {
                var compilation = estate.Compile();
                return () => compilation.GetDiagnostics();
            }),
            new Contender(Checks, () =>
            {
                // What was found is remembered for as long as the topology lives.
                var anew = topology with { };
                return () => TopologyChecks.Run(anew);
            }));

        new ReportTable("Evaluation and running", "Milliseconds and ratios: median (quartiles) of 11 rounds in one process, after 3 that do not count.")
            .Base(rounds, Native)
            .Row(rounds, DefineOnly, Native)
            .Row(rounds, Cold, Native, goal: 30)
            .Row(rounds, Asked, Native, goal: 30)
            .Base(rounds, Emit)
            .Row(rounds, Cold, Emit, goal: 0.25)
            .Row(rounds, Asked, Emit, goal: 0.25)
            .Row(rounds, Operations, Emit)
            .Row(rounds, Operations, Cold)
            .Row(rounds, Diagnostics, Cold)
            .Row(rounds, Checks, Cold)
            .Print();
    }

    private static void PrintCompiler(EstateProgram estate)
    {
        using var folder = new ScratchFolder();
        var csc = new CompilerProcess(folder.Path, estate.Files, EstateProgram.ReferencedFiles);
        var nothing = new CompilerProcess(Directory.CreateDirectory(Path.Combine(folder.Path, "nothing")).FullName, [("Nothing.cs", "")], EstateProgram.ReferencedFiles);
        var rounds = Rounds.Measure(
            1,
            7,
            new Contender(Csc, () => () => csc.Run()),
            new Contender(CscWithAnalyzer, () => () => csc.Run(CompilerProcess.Analyzer)),
            new Contender(CscNothing, () => () => nothing.Run()));

        new ReportTable("Evaluation in the compiler", "A `csc` process of the SDK each, without a server; 7 rounds. The analyzer evaluates and checks. Everything is new to such a process, so that it also pays for what the JIT compiler does.")
            .Base(rounds, Csc)
            .Row(rounds, CscNothing, Csc)
            .Row(rounds, CscWithAnalyzer, Csc)
            .Share("what the analyzer adds", Csc, rounds.RatioBeyond(Csc, CscWithAnalyzer, Csc), goal: 0.25)
            .Print();
    }

    private static int CountOperations(Compilation compilation)
    {
        var count = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var member in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                count += model.GetOperation(member) is { } body ? body.DescendantsAndSelf().Count() : 0;
            }
        }

        return count;
    }
}
