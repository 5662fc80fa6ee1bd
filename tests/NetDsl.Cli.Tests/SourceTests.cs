using NetDsl.Cli.Sources;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public class SourceTests
{
    static readonly string ThisAssembly = typeof(SourceTests).Assembly.Location;

    [Fact]
    public void An_assembly_gives_the_topologies_that_were_generated_and_those_that_were_not()
    {
        Assert.Equal("Compiled: no findings\n", CommandRun.Tool("check", ThisAssembly, "--topology", "Compiled").Output);
        var run = CommandRun.Tool("check", ThisAssembly, "--topology", "Described");
        Assert.Equal((0, "Described: no findings\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void What_was_not_generated_is_lowered_and_run() => Assert.Contains(
        "[SourceTests.cs:",
        CommandRun.Tool("trace", ThisAssembly, "--topology", "Described", "--from", "one", "--to", "two", "--protocol", "icmp").Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Throwing", "'Throwing' cannot be built: InvalidOperationException: no zone left")]
    [InlineData("Undefined", "'Undefined' is marked [Topology] and has no 'static void Define(NetworkBuilder network)'")]
    [InlineData("ThrowingCompiled", "'ThrowingCompiled' cannot be built: InvalidOperationException: no zone left")]
    public void A_class_that_gives_no_topology_is_bad_input(string name, string message)
    {
        var run = CommandRun.Tool("check", ThisAssembly, "--topology", name);
        Assert.Equal((2, $"error: {message}\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Foreign_text_cannot_steer_the_terminal()
    {
        var topology = ExampleNetworks.Broken();
        var problem = topology.Problems[0] with { Text = "\u001b[2J\u0007 gone" };
        var run = CommandRun.ToolOn(topology with { Problems = [problem] }, "check");
        Assert.Contains("?[2J? gone", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_named_as_the_project_sees_them()
    {
        Assert.Equal("/home/me/shop", FolderOf("/home/me/shop/Shop.cs", "Shop.cs"));
        Assert.Equal("/home/me/shop", FolderOf("/home/me/shop/net/Shop.cs", "net/Shop.cs"));
        Assert.Equal("C:/me/shop", FolderOf(@"C:\me\shop\net\Shop.cs", "net/Shop.cs"));
        Assert.Equal("", FolderOf("/home/me/MyShop.cs", "Shop.cs"));
        Assert.Equal("../Shop.cs", SourcePath.Relative("/home/me/Shop.cs", FolderOf("/home/me/Shop.cs", "../Shop.cs")));
    }

    [Fact]
    public void A_builds_output_tells_diagnostics()
    {
        const string Output = """
            /p/Shop.cs(14,27): error ND2001: block '10.0.0.0/16' overlaps (https://example.org/ND2001) [/p/Shop.csproj]
            /p/Shop.cs(14,27): error ND2001: block '10.0.0.0/16' overlaps (https://example.org/ND2001) [/p/Shop.csproj]
              /p/sub/More.cs(3,1,3,9): warning CS0168: The variable 'x' is declared but never used [/p/Shop.csproj]
            MSBUILD : error MSB1009: Project file does not exist.
            Build FAILED.
            """;
        Assert.Equal(
            [
                "Shop.cs(14,27): error ND2001: block '10.0.0.0/16' overlaps",
                "sub/More.cs(3,1): warning CS0168: The variable 'x' is declared but never used",
                "MSBUILD: error MSB1009: Project file does not exist.",
            ],
            BuildDiagnostic.In(Output, "/p").Select(diagnostic => diagnostic.ToString()));
    }

    static string FolderOf(string file, string sourceFile)
    {
        var network = new NetworkBuilder();
        network.Region("us-east-1", file, 1);
        return OriginNaming.ProjectFolder(network.Build(), sourceFile);
    }
}

/// <summary>What the generator makes.</summary>
[Topology]
public static class Compiled
{
    public static CompiledTopology Definition { get; } = new(
        "Compiled",
        "ExampleNetworks.cs",
        () => ExampleNetworks.Shop() with { Name = "Compiled" },
        () => new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop())));
}

/// <summary>What is there when the generator has not been at work.</summary>
[Topology]
public static class Described
{
    internal static void Define(NetworkBuilder network)
    {
        var subnet = network.Region("us-east-1").Vpc("v", "10.0.0.0/16").Subnet("s", "10.0.0.0/24", "a");
        subnet.Instance("one");
        subnet.Instance("two");
    }
}

/// <summary>A definition that does not get to its end.</summary>
[Topology]
public static class Throwing
{
    internal static void Define(NetworkBuilder network) => throw new InvalidOperationException("no zone left");
}

/// <summary>The same, compiled.</summary>
[Topology]
public static class ThrowingCompiled
{
    public static CompiledTopology Definition { get; } = new(
        "ThrowingCompiled",
        "x.cs",
        () => throw new InvalidOperationException("no zone left"),
        () => throw new InvalidOperationException("no network"));
}

/// <summary>A topology that somebody has only begun.</summary>
[Topology]
public static class Undefined;
