using NetDsl.Model;

namespace NetDsl.Simulation.Measurements;

/// <summary>Packets that were dropped for one reason at one place on the way from one sender.</summary>
/// <param name="Code">Why.</param>
/// <param name="From">Who sent them: the path of an element, or <c>internet</c>.</param>
/// <param name="At">Where they were dropped: the path of an element, or <c>internet</c>; where it came to, of a reply that nobody had asked for.</param>
/// <param name="Packets">How many.</param>
/// <param name="First">When the first of them was sent, in virtual time.</param>
public sealed record DroppedPackets(DropCode Code, string From, string At, long Packets, TimeSpan First)
{
    /// <summary>Those of one reason, place and sender as one; the most first.</summary>
    internal static EquatableArray<DroppedPackets> Sum(IEnumerable<DroppedPackets> drops) => drops
        .GroupBy(drop => (drop.Code, drop.From, drop.At))
        .Select(group => new DroppedPackets(group.Key.Code, group.Key.From, group.Key.At, group.Sum(drop => drop.Packets), group.Min(drop => drop.First)))
        .OrderByDescending(drop => drop.Packets)
        .ThenBy(drop => drop.Code)
        .ThenBy(drop => drop.From, StringComparer.Ordinal)
        .ThenBy(drop => drop.At, StringComparer.Ordinal)
        .ToEquatableArray();
}

/// <summary>Packets that were dropped for one reason.</summary>
/// <param name="Code">Why.</param>
/// <param name="Packets">How many.</param>
public sealed record DroppedByCode(DropCode Code, long Packets);
