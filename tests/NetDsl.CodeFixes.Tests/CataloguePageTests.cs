using NetDsl.CodeFixes.Tests.Corpus;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests;

/// <summary>The page of all rules, made of the catalogue, the fixes, and the tests that name each rule.</summary>
public class CataloguePageTests
{
    /// <summary>Where the tests of rules are; others may meet a rule by the way.</summary>
    static readonly string[] Folders = ["NetDsl.Analyzers.Tests/Rules", "NetDsl.CodeFixes.Tests/Fixes", "NetDsl.Compiler.Tests/Checks", "NetDsl.Evaluation.Tests"];

    [Fact]
    public void Lists_every_rule()
    {
        var tests = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", folder), "*.cs"))
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file)))
            .ToList();
        var fixable = Repair.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        var rules = EvaluationRules.All.Concat(RuleCatalogue.All).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        Snapshot.MatchPage(
            $"""
            # The rules

            {rules.Count} rules, {fixable.Count} with a code fix. What the vendor refuses, and what can never work, is an error; what works and fails its purpose is a warning; cost, resilience and
            style are advice. A project says otherwise of one rule in its `.editorconfig` (`dotnet_diagnostic.ND2012.severity = error`), and of all by the property
            `NetDslRules`: `none` (errors only), `recommended`, or `strict` (warnings are errors, advice is a warning).

            The wrong example of every page is seen to be told, and the right one is not (CompletenessTests). {SeededFault.All.Count} small topologies with one seeded fault each, and their repaired
            twins, are in [samples/faults](../../samples/faults) (FaultCorpusTests).

            | Rule | | Severity | Code fix | Seeded faults | Tests of rules that name it |
            | --- | --- | --- | --- | --- | --- |
            {string.Join('\n', rules.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity} | {(fixable.Contains(rule.Id) ? "yes" : "")} | {Faults(rule.Id)} | {string.Join(", ", tests.Where(test => test.Text.Contains(rule.Id, StringComparison.Ordinal)).Select(test => test.Name).Distinct(StringComparer.Ordinal))} |"))}

            """,
            "docs/rules/README.md");
    }

    static string Faults(string id) => SeededFault.All.Count(fault => fault.Rule == id) is var count and > 0 ? $"[{count}](../../samples/faults/{id})" : "";
}
