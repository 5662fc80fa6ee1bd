using NetDsl.Model;

namespace NetDsl.Cli.Drawing.Svg;

/// <summary>
/// Places a whole topology: the internet as a bar at the top, regions side by side below it, peerings between regions at the
/// bottom. Sizes come from what is inside, so that nothing overlaps however much there is.
/// </summary>
internal static class PictureLayout
{
    private const int Margin = 20;
    private const int TitleHeight = 30;
    private const int InternetHeight = 34;
    private const int Gap = 24;

    // The size of a page on which the text is still legible.
    private const double PageWidth = 1200;
    private const double PageHeight = 1500;

    /// <summary>Places everything, zones side by side or one below the other: the way that fits a page better.</summary>
    public static Picture Of(NetworkMap map)
    {
        var beside = Of(map, stacksZones: false);
        var stacked = Of(map, stacksZones: true);
        return Strain(beside) <= Math.Max(1, Strain(stacked)) ? beside : stacked;
    }

    internal static Picture Of(NetworkMap map, bool stacksZones)
    {
        var picture = new Picture(map.Name);
        var regions = map.Regions.Select(region => new RegionLayout(region, vpc => PortsOf(map, region, vpc), stacksZones)).ToList();
        var tallest = regions.Select(region => region.Height).DefaultIfEmpty(0).Max();
        var top = Margin + TitleHeight + (map.ShowsInternet ? InternetHeight + Gap : 0);
        var left = Margin;
        foreach (var region in regions)
        {
            region.Height = tallest;
            region.Place(left, top, picture);
            left = region.Box.Right + Gap;
        }

        var vpcs = regions.SelectMany(region => region.Vpcs).ToList();
        var shelf = new Shelf([.. map.PeeringsBetweenRegions.Select(ItemOf), .. map.Hybrid.Sites.Select(ItemOf), .. map.Accelerators.Select(ItemOf), .. map.InternetClients.Select(ItemOf)]);
        var right = shelf.Place(Margin, top + tallest, vpcs, [], picture);
        var title = new Label(map.Name, LabelStyle.Name);
        picture.Width = new[] { left - Gap, right, Margin + (title.Width * 2) }.Max() + Margin;
        picture.Height = top + tallest + shelf.Height + Margin;
        if (map.ShowsInternet)
        {
            DrawInternet(vpcs, picture);
        }

        return picture;
    }

    /// <summary>The text of a node: its kind, its name, and what else there is to say.</summary>
    internal static Label[] Lines(string caption, string name, string note = "") =>
    [
        new Label(caption, LabelStyle.Caption),
        new Label(name, LabelStyle.Name),
        .. note.Length > 0 ? new[] { new Label(note, LabelStyle.Caption) } : [],
    ];

    internal static ShelfItem ItemOf(MapPeering peering) =>
        new(peering.Peering.Id, Lines("peering", peering.Peering.Name, peering.StatusText));

    private static ShelfItem ItemOf(Site site) =>
        new(site.Id, Lines("site", site.Name, string.Join("  ", site.Prefixes)));

    private static ShelfItem ItemOf(MapAccelerator each) =>
        new(each.Accelerator.Id, Lines("accelerator", each.Accelerator.Name, each.AddressesText));

    private static ShelfItem ItemOf(InternetClient client) =>
        new(client.Id, Lines($"client near {client.Near.Name}", client.Name, client.Address.ToString()));

    private static double Strain(Picture picture) => Math.Max(picture.Width / PageWidth, picture.Height / PageHeight);

    private static void DrawInternet(List<VpcLayout> vpcs, Picture picture)
    {
        var bar = new Box(Margin, Margin + TitleHeight, picture.Width - (2 * Margin), InternetHeight);
        picture.Nodes.Add(new Panel("internet", "internet", bar, [new Label("Internet", LabelStyle.Name)], NodeSize.Padding));
        foreach (var vpc in vpcs.Where(vpc => vpc.GatewayBox is not null))
        {
            var gateway = vpc.GatewayBox!.Value;
            picture.Wires.Add(new Wire(
                "internet-gateway",
                $"{vpc.InternetGateway!.Id.Path} joins VPC {vpc.Id.Path} to the internet",
                [new Corner(gateway.CenterX, bar.Bottom), new Corner(gateway.CenterX, gateway.Y)]));
        }
    }

    private static List<VpcPort> PortsOf(NetworkMap map, MapRegion region, MapVpc vpc) =>
    [
        .. region.TransitGateways.SelectMany(gateway => gateway.Attachments
            .Where(attachment => attachment.Vpc == vpc.Vpc.Id)
            .Select(attachment => new VpcPort(
                gateway.Id, $"attachment {attachment.Name} of VPC {vpc.Vpc.Id.Path} to {gateway.Id.Path}", LeavesRegion: false, IsPending: false))),
        .. region.VpnGateways
            .Where(gateway => gateway.Vpc == vpc.Vpc.Id)
            .Select(gateway => new VpcPort(gateway.Id, $"{gateway.Id.Path} is attached to VPC {vpc.Vpc.Id.Path}", LeavesRegion: false, IsPending: false)),
        .. PortsTo(region.Peerings, vpc.Vpc.Id, leavesRegion: false),
        .. PortsTo(map.PeeringsBetweenRegions, vpc.Vpc.Id, leavesRegion: true),
        .. region.VpnGateways
            .Where(gateway => gateway.Vpc == vpc.Vpc.Id)
            .SelectMany(gateway => HybridLinks.SitesBehind(map.Hybrid, gateway))
            .Select(behind => new VpcPort(behind.Site.Id, $"{behind.Link}: VPC {vpc.Vpc.Id.Path} and site {behind.Site.Id.Path}", LeavesRegion: true, IsPending: false)),
        .. map.Accelerators
            .Where(each => each.Vpcs.Contains(vpc.Vpc.Id))
            .Select(each => new VpcPort(
                each.Accelerator.Id, $"{each.Accelerator.Id.Path} has endpoints in VPC {vpc.Vpc.Id.Path}", LeavesRegion: true, !each.Accelerator.IsEnabled)),
    ];

    private static IEnumerable<VpcPort> PortsTo(IEnumerable<MapPeering> peerings, ElementId vpc, bool leavesRegion) => peerings
        .Where(peering => peering.Peering.Joins(vpc))
        .Select(peering => new VpcPort(
            peering.Peering.Id,
            $"peering {peering.Peering.Name}: {peering.Peering.Requester.Value.Path} and {peering.Peering.Accepter.Value.Path}{(peering.IsActive ? "" : $", {peering.StatusText}")}",
            leavesRegion,
            !peering.IsActive));
}
