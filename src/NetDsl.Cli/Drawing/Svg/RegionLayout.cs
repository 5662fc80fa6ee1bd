using NetDsl.Model;

namespace NetDsl.Cli.Drawing.Svg;

/// <summary>A region: VPCs side by side, and below them what joins them.</summary>
internal sealed class RegionLayout
{
    private const int Padding = 18;
    private const int Gap = 22;
    private const int HeaderHeight = 34;
    private readonly MapRegion region;
    private readonly Shelf shelf;
    private readonly int overhang;

    public RegionLayout(MapRegion region, Func<MapVpc, IReadOnlyList<VpcPort>> portsOf, bool stacksZones)
    {
        this.region = region;
        Vpcs = [.. region.Vpcs.Select(vpc => new VpcLayout(vpc, portsOf(vpc), stacksZones))];
        shelf = new Shelf(
        [
            .. region.TransitGateways.Select(gateway => new ShelfItem(gateway.Id, PictureLayout.Lines("transit gateway", gateway.Name, ThirdLineOf(gateway)))),
            .. region.VpnGateways.Select(gateway => new ShelfItem(gateway.Id, PictureLayout.Lines("virtual private gateway", gateway.Name, gateway.Vpc is null ? "not attached" : ""))),
            .. region.Peerings.Select(PictureLayout.ItemOf),
            .. region.DetachedGateways.Select(gateway => new ShelfItem(gateway.Id, PictureLayout.Lines("internet gateway", gateway.Name, "not attached"))),
        ]);
        overhang = Vpcs.Select(vpc => vpc.Overhang).DefaultIfEmpty(0).Max();
        var tallest = Vpcs.Select(vpc => vpc.Height).DefaultIfEmpty(0).Max();
        foreach (var vpc in Vpcs)
        {
            vpc.Height = tallest;
        }

        Height = HeaderHeight + overhang + tallest + shelf.Height + Padding;
    }

    public IReadOnlyList<VpcLayout> Vpcs { get; }

    public int Height { get; set; }

    public Box Box { get; private set; }

    public void Place(int x, int y, Picture picture)
    {
        // A group is drawn before what it holds; its width is known after.
        var own = picture.Groups.Count;
        var title = new Label($"Region {region.Region.Name}", LabelStyle.Name);
        var left = x + Padding;
        foreach (var vpc in Vpcs)
        {
            vpc.Place(left, y + HeaderHeight + overhang, picture);
            left = vpc.Box.Right + Gap;
        }

        var bottom = Vpcs.Select(vpc => vpc.Box.Bottom).DefaultIfEmpty(y + HeaderHeight).Max();
        int[] passing = [.. Vpcs.SelectMany(vpc => vpc.Ports.Where(port => port.LeavesRegion).Select(port => vpc.PortOf(port.Target)))];
        var right = new[]
        {
            left - Gap,
            shelf.Place(x + Padding, bottom, Vpcs, passing, picture),
            x + Padding + title.Width,
        }.Max();
        Box = new Box(x, y, right + Padding - x, Height);
        picture.Groups.Insert(own, new Panel("region", region.Region.Id.Path, Box, [title], Padding));
    }

    /// <summary>Its network functions and Client VPN endpoints, which no line joins either, and its peers.</summary>
    private string ThirdLineOf(TransitGateway gateway)
    {
        var attached = gateway.NetworkFunctions.Select(function => function.Name)
            .Concat(region.ClientVpnsOf(gateway).Select(each => $"Client VPN {each.Endpoint.Name} {each.Clients}"))
            .ToList();
        return string.Join(", ", new[] { attached.Count == 0 ? "" : $"with {string.Join(", ", attached)}", PeersOf(gateway) }.Where(text => text.Length > 0));
    }

    /// <summary>The gateways that it is peered with; no line joins them, because they may be of regions far apart.</summary>
    private static string PeersOf(TransitGateway gateway)
    {
        var peers = gateway.Attachments
            .Where(attachment => attachment.Kind == TransitGatewayAttachmentKind.Peering)
            .Select(attachment => attachment.IsAvailable
                ? attachment.Resource.Path
                : $"{attachment.Resource.Path} ({TransitGatewayAttachment.Text(attachment.State)})")
            .ToList();
        return peers.Count == 0 ? "" : $"peered with {string.Join(", ", peers)}";
    }
}
