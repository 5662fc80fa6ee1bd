using System.Text;
using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>A topology in the DOT language of Graphviz, with nested clusters.</summary>
internal sealed class DotDrawing
{
    private readonly StringBuilder text = new();
    private readonly DrawingIds ids = new();
    private readonly NetworkMap map;

    private DotDrawing(NetworkMap map) => this.map = map;

    public static string Draw(Topology topology)
    {
        var drawing = new DotDrawing(NetworkMap.Of(topology));
        drawing.Draw();
        return drawing.text.ToString();
    }

    private void Draw()
    {
        Line(0, $"digraph {Quote(map.Name)} {{");
        Line(1, "graph [compound=true, rankdir=TB, fontname=\"Helvetica\", fontsize=12, style=rounded, labeljust=l];");
        Line(1, "node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", fontsize=11];");
        Line(1, "edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7];");
        if (map.ShowsInternet)
        {
            Line(1, "internet [label=\"Internet\", shape=ellipse];");
        }

        foreach (var region in map.Regions)
        {
            Open(1, $"{region.Region.Id.Kind} {region.Region.Id.Path}", $"Region {region.Region.Name}", "gray60");
            foreach (var vpc in region.Vpcs)
            {
                Draw(vpc);
            }

            foreach (var gateway in region.TransitGateways)
            {
                Node(2, gateway.Id, "hexagon", "transit gateway", gateway.Name);
                foreach (var function in gateway.NetworkFunctions)
                {
                    Node(2, function.Id, "hexagon", "network function", function.Name);
                }

                foreach (var (endpoint, clients) in region.ClientVpnsOf(gateway))
                {
                    Node(2, endpoint.Id, "hexagon", "Client VPN endpoint", endpoint.Name, clients);
                }
            }

            foreach (var gateway in region.VpnGateways)
            {
                Node(2, gateway.Id, "hexagon", "virtual private gateway", gateway.Name, gateway.Vpc is null ? "not attached" : "");
            }

            foreach (var gateway in region.DetachedGateways)
            {
                Node(2, gateway.Id, "box", "internet gateway", gateway.Name, "not attached");
            }

            foreach (var peering in region.Peerings)
            {
                Draw(2, peering);
            }

            Line(1, "}");
        }

        foreach (var peering in map.PeeringsBetweenRegions)
        {
            Draw(1, peering);
        }

        foreach (var gateway in map.Hybrid.DirectConnectGateways)
        {
            Node(1, gateway.Id, "hexagon", "Direct Connect gateway", gateway.Name);
        }

        foreach (var site in map.Hybrid.Sites)
        {
            Node(1, site.Id, "house", ["site", site.Name, .. site.Prefixes.Select(prefix => prefix.ToString()), .. map.Hybrid.Hosts.Where(host => host.Site == site.Id).Select(host => $"{host.Name} {host.Address}")]);
        }

        foreach (var each in map.Accelerators)
        {
            Node(1, each.Accelerator.Id, "hexagon", "accelerator", each.Accelerator.Name, each.AddressesText);
        }

        foreach (var client in map.InternetClients)
        {
            Node(1, client.Id, "ellipse", "client", client.Name, client.Address.ToString(), $"near {client.Near.Name}");
        }

        foreach (var link in DrawingLink.Of(map))
        {
            Draw(link);
        }

        Line(0, "}");
    }

    private void Draw(int depth, MapPeering peering) =>
        Node(depth, peering.Peering.Id, "parallelogram", "peering", peering.Peering.Name, peering.StatusText);

    private void Draw(MapVpc vpc)
    {
        Open(2, $"{vpc.Vpc.Id.Kind} {vpc.Vpc.Id.Path}", string.Join("  ", vpc.Title), "steelblue");
        Anchor(3, vpc.Vpc.Id);
        if (vpc.InternetGateway is { } gateway)
        {
            Node(3, gateway.Id, "box", "internet gateway", gateway.Name);
        }

        if (vpc.EgressOnlyGateway is { } egressOnly)
        {
            Node(3, egressOnly.Id, "box", "egress-only gateway", egressOnly.Name);
        }

        foreach (var server in vpc.RouteServers.Select(each => each.Server))
        {
            Node(3, server.Id, "hexagon", "route server", server.Name, $"AS {server.Asn}");
        }

        foreach (var nat in vpc.RegionalNatGateways)
        {
            Node(3, nat.Id, "box", ["regional NAT gateway", nat.Name, .. MapVpc.ZoneLines(nat)]);
        }

        foreach (var zone in vpc.Zones)
        {
            Open(3, $"zone {vpc.Vpc.Id} {zone.Name}", $"Zone {zone.Title}", "gray75");
            foreach (var subnet in zone.Subnets)
            {
                Open(4, $"{subnet.Subnet.Id.Kind} {subnet.Subnet.Id.Path}", string.Join("  ", subnet.Title), "seagreen");
                Anchor(5, subnet.Subnet.Id);
                foreach (var nat in subnet.NatGateways)
                {
                    Node(5, nat.Id, "box", ["NAT gateway", nat.Name, nat.PrivateAddress.ToString(), nat.PublicAddress?.ToString() ?? "", .. MapSubnet.SecondaryLines(nat)]);
                }

                foreach (var host in subnet.Hosts)
                {
                    Node(5, host.Id, "box", [host.Name, .. host.Addresses]);
                }

                Line(4, "}");
            }

            Line(3, "}");
        }

        Line(2, "}");
    }

    // An edge of Graphviz joins nodes; one that should end at a cluster joins an invisible node inside and is cut at its border.
    private void Draw(DrawingLink link)
    {
        var attributes = new List<string>();
        if (link.Label.Length > 0)
        {
            attributes.Add($"label={Quote(link.Label)}");
        }

        if (ClusterOf(link.From) is { } tail)
        {
            attributes.Add($"ltail={tail}");
        }

        if (ClusterOf(link.To) is { } head)
        {
            attributes.Add($"lhead={head}");
        }

        if (!link.IsRoute)
        {
            attributes.Add("dir=none");
        }

        if (link.IsPending)
        {
            attributes.Add("style=dashed");
        }

        Line(1, $"{End(link.From)} -> {End(link.To)} [{string.Join(", ", attributes)}];");
    }

    private string? ClusterOf(ElementId? id) => id is { Kind: ElementKind.Vpc or ElementKind.Subnet } group
        ? $"cluster_{ids.Of($"{group.Kind} {group.Path}")}"
        : null;

    private string End(ElementId? id) => id switch
    {
        null => "internet",
        { Kind: ElementKind.Vpc or ElementKind.Subnet } group => ids.Of($"anchor {group.Kind} {group.Path}"),
        { } element => ids.Of($"{element.Kind} {element.Path}"),
    };

    private void Open(int depth, string thing, string title, string color)
    {
        Line(depth, $"subgraph cluster_{ids.Of(thing)} {{");
        Line(depth + 1, $"label={Quote(title)}; color={color};");
    }

    private void Anchor(int depth, ElementId group) =>
        Line(depth, $"{ids.Of($"anchor {group.Kind} {group.Path}")} [shape=point, style=invis, label=\"\"];");

    private void Node(int depth, ElementId id, string shape, params ReadOnlySpan<string> lines) => Line(
        depth,
        $"{ids.Of($"{id.Kind} {id.Path}")} [shape={shape}, label={Quote(string.Join('\n', lines.ToArray().Where(line => line.Length > 0)))}];");

    private void Line(int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');

    private static string Quote(string label) =>
        $"\"{label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
