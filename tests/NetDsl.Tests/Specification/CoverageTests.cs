using System.Globalization;
using System.Text;
using NetDsl.Testing;

namespace NetDsl.Tests.Specification;

/// <summary>Every rule and golden vector of the specification has a test that names it, or a reason why not; never both.</summary>
public class CoverageTests
{
    static readonly IReadOnlyList<string> Known = [.. SpecificationList.Rules.Concat(SpecificationList.Vectors).Select(row => row[0])];

    static void AssertNone(IEnumerable<string> rules) => Assert.Equal("", string.Join('\n', rules));

    static bool HasTest(string shown) => NamedTests.All.Contains(shown);

    [Fact]
    public void Everything_has_a_test_or_a_reason()
    {
        var reasons = SpecificationList.Reasons.Select(row => row[0]).ToHashSet();
        AssertNone(Known.Where(shown => !HasTest(shown) && !reasons.Contains(shown)));
    }

    [Fact]
    public void What_has_a_test_has_no_reason()
    {
        if (Snapshot.Accepts)
        {
            SpecificationList.KeepReasons(shown => !HasTest(shown));
        }
        else
        {
            AssertNone(SpecificationList.Reasons.Select(row => row[0]).Where(HasTest));
        }
    }

    [Fact]
    public void Reasons_and_tests_name_what_there_is()
    {
        AssertNone(SpecificationList.Reasons.Select(row => row[0]).Except(Known));
        AssertNone(NamedTests.All.Select(named => named.Key).Except(Known));
        AssertNone(SpecificationList.Named.Select(row => row[1]).Where(test => !NamedTests.Tests.Contains(test)));
    }

    [Fact]
    public void Systems_are_shown_by_what_there_is()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();
        Assert.All(SpecificationList.Systems.SelectMany(row => row[2].Split(", ")), shown => Assert.True(
            shown.StartsWith("issue ", StringComparison.Ordinal)
            || Directory.Exists(Path.Combine(Repository.Root, "samples", shown))
            || tests.Contains(shown),
            $"There is neither a sample nor a file of tests named {shown}."));
    }

    [Fact]
    public void The_page_tells_what_there_is() => Snapshot.MatchPage(Write(), "docs/spec-coverage.md");

    static string Write()
    {
        var reasons = SpecificationList.Reasons.Where(row => !HasTest(row[0])).ToDictionary(row => row[0], row => row[1]);
        var shown = Known.Count(HasTest);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # What is shown of the specification

            Which test shows which rule of the specification that this product is built from, and what has none yet and why:
            {shown} of {Known.Count} rules and vectors have a test. A test writes this page (`CoverageTests`) from the traits and names of
            all tests and the lists in `tests/NetDsl.Testing/Spec`, and fails where a rule has neither a test nor a reason. `R-x.y` and `F-x`
            are rules of the part on foundations, `I-x` of the part on interconnection; tests of `SemanticsVectors` are asked of the reference
            interpreter and of the compiled network.

            ## Systems

            | System | Authored by | Shown by |
            |---|---|---|

            """);
        foreach (var row in SpecificationList.Systems)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {row[0]} | {row[1]} | {row[2]} |\n");
        }

        Rows(page, "Rules", SpecificationList.Rules, reasons);
        Rows(page, "Golden vectors", SpecificationList.Vectors, reasons);
        return page.ToString();
    }

    static void Rows(StringBuilder page, string title, IReadOnlyList<string[]> rows, Dictionary<string, string> reasons)
    {
        const int Named = 3;
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| Rule | What it says | Test, or why there is none |\n|---|---|---|\n");
        foreach (var row in rows)
        {
            var tests = NamedTests.All[row[0]].ToList();
            var text = tests.Count == 0
                ? $"*none: {reasons.GetValueOrDefault(row[0], "?")}*"
                : string.Join(", ", tests.Take(Named).Select(test => $"`{test}`")) + (tests.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {tests.Count - Named} more") : "");
            page.Append(CultureInfo.InvariantCulture, $"| {row[0]} | {row[1]} | {text} |\n");
        }
    }
}
