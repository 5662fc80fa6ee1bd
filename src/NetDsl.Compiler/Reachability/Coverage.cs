using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability;

/// <summary>Which sets have everything of another.</summary>
internal sealed class Coverage(PacketSpace space)
{
    /// <summary>The sets.</summary>
    public PacketSpace Space => space;

    /// <summary>
    /// Those that together have every packet of a set: one alone where one is enough, else each that has something that those before it have not.
    /// </summary>
    /// <param name="set">The set. One without packets waits for some, and nothing has it.</param>
    /// <param name="others">Which sets may have its packets, with their sets.</param>
    /// <returns>Those; none when some packet is in none of them.</returns>
    public List<T> Of<T>(PacketSet set, IEnumerable<(T Item, PacketSet Packets)> others)
    {
        var contributing = new List<T>();
        var rest = set;
        foreach (var (item, packets) in others)
        {
            if (!set.IsEmpty && space.Except(set, packets).IsEmpty)
            {
                return [item];
            }

            var left = space.Except(rest, packets);
            if (left != rest)
            {
                contributing.Add(item);
                rest = left;
            }
        }

        return rest.IsEmpty ? contributing : [];
    }
}
