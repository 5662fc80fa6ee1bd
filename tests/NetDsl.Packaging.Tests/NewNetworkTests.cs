using static NetDsl.Packaging.Tests.PackageFeed;

namespace NetDsl.Packaging.Tests;

/// <summary>What somebody does who has the SDK, the packages, and an idea of a network.</summary>
[Collection(nameof(PackageFeed))]
public class NewNetworkTests(PackageFeed feed)
{
    [Fact]
    public void Is_made_built_run_broken_and_checked()
    {
        Must(feed.Run(feed.Folder, "new", "install", Path.Combine(feed.Feed, $"NetDsl.Templates.{feed.Version}.nupkg")));
        Must(feed.Run(feed.Folder, "new", "netdsl", "-n", "Cafe"));
        var project = Path.Combine(feed.Folder, "Cafe");
        Assert.Equal(["Cafe.cs", "Cafe.csproj"], Directory.GetFiles(project).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        Must(feed.Run(project, "build", "-warnaserror", "-v", "quiet", "-nodeReuse:false"));
        var program = Path.Combine(project, "bin", "Debug", "net10.0", "Cafe.dll");
        var run = Must(feed.Run(project, program));
        Assert.Contains("Network: no findings", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(project, "netdsl-output", "Network.svg")), run.ToString());

        // Two answers that differ show that the network is asked.
        Assert.Contains("reachable", Must(feed.Run(project, program, "trace", "--from", "app", "--to", "internet", "--protocol", "tcp", "--port", "443")).Output, StringComparison.Ordinal);
        Assert.Contains("\"blocked\"", feed.Run(project, program, "trace", "--from", "internet", "--to", "app", "--protocol", "tcp", "--port", "8080", "--json").Output, StringComparison.Ordinal);
        Assert.Equal(2, feed.Run(project, program, "trace", "--from", "nobody", "--to", "app", "--protocol", "tcp", "--port", "1").ExitCode);

        CheckWithTool(project);
        Break(project);
        var broken = feed.Run(project, "build", "--no-restore", "-v", "quiet", "-nodeReuse:false");
        Assert.True(broken.ExitCode != 0, broken.ToString());
        Assert.Contains("error ND2004: ", broken.Output, StringComparison.Ordinal);
    }

    /// <summary>The tool is another way to the same answers.</summary>
    void CheckWithTool(string project)
    {
        var tools = Path.Combine(feed.Folder, "tools");
        Must(feed.Run(feed.Folder, "tool", "install", "NetDsl.Tool", "--tool-path", tools, "--version", feed.Version));
        var check = Must(feed.RunProgram(feed.Folder, Path.Combine(tools, "netdsl"), "check", Path.Combine(project, "bin", "Debug", "net10.0", "Cafe.dll")));
        Assert.Contains("Network: no findings", check.Output, StringComparison.Ordinal);
    }

    /// <summary>Takes the NAT gateway's own way out.</summary>
    static void Break(string project)
    {
        var file = Path.Combine(project, "Cafe.cs");
        var source = File.ReadAllText(file);
        var broken = source.Replace(".Route(AnyIpv4, internet)", "", StringComparison.Ordinal);
        Assert.NotEqual(source, broken);
        File.WriteAllText(file, broken);
    }
}
