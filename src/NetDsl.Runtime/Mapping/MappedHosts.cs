using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Mapping;

/// <summary>The mappings of a network: each interface on a host of its own, and those that move on another one from then on.</summary>
internal static class MappedHosts
{
    /// <summary>The service; nothing when all hosts know everything and nothing moves.</summary>
    /// <exception cref="ArgumentException">Something moves that is no interface of the network.</exception>
    public static MappingService? Of(ForwardingGraph graph, MappingOptions options)
    {
        if (options is { IsPreloaded: true, Moves.Count: 0 })
        {
            return null;
        }

        var service = new MappingService(options);
        for (var holder = 0; holder < graph.Holders.Count; holder++)
        {
            Publish(graph, service, holder, holder, TimeSpan.MinValue);
        }

        var host = graph.Holders.Count;
        foreach (var move in options.Moves.OrderBy(move => move.At))
        {
            var holder = graph.Holders.ToList().FindIndex(each => !each.Translates && graph.Nodes[each.Node].Path == move.Interface);
            if (holder < 0)
            {
                throw new ArgumentException($"'{move.Interface}' moves, and is no interface of network '{graph.Name}'.", nameof(options));
            }

            Publish(graph, service, holder, host++, move.At);
        }

        return service;
    }

    private static void Publish(ForwardingGraph graph, MappingService service, int holder, int host, TimeSpan time)
    {
        foreach (var address in graph.Holders[holder].Addresses)
        {
            service.Publish(new MappingKey(graph.Holders[holder].Vpc, address), holder, host, time);
        }
    }
}
