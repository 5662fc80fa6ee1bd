using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Tests.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Graph;

public class ForwardingGraphTextTests
{
    readonly string text = ForwardingGraphText.Write(TopologyLowering.Lower(SmallNetwork.Build()));

    [Fact]
    public void A_graph_reads_back_as_it_was_written()
    {
        var graph = TopologyLowering.Lower(SmallNetwork.Build());

        Assert.Equal(graph, ForwardingGraphText.Read(ForwardingGraphText.Write(graph)));
    }

    [Theory]
    [InlineData("a \"quoted\" name")]
    [InlineData("ends with a backslash \\")]
    [InlineData("two\nlines and a\rreturn")]
    [InlineData("\": -1 \" ")]
    [InlineData("")]
    public void Any_text_survives(string hostile)
    {
        var origin = new Origin(hostile, 7);
        var graph = new ForwardingGraph
        {
            Name = hostile,
            Nodes = [new GraphNode("internet", hostile, origin)],
            Programs = [new PathProgram([], new DropEnd(0, DropCode.ForwardingLoop, hostile, origin))],
            Sources = [new SourceClass(0, [0u], [0])],
        };

        Assert.Equal(graph, ForwardingGraphText.Read(ForwardingGraphText.Write(graph)));
    }

    [Fact]
    public void Every_line_that_is_lost_is_noticed()
    {
        var lines = text.TrimEnd('\n').Split('\n');
        for (var lost = 0; lost < lines.Length; lost++)
        {
            var rest = string.Join('\n', lines.Where((_, index) => index != lost));

            Assert.Throws<FormatException>(() => ForwardingGraphText.Read(rest));
        }
    }

    [Theory]
    [InlineData("netdsl-graph 2", "netdsl-graph 1", "line 1 ('netdsl-graph 1'): 'netdsl-graph 2' expected")]
    [InlineData("sender-groups", "receiver-groups", "'receiver-groups' is no step")]
    [InlineData("deliver 6 6", "deliver 6 999", "the source VPC 999 is outside its table")]
    [InlineData("10.0.0.0/16", "10.0.0.1/16", "'10.0.0.1/16' has host bits set")]
    [InlineData("exit ", "exit 4 ", "is not expected")]
    public void A_fault_says_where_and_what(string from, string to, string message)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);

        var fault = Assert.Throws<FormatException>(() => ForwardingGraphText.Read(text.Replace(from, to, StringComparison.Ordinal)));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
