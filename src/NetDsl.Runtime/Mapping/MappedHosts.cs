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
            foreach (var key in KeysOf(graph, holder))
            {
                service.Publish(key, holder, holder, TimeSpan.MinValue);
            }
        }

        var host = graph.Holders.Count;
        foreach (var move in options.Moves.OrderBy(move => move.At))
        {
            var holder = graph.Holders.ToList().FindIndex(each => !each.Translates && graph.Nodes[each.Node].Path == move.Interface);
            if (holder < 0)
            {
                throw new ArgumentException($"'{move.Interface}' moves, and is no interface of network '{graph.Name}'.", nameof(options));
            }

            service.CountMove();
            foreach (var key in KeysOf(graph, holder))
            {
                service.Move(key, holder, host, move.At, graph.Holders.Count + options.Moves.Count);
            }

            host++;
        }

        return service;
    }

    private static IEnumerable<MappingKey> KeysOf(ForwardingGraph graph, int holder) =>
        graph.Holders[holder].Addresses.Select(address => new MappingKey(graph.Holders[holder].Vpc, address));
}
