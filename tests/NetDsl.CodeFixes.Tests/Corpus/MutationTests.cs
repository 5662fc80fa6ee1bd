using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Reachability;
using NetDsl.Evaluation;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests.Corpus;

/// <summary>
/// Takes one element at a time from each clean architecture, or moves one prefix: which of those that then do something else are told.
/// </summary>
public class MutationTests
{
    const double Goal = 0.95;

    enum Outcome
    {
        /// <summary>It does not compile, as C#.</summary>
        NoProgram,

        /// <summary>It does what the network did.</summary>
        Same,

        /// <summary>A builder refuses it.</summary>
        Refused,

        /// <summary>It does something else, and a rule says so.</summary>
        Told,

        /// <summary>It does something else, and only a broken intent says so.</summary>
        ToldByIntents,

        /// <summary>It does something else, and nothing says so.</summary>
        Untold,
    }

    sealed record Result(string Network, Mutant Mutant, Outcome Outcome, string Rules);

    [Fact]
    public void What_a_missing_element_changes_is_told()
    {
        var results = CleanArchitectures.All.SelectMany(Results).ToList();
        var changing = results.Where(result => result.Outcome >= Outcome.Refused).ToList();
        var told = changing.Count(result => result.Outcome != Outcome.Untold);
        Snapshot.MatchPage(Page(results, changing, told), "docs/mutation.md");
        Assert.True(told >= Goal * changing.Count, $"{told} of {changing.Count}: {string.Join('\n', changing.Where(result => result.Outcome == Outcome.Untold).Select(Show))}");
    }

    static IEnumerable<Result> Results(SyntaxTree file)
    {
        var name = Path.GetFileNameWithoutExtension(file.FilePath);
        var compilation = TopologyPrograms.Compile([file]);
        var before = Evaluate(compilation);
        var known = TopologyChecks.Run(before).Select(finding => finding.Rule.Id).ToList();
        foreach (var mutant in Mutant.Of(file))
        {
            var (outcome, rules) = Judge(compilation.ReplaceSyntaxTree(file, mutant.File), before, known);
            yield return new Result(name, mutant, outcome, rules);
        }
    }

    static (Outcome Outcome, string Rules) Judge(CSharpCompilation compilation, Topology before, List<string> known)
    {
        if (compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return (Outcome.NoProgram, "");
        }

        var evaluation = TopologyEvaluator.Evaluate(compilation, TopologyPrograms.TopologyClassesOf(compilation)[0], CancellationToken.None);
        if (evaluation is not { IsWhole: true, Topology: { } after })
        {
            return (Outcome.Refused, string.Join(", ", evaluation.Findings.Select(finding => finding.Rule.Id).Distinct()));
        }

        var rules = TopologyChecks.Run(after).Select(finding => finding.Rule).ToList();
        var news = rules.Where(rule => rules.Count(other => other == rule) > known.Count(id => id == rule.Id)).Distinct().ToList();
        var ids = string.Join(", ", news.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        if (!after.IsWhole)
        {
            return (Outcome.Refused, ids);
        }

        var difference = BehaviourDifference.Of(before, after);
        return difference.Flows.Count == 0 && !difference.ChangesIntents ? (Outcome.Same, ids)
            : news.Exists(rule => rule.Category != RuleCategory.Intents) ? (Outcome.Told, ids)
            : news.Count > 0 ? (Outcome.ToldByIntents, ids)
            : (Outcome.Untold, ids);
    }

    static Topology Evaluate(CSharpCompilation compilation) =>
        TopologyEvaluator.Evaluate(compilation, TopologyPrograms.TopologyClassesOf(compilation)[0], CancellationToken.None).Topology!;

    static string Show(Result result) => $"{result.Network}.cs({result.Mutant.Line}): {result.Mutant.What}";

    static string Page(List<Result> results, List<Result> changing, int told) =>
        $"""
        # Mutation

        From each of the {CleanArchitectures.All.Count} networks of [samples/architectures](../samples/architectures) one call is taken away at a time, or the second number of one prefix is moved. Of
        {results.Count} such mutants {results.Count(result => result.Outcome == Outcome.NoProgram)} are no programs any more, and {results.Count(result => result.Outcome == Outcome.Same)} do what the network did: every flow and every intent is the same, by the exact comparison of `netdsl diff`. The other {changing.Count}
        change who reaches whom, or are refused.

        | Of those that change | | |
        | --- | ---: | ---: |
        | refused by a builder | {changing.Count(result => result.Outcome == Outcome.Refused)} | {Share(changing, Outcome.Refused)} |
        | told by a rule about networks | {changing.Count(result => result.Outcome == Outcome.Told)} | {Share(changing, Outcome.Told)} |
        | told by a broken intent only | {changing.Count(result => result.Outcome == Outcome.ToldByIntents)} | {Share(changing, Outcome.ToldByIntents)} |
        | not told | {changing.Count(result => result.Outcome == Outcome.Untold)} | {Share(changing, Outcome.Untold)} |

        **{Percent(told, changing.Count)}** are told; the goal is 95 %. Without the intents of the networks it would be {Percent(changing.Count(result => result.Outcome is Outcome.Refused or Outcome.Told), changing.Count)}. To repeat:
        `dotnet test tests/NetDsl.CodeFixes.Tests --filter MutationTests`, which the test command does.

        ## Not told

        {string.Join('\n', changing.Where(result => result.Outcome == Outcome.Untold).Select(result => $"- `{Show(result)}`"))}

        ## Told, by rule

        | Rule | Mutants |
        | --- | ---: |
        {string.Join('\n', changing.SelectMany(result => result.Rules.Split(", ", StringSplitOptions.RemoveEmptyEntries)).GroupBy(id => id).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"| [{rule.Key}](rules/{rule.Key}.md) | {rule.Count()} |"))}

        """;

    static string Share(List<Result> changing, Outcome outcome) => Percent(changing.Count(result => result.Outcome == outcome), changing.Count);

    static string Percent(int part, int whole) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part * 100.0 / whole:F1} %");
}
