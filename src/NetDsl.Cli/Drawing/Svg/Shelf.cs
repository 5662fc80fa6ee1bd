using NetDsl.Model;

namespace NetDsl.Cli.Drawing.Svg;

/// <summary>
/// A row of things that join VPCs, below them. Each has a track above the row; its wires come down from the ports to the track,
/// and from the track into it. Things stand where no wire passes that goes further down.
/// </summary>
internal sealed class Shelf
{
    private const int TrackHeight = 10;
    private const int Gap = 16;
    private const int Clearance = 8;
    private readonly IReadOnlyList<ShelfItem> items;
    private readonly List<NodeSize> sizes;

    public Shelf(IReadOnlyList<ShelfItem> items)
    {
        this.items = items;
        sizes = [.. items.Select(item => new NodeSize(item.Id.Path, item.Labels))];
    }

    /// <summary>Tracks, a little room, the row.</summary>
    public int Height => items.Count == 0 ? 0 : Band + sizes.Max(size => size.Height);

    private int Band => 14 + (items.Count * TrackHeight) + 10;

    /// <summary>Places the row and draws its wires.</summary>
    /// <param name="left">The lowest x.</param>
    /// <param name="top">The lower edge of what the ports are on.</param>
    /// <param name="vpcs">The VPCs whose ports may lead here.</param>
    /// <param name="passing">Where wires pass that go further down.</param>
    /// <param name="picture">Takes the nodes and wires.</param>
    /// <returns>The x behind the last thing.</returns>
    public int Place(int left, int top, IReadOnlyList<VpcLayout> vpcs, IReadOnlyList<int> passing, Picture picture)
    {
        var next = left;
        for (var index = 0; index < items.Count; index++)
        {
            var (item, size) = (items[index], sizes[index]);
            var ports = vpcs.SelectMany(vpc => vpc.Ports.Where(port => port.Target == item.Id).Select(port => (Vpc: vpc, Port: port))).ToList();
            var wanted = ports.Count == 0 ? next : (int)ports.Average(port => port.Vpc.PortOf(item.Id)) - (size.Width / 2);
            var x = FreePlace(Math.Max(next, wanted), size.Width, passing);
            var box = new Box(x, top + Band, size.Width, size.Height);
            picture.Nodes.Add(new Panel(ElementKinds.Code(item.Id.Kind), item.Id.Path, box, item.Labels, NodeSize.Padding));
            foreach (var (vpc, port) in ports)
            {
                var track = top + 14 + (index * TrackHeight);
                picture.Wires.Add(new Wire(
                    ElementKinds.Code(item.Id.Kind),
                    port.Description,
                    [
                        new Corner(vpc.PortOf(item.Id), vpc.Box.Bottom),
                        new Corner(vpc.PortOf(item.Id), track),
                        new Corner(box.CenterX, track),
                        new Corner(box.CenterX, box.Y),
                    ],
                    IsDashed: port.IsPending));
            }

            next = x + size.Width + Gap;
        }

        return items.Count == 0 ? left : next - Gap;
    }

    private static int FreePlace(int x, int width, IReadOnlyList<int> passing)
    {
        foreach (var wire in passing.Order())
        {
            if (wire > x - Clearance && wire < x + width + Clearance)
            {
                x = wire + Clearance;
            }
        }

        return x;
    }
}

/// <summary>Something that joins VPCs, or stands by itself.</summary>
internal sealed record ShelfItem(ElementId Id, IReadOnlyList<Label> Labels);
