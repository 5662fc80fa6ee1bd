using NetDsl.Testing;

namespace NetDsl.Tests.Specification;

/// <summary>The checked-in lists of <c>tests/NetDsl.Testing/Spec</c>: a line a row, columns between tabs.</summary>
static class SpecificationList
{
    const string Folder = "tests/NetDsl.Testing/Spec";

    /// <summary>Rules: identity and what it says, in the order of the specification.</summary>
    public static IReadOnlyList<string[]> Rules { get; } = Rows("rules.tsv", 2);

    /// <summary>Golden vectors: identity and what it says.</summary>
    public static IReadOnlyList<string[]> Vectors { get; } = Rows("vectors.tsv", 2);

    /// <summary>Why a rule or vector has no test.</summary>
    public static IReadOnlyList<string[]> Reasons { get; } = Rows("reasons.tsv", 2);

    /// <summary>Tests that show more than their own traits say: rule, and method of the test.</summary>
    public static IReadOnlyList<string[]> Named { get; } = Rows("named.tsv", 2, unique: false);

    /// <summary>The systems that the product was asked for from: system, how it is authored, and what shows it.</summary>
    public static IReadOnlyList<string[]> Systems { get; } = Rows("systems.tsv", 3);

    /// <summary>Takes away the reasons of what has a test by now.</summary>
    public static void KeepReasons(Func<string, bool> keep)
    {
        var file = Path.Combine(Repository.Root, Folder, "reasons.tsv");
        File.WriteAllLines(file, File.ReadAllLines(file).Where(line => keep(line.Split('\t')[0])));
    }

    static List<string[]> Rows(string name, int columns, bool unique = true)
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, Folder, name)).Select(line => line.Split('\t')).ToList();
        Assert.All(rows, row => Assert.Equal(columns, row.Length));
        Assert.All(rows, row => Assert.DoesNotContain(row, string.IsNullOrWhiteSpace));
        Assert.Equal(rows.Count, rows.Select(row => unique ? row[0] : string.Join('\t', row)).Distinct().Count());
        return rows;
    }
}
