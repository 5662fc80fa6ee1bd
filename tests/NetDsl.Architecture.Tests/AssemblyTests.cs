using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NetDsl.Architecture.Tests;

/// <summary>What the compiler wrote into the built assemblies, whatever the project files say.</summary>
public class AssemblyTests
{
    [Fact]
    public void Assemblies_use_what_the_plan_allows() =>
        Assert.All(House.Plans, entry =>
            Assert.Subset(House.ReachableFrom(entry.Key), ReferencesOf(entry.Key).Where(House.Plans.ContainsKey).ToHashSet()));

    [Theory]
    [InlineData("NetDsl")]
    [InlineData("NetDsl.Compiler")]
    [InlineData("NetDsl.Runtime")]
    [InlineData("NetDsl.Simulation")]
    [InlineData("NetDsl.Interop")]
    [InlineData("NetDsl.Cli")]
    [InlineData("NetDsl.LogQueries")]
    [InlineData("NetDsl.Tool")]
    [InlineData("NetDsl.Reference")]
    public void Roslyn_stays_out_of(string project) =>
        Assert.DoesNotContain(ReferencesOf(project), IsRoslyn);

    [Theory]
    [InlineData("NetDsl.Evaluation")]
    [InlineData("NetDsl.Generators")]
    [InlineData("NetDsl.Analyzers")]
    public void Workspaces_stay_out_of(string project) =>
        Assert.DoesNotContain(ReferencesOf(project), name => name.Contains("Workspaces", StringComparison.Ordinal));

    [Theory]
    [InlineData("NetDsl.Evaluation")]
    [InlineData("NetDsl.Analyzers")]
    [InlineData("NetDsl.CodeFixes")]
    public void Only_the_generator_uses_templates(string project) =>
        Assert.DoesNotContain("Scriban.Signed", ReferencesOf(project));

    static bool IsRoslyn(string name) => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    /// <summary>On any of the frameworks that it stands on.</summary>
    static List<string> ReferencesOf(string project) => [.. House.Plans[project].TargetFrameworks.Split(';').SelectMany(framework => ReferencesIn(PathOf(project, framework))).Distinct()];

    static List<string> ReferencesIn(string file)
    {
        using var assembly = new PEReader(File.OpenRead(file));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    /// <summary>The output of the configuration that this test was built in.</summary>
    static string PathOf(string project, string framework)
    {
        var configuration = Directory.GetParent(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))!.Name;
        var folder = Tree.Projects.Single(file => file.Name == project).Folder;
        return Path.Combine(Tree.Root, folder, "bin", configuration, framework, $"{project}.dll");
    }
}
