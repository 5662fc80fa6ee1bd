using NetDsl.Model;

namespace NetDsl.Cli.Drawing.Svg;

/// <summary>
/// A VPC: its internet gateway on the upper edge, zones side by side or one below the other, and a port on the lower edge for each
/// transit gateway and peering. Wires run in the gutters of the zones, and in the bands above and below them.
/// </summary>
internal sealed class VpcLayout
{
    private const int Padding = 14;
    private const int Gap = 14;
    private const int TrackHeight = 9;
    private const int PortSpacing = 22;
    private const int FirstPort = 26;
    private readonly MapVpc vpc;
    private readonly bool stacksZones;
    private readonly Label[] header;
    private readonly NodeSize? gateway;
    private readonly List<ElementId> upperTracks;
    private readonly List<ElementId> lowerTracks;
    private readonly List<ZoneLayout> zones;

    /// <param name="vpc">What to draw.</param>
    /// <param name="ports">What the VPC is joined to, the way that its ports stand: those of the region first.</param>
    /// <param name="stacksZones">Whether zones stand one below the other; their gutters are then one.</param>
    public VpcLayout(MapVpc vpc, IReadOnlyList<VpcPort> ports, bool stacksZones)
    {
        this.vpc = vpc;
        this.stacksZones = stacksZones;
        Ports = ports;
        header =
        [
            new Label($"VPC {vpc.Vpc.Name}", LabelStyle.Name),
            .. vpc.Vpc.AllBlocks.Select(block => new Label(block.ToString(), LabelStyle.Address)),
            .. vpc.EgressOnlyGateway is { } egressOnly ? [new Label($"egress-only gateway {egressOnly.Name}", LabelStyle.Caption)] : Array.Empty<Label>(),
            new Label($"account {vpc.Owner.Name} {vpc.Owner.Number}", LabelStyle.Caption),
            .. vpc.AssociatedGroups.Select(group => new Label(group, LabelStyle.Caption)),
            .. vpc.RouteServers.Select(each => new Label($"route server {each.Server.Name} AS {each.Server.Asn}", LabelStyle.Caption)),
            .. vpc.RegionalNatGateways.SelectMany(nat => MapVpc.ZoneLines(nat)
                .Select(zone => new Label(zone, LabelStyle.Address))
                .Prepend(new Label($"regional NAT gateway {nat.Name}", LabelStyle.Caption))),
        ];
        gateway = vpc.InternetGateway is { } internet
            ? new NodeSize(internet.Id.Path, [new Label("internet gateway", LabelStyle.Caption), new Label(internet.Name, LabelStyle.Name)])
            : null;

        var routed = vpc.Zones.SelectMany(zone => zone.Subnets).SelectMany(Targets).Distinct().ToList();
        upperTracks = [.. routed.Where(target => target == vpc.InternetGateway?.Id || CrossesZones(target))];
        lowerTracks = [.. routed.Where(target => ports.Any(port => port.Target == target))];
        var shared = vpc.Zones.SelectMany(zone => TracksOf(zone, routed)).Distinct().ToList();
        zones = [.. vpc.Zones.Select(zone => new ZoneLayout(zone, vpc.Vpc.Id.Path, stacksZones ? shared : TracksOf(zone, routed)))];
        if (!stacksZones)
        {
            zones.ForEach(zone => zone.Height = ZonesHeight);
        }

        HeaderHeight = Padding + Labels.HeightOf(header) + Gap;
        Width = new[]
        {
            (2 * Padding) + ZonesWidth,
            (2 * Padding) + Labels.WidthOf(header) + (gateway is null ? 0 : gateway.Width + Gap),
            (2 * FirstPort) + (ports.Count * PortSpacing),
        }.Max();
        if (stacksZones)
        {
            zones.ForEach(zone => zone.Width = Width - (2 * Padding));
        }

        Height = HeaderHeight + UpperBand + ZonesHeight + Padding + LowerBand;
    }

    public IReadOnlyList<VpcPort> Ports { get; }

    public int Width { get; }

    public int Height { get; set; }

    /// <summary>How far the internet gateway stands out above the upper edge.</summary>
    public int Overhang => gateway is null ? 0 : gateway.Height / 2;

    /// <summary>Where the internet gateway was placed, if there is one.</summary>
    public Box? GatewayBox { get; private set; }

    public Box Box { get; private set; }

    public ElementId Id => vpc.Vpc.Id;

    public InternetGateway? InternetGateway => vpc.InternetGateway;

    private int HeaderHeight { get; }

    private int ZonesWidth => Extent(zones.Select(zone => zone.Width), along: !stacksZones);

    private int ZonesHeight => Extent(zones.Select(zone => zone.Height), along: stacksZones);

    private int UpperBand => upperTracks.Count * TrackHeight;

    private int LowerBand => lowerTracks.Count * TrackHeight;

