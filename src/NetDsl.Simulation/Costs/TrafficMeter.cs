using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Simulation;

/// <summary>Adds up how many packets and bytes took which way. It knows nothing of prices.</summary>
public sealed class TrafficMeter
{
    private const int Nowhere = -1;

    // The ways as a tree, so that a packet costs a look-up for each part of its way and nothing is copied.
    private readonly Dictionary<(int Behind, WayPart Part), int> places = [];
    private readonly List<(int Behind, WayPart Part, long Packets, long Bytes)> counts = [];

    /// <summary>The ways that were taken, in the order in which they first were.</summary>
    public IEnumerable<MeteredWay> Ways =>
        from place in Enumerable.Range(0, counts.Count)
        where counts[place].Packets > 0
        select new MeteredWay(PartsTo(place), counts[place].Packets, counts[place].Bytes);

    /// <summary>Counts a packet.</summary>
    /// <param name="way">Its way; see <see cref="Dataplane.Way"/>.</param>
    /// <param name="bytes">Its length, or that of many that are like it.</param>
    public void Add(ReadOnlySpan<WayPart> way, long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var place = Nowhere;
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

        if (place != Nowhere)
        {
            var (behind, last, packets, before) = counts[place];
            counts[place] = (behind, last, packets + 1, before + bytes);
        }
    }

    private EquatableArray<WayPart> PartsTo(int place)
    {
        var parts = new List<WayPart>();
        for (; place != Nowhere; place = counts[place].Behind)
        {
            parts.Add(counts[place].Part);
        }

        parts.Reverse();
        return parts.ToEquatableArray();
    }
}

/// <summary>A way and what took it.</summary>
/// <param name="Parts">The way.</param>
/// <param name="Packets">How many packets.</param>
/// <param name="Bytes">How many bytes.</param>
public sealed record MeteredWay(EquatableArray<WayPart> Parts, long Packets, long Bytes);
