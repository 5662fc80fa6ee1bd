using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Analyzers;
using NetDsl.Generators;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>
/// What one typed character costs in a project with a network of a hundred VPCs: the squiggles of the edited file, by the real driver of
/// analyzers, beside what the compiler needs for its own; and the generator.
/// </summary>
internal static class EditLatency
{
    private const string Compiler = "compiler's semantic diagnostics of the file";
    private const string NoAnalyzer = "an analyzer that does nothing";
    private const string Ours = "NetDsl's analyzer";
    private const string RefreshWithout = "refresh (compiler and an analyzer that does nothing)";
    private const string RefreshWith = "refresh (compiler and NetDsl's analyzer)";
    private const string Evaluation = "evaluation alone";
    private const string NoGenerator = "a generator that does nothing, re-run";
    private const string Generator = "NetDsl's generator, re-run";

    private const int Units = 4;
    private const int UnrelatedFiles = 20;

    private static readonly string Home = EstateProgram.PathOf($"{EstateSource.ClassName}.cs");
    private static readonly string Unrelated = EstateProgram.PathOf(EstateSource.Unrelated(7).Name);

    public static void Print(Plans plans)
    {
        var source = new EstateSource(Units, plans);
        Console.WriteLine($"\nEdits: {Units * EstateSource.VpcsOfUnit} VPCs, and {UnrelatedFiles} files that have nothing to do with them.");
        var oneFile = Project(source.OneFile());
        Print("One digit of a plan, the network in one file", oneFile, Home, "void Catalog(", Home, goal: 2);
        var manyFiles = Project(source.Files());
        var unit = EstateProgram.PathOf($"{EstateSource.ClassName}.Catalog.cs");
        Print("One digit of a plan, the network in a file a unit; the unit's file", manyFiles, unit, "void Catalog(", unit, goal: null);
        Print("One digit of an unrelated file; that file", oneFile, Unrelated, "decimal Rate3(", Unrelated, goal: 1.05);
        Print("One digit of an unrelated file; the file of the network, open beside", oneFile, Unrelated, "decimal Rate3(", Home, goal: 1.05);
    }

    private static EstateProgram Project(IReadOnlyList<(string Name, string Text)> files)
    {
        var project = new EstateProgram([.. files, .. Enumerable.Range(0, UnrelatedFiles).Select(EstateSource.Unrelated)]);
        project.Verify();
        return project;
    }

    /// <param name="title">What is edited, and what is looked at.</param>
    /// <param name="project">The project.</param>
    /// <param name="edited">The file in which the first digit behind a text changes.</param>
    /// <param name="behind">That text.</param>
    /// <param name="shown">The file whose squiggles are asked for.</param>
    /// <param name="goal">The ratio to stay within.</param>
    private static void Print(string title, EstateProgram project, string edited, string behind, string shown, double? goal)
    {
        var session = new EditSession(project.Compile(), edited, behind);
        var rounds = Rounds.Measure(
            5,
            21,
            new Contender(Compiler, () => Ask(session, shown, null, withCompiler: true)),
            new Contender(NoAnalyzer, () => Ask(session, shown, new IdleAnalyzer(), withCompiler: false)),
            new Contender(Ours, () => Ask(session, shown, new TopologyAnalyzer(), withCompiler: false)),
            new Contender(RefreshWithout, () => Ask(session, shown, new IdleAnalyzer(), withCompiler: true)),
            new Contender(RefreshWith, () => Ask(session, shown, new TopologyAnalyzer(), withCompiler: true)),
            new Contender(Evaluation, () =>
            {
                var compilation = session.Edit();
                return () => EstateProgram.Evaluate(compilation);
            }),
            new Contender(NoGenerator, Rerun(session, new IdleGenerator())),
            new Contender(Generator, Rerun(session, new TopologyGenerator())));

        var isUnrelated = edited == Unrelated;
        new ReportTable(title, "Each in a compilation of its own that has the edit; 21 rounds, after 5 that do not count.")
            .Base(rounds, Compiler)
            .Row(rounds, NoAnalyzer, Compiler)
            .Row(rounds, Ours, Compiler, isUnrelated ? null : goal)
            .Base(rounds, RefreshWithout)
            .Row(rounds, RefreshWith, RefreshWithout, isUnrelated ? goal : null)
            .Row(rounds, Evaluation, Compiler)
            .Row(rounds, NoGenerator, Compiler)
            .Row(rounds, Generator, Compiler)
            .Print();
    }

    private static Func<object?> Ask(EditSession session, string shown, DiagnosticAnalyzer? analyzer, bool withCompiler)
    {
        var compilation = session.Edit();
        var tree = compilation.SyntaxTrees.First(tree => tree.FilePath == shown);
        if (analyzer is null)
        {
            return () => compilation.GetSemanticModel(tree).GetDiagnostics();
        }

        return () =>
        {
            var own = withCompiler ? compilation.GetSemanticModel(tree).GetDiagnostics() : [];
            var driver = new CompilationWithAnalyzers(compilation, [analyzer], EditorOptions);
            var found = driver.GetAnalyzerSemanticDiagnosticsAsync(driver.Compilation.GetSemanticModel(tree), null, CancellationToken.None)
                .GetAwaiter().GetResult();
            return own.AddRange(found);
        };
    }

    private static CompilationWithAnalyzersOptions EditorOptions { get; } = new(
        new AnalyzerOptions([]),
        (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception),
        concurrentAnalysis: true,
        logAnalyzerExecutionTime: false);

    /// <summary>A driver that has run, as an editor keeps it from edit to edit.</summary>
    private static Func<Func<object?>> Rerun(EditSession session, IIncrementalGenerator generator)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: EstateProgram.Language);
        driver = driver.RunGenerators(session.Edit());
        return () =>
        {
            var compilation = session.Edit();
            return () => driver = driver.RunGenerators(compilation);
        };
    }

    /// <summary>A compilation that is edited again and again, as by somebody who types.</summary>
    private sealed class EditSession(CSharpCompilation start, string edited, string behind)
    {
        private CSharpCompilation current = start;

        /// <summary>Changes one digit.</summary>
        public CSharpCompilation Edit()
        {
            var tree = current.SyntaxTrees.First(tree => tree.FilePath == edited);
            var text = tree.GetText();
            var all = text.ToString();
            var place = all.IndexOf(behind, StringComparison.Ordinal);
            while (!EndsNumber(all, place))
            {
                place++;
            }

            var digit = all[place] == '1' ? '2' : '1';
            var changed = tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(place, 1), digit.ToString())));
            return current = current.ReplaceSyntaxTree(tree, changed);
        }

        /// <summary>Whether the last digit of a port or a rate stands there.</summary>
        private static bool EndsNumber(string text, int place) =>
            char.IsDigit(text[place]) && char.IsDigit(text[place - 1]) && text[place + 1] is ')' or 'm';
    }

    private sealed class IdleGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
