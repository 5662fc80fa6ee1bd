namespace NetDsl.Cli.Drawing.Svg;

/// <summary>The size that a node needs for its text.</summary>
internal sealed class NodeSize(string path, IReadOnlyList<Label> labels)
{
    public const int Padding = 8;
    private const int Narrowest = 92;

    public string Path { get; } = path;

    public IReadOnlyList<Label> Labels { get; } = labels;

    public int Width { get; } = Math.Max(Narrowest, Svg.Labels.WidthOf(labels) + (2 * Padding));

    public int Height { get; } = Svg.Labels.HeightOf(labels) + (2 * Padding) - 2;
}

/// <summary>The size of several lines of text.</summary>
internal static class Labels
{
    public static int WidthOf(IEnumerable<Label> labels) => labels.Select(label => label.Width).DefaultIfEmpty(0).Max();

    public static int HeightOf(IEnumerable<Label> labels) => labels.Sum(label => label.Height);
}
