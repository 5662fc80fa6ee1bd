using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>Origins carry the exact text: of a value the literal that it came from, however it came to the builder.</summary>
public class OriginTests
{
    [Theory]
    [InlineData("region.Vpc(\"a\", [|\"10.0.0.0/16\"|]);")]
    [InlineData("region.Vpc(cidr: [|\"10.0.0.0/16\"|], name: \"a\");")]
    [InlineData("var cidr = [|\"10.0.0.0/16\"|]; region.Vpc(\"a\", cidr);")]
    [InlineData("var cidr = \"10.9.0.0/16\"; cidr = [|\"10.0.0.0/16\"|]; var same = cidr; region.Vpc(\"a\", same);")]
    [InlineData("var second = 0; var cidr = [|$\"10.{second}.0.0/16\"|]; region.Vpc(\"a\", cidr);")]
    [InlineData("var second = 0; region.Vpc(\"a\", [|$\"10.{second}.0.0/16\"|]);")]
    [InlineData("var second = 0; var cidr = [|\"10.\" + second + \".0.0/16\"|]; region.Vpc(\"a\", cidr);")]
    [InlineData("const string Cidr = [|\"10.0.0.0/16\"|]; region.Vpc(\"a\", Cidr);")]
    [InlineData("region.Vpc(\"a\", Cidr);\n---\nconst string Cidr = [|\"10.0.0.0/16\"|];")]
    [InlineData("region.Vpc(\"a\", Cidr);\n---\nstatic readonly string Cidr = [|\"10.0.0.0/16\"|];")]
    [InlineData("region.Vpc(\"a\", Cidrs[1]);\n---\nstatic readonly string[] Cidrs = [\"10.1.0.0/16\", [|\"10.0.0.0/16\"|]];")]
    [InlineData("Make(region, [|\"10.0.0.0/16\"|]);\n---\nstatic void Make(RegionBuilder region, string cidr) => region.Vpc(\"a\", cidr);")]
    [InlineData("Make(region);\n---\nstatic void Make(RegionBuilder region, string cidr = [|\"10.0.0.0/16\"|]) => region.Vpc(\"a\", cidr);")]
    [InlineData("foreach (var (name, cidr) in new[] { (\"a\", [|\"10.0.0.0/16\"|]) }) region.Vpc(name, cidr);")]
    [InlineData("var plan = new List<(string Name, string Cidr)> { (\"a\", [|\"10.0.0.0/16\"|]) }; region.Vpc(plan[0].Name, plan[0].Cidr);")]
    [InlineData("foreach (var cidr in new[] { [|\"10.0.0.0/16\"|] }.Where(text => text.Length > 1)) region.Vpc(\"a\", cidr);")]
    [InlineData("var first = region is null; region.Vpc(\"a\", first ? \"10.1.0.0/16\" : [|\"10.0.0.0/16\"|]);")]
    [InlineData("var cidr = \"10.0.0.0\"; region.Vpc(\"a\", [|cidr.Insert(8, \"/16\")|]);")]
    [InlineData("region.Vpc(\"a\", [|Cidr(0)|]);\n---\nstatic string Cidr(int second) => $\"10.{second}.0.0/16\";")]
    public void The_origin_of_a_prefix_is_the_text_that_gave_it(string statements)
    {
        var marked = Marked(statements);
        var vpc = Assert.Single(TopologyPrograms.Evaluate(marked.Text).Topology!.Vpcs);
        AssertText(marked, vpc.Blocks[0].Origin);
    }

    [Fact]
    public void The_origin_of_a_port_is_its_literal()
    {
        var marked = Marked("var port = [|70000|]; region.Vpc(\"a\", \"10.0.0.0/16\").SecurityGroup(\"g\").Ingress(Tcp(port), AnyIpv4);");
        AssertText(marked, Assert.Single(TopologyPrograms.Evaluate(marked.Text).Topology!.Problems).Origin);
    }

    [Fact]
    public void The_origin_of_an_element_is_its_name_and_its_line_that_of_the_call()
    {
        var marked = Marked("""
            var name = [|"a"|];
            region.Vpc(
                name,
                "10.0.0.0/16");
            """);
        var origin = Assert.Single(TopologyPrograms.Evaluate(marked.Text).Topology!.Vpcs).Origin;
        AssertText(marked, origin);
        Assert.Equal(TopologyPrograms.Run(marked.Text).Vpcs[0].Origin, origin);
        Assert.NotEqual(origin.Line, origin.Span!.Value.StartLine + 1);
    }

    [Fact]
    public void The_origin_of_a_call_is_its_name_and_arguments_not_what_it_is_called_on()
    {
        var marked = Marked("""
            var vpc = region.Vpc("a", "10.0.0.0/16");
            vpc.Subnet("s", "10.0.0.0/24", "a")
                .RouteTable("t")
                .[|Route("0.0.0.0/0", vpc.InternetGateway("i"))|];
            """);
        var table = TopologyPrograms.Evaluate(marked.Text).Topology!.RouteTables.Single(table => table.Name == "t");
        AssertText(marked, table.Routes[0].Origin);
    }

    [Fact]
    public void A_span_names_the_file_that_the_text_is_in()
    {
        var other = MarkedSource.Parse("static class Plan { public const string Cidr = [|\"10.0.0.0/16\"|]; }");
        var vpc = Assert.Single(TopologyPrograms.Evaluate(
            TopologyPrograms.Shop("network.Region(\"us-east-1\").Vpc(\"a\", Plan.Cidr);"), other.Text).Topology!.Vpcs);
        Assert.Equal("/src/Other1.cs", vpc.Blocks[0].Origin.Span!.Value.File);
        Assert.Equal("/src/Shop.cs", vpc.Blocks[0].Origin.File);
        Assert.Equal(other.Spans[0].Start, vpc.Blocks[0].Origin.Span!.Value.Start);
    }

    [Fact]
    public void Lines_and_columns_count_from_0_and_the_end_is_behind_the_text()
    {
        var marked = Marked("region.Vpc(\"a\", [|\"10.0.0.0/16\"|]);");
        var span = TopologyPrograms.Evaluate(marked.Text).Topology!.Vpcs[0].Blocks[0].Origin.Span!.Value;
        var lines = marked.Text[..marked.Spans[0].Start].Split('\n');
        Assert.Equal((lines.Length - 1, lines[^1].Length), (span.StartLine, span.StartColumn));
        Assert.Equal((span.StartLine, span.StartColumn + span.Length), (span.EndLine, span.EndColumn));
    }

    static MarkedSource Marked(string statements)
    {
        var (body, members) = statements.Split("---") is [var first, var second] ? (first, second) : (statements, "");
        return MarkedSource.Parse(TopologyPrograms.Shop($"var region = network.Region(\"us-east-1\");\n{body}\n---\n{members}"));
    }

    static void AssertText(MarkedSource marked, Origin origin)
    {
        var span = origin.Span!.Value;
        var (start, length) = Assert.Single(marked.Spans);
        Assert.Equal(marked.Text[start..(start + length)], marked.Text[span.Start..(span.Start + span.Length)]);
        Assert.Equal((start, length), (span.Start, span.Length));
    }
}
