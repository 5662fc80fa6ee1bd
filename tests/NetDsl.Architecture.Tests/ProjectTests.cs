namespace NetDsl.Architecture.Tests;

public class ProjectTests
{
    static IEnumerable<ProjectFile> Planned => Tree.Projects.Where(project => project.Room != "samples");

    static IEnumerable<ProjectFile> Product => Tree.Projects.Where(project => project.Room is "src" or "generators" or "analyzers" or "build" or "packaging");

    [Fact]
    public void Every_project_is_in_the_plan() =>
        Assert.Equal(House.Plans.Keys.Order(StringComparer.Ordinal), Planned.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_lies_in_a_folder_of_its_name() =>
        Assert.All(Tree.Projects, project => Assert.Equal(project.Name, Path.GetFileName(project.Folder)));

    [Fact]
    public void Projects_reference_what_the_plan_allows() =>
        Assert.All(Planned, project => Assert.Equal(House.Plans[project.Name].References, project.References));

    [Fact]
    public void Projects_stand_on_the_planned_framework() =>
        Assert.All(Planned, project => Assert.Equal(House.Plans[project.Name].TargetFrameworks, project.TargetFrameworks));

    [Fact]
    public void Samples_reach_the_house_through_the_topology_targets_only() =>
        Assert.All(Tree.Projects.Where(project => project.Room == "samples" && project.IsTopology), project => Assert.Empty(project.References));

    [Fact]
    public void Package_versions_stand_in_the_central_file_only() =>
        Assert.All(Product.SelectMany(project => project.PackageReferences), reference =>
        {
            Assert.Null(reference.Attribute("Version"));
            Assert.Null(reference.Attribute("VersionOverride"));
            Assert.Empty(reference.Elements());
        });

    [Fact]
    public void Every_project_has_a_tracked_lock_file()
    {
        var tracked = Tree.TrackedFiles();
        Assert.All(Tree.Projects, project =>
        {
            var lockFile = $"{project.Folder}/packages.lock.json";
            Assert.True(File.Exists(Path.Combine(Tree.Root, lockFile)), $"{lockFile} is missing");
            Assert.True(tracked?.Contains(lockFile) ?? true, $"{lockFile} is not tracked");
        });
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Tree.Root, "NetDsl.sln")).Replace('\\', '/');
        Assert.All(Tree.Projects, project => Assert.Contains($"\"{project.Path}\"", solution, StringComparison.Ordinal));
    }
}
