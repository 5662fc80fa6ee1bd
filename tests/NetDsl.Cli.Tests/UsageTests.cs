using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("there is no command 'chek'; did you mean 'check'?", "chek")]
    [InlineData("there is no '", "check", "no-such-file.dll")]
    [InlineData("Required argument missing", "check")]
    [InlineData("there is no option '--jsn'; did you mean '--json'?", "check", "x.json", "--jsn")]
    [InlineData("'extra' is not expected here", "check", "x.json", "extra")]
    public void A_command_line_that_cannot_be_used_is_explained(string message, params string[] args)
    {
        var run = CommandRun.Tool(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("trace", "--help")]
    public void Help_is_no_error(params string[] args)
    {
        var run = CommandRun.Tool(args);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text.txt", "x", "is no assembly (.dll), project (.csproj) or serialised topology (.json)")]
    [InlineData("text.dll", "x", "is not a .NET assembly")]
    [InlineData("text.json", "{", "is not a serialised topology: $: this is not JSON")]
    [InlineData("text.json", "{\"format\": \"netdsl.topology/9\"}", "is not a serialised topology: $.format: ")]
    public void A_source_that_is_none_is_explained(string name, string content, string message)
    {
        using var scratch = new ScratchFolder();
        var folder = scratch.Path;
        File.WriteAllText(Path.Combine(folder, name), content);
        var run = CommandRun.Tool("check", Path.Combine(folder, name));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_project_is_explained()
    {
        using var scratch = new ScratchFolder();
        var folder = scratch.Path;
        var run = CommandRun.Tool("check", folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has no project", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_a_topology_is_explained()
    {
        var run = CommandRun.Tool("check", typeof(TopologyJson).Assembly.Location);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has no topology: no class in it is marked [Topology]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_several_topologies_is_chosen_by_name()
    {
        var all = ExampleNetworks.All;
        Assert.Contains("choose one with --topology: Shop, HubAndSpoke, PeeredRegions", CommandRun.Program(all, "check").Error, StringComparison.Ordinal);
        Assert.Equal("Shop: no findings\n", CommandRun.Program(all, "check", "--topology", "Shop").Output);
        Assert.Contains("did you mean 'Shop'?", CommandRun.Program(all, "check", "--topology", "Shp").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_exported_is_a_source()
    {
        using var scratch = new ScratchFolder();
        var folder = scratch.Path;
        var file = Path.Combine(folder, "shop.json");
        Assert.Equal(0, CommandRun.Program(ExampleNetworks.Shop(), "export", "--output", file).ExitCode);
        var exported = File.ReadAllText(file);
        Assert.Equal(exported, CommandRun.Tool("export", file).Output);
        Assert.Contains("\"origin\": \"NetDsl.Testing/ExampleNetworks.cs:", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("\"origin\": \"/", exported, StringComparison.Ordinal);
    }
}
