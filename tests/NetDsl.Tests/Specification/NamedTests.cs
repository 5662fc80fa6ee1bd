using System.Globalization;
using System.Text.RegularExpressions;
using NetDsl.Testing;

namespace NetDsl.Tests.Specification;

/// <summary>
/// The tests of this repository that name what they show of the specification: by a trait <c>Rule</c> or <c>Vector</c> of the test
/// or its class, or by a name such as <c>R_1_9_…</c>; the list <c>named.tsv</c> names what others show beside that. Read from the
/// sources, because no test may load the others.
/// </summary>
static partial class NamedTests
{
    /// <summary>Every test by its method.</summary>
    public static ILookup<string, string> Tests { get; } = Sources().SelectMany(file => Read(file, named: false)).Select(named => named.Test).Distinct()
        .ToLookup(test => test[(test.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    /// <summary>The tests by rule or vector, each as <c>Class.Method</c>.</summary>
    public static ILookup<string, string> All { get; } = Sources()
        .SelectMany(file => Read(file, named: true))
        .Concat(SpecificationList.Named.SelectMany(row => Tests[row[1]].Select(test => (Shown: row[0], Test: test))))
        .Distinct()
        .OrderBy(named => named.Test, StringComparer.Ordinal)
        .ToLookup(named => named.Shown, named => named.Test);

    static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Replace('\\', '/').Split('/').Any(part => part is "obj" or "bin"));

    static IEnumerable<(string Shown, string Test)> Read(string file, bool named)
    {
        var attributes = new List<string>();
        var ofClass = new List<string>();
        var name = "";
        foreach (var line in File.ReadLines(file))
        {
            if (line.TrimStart().StartsWith('['))
            {
                attributes.Add(line);
            }
            else if (Class().Match(line) is { Success: true } type)
            {
                name = type.Groups["name"].Value;
                ofClass = [.. attributes];
                attributes.Clear();
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                if (attributes.Exists(attribute => attribute.Contains("[Fact", StringComparison.Ordinal) || attribute.Contains("[Theory", StringComparison.Ordinal)))
                {
                    var test = method.Groups["name"].Value;
                    foreach (var shown in named ? attributes.Concat(ofClass).SelectMany(Traits).Concat(ByName(test)) : [""])
                    {
                        yield return (shown, $"{name}.{test}");
                    }
                }

                attributes.Clear();
            }
            else if (!line.TrimStart().StartsWith("//", StringComparison.Ordinal) && line.Trim().Length == 0)
            {
                attributes.Clear();
            }
        }
    }

    static IEnumerable<string> Traits(string attributes) => Trait().Matches(attributes).Select(trait => trait.Groups["value"].Value);

    static IEnumerable<string> ByName(string test)
    {
        if (RuleInName().Match(test) is { Success: true } rule)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"R-{rule.Groups[1].Value}.{rule.Groups[2].Value}");
        }

        if (VectorInName().Match(test) is { Success: true } vector)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"interconnect {vector.Groups[1].Value}.{vector.Groups[2].Value}");
        }
    }

    [GeneratedRegex(@"^((public|internal|abstract|sealed|static|partial)\s+)*class\s+(?<name>\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*public\s+(async\s+)?(void|Task|ValueTask)\s+(?<name>\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex("""Trait\("(Rule|Vector)", "(?<value>[^"]+)"\)""")]
    private static partial Regex Trait();

    [GeneratedRegex(@"^R_(\d+)_(\d+)_")]
    private static partial Regex RuleInName();

    [GeneratedRegex(@"^I_(\d+)_Golden_vector_(\d+)_")]
    private static partial Regex VectorInName();
}
