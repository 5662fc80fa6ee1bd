using System.Text;
using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>A topology as a Mermaid flowchart, which documentation sites and editors render.</summary>
internal sealed class MermaidDrawing
{
    private readonly StringBuilder text = new();
    private readonly DrawingIds ids = new();
    private readonly NetworkMap map;

    private MermaidDrawing(NetworkMap map) => this.map = map;

    public static string Draw(Topology topology)
    {
        var drawing = new MermaidDrawing(NetworkMap.Of(topology));
        drawing.Draw();
        return drawing.text.ToString();
    }

    private void Draw()
    {
        Line(0, "flowchart TB");
        if (map.ShowsInternet)
        {
            Line(1, "internet((\"Internet\"))");
        }

        foreach (var region in map.Regions)
        {
            Draw(region);
        }

        foreach (var peering in map.PeeringsBetweenRegions)
        {
            Draw(1, peering);
        }

        foreach (var gateway in map.Hybrid.DirectConnectGateways)
        {
            Line(1, $"{Id(gateway.Id)}{{{{\"{Text("Direct Connect gateway", gateway.Name)}\"}}}}");
        }

        foreach (var site in map.Hybrid.Sites)
        {
            Open(1, Id(site.Id), $"Site {site.Name} {string.Join("  ", site.Prefixes)}");
            foreach (var host in map.Hybrid.Hosts.Where(host => host.Site == site.Id))
            {
                Line(2, $"{Id(host.Id)}[\"{Text(host.Name, host.Address.ToString())}\"]");
            }

            if (!map.Hybrid.Hosts.Any(host => host.Site == site.Id))
            {
                Line(2, $"{ids.Of($"empty {site.Id}")}[\"no hosts\"]");
            }

            Line(1, "end");
        }

        foreach (var each in map.Accelerators)
        {
            Line(1, $"{Id(each.Accelerator.Id)}{{{{\"{Text("accelerator", each.Accelerator.Name, each.AddressesText)}\"}}}}");
        }

        foreach (var client in map.InternetClients)
        {
            Line(1, $"{Id(client.Id)}([\"{Text("client", client.Name, client.Address.ToString(), $"near {client.Near.Name}")}\"])");
        }

        foreach (var link in DrawingLink.Of(map))
        {
            var arrow = (link.IsPending, link.IsRoute) switch
            {
                (true, _) => "-.-",
                (_, true) => "-->",
                _ => "---",
            };
            Line(1, $"{Id(link.From)} {arrow}{(link.Label.Length == 0 ? "" : $"|\"{Escape(link.Label)}\"|")} {Id(link.To)}");
        }
    }

    private void Draw(MapRegion region)
    {
        Open(1, Id(region.Region.Id), $"Region {region.Region.Name}");
        foreach (var vpc in region.Vpcs)
        {
            Draw(vpc);
        }

        foreach (var gateway in region.TransitGateways)
        {
            Line(2, $"{Id(gateway.Id)}{{{{\"{Text("transit gateway", gateway.Name)}\"}}}}");
            foreach (var function in gateway.NetworkFunctions)
            {
                Line(2, $"{Id(function.Id)}{{{{\"{Text("network function", function.Name)}\"}}}}");
            }

            foreach (var (endpoint, clients) in region.ClientVpnsOf(gateway))
            {
                Line(2, $"{Id(endpoint.Id)}{{{{\"{Text("Client VPN endpoint", endpoint.Name, clients)}\"}}}}");
            }
        }

        foreach (var gateway in region.VpnGateways)
        {
            Line(2, $"{Id(gateway.Id)}{{{{\"{Text("virtual private gateway", gateway.Name, gateway.Vpc is null ? "not attached" : "")}\"}}}}");
        }

        foreach (var gateway in region.DetachedGateways)
        {
            Line(2, $"{Id(gateway.Id)}([\"{Text("internet gateway", gateway.Name, "not attached")}\"])");
        }

        foreach (var peering in region.Peerings)
        {
            Draw(2, peering);
        }

        Line(1, "end");
    }

    private void Draw(int depth, MapPeering peering) =>
        Line(depth, $"{Id(peering.Peering.Id)}[/\"{Text("peering", peering.Peering.Name, peering.StatusText)}\"/]");

    private void Draw(MapVpc vpc)
    {
        Open(2, Id(vpc.Vpc.Id), string.Join(" ", vpc.Title));
        if (vpc.InternetGateway is { } gateway)
        {
            Line(3, $"{Id(gateway.Id)}([\"{Text("internet gateway", gateway.Name)}\"])");
        }

        if (vpc.EgressOnlyGateway is { } egressOnly)
        {
            Line(3, $"{Id(egressOnly.Id)}([\"{Text("egress-only gateway", egressOnly.Name)}\"])");
        }

        foreach (var server in vpc.RouteServers.Select(each => each.Server))
        {
            Line(3, $"{Id(server.Id)}{{{{\"{Text("route server", server.Name, $"AS {server.Asn}")}\"}}}}");
        }

        foreach (var nat in vpc.RegionalNatGateways)
        {
            Line(3, $"{Id(nat.Id)}([\"{Text(["regional NAT gateway", nat.Name, .. MapVpc.ZoneLines(nat)])}\"])");
        }

        foreach (var zone in vpc.Zones)
        {
            Open(3, ids.Of($"zone {vpc.Vpc.Id} {zone.Name}"), $"Zone {zone.Title}");
            foreach (var subnet in zone.Subnets)
            {
                Draw(subnet);
            }

            Line(3, "end");
        }

        // A subgraph with nothing in it is drawn as a node without a frame; a VPC keeps its frame.
        if (vpc.InternetGateway is null && vpc.EgressOnlyGateway is null && vpc.Zones.Count == 0)
        {
            Line(3, $"{ids.Of($"empty {vpc.Vpc.Id}")}[\"no subnets\"]");
        }

        Line(2, "end");
    }

    private void Draw(MapSubnet subnet)
    {
        Open(4, Id(subnet.Subnet.Id), string.Join(" ", subnet.Title));
        foreach (var gateway in subnet.NatGateways)
        {
            Line(5, $"{Id(gateway.Id)}([\"{Text(["NAT gateway", gateway.Name, gateway.PrivateAddress.ToString(), gateway.PublicAddress?.ToString() ?? "", .. MapSubnet.SecondaryLines(gateway)])}\"])");
        }

        foreach (var host in subnet.Hosts)
        {
            Line(5, $"{Id(host.Id)}[\"{Text([host.Name, .. host.Addresses])}\"]");
        }

        if (subnet.NatGateways.Count + subnet.Hosts.Count == 0)
        {
            Line(5, $"{ids.Of($"empty {subnet.Subnet.Id}")}[\"no hosts\"]");
        }

        Line(4, "end");
    }

    private void Open(int depth, string id, string title)
    {
        Line(depth, $"subgraph {id}[\"{Escape(title)}\"]");
        Line(depth + 1, "direction TB");
    }

    private void Line(int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');

    private string Id(ElementId? id) => id is { } element ? ids.Of($"{element.Kind} {element.Path}") : "internet";

    private static string Text(params ReadOnlySpan<string> lines) =>
        string.Join("<br/>", lines.ToArray().Where(line => line.Length > 0).Select(Escape));

    private static string Escape(string label) => label
        .Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("&", "#amp;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal)
        .Replace("\n", " ", StringComparison.Ordinal);
}
