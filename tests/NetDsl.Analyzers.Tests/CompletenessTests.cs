using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NetDsl.Compiler.Checks;
using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests;

/// <summary>A rule is its check, its page, its release entry, its fix and its tests; none may be missing.</summary>
public partial class CompletenessTests
{
    static readonly string Root = FindRoot();

    public static TheoryData<string> Rules => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void Ids_are_unique_and_tell_the_family()
    {
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(RuleCatalogue.All, rule => Assert.Equal(
            rule.Category,
            rule.Id[2] switch { '0' => RuleCategory.Evaluation, '1' => RuleCategory.Addressing, '2' => RuleCategory.Routing, '3' => RuleCategory.Security, _ => null }));
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
        Assert.StartsWith($"# {id}: {RuleCatalogue.Find(id)!.Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(
            ["## Cause", "## Why", "## Fix", "## When to suppress", "## Example"],
            page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains("Source: ", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_example_of_a_page_fires_and_its_right_form_does_not(string id)
    {
        if (id.StartsWith("ND0", StringComparison.Ordinal))
        {
            return;
        }

        var blocks = CodeBlock().Matches(Page(id)).Select(block => block.Groups[1].Value).ToList();
        Assert.Equal(2, blocks.Count);
        Assert.Equal([id], Squiggles.Of(TopologyPrograms.Shop(blocks[0])).Select(found => found.Id));
        Assert.Empty(Squiggles.Show(Squiggles.Of(TopologyPrograms.Shop(blocks[1]))));
        Assert.All(blocks, block => Assert.DoesNotContain(
            TopologyPrograms.Compile(TopologyPrograms.Shop(block)).GetDiagnostics(),
            found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_tests(string id)
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories);
        Assert.Contains(tests, file => File.ReadAllText(file).Contains($"\"{id}\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_leads_to_its_page(string id) =>
        Assert.EndsWith($"/docs/rules/{id}.md", RuleDescriptors.Of(RuleCatalogue.Find(id)!).HelpLinkUri, StringComparison.Ordinal);

    static string Page(string id) => File.ReadAllText(Path.Combine(Root, $"docs/rules/{id}.md")).ReplaceLineEndings("\n");

    static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"^ND\d{4} \| .*$", RegexOptions.Multiline)]
    private static partial Regex ReleaseEntry();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
