using NetDsl.Model;

namespace NetDsl.Cli.CommandLine;

/// <summary>The shortest ends of paths that tell interfaces apart: what one would type.</summary>
internal sealed class ShortNames
{
    private readonly Dictionary<string, string> shortest = new(StringComparer.Ordinal);

    public ShortNames(Topology topology)
    {
        var paths = topology.NetworkInterfaces.Select(each => each.Id.Path).ToList();
        var holders = paths.SelectMany(EndsOf).CountBy(end => end, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            shortest[path] = EndsOf(path).First(end => holders[end] == 1 || end == path);
        }
    }

    public string Of(Endpoint endpoint) =>
        endpoint is ElementEndpoint { Element: var id } && shortest.TryGetValue(id.Path, out var name) ? name : endpoint.ToString();

    // From the shortest: web-a, shop/web-a, us-east-1/shop/web-a.
    private static IEnumerable<string> EndsOf(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : path.LastIndexOf('/', slash - 1))
        {
            yield return path[(slash + 1)..];
        }

        yield return path;
    }
}
