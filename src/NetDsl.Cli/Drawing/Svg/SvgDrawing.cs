using System.Globalization;
using System.Text;
using System.Xml;
using NetDsl.Cli.Output;
using NetDsl.Model;

namespace NetDsl.Cli.Drawing.Svg;

/// <summary>A topology as one SVG file that needs nothing else: no fonts, scripts or pictures from elsewhere.</summary>
internal sealed class SvgDrawing
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private readonly XmlWriter xml;

    private SvgDrawing(XmlWriter xml) => this.xml = xml;

    public static string Draw(Topology topology) => Write(PictureLayout.Of(NetworkMap.Of(topology)));

    internal static string Write(Picture picture)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            new SvgDrawing(xml).Draw(picture);
        }

        return text.Append('\n').ToString();
    }

    private void Draw(Picture picture)
    {
        xml.WriteStartElement("svg", Namespace);
        Attributes(("viewBox", $"0 0 {Text(picture.Width)} {Text(picture.Height)}"), ("width", Text(picture.Width)), ("height", Text(picture.Height)), ("role", "img"));
        Element("title", $"Network {picture.Name}");
        xml.WriteElementString("style", Namespace, SvgStyle.Sheet);
        DrawArrowHeads();
        Rectangle("page", new Box(0, 0, picture.Width, picture.Height), 0);
        Written("heading", 20, 38, picture.Name);
        foreach (var group in picture.Groups)
        {
            Draw(group, group.Style == "subnet" ? 6 : 10);
        }

        foreach (var wire in picture.Wires)
        {
            Draw(wire);
        }

        foreach (var node in picture.Nodes)
        {
            Draw(node, 5);
        }

        xml.WriteEndElement();
    }

    private void Draw(Panel panel, int rounding)
    {
        xml.WriteStartElement("g", Namespace);
        Attributes(("class", panel.Style), ("data-element", panel.Path));
        Element("title", $"{panel.Style.Replace('-', ' ')} {panel.Path}");
        Rectangle("box", panel.Box, rounding);
        var baseline = panel.Box.Y + (panel.Style == "routes" ? 0 : NodeSize.Padding);
        foreach (var label in panel.Labels)
        {
            baseline += label.Height;
            Written(ClassOf(label.Style), panel.Box.X + panel.LabelInset, baseline - 4, label.Text);
        }

        xml.WriteEndElement();
    }

    private void Draw(Wire wire)
    {
        xml.WriteStartElement("g", Namespace);
        Attributes(("class", $"wire to-{wire.Style}{(wire.IsDashed ? " dashed" : "")}"));
        Element("title", wire.Description);
        xml.WriteStartElement("polyline", Namespace);
        Attributes(("points", string.Join(' ', wire.Corners.Select(corner => $"{Text(corner.X)},{Text(corner.Y)}"))));
        if (wire.HasArrow)
        {
            Attributes(("marker-end", $"url(#head-{wire.Style})"));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void DrawArrowHeads()
    {
        xml.WriteStartElement("defs", Namespace);
        foreach (var kind in SvgStyle.WireKinds)
        {
            xml.WriteStartElement("marker", Namespace);
            Attributes(
                ("id", $"head-{kind}"), ("viewBox", "0 0 8 8"), ("refX", "7"), ("refY", "4"), ("markerWidth", "6"), ("markerHeight", "6"), ("orient", "auto"));
            xml.WriteStartElement("path", Namespace);
            Attributes(("class", $"head to-{kind}"), ("d", "M0,0.5 L8,4 L0,7.5 z"));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Rectangle(string style, Box box, int rounding)
    {
        xml.WriteStartElement("rect", Namespace);
        Attributes(
            ("class", style), ("x", Text(box.X)), ("y", Text(box.Y)), ("width", Text(box.Width)), ("height", Text(box.Height)), ("rx", Text(rounding)));
        xml.WriteEndElement();
    }

    private void Written(string style, int x, int y, string text)
    {
        xml.WriteStartElement("text", Namespace);
        Attributes(("class", style), ("x", Text(x)), ("y", Text(y)));
        xml.WriteString(DocumentText.Writable(text));
        xml.WriteEndElement();
    }

    private void Element(string name, string text) => xml.WriteElementString(name, Namespace, DocumentText.Writable(text));

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, DocumentText.Writable(value));
        }
    }

    private static string ClassOf(LabelStyle style) => style switch
    {
        LabelStyle.Name => "name",
        LabelStyle.Address => "address",
        _ => "caption",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
