using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests.Language;

/// <summary>What evaluating a construct's program gave.</summary>
/// <param name="Text">What it told; nothing when there are findings.</param>
/// <param name="Findings">Rule and message of each.</param>
sealed record Observed(string? Text, IReadOnlyList<string> Findings);

/// <summary>All programs in both hosts, compiled once and together.</summary>
static class ConstructHosts
{
    static readonly Lazy<Programs> Compiled = new(Compile);
    static readonly ConcurrentDictionary<string, Lazy<Observed>> Evaluations = new();

    /// <summary>The errors of the compiler in a program; empty when it compiles.</summary>
    public static string ErrorsOf(Construct construct) => Compiled.Value.Errors.GetValueOrDefault(ConstructProgram.TopologyName(construct), "");

    /// <summary>Runs the compiled program.</summary>
    public static string Run(Construct construct) => ConstructProgram.Text(Compiled.Value.Definitions[ConstructProgram.TopologyName(construct)]());

    /// <summary>Evaluates the program, once.</summary>
    public static Observed Evaluate(Construct construct) =>
        Evaluations.GetOrAdd(construct.Name, _ => new Lazy<Observed>(() => EvaluateNow(construct))).Value;

    static Observed EvaluateNow(Construct construct)
    {
        var compilation = Compiled.Value.Compilation;
        var result = TopologyEvaluator.Evaluate(
            compilation, compilation.GetTypeByMetadataName(ConstructProgram.TopologyName(construct))!, CancellationToken.None);
        string[] findings = [.. result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Message}")];
        return new Observed(findings.Length == 0 ? ConstructProgram.Text(result.Topology!) : null, findings);
    }

    static Programs Compile()
    {
        var trees = Areas.Constructs.ToDictionary(
            ConstructProgram.TopologyName,
            construct => ConstructProgram.Files(construct)
                .Select((file, index) => TopologyPrograms.Parse(file, $"/src/{ConstructProgram.Namespace(construct)}/{index}.cs"))
                .ToList());
        var compilation = TopologyPrograms.Compile(trees.Values.SelectMany(files => files), allowUnsafe: true);
        try
        {
            return new Programs(compilation, TopologyPrograms.Definitions(compilation), new Dictionary<string, string>());
        }
        catch (InvalidOperationException)
        {
            // A program with errors is left out, so that it fails alone.
            var faults = compilation.GetDiagnostics()
                .Where(found => found.Severity == DiagnosticSeverity.Error && found.Location.SourceTree is not null)
                .ToLookup(found => found.Location.SourceTree!);
            var errors = trees
                .Where(program => program.Value.Any(faults.Contains))
                .ToDictionary(program => program.Key, program => string.Join('\n', program.Value.SelectMany(tree => faults[tree])));
            compilation = compilation.RemoveSyntaxTrees(errors.Keys.SelectMany(name => trees[name]));
            return new Programs(compilation, TopologyPrograms.Definitions(compilation), errors);
        }
    }

    sealed record Programs(
        Compilation Compilation,
        IReadOnlyDictionary<string, Func<Topology>> Definitions,
        IReadOnlyDictionary<string, string> Errors);
}