    public void Place(int x, int y, Picture picture)
    {
        Box = new Box(x, y, Width, Height);
        picture.Groups.Add(new Panel("vpc", vpc.Vpc.Id.Path, Box, header, Padding));
        if (gateway is not null)
        {
            GatewayBox = new Box(Box.Right - Padding - gateway.Width, y - Overhang, gateway.Width, gateway.Height);
            picture.Nodes.Add(new Panel("internet-gateway", gateway.Path, GatewayBox.Value, gateway.Labels, NodeSize.Padding));
        }

        var (left, top) = (x + Padding, y + HeaderHeight + UpperBand);
        foreach (var zone in zones)
        {
            zone.Place(left, top, picture);
            (left, top) = stacksZones ? (left, top + zone.Height + Gap) : (left + zone.Width + Gap, top);
        }

        foreach (var zone in zones)
        {
            foreach (var subnet in zone.Subnets)
            {
                DrawRoutes(zone, subnet, picture);
            }
        }
    }

    /// <summary>Where on the lower edge the port to a target is: those that leave the region stand at the right.</summary>
    public int PortOf(ElementId target)
    {
        var port = Ports.First(candidate => candidate.Target == target);
        var alike = Ports.Where(candidate => candidate.LeavesRegion == port.LeavesRegion).ToList();
        var offset = FirstPort + (alike.IndexOf(port) * PortSpacing);
        return port.LeavesRegion ? Box.Right - offset : Box.X + offset;
    }

    private static int Extent(IEnumerable<int> sizes, bool along) =>
        along ? Math.Max(0, sizes.Sum(size => size + Gap) - Gap) : sizes.DefaultIfEmpty(0).Max();

    private static IEnumerable<ElementId> Targets(MapSubnet subnet) => subnet.Routes.Select(route => route.Target).Distinct();

    private bool CrossesZones(ElementId nat) => !stacksZones && ZoneOfNat(nat) is { } home
        && vpc.Zones.Any(zone => zone != home && zone.Subnets.SelectMany(Targets).Contains(nat));

    private MapZone? ZoneOfNat(ElementId nat) =>
        vpc.Zones.FirstOrDefault(zone => zone.Subnets.SelectMany(subnet => subnet.NatGateways).Any(each => each.Id == nat));

    // What the zone's subnets route to inside this picture, and what wires from other zones come in for.
    private IEnumerable<ElementId> TracksOf(MapZone zone, IEnumerable<ElementId> routed) => routed.Where(target =>
        ZoneOfNat(target) == zone
        || (zone.Subnets.SelectMany(Targets).Contains(target)
            && (upperTracks.Contains(target) || lowerTracks.Contains(target) || (stacksZones && ZoneOfNat(target) is not null))));

    private void DrawRoutes(ZoneLayout zone, SubnetLayout subnet, Picture picture)
    {
        var start = subnet.Box.Y + 12;
        foreach (var target in Targets(subnet.Subnet).Where(zone.HasTrack))
        {
            var corners = new List<Corner> { new(subnet.Box.X, start), new(zone.TrackOf(target), start) };
            if (target == vpc.InternetGateway?.Id)
            {
                corners.Add(new Corner(zone.TrackOf(target), UpperTrack(target)));
                corners.Add(new Corner(GatewayBox!.Value.CenterX, UpperTrack(target)));
                corners.Add(new Corner(GatewayBox.Value.CenterX, GatewayBox.Value.Bottom));
            }
            else if (lowerTracks.Contains(target))
            {
                corners.Add(new Corner(zone.TrackOf(target), LowerTrack(target)));
                corners.Add(new Corner(PortOf(target), LowerTrack(target)));
                corners.Add(new Corner(PortOf(target), Box.Bottom));
            }
            else
            {
                AddWayToNat(target, zone, corners);
            }

            var prefixes = subnet.Subnet.Routes.Where(route => route.Target == target).Select(route => route.Destination);
            picture.Wires.Add(new Wire(
                ElementKinds.Code(target.Kind),
                $"{subnet.Subnet.Subnet.Id.Path} routes {string.Join(", ", prefixes)} to {target.Path}",
                corners,
                HasArrow: true));
            start += 7;
        }
    }

    private void AddWayToNat(ElementId nat, ZoneLayout from, List<Corner> corners)
    {
        var home = zones.First(zone => zone.Subnets.Any(subnet => subnet.NatGateways.ContainsKey(nat)));
        var box = home.Subnets.First(subnet => subnet.NatGateways.ContainsKey(nat)).NatGateways[nat];
        if (home.TrackOf(nat) != from.TrackOf(nat))
        {
            corners.Add(new Corner(from.TrackOf(nat), UpperTrack(nat)));
            corners.Add(new Corner(home.TrackOf(nat), UpperTrack(nat)));
        }

        corners.Add(new Corner(home.TrackOf(nat), box.CenterY));
        corners.Add(new Corner(box.X, box.CenterY));
    }

    private int UpperTrack(ElementId target) => Box.Y + HeaderHeight + (upperTracks.IndexOf(target) * TrackHeight) - 2;

    private int LowerTrack(ElementId target) => Box.Bottom - Padding - (lowerTracks.IndexOf(target) * TrackHeight);
}

/// <summary>A place on a VPC's lower edge, where a wire to something outside begins.</summary>
internal sealed record VpcPort(ElementId Target, string Description, bool LeavesRegion, bool IsPending);
