using NetDsl.Addressing;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Graph;
using NetDsl.Model;
using NetDsl.Simulation;

namespace NetDsl.Cli.CommandLine;

/// <summary>
/// Reads what people call the ends of a flow: <c>internet</c>, an address, or an interface by its name, or by as much of the end
/// of its path as tells it apart. An instance is its primary interface, which has its path. What is of an account's snapshot has its Name tag too.
/// </summary>
internal sealed class ElementNames
{
    private const string InternetName = "internet";
    private readonly List<ElementId> speakers = [];
    private readonly List<(string Kind, string Path)> others = [];
    private readonly IReadOnlyDictionary<string, IReadOnlyList<ElementId>> aliases;

    /// <param name="graph">Who there is.</param>
    /// <param name="topology">What else they are called.</param>
    public ElementNames(ForwardingGraph graph, OpenTopology topology)
    {
        aliases = topology.Aliases;
        var holding = new HashSet<int>();
        // A NAT gateway or an accelerator may have several addresses.
        foreach (var holder in graph.Holders.Where(holder => holding.Add(holder.Node)))
        {
            speakers.Add(new ElementId(ElementKinds.OfCode(graph.Nodes[holder.Node].Kind)!.Value, graph.Nodes[holder.Node].Path));
        }

        foreach (var balancer in graph.Distributions.Select(distribution => distribution.Node).Distinct())
        {
            holding.Add(balancer);
            speakers.Add(new ElementId(ElementKind.LoadBalancer, graph.Nodes[balancer].Path));
        }

        foreach (var endpoint in graph.Endpoints.Select(link => link.Node).Distinct())
        {
            holding.Add(endpoint);
            speakers.Add(new ElementId(ElementKind.VpcEndpoint, graph.Nodes[endpoint].Path));
        }

        foreach (var service in graph.Services)
        {
            holding.Add(service.Node);
            speakers.Add(new ElementId(ElementKind.PublicService, graph.Nodes[service.Node].Path));
        }

        foreach (var client in graph.Clients)
        {
            holding.Add(client.Node);
            speakers.Add(new ElementId(ElementKind.InternetClient, graph.Nodes[client.Node].Path));
        }

        others.AddRange(graph.Nodes.Where((_, index) => !holding.Contains(index)).Select(node => (node.Kind, node.Path)));
    }

    /// <summary>Who sends.</summary>
    public Endpoint Sender(string text)
    {
        var endpoint = Read(text, "--from");
        return endpoint is ElementEndpoint { Element: { Kind: not (ElementKind.NetworkInterface or ElementKind.SiteHost or ElementKind.VpnClient or ElementKind.InternetClient) } element }
            ? throw new CommandException($"--from: '{element.Path}' is {ElementKinds.TextWithArticle(element.Kind)}, which sends nothing by itself; name an instance or an interface")
            : endpoint;
    }

    /// <summary>Whom it is for.</summary>
    public Endpoint Receiver(string text) => Read(text, "--to");

    private Endpoint Read(string text, string option)
    {
        if (text == InternetName)
        {
            return Endpoint.Internet;
        }

        if (IpAddress.TryParse(text, out var address))
        {
            return Endpoint.Of(address);
        }

        var matches = Matches(text);
        return matches.Count switch
        {
            1 => Endpoint.Of(matches[0]),
            0 => throw Unknown(text, option),
            _ => throw new CommandException(
                $"{option}: '{Printable.Text(text)}' is ambiguous; it may be {string.Join(", ", matches.Select(match => $"'{Unambiguous(match, matches)}'"))}"),
        };
    }

    private List<ElementId> Matches(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var path = text[(colon + 1)..];
        var candidates = speakers.Where(id => colon < 0 || ElementKinds.Code(id.Kind) == text[..colon]).ToList();
        var exact = candidates.Where(id => id.Path == path).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        var ending = candidates.Where(id => path.Length > 0 && id.Path.EndsWith("/" + path, StringComparison.Ordinal)).OrderBy(id => id.Path, StringComparer.Ordinal).ToList();
        return ending.Count > 0 || !aliases.TryGetValue(text, out var named) ? ending : [.. named.Where(speakers.Contains).OrderBy(id => id.Path, StringComparer.Ordinal)];
    }

    private static string Unambiguous(ElementId id, List<ElementId> among) => among.Count(other => other.Path == id.Path) > 1
        ? $"{ElementKinds.Code(id.Kind)}:{id.Path}"
        : id.Path;

    private CommandException Unknown(string text, string option)
    {
        var shown = Printable.Text(text);
        var other = others.FirstOrDefault(node => ElementPath.IsCalled(node.Path, text));
        if (other.Path is not null && text.Length > 0)
        {
            return new CommandException(
                $"{option}: '{shown}' is a {other.Kind.Replace('-', ' ')}, which has no address; name an instance, an interface, an address or '{InternetName}'");
        }

        if (text.All(character => char.IsAsciiDigit(character) || character is '.' or '/') && text.Contains('.', StringComparison.Ordinal))
        {
            return new CommandException($"{option}: '{shown}' is not an IP address; write one such as 10.0.0.4 or 2001:db8::4");
        }

        var names = speakers.Select(id => id.Name).Concat(speakers.Select(id => id.Path)).Concat(aliases.Where(pair => pair.Value.Any(speakers.Contains)).Select(pair => pair.Key)).Append(InternetName);
        var hint = Nearest.Hint(text, names);
        return new CommandException(hint.Length > 0
            ? $"{option}: there is no instance or interface '{shown}'{hint}"
            : $"{option}: there is no instance or interface '{shown}'; there are {Some(speakers.Select(id => id.Path))}");
    }

    private static string Some(IEnumerable<string> paths)
    {
        const int Shown = 8;
        var all = paths.ToList();
        return all.Count == 0
            ? "none"
            : string.Join(", ", all.Take(Shown)) + (all.Count > Shown ? $" and {all.Count - Shown} more" : "");
    }
}
