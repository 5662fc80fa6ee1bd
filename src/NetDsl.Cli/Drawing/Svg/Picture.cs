namespace NetDsl.Cli.Drawing.Svg;

/// <summary>A rectangle; y grows downwards.</summary>
internal readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int CenterX => X + (Width / 2);

    public int CenterY => Y + (Height / 2);

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Box other) => X <= other.X && other.Right <= Right && Y <= other.Y && other.Bottom <= Bottom;
}

/// <summary>A corner of a line.</summary>
internal readonly record struct Corner(int X, int Y);

/// <summary>How a piece of text looks.</summary>
internal enum LabelStyle
{
    /// <summary>What kind of thing it is.</summary>
    Caption,

    /// <summary>Its name.</summary>
    Name,

    /// <summary>An address, a prefix or a route, in a fixed-width face.</summary>
    Address,
}

/// <summary>A line of text in a box.</summary>
internal sealed record Label(string Text, LabelStyle Style)
{
    public int Height => Style == LabelStyle.Name ? 16 : 14;

    /// <summary>An upper bound of the width in the faces that browsers and renderers choose.</summary>
    public int Width => (int)Math.Ceiling(Text.Length * Style switch
    {
        LabelStyle.Name => 8.4,
        LabelStyle.Caption => 6.2,
        _ => 6.7,
    });
}

/// <summary>A rectangle with text: a group that holds others, or a thing by itself.</summary>
/// <param name="Style">The kind of thing, which is its class in the style sheet.</param>
/// <param name="Path">The path of the element; the zone's name for a zone.</param>
/// <param name="Box">Where it is.</param>
/// <param name="Labels">Its text, from the top.</param>
/// <param name="LabelInset">How far from the left edge the text begins.</param>
internal sealed record Panel(string Style, string Path, Box Box, IReadOnlyList<Label> Labels, int LabelInset);

/// <summary>A line of horizontal and vertical pieces.</summary>
/// <param name="Style">The kind of what it leads to.</param>
/// <param name="Description">What it means, for those who point at it.</param>
/// <param name="Corners">The ends and the corners between them.</param>
/// <param name="HasArrow">Whether it has a direction.</param>
/// <param name="IsDashed">Whether it carries nothing.</param>
internal sealed record Wire(
    string Style, string Description, IReadOnlyList<Corner> Corners, bool HasArrow = false, bool IsDashed = false);

/// <summary>Everything in its place.</summary>
internal sealed class Picture(string name)
{
    public string Name { get; } = name;

    public List<Panel> Groups { get; } = [];

    public List<Panel> Nodes { get; } = [];

    public List<Wire> Wires { get; } = [];

    public int Width { get; set; }

    public int Height { get; set; }
}
