using System.Globalization;

namespace NetDsl.Generators.Tests;

public class DeterminismTests
{
    static readonly TopologyProject Project = TopologyProject.Of(SnapshotTests.Source("Shop"));

    static string Text(TopologyProject project) => project.Generate().Text;

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void The_culture_does_not_matter(string culture)
    {
        var expected = Text(Project);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Text(Project));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Line_ends_of_the_source_do_not_matter()
    {
        var windows = Project.With("Shop.cs", Project.Sources["Shop.cs"].ReplaceLineEndings("\r\n"));

        Assert.Equal(Text(Project), Text(windows));
    }

    [Theory]
    [InlineData("/build/agent/17/")]
    [InlineData(@"C:\Users\me\source\shop\")]
    public void The_folder_of_the_project_does_not_matter(string folder) =>
        Assert.Equal(Text(Project), Text(Project with { Folder = folder }));

    [Fact]
    public void Nothing_tells_where_the_project_lies() =>
        Assert.DoesNotContain("/home/me", Text(Project), StringComparison.Ordinal);

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var names = SnapshotTests.Source("Names");

        Assert.Equal(
            Project.With("A.cs", names).Generate().Files.Values.Order(StringComparer.Ordinal),
            Project.With("Z.cs", names).Generate().Files.Values.Select(text => text.Replace("Z.cs", "A.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
