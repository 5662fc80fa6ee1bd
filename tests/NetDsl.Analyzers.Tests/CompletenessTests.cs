using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation;
using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests;

/// <summary>A rule is its check, its page, its release entry, its fix and its tests; none may be missing.</summary>
public partial class CompletenessTests
{
    static readonly string Root = FindRoot();

    static IReadOnlyList<Rule> All => [.. EvaluationRules.All, .. RuleCatalogue.All];

    public static TheoryData<string> Rules => [.. All.Select(rule => rule.Id)];

    public static TheoryData<string> RulesOfNetworks => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void Ids_are_unique_and_tell_the_family()
    {
        Assert.Equal(All.Count, All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(All, rule => Assert.Equal(
            rule.Category,
            rule.Id[2] switch { '0' => RuleCategory.Evaluation, '1' => RuleCategory.Addressing, '2' => RuleCategory.Routing, '3' => RuleCategory.Security, '4' => RuleCategory.Availability, '5' => RuleCategory.Intents, _ => null }));
    }

    [Fact]
    public void Release_entries_are_the_rules()
    {
        var entries = ReleaseEntry().Matches(File.ReadAllText(Path.Combine(Root, "analyzers/NetDsl.Analyzers/AnalyzerReleases.Unshipped.md")))
            .Concat(ReleaseEntry().Matches(File.ReadAllText(Path.Combine(Root, "analyzers/NetDsl.Analyzers/AnalyzerReleases.Shipped.md"))))
            .Select(entry => entry.Value);

        Assert.Equal(
            RuleDescriptors.All.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"),
            entries.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_page_with_every_section(string id)
    {
        var page = Page(id);
        Assert.StartsWith($"# {id}: {All.Single(rule => rule.Id == id).Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(
            ["## Cause", "## Why", "## Fix", "## When to suppress", "## Example"],
            page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(RulesOfNetworks))]
    public void A_page_about_networks_names_its_source(string id) => Assert.Contains("Source: ", Page(id), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(RulesOfNetworks))]
    public void The_example_of_a_page_fires_and_its_right_form_does_not(string id)
    {
        var blocks = CodeBlock().Matches(Page(id)).Select(block => block.Groups[1].Value).ToList();
        Assert.Equal(2, blocks.Count);
        DataFileText[] data = [.. DataBlock().Matches(Page(id)).Select(block => new DataFileText(
            block.Groups[1].Value.Contains("netdsl.lock/", StringComparison.Ordinal) ? "netdsl.lock.json" : "plan.netdsl.json", block.Groups[1].Value))];
        Assert.Equal([id], Squiggles.Of(TopologyPrograms.Compile(TopologyPrograms.Shop(blocks[0])), data).Select(found => found.Id).Distinct());
        Assert.Empty(Squiggles.Show(Squiggles.Of(TopologyPrograms.Compile(TopologyPrograms.Shop(blocks[1])), data)));
        Assert.All(blocks, block => Assert.DoesNotContain(
            TopologyPrograms.Compile(TopologyPrograms.Shop(block)).GetDiagnostics(),
            found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_tests(string id)
    {
        if (id == EvaluationRules.EvaluatorFault.Id)
        {
            // A fault of NetDsl itself: a program that is known to cause it is mended instead.
            return;
        }

        // By its id at the start of a text that is expected, or by its name.
        var name = typeof(EvaluationRules).GetProperties().FirstOrDefault(property => property.GetValue(null) is Rule rule && rule.Id == id)?.Name;
        var tests = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        Assert.Contains(tests, file => File.ReadAllText(file) is var text
            && (text.Contains($"\"{id}", StringComparison.Ordinal) || text.Contains($"EvaluationRules.{name}", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_leads_to_its_page(string id) =>
        Assert.Equal($"docs/rules/{id}.md", RuleDescriptors.Of(All.Single(rule => rule.Id == id)).HelpLinkUri);

    static string Page(string id) => File.ReadAllText(Path.Combine(Root, $"docs/rules/{id}.md")).ReplaceLineEndings("\n");

    static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"^ND\d{4} \| .*$", RegexOptions.Multiline)]
    private static partial Regex ReleaseEntry();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex DataBlock();
}
