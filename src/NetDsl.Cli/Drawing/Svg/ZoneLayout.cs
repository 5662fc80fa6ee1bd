using NetDsl.Model;

namespace NetDsl.Cli.Drawing.Svg;

/// <summary>
/// A zone: its subnets from top to bottom, all of one width, and at their left a gutter with one track for each thing that they
/// route to. Wires to one target share its track, so that they read as one tree.
/// </summary>
internal sealed class ZoneLayout
{
    public const int TrackWidth = 9;
    private const int Padding = 12;
    private const int HeaderHeight = 26;
    private const int Gap = 14;
    private readonly MapZone zone;
    private readonly string vpcPath;
    private readonly List<ElementId> tracks;

    public ZoneLayout(MapZone zone, string vpcPath, IEnumerable<ElementId> tracks)
    {
        this.zone = zone;
        this.vpcPath = vpcPath;
        this.tracks = [.. tracks];
        Subnets = [.. zone.Subnets.Select(subnet => new SubnetLayout(subnet))];
        Width = (2 * Padding) + Gutter + Math.Max(Subnets.Max(subnet => subnet.Width), Title.Width);
        Height = HeaderHeight + Subnets.Sum(subnet => subnet.Height + Gap) - Gap + Padding;
    }

    public IReadOnlyList<SubnetLayout> Subnets { get; }

    public int Width { get; set; }

    public int Height { get; set; }

    public Box Box { get; private set; }

    private int Gutter => tracks.Count * TrackWidth;

    private Label Title => new($"zone {zone.Title}", LabelStyle.Caption);

    /// <summary>Where the track of a target runs, once placed.</summary>
    public int TrackOf(ElementId target) => Box.X + Padding + (tracks.IndexOf(target) * TrackWidth);

    public bool HasTrack(ElementId target) => tracks.Contains(target);

    public void Place(int x, int y, Picture picture)
    {
        Box = new Box(x, y, Width, Height);
        picture.Groups.Add(new Panel("zone", $"{vpcPath}/{zone.Name}", Box, [Title], Padding + Gutter));
        var top = y + HeaderHeight;
        foreach (var subnet in Subnets)
        {
            subnet.Width = Width - (2 * Padding) - Gutter;
            subnet.Place(x + Padding + Gutter, top, picture);
            top += subnet.Height + Gap;
        }
    }
}
