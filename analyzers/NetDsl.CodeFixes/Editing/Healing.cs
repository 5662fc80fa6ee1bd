using Microsoft.CodeAnalysis;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation;

namespace NetDsl.CodeFixes.Editing;

/// <summary>
/// Whether an edit makes a network better. Where a value is computed, shared by a helper or written in a loop, no look at the
/// syntax tells what an edit does; evaluating the edited source does.
/// </summary>
internal static class Healing
{
    /// <summary>Whether a finding of the rule goes away, none comes, and the source still compiles.</summary>
    public static bool Heals(Compilation before, Compilation after, string rule, CancellationToken cancellation)
    {
        var (old, wholes) = FindingsOf(before, null, cancellation);
        var (now, _) = FindingsOf(after, wholes, cancellation);
        return Count(now, rule) < Count(old, rule)
            && now.GroupBy(id => id).All(found => found.Count() <= Count(old, found.Key))
            && Compiles(before, after, cancellation);
    }

    /// <summary>Whether an edit brings no error of the language into the files that it changes.</summary>
    public static bool Compiles(Compilation before, Compilation after, CancellationToken cancellation) =>
        ErrorsIn(after, before, cancellation) <= ErrorsIn(before, after, cancellation);

    /// <summary>
    /// The rules found in each topology class. What was not whole before is not asked for what is missing after: mending one
    /// thing may uncover another.
    /// </summary>
    private static (List<string> Rules, Dictionary<string, bool> Wholes) FindingsOf(
        Compilation compilation, Dictionary<string, bool>? wholes, CancellationToken cancellation)
    {
        var rules = new List<string>();
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var type in TopologyTypes.In(compilation, cancellation))
        {
            var name = type.ToDisplayString();
            var evaluation = TopologyEvaluator.Evaluate(compilation, type, cancellation);
            var isWhole = evaluation.IsWhole && (wholes is null || (wholes.TryGetValue(name, out var whole) && whole));
            found[name] = isWhole;
            rules.AddRange(evaluation.Findings.Select(finding => finding.Rule.Id));
            if (evaluation.Topology is { } topology)
            {
                rules.AddRange(TopologyChecks.Run(topology, isWhole, cancellation).Select(finding => finding.Rule.Id));
            }
        }

        return (rules, found);
    }

    private static int Count(List<string> rules, string rule) => rules.Count(id => id == rule);

    private static int ErrorsIn(Compilation compilation, Compilation other, CancellationToken cancellation) => compilation.SyntaxTrees
        .Where(tree => !other.ContainsSyntaxTree(tree))
        .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellation))
        .Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
