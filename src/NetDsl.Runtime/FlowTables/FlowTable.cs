using System.Buffers;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Runtime.FlowTables;

/// <summary>
/// What is remembered of flows, by a packet and the number of whoever remembers. IPv4 stands in one array with open addressing (linear probing, and
/// deletion by shifting back: Knuth, "The Art of Computer Programming", volume 3, 6.4); everything else in a dictionary.
/// </summary>
/// <typeparam name="TValue">What is remembered.</typeparam>
internal sealed class FlowTable<TValue>
    where TValue : struct
{
    private const int Smallest = 16;
    private readonly Dictionary<(int Owner, Packet Packet), TValue> wide = [];
    private Entry[] entries = new Entry[Smallest];
    private int narrow;

    /// <summary>How many flows it has.</summary>
    public int Count => narrow + wide.Count;

    /// <summary>All that is remembered, in no order; to be gone through before the table changes.</summary>
    public IEnumerable<(int Owner, Packet Packet, TValue Value)> All => (narrow > 0 ? entries : [])
        .Where(entry => entry.Key.Rest != 0)
        .Select(entry => (entry.Key.Owner, entry.Key.Packet, entry.Value))
        .Concat(wide.Select(entry => (entry.Key.Owner, entry.Key.Packet, entry.Value)));

    /// <summary>
    /// What is remembered, to be read and written until the table changes; a null reference when nothing is. After that the place may be another table's.
    /// </summary>
    public ref TValue Find(int owner, in Packet packet)
    {
        if (!FlowKey.Holds(owner, packet))
        {
            return ref CollectionsMarshal.GetValueRefOrNullRef(wide, (owner, packet));
        }

        ref var entry = ref entries[Place(FlowKey.Of(owner, packet))];
        return ref (entry.Key.Rest == 0 ? ref Unsafe.NullRef<TValue>() : ref entry.Value);
    }

    /// <summary>The same; a place for it when nothing is remembered.</summary>
    public ref TValue FindOrAdd(int owner, in Packet packet, out bool isThere)
    {
        if (!FlowKey.Holds(owner, packet))
        {
            return ref CollectionsMarshal.GetValueRefOrAddDefault(wide, (owner, packet), out isThere);
        }

        // Above half, probing gets long.
        if ((narrow + 1) * 2 > entries.Length)
        {
            Grow();
        }

        var key = FlowKey.Of(owner, packet);
        ref var entry = ref entries[Place(key)];
        isThere = entry.Key.Rest != 0;
        if (!isThere)
        {
            entry.Key = key;
            narrow++;
        }

        return ref entry.Value;
    }

    /// <summary>Forgets a flow; whether there was one.</summary>
    public bool Remove(int owner, in Packet packet)
    {
        if (!FlowKey.Holds(owner, packet))
        {
            return wide.Remove((owner, packet));
        }

        var hole = Place(FlowKey.Of(owner, packet));
        if (entries[hole].Key.Rest == 0)
        {
            return false;
        }

        // What was put behind because its own place was taken moves up.
        var mask = entries.Length - 1;
        for (var next = (hole + 1) & mask; entries[next].Key.Rest != 0; next = (next + 1) & mask)
        {
            var home = (int)entries[next].Key.Hash & mask;
            if (((next - home) & mask) >= ((next - hole) & mask))
            {
                entries[hole] = entries[next];
                hole = next;
            }
        }

        entries[hole] = default;
        narrow--;
        return true;
    }

    /// <summary>Forgets everything, and keeps the room for as much.</summary>
    public void Clear()
    {
        // An empty one may have much room.
        if (narrow > 0)
        {
            Array.Clear(entries);
        }

        wide.Clear();
        narrow = 0;
    }

    /// <summary>Keeps what is asked for, and forgets the rest.</summary>
    public void Keep(Func<Packet, TValue, bool> isKept)
    {
        foreach (var (key, value) in wide)
        {
            if (!isKept(key.Packet, value))
            {
                wide.Remove(key);
            }
        }

        // From behind a free place on, what is taken out finds its place again no later than where it was.
        var mask = entries.Length - 1;
        var start = 0;
        while (entries[start].Key.Rest != 0)
        {
            start++;
        }

        for (var place = (start + 1) & mask; place != start; place = (place + 1) & mask)
        {
            var entry = entries[place];
            if (entry.Key.Rest == 0)
            {
                continue;
            }

            entries[place] = default;
            if (isKept(entry.Key.Packet, entry.Value))
            {
                entries[Place(entry.Key)] = entry;
            }
            else
            {
                narrow--;
            }
        }
    }

    /// <summary>The place of a key, or the free one where it belongs.</summary>
    private int Place(in FlowKey key)
    {
        var table = entries;
        var mask = table.Length - 1;
        var place = (int)key.Hash & mask;
        while (table[place].Key.Rest != 0 && table[place].Key != key)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        // What one table has outgrown is what the next one grows into: the collector looks at everything for each few large arrays that are new.
        var before = entries;
        entries = ArrayPool<Entry>.Shared.Rent(before.Length * 2);
        Debug.Assert(BitOperations.IsPow2(entries.Length), "Places are found by a mask. This pool has powers of two only.");
        Array.Clear(entries);
        foreach (ref var entry in before.AsSpan())
        {
            if (entry.Key.Rest != 0)
            {
                entries[Place(entry.Key)] = entry;
            }
        }

        ArrayPool<Entry>.Shared.Return(before, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<Entry>());
    }

    private struct Entry
    {
        public FlowKey Key;
        public TValue Value;
    }
}
