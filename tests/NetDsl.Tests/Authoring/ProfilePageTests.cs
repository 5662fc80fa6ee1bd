using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using NetDsl.Testing;

namespace NetDsl.Tests.Authoring;

/// <summary>The page of the profiles, written from the properties, their comments, and the sources that read them.</summary>
public partial class ProfilePageTests
{
    static readonly string[] Rooms = ["src", "generators", "analyzers"];

    [Fact]
    public void The_page_tells_every_rule_and_who_reads_it() => Snapshot.MatchPage(Write(), "docs/profiles.md");

    static string Write()
    {
        var page = new StringBuilder("""
            # Profiles: by which rules a network is judged

            The vendor's rules change. A network is judged by today's, `SemanticsProfile.Current`, unless it says otherwise:

            ```text
            network.Profile(SemanticsProfile.Talk2018);
            network.Profile(SemanticsProfile.Current with { ApplianceMode = false });
            ```

            `Talk2018` has the rules as the talk told them that this product starts from. Each rule is a property that can be set alone. What is
            written and not in the profile is [ND1014](rules/ND1014.md). A test writes this page (`ProfilePageTests`). The last column is
            whether some part of the product reads the rule today; a rule that nothing reads changes nothing yet.

            ## Rules

            | Rule | Current | Talk2018 | What it says | Read |
            |---|---|---|---|---|

            """);
        Rows(page, SemanticsProfile.Current, SemanticsProfile.Talk2018, "SemanticsProfile");
        page.Append("""

            ## Quotas

            `Quotas` has how many of each thing the vendor allows, as data: `QuotaProfile`.

            | Quota | Current | Talk2018 | What it counts | Read |
            |---|---|---|---|---|

            """);
        Rows(page, QuotaProfile.Current, QuotaProfile.Talk2018, "QuotaProfile");
        return page.ToString();
    }

    static void Rows(StringBuilder page, object current, object talk, string name)
    {
        var comments = CommentedProperty().Matches(Source($"src/NetDsl/Model/{name}.cs")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["text"].Value);
        foreach (var property in current.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType != typeof(QuotaProfile)).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            var read = Sources.Any(source => Regex.IsMatch(source, $@"\b([Pp]rofile|Quotas|quotas|rules)\.{property.Name}\b"));
            page.Append(CultureInfo.InvariantCulture, $"| `{property.Name}` | {property.GetValue(current)} | {property.GetValue(talk)} | {comments[property.Name]} | {(read ? "yes" : "not yet")} |\n");
        }
    }

    static readonly IReadOnlyList<string> Sources =
    [
        .. Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    static string Source(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"/// <summary>(?<text>.*)</summary>\s+public \S+ (?<name>\w+) \{ get; init; \}")]
    private static partial Regex CommentedProperty();
}
