using System.Text.Json.Nodes;
using NetDsl.Cli.Drawing;
using NetDsl.Cli.Drawing.Svg;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public class GraphTests
{
    [Fact]
    public void Prints_each_format()
    {
        var shop = ExampleNetworks.Shop();
        Assert.Equal(SvgDrawing.Draw(shop), CommandRun.Program(shop, "graph").Output);
        Assert.Equal(MermaidDrawing.Draw(shop), CommandRun.Program(shop, "graph", "--format", "mermaid").Output);
        Assert.Equal(DotDrawing.Draw(shop), CommandRun.Program(shop, "graph", "--format", "dot").Output);
    }

    [Fact]
    public void Writes_the_file_that_was_asked_for()
    {
        using var scratch = new ScratchFolder();
        var folder = scratch.Path;
        var file = Path.Combine(folder, "new", "shop.svg");
        var run = CommandRun.Program(ExampleNetworks.Shop(), "graph", "--output", file, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(file, (string)JsonNode.Parse(run.Output)!["file"]!);
        Assert.Equal(SvgDrawing.Draw(ExampleNetworks.Shop()), File.ReadAllText(file));
        Assert.Equal(2, CommandRun.Program(ExampleNetworks.Shop(), "graph", "--output", folder).ExitCode);
    }

    [Fact]
    public void A_format_that_does_not_exist_is_explained()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), "graph", "--format", "marmaid");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--format: 'marmaid' is not a format; write mermaid, dot or svg; did you mean 'mermaid'?", run.Error, StringComparison.Ordinal);
    }
}
