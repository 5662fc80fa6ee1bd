using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Accelerations, edge locations and clients as lines of a graph's text: what contains others says how many, and they follow.</summary>
internal static class AccelerationText
{
    public const string Section = "accelerations";
    public const string EdgeSection = "edges";
    public const string ClientSection = "clients";

    public static IEnumerable<string[]> Lines(ForwardingGraph graph)
    {
        if (graph.Accelerations.Count > 0)
        {
            yield return [Section, Number(graph.Accelerations.Count)];
            foreach (var line in graph.Accelerations.SelectMany(Lines))
            {
                yield return line;
            }

            yield return [EdgeSection, Number(graph.Edges.Count)];
            foreach (var edge in graph.Edges)
            {
                yield return [List(edge.Clients, address => address.ToString()), List(edge.Regions, Number)];
            }
        }

        if (graph.Clients.Count > 0)
        {
            yield return [ClientSection, Number(graph.Clients.Count)];
            foreach (var client in graph.Clients)
            {
                yield return [Number(client.Node), client.Address.ToString()];
            }
        }
    }

    public static Acceleration Read(GraphTextLines lines)
    {
        lines.Expect("acceleration");
        return new Acceleration(
            lines.Number(),
            lines.Numbers(),
            lines.Choice("enabled", "disabled") == 0,
            lines.Following(Rule));
    }

    public static EdgeLocation ReadEdge(GraphTextLines lines) => new(
        Items<IpAddress>(lines, text => IpAddress.TryParse(text, out var address) ? address : null),
        lines.Numbers());

    private static IEnumerable<string[]> Lines(Acceleration acceleration)
    {
        yield return
        [
            "acceleration",
            Number(acceleration.Node),
            List(acceleration.Holders, Number),
            acceleration.IsEnabled ? "enabled" : "disabled",
            Number(acceleration.Rules.Count),
        ];
        foreach (var rule in acceleration.Rules)
        {
            yield return
            [
                rule.Protocol.ToString(),
                List(rule.Ports, range => range.ToString()),
                rule.IsPortMap ? "map" : rule.BySource ? "addresses" : "flow",
                At(rule.Origin),
                Number(rule.Groups.Count),
            ];
            foreach (var group in rule.Groups)
            {
                yield return
                [
                    Number(group.Region),
                    Number(group.TrafficDial),
                    List(group.Overrides, each => $"{Number(each.Listener)}/{Number(each.Endpoint)}"),
                    Number(group.Endpoints.Count),
                ];
                foreach (var line in group.Endpoints.SelectMany(Lines))
                {
                    yield return line;
                }
            }
        }
    }

    private static IEnumerable<string[]> Lines(AccelerationEndpoint endpoint)
    {
        yield return
        [
            Number(endpoint.Node),
            Number(endpoint.Weight),
            endpoint.IsHealthy ? "healthy" : "unhealthy",
            endpoint.KeepsSource ? "keeps" : "replaces",
            Number(endpoint.Entry),
            At(endpoint.Origin),
            Number(endpoint.Targets.Count),
        ];
        foreach (var target in endpoint.Targets)
        {
            string[] addresses = target.Ipv6Address is { } ipv6 ? [ipv6.ToString()] : [];
            yield return [Number(target.Node), target.Address.ToString(), Number(target.Holder), Number(target.Return), .. addresses];
        }
    }

    private static AccelerationRule Rule(GraphTextLines lines)
    {
        var protocol = lines.Protocol();
        var ports = Items(lines, Ports);
        var isPortMap = lines.TryTake("map");
        var bySource = !isPortMap && lines.Choice("addresses", "flow") == 0;
        var origin = lines.Origin();
        return new AccelerationRule(protocol, ports, bySource, lines.Following(Group), origin) { IsPortMap = isPortMap };
    }

    private static AccelerationGroup Group(GraphTextLines lines) => new(
        lines.Number(), lines.Number(), Items(lines, Mapping), lines.Following(Endpoint));

    private static AccelerationEndpoint Endpoint(GraphTextLines lines)
    {
        var node = lines.Number();
        var weight = lines.Number();
        var isHealthy = lines.Choice("healthy", "unhealthy") == 0;
        var keepsSource = lines.Choice("keeps", "replaces") == 0;
        var entry = lines.Number();
        var origin = lines.Origin();
        return new AccelerationEndpoint(node, weight, isHealthy, keepsSource, entry, lines.Following(Target), origin);
    }

    private static AccelerationTarget Target(GraphTextLines lines) => new(lines.Number(), lines.Address(), lines.Number(), lines.Number())
    {
        Ipv6Address = lines.AtEnd ? null : lines.Address(),
    };

    private static EquatableArray<T> Items<T>(GraphTextLines lines, Func<string, T?> read)
        where T : struct => lines.TryTake("-")
            ? []
            : lines.Word().Split(',').Select(text => read(text) ?? throw lines.Fault($"'{text}' is nothing that can stand here")).ToEquatableArray();

    private static PortRange? Ports(string text) => Pair(text, '-') is { } pair && pair.First <= pair.Second
        ? new PortRange(pair.First, pair.Second)
        : Port(text) is { } port ? new PortRange(port, port) : null;

    private static PortMapping? Mapping(string text) => Pair(text, '/') is { } pair ? new PortMapping(pair.First, pair.Second) : null;

    private static (ushort First, ushort Second)? Pair(string text, char separator)
    {
        var middle = text.IndexOf(separator);
        return middle > 0 && Port(text.Substring(0, middle)) is { } first && Port(text.Substring(middle + 1)) is { } second ? (first, second) : null;
    }

    private static ushort? Port(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

    private static string List<T>(EquatableArray<T> items, Func<T, string> write) => items.Count == 0 ? "-" : string.Join(",", items.Select(write));
}
