using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Cli.Drawing.Svg;

/// <summary>
/// A subnet: its name and prefix, NAT gateways in a column at the left where wires come in, hosts in a grid beside them, its
/// routes below.
/// </summary>
internal sealed class SubnetLayout
{
    private const int Padding = 10;
    private const int Gap = 8;
    private const int MostColumns = 4;
    private readonly NodeSize[] natGateways;
    private readonly NodeSize[] hosts;
    private readonly int columns;
    private readonly int natWidth;
    private readonly int hostWidth;
    private readonly int hostHeight;
    private readonly Label[] header;
    private readonly Label[] footer;

    public SubnetLayout(MapSubnet subnet)
    {
        Subnet = subnet;
        natGateways = [.. subnet.NatGateways.Select(gateway =>
            new NodeSize(
                gateway.Id.Path,
                [
                    .. Lines("NAT gateway", gateway.Name, gateway.PrivateAddress, gateway.PublicAddress),
                    .. MapSubnet.SecondaryLines(gateway).Select(line => new Label(line, LabelStyle.Address)),
                ]))];
        hosts = [.. subnet.Hosts.Select(host =>
            new NodeSize(
                host.Id.Path,
                [
                    .. Lines(ElementKinds.Text(host.Id.Kind), host.Name, host.Interface.PrivateAddress, host.Interface.PublicAddress),
                    .. host.Ipv6Addresses.Select(address => new Label(address, LabelStyle.Address)),
                ]))];
        header = [new Label(subnet.Subnet.Name, LabelStyle.Name), .. subnet.Prefixes.Select(prefix => new Label(prefix, LabelStyle.Address))];
        footer =
        [
            .. subnet.Routes.Select(route => new Label($"{route.Destination} → {route.Target.Name}", LabelStyle.Address)),
            .. subnet.Notes.Select(note => new Label(note, LabelStyle.Caption)),
        ];
        columns = Math.Clamp((int)Math.Ceiling(Math.Sqrt(hosts.Length)), 1, MostColumns);
        natWidth = natGateways.Select(node => node.Width).DefaultIfEmpty(0).Max();
        hostWidth = hosts.Select(node => node.Width).DefaultIfEmpty(0).Max();
        hostHeight = hosts.Select(node => node.Height).DefaultIfEmpty(0).Max();
        Width = (2 * Padding) + Math.Max(ContentWidth, Labels.WidthOf([.. header, .. footer]));
        Height = (2 * Padding) + Labels.HeightOf(header) + Above(ContentHeight) + Above(Labels.HeightOf(footer));
    }

    public MapSubnet Subnet { get; }

    public int Width { get; set; }

    public int Height { get; }

    /// <summary>Where it was placed.</summary>
    public Box Box { get; private set; }

    /// <summary>The NAT gateways, where they were placed.</summary>
    public Dictionary<ElementId, Box> NatGateways { get; } = [];

    private int HostRows => (hosts.Length + columns - 1) / columns;

    private int ContentWidth =>
        natWidth
        + (natGateways.Length > 0 && hosts.Length > 0 ? Gap : 0)
        + (hosts.Length > 0 ? Math.Min(columns, hosts.Length) * (hostWidth + Gap) - Gap : 0);

    private int ContentHeight => Math.Max(
        natGateways.Sum(node => node.Height + Gap) - (natGateways.Length > 0 ? Gap : 0),
        HostRows > 0 ? (HostRows * (hostHeight + Gap)) - Gap : 0);

    public void Place(int x, int y, Picture picture)
    {
        Box = new Box(x, y, Width, Height);
        picture.Groups.Add(new Panel("subnet", Subnet.Subnet.Id.Path, Box, header, Padding));
        var top = y + Padding + Labels.HeightOf(header) + (ContentHeight > 0 ? Gap : 0);
        var natTop = top;
        foreach (var (node, gateway) in natGateways.Zip(Subnet.NatGateways))
        {
            var box = new Box(x + Padding, natTop, natWidth, node.Height);
            NatGateways.Add(gateway.Id, box);
            picture.Nodes.Add(new Panel("nat-gateway", node.Path, box, node.Labels, NodeSize.Padding));
            natTop += node.Height + Gap;
        }

        var left = x + Padding + natWidth + (natGateways.Length > 0 ? Gap : 0);
        for (var index = 0; index < hosts.Length; index++)
        {
            var box = new Box(
                left + (index % columns * (hostWidth + Gap)), top + (index / columns * (hostHeight + Gap)), hostWidth, hostHeight);
            picture.Nodes.Add(new Panel(
                ElementKinds.Code(Subnet.Hosts[index].Id.Kind), hosts[index].Path, box, hosts[index].Labels, NodeSize.Padding));
        }

        if (footer.Length > 0)
        {
            var height = Labels.HeightOf(footer);
            picture.Groups.Add(new Panel(
                "routes", Subnet.Subnet.RouteTable.Path, new Box(x, Box.Bottom - height - Padding, Width, height), footer, Padding));
        }
    }

    private static int Above(int height) => height > 0 ? height + Gap : 0;

    private static Label[] Lines(string caption, string name, IpAddress address, Ipv4Address? publicAddress) =>
    [
        new Label(caption, LabelStyle.Caption),
        new Label(name, LabelStyle.Name),
        new Label(address.ToString(), LabelStyle.Address),
        .. publicAddress is { } known ? new[] { new Label($"{known} public", LabelStyle.Address) } : [],
    ];
}
