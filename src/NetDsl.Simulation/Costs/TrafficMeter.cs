using NetDsl.Compiler.Graph;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Simulation;

/// <summary>Adds up how many packets and bytes took which way. It knows nothing of prices.</summary>
public sealed class TrafficMeter
{
    // What stands before all ways of the first graph; before those of the next one below, and so on.
    private const int FirstRoot = -1;

    private readonly List<ForwardingGraph?> graphs = [];

    // The ways as a tree, so that a packet costs a look-up for each part of its way and nothing is copied.
    private readonly Dictionary<(int Behind, WayPart Part), int> places = [];
    private readonly List<(int Behind, WayPart Part, long Packets, long Bytes)> counts = [];

    /// <summary>The ways that were taken, in the order in which they first were.</summary>
    public IEnumerable<MeteredWay> Ways =>
        from place in Enumerable.Range(0, counts.Count)
        where counts[place].Packets > 0
        select WayTo(place);

    /// <summary>Counts a packet.</summary>
    /// <param name="way">Its way; see <see cref="Dataplane.Way"/>.</param>
    /// <param name="bytes">Its length, or that of many that are like it.</param>
    /// <param name="graph">The graph that it went by, see <see cref="Dataplane.WayGraph"/>; that of the bill when left out.</param>
    public void Add(ReadOnlySpan<WayPart> way, long bytes, ForwardingGraph? graph = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var root = RootOf(graph);
        var place = root;
        foreach (var part in way)
        {
            if (!places.TryGetValue((place, part), out var next))
            {
                next = counts.Count;
                places.Add((place, part), next);
                counts.Add((place, part, 0, 0));
            }

            place = next;
        }

        if (place != root)
        {
            var (behind, last, packets, before) = counts[place];
            counts[place] = (behind, last, packets + 1, before + bytes);
        }
    }

    /// <summary>There are few, and the one of most packets comes first.</summary>
    private int RootOf(ForwardingGraph? graph)
    {
        for (var index = 0; index < graphs.Count; index++)
        {
            if (ReferenceEquals(graphs[index], graph))
            {
                return FirstRoot - index;
            }
        }

        graphs.Add(graph);
        return FirstRoot - (graphs.Count - 1);
    }

    private MeteredWay WayTo(int place)
    {
        var (_, _, packets, bytes) = counts[place];
        var parts = new List<WayPart>();
        for (; place >= 0; place = counts[place].Behind)
        {
            parts.Add(counts[place].Part);
        }

        parts.Reverse();
        return new MeteredWay(parts.ToEquatableArray(), packets, bytes) { Graph = graphs[FirstRoot - place] };
    }
}

/// <summary>A way and what took it.</summary>
/// <param name="Parts">The way.</param>
/// <param name="Packets">How many packets.</param>
/// <param name="Bytes">How many bytes.</param>
public sealed record MeteredWay(EquatableArray<WayPart> Parts, long Packets, long Bytes)
{
    /// <summary>The graph that it went by; that of the bill when left out.</summary>
    public ForwardingGraph? Graph { get; init; }
}
