using System.Globalization;
using System.Xml.Linq;
using NetDsl.Cli.Drawing;
using NetDsl.Cli.Drawing.Svg;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests.Drawing;

public class SvgDrawingTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. DrawnNetworks.All.Keys];

    public static TheoryData<string, bool> Layouts
    {
        get
        {
            var layouts = new TheoryData<string, bool>();
            foreach (var name in DrawnNetworks.All.Keys)
            {
                layouts.Add(name, false);
                layouts.Add(name, true);
            }

            return layouts;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shows_every_element(string name)
    {
        var topology = DrawnNetworks.All[name];
        var shown = XDocument.Parse(SvgDrawing.Draw(topology)).Descendants()
            .Attributes("data-element").Select(attribute => attribute.Value).ToHashSet();
        Assert.Superset(DrawnNetworks.PathsOf(topology).ToHashSet(), shown);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void No_two_nodes_overlap(string name, bool stacked)
    {
        var nodes = PictureOf(name, stacked).Nodes;
        Assert.All(
            nodes.SelectMany((node, index) => nodes.Skip(index + 1).Select(other => (node, other))),
            pair => Assert.False(pair.node.Box.Overlaps(pair.other.Box), $"{pair.node.Path} and {pair.other.Path}"));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Groups_nest_and_do_not_cross(string name, bool stacked)
    {
        var groups = PictureOf(name, stacked).Groups;
        Assert.All(
            groups.SelectMany((group, index) => groups.Skip(index + 1).Select(other => (group, other))),
            pair => Assert.True(
                !pair.group.Box.Overlaps(pair.other.Box) || pair.group.Box.Contains(pair.other.Box) || pair.other.Box.Contains(pair.group.Box),
                $"{pair.group.Path} and {pair.other.Path}"));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Everything_lies_inside_the_picture(string name, bool stacked)
    {
        var picture = PictureOf(name, stacked);
        var page = new Box(0, 0, picture.Width, picture.Height);
        Assert.All(picture.Groups.Concat(picture.Nodes), panel => Assert.True(page.Contains(panel.Box), panel.Path));
        Assert.All(
            picture.Wires.SelectMany(wire => wire.Corners),
            corner => Assert.True(page.Contains(new Box(corner.X, corner.Y, 0, 0)), corner.ToString()));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Text_fits_its_box(string name, bool stacked)
    {
        var picture = PictureOf(name, stacked);
        Assert.All(picture.Groups.Concat(picture.Nodes), panel =>
        {
            Assert.True(panel.LabelInset + Labels.WidthOf(panel.Labels) <= panel.Box.Width, $"{panel.Path} is too narrow");
            Assert.True(Labels.HeightOf(panel.Labels) <= panel.Box.Height, $"{panel.Path} is too low");
        });
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Wires_run_straight_and_pass_through_no_node(string name, bool stacked)
    {
        var picture = PictureOf(name, stacked);
        foreach (var wire in picture.Wires)
        {
            foreach (var (from, to) in wire.Corners.Zip(wire.Corners.Skip(1)))
            {
                Assert.True(from.X == to.X || from.Y == to.Y, $"{wire.Description}: {from} to {to}");
                var piece = new Box(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
                Assert.All(picture.Nodes, node => Assert.False(Cuts(piece, node.Box), $"{wire.Description} through {node.Path}"));
            }
        }
    }

    [Fact]
    public void Needs_nothing_from_elsewhere()
    {
        var text = SvgDrawing.Draw(ExampleNetworks.Shop());
        Assert.DoesNotContain("http", text.Replace(Svg.NamespaceName, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Joins_both_ends_of_a_peering()
    {
        var wires = PictureOf("PeeredRegions").Wires.Where(wire => wire.Style == "peering" && !wire.HasArrow);
        Assert.Equal(2, wires.Count());
    }

    [Fact]
    public void Hostile_text_is_text()
    {
        var shop = ExampleNetworks.Shop();
        var document = XDocument.Parse(SvgDrawing.Draw(shop with { Name = "<script>alert(\"&\")</script>" }));
        Assert.Empty(document.Descendants(Svg + "script"));
        Assert.Contains(document.Descendants(Svg + "text"), text => text.Value == "<script>alert(\"&\")</script>");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_the_same_picture_in_every_culture(string name)
    {
        var expected = SvgDrawing.Draw(DrawnNetworks.All[name]);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(expected, SvgDrawing.Draw(DrawnNetworks.All[name]));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("HubAndSpoke")]
    [InlineData("PeeredRegions")]
    [InlineData("Accelerated")]
    public void Looks_as_it_was_accepted(string name) =>
        Snapshot.Match(SvgDrawing.Draw(DrawnNetworks.All[name]), name, "svg");

    static Picture PictureOf(string name, bool stacked = false) => PictureLayout.Of(NetworkMap.Of(DrawnNetworks.All[name]), stacked);

    static bool Cuts(Box piece, Box node) =>
        piece.X < node.Right && node.X < piece.Right + (piece.Width == 0 ? 1 : 0)
        && piece.Y < node.Bottom && node.Y < piece.Bottom + (piece.Height == 0 ? 1 : 0)
        && !(piece.Right <= node.X || piece.Bottom <= node.Y || piece.X >= node.Right || piece.Y >= node.Bottom);
}
