using NetDsl.Cli.Drawing;
using NetDsl.Cli.Drawing.Svg;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests.Drawing;

public class TextDrawingTests
{
    public static TheoryData<string> Names => [.. DrawnNetworks.All.Keys];

    [Fact]
    public void Mermaid_is_as_it_was_accepted() => Snapshot.Match(MermaidDrawing.Draw(ExampleNetworks.Shop()), "Shop", "mmd");

    [Fact]
    public void Addresses_of_both_families_and_egress_only_gateways_are_drawn()
    {
        foreach (var text in new[] { MermaidDrawing.Draw(DrawnNetworks.Dual()), DotDrawing.Draw(DrawnNetworks.Dual()) })
        {
            Assert.All(
                ["3fff:a00::/56", "3fff:a00::/64", "3fff:a00::4", "3fff:a00:0:1::/64", "3fff:a00:0:1::4", "egress-only gateway", "eigw"],
                part => Assert.Contains(part, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Groups_of_other_vpcs_are_named_where_they_are_associated()
    {
        var network = new NetworkBuilder("Shared");
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        region.Vpc("shared", "10.1.0.0/16").SecurityGroup("common").AssociateWith(shop);
        var topology = network.Build();

        Assert.All([MermaidDrawing.Draw(topology), DotDrawing.Draw(topology), SvgDrawing.Draw(topology)], text =>
            Assert.Contains("security group common of shared", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Dot_is_as_it_was_accepted() => Snapshot.Match(DotDrawing.Draw(ExampleNetworks.Shop()), "Shop", "dot");

    [Theory]
    [MemberData(nameof(Names))]
    public void Mermaid_keeps_to_its_grammar(string name)
    {
        var lines = MermaidDrawing.Draw(DrawnNetworks.All[name]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("flowchart TB", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Matches(MermaidLine, line));
        Assert.Equal(lines.Count(line => line.TrimStart().StartsWith("subgraph ", StringComparison.Ordinal)), lines.Count(line => line.Trim() == "end"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mermaid_names_every_element(string name)
    {
        var text = MermaidDrawing.Draw(DrawnNetworks.All[name]);
        Assert.All(DrawnNetworks.PathsOf(DrawnNetworks.All[name]), path => Assert.Contains(path[(path.LastIndexOf('/') + 1)..], text, StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_text_cannot_leave_its_quotes()
    {
        var hostile = ExampleNetworks.Shop() with { Name = "x\" ]; evil [label=\"\\" };
        Assert.Contains("digraph \"x\\\" ]; evil [label=\\\"\\\\\" {", DotDrawing.Draw(hostile), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Graphviz_takes_the_dot(string name)
    {
        Skip.IfNot(DebianPrograms.Has("dot", "graphviz"), "needs graphviz");
        using var scratch = new ScratchFolder();
        File.WriteAllText(Path.Combine(scratch.Path, "network.dot"), DotDrawing.Draw(DrawnNetworks.All[name]));

        var dot = Command.Run(scratch.Path, "dot", "-Tplain", "network.dot");

        Assert.Equal("", dot.Errors);
        Assert.Equal(0, dot.ExitCode);
    }

    const string MermaidLine =
        """^ +(subgraph \w+\["[^"]*"\]|direction TB|end|\w+(\["[^"]*"\]|\(\["[^"]*"\]\)|\(\("[^"]*"\)\)|\{\{"[^"]*"\}\}|\[/"[^"]*"/\])|\w+ (-->|---|-\.-)(\|"[^"]*"\|)? \w+)$""";
}
