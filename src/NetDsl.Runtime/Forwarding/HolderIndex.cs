using NetDsl.Addressing;

namespace NetDsl.Runtime.Forwarding;

/// <summary>Holders by VPC and IPv4 address, in one array with open addressing: one read finds nearly every address.</summary>
internal sealed class HolderIndex
{
    private readonly Entry[] entries;
    private readonly MultiplicativeHash hash;

    /// <summary>Makes room.</summary>
    /// <param name="keys">For which addresses, by <see cref="Key"/>.</param>
    public HolderIndex(ReadOnlySpan<ulong> keys)
    {
        // A power of two, and half full at most, so that chains are short.
        var (size, bits) = (4, 2);
        while (size < 2 * keys.Length)
        {
            (size, bits) = (2 * size, bits + 1);
        }

        hash = MultiplicativeHash.Of(keys, bits);
        entries = new Entry[size];
    }

    /// <summary>An address of a VPC as one number.</summary>
    public static ulong Key(int vpc, Ipv4Address address) => ((ulong)(uint)vpc << 32) | address.Value;

    /// <summary>Says who has an address, one of those that there is room for; who was said to have it before has it no more.</summary>
    public void Set(int vpc, Ipv4Address address, int holder)
    {
        var key = Key(vpc, address);
        var place = hash.Home(key);
        while (entries[place].Number != 0 && entries[place].Key != key)
        {
            place = (place + 1) & (entries.Length - 1);
        }

        entries[place] = new Entry(key, holder + 1);
    }

    /// <summary>Who has an address; -1 when nobody does.</summary>
    public int Find(int vpc, Ipv4Address address)
    {
        var key = Key(vpc, address);
        var table = entries;
        for (var place = hash.Home(key); (uint)place < (uint)table.Length; place = (place + 1) & (table.Length - 1))
        {
            ref readonly var entry = ref table[place];
            if (entry.Key == key || entry.Number == 0)
            {
                return entry.Number - 1;
            }
        }

        return -1;
    }

    /// <summary>An address of a VPC, and the number of its holder, the first being one; none is nobody.</summary>
    private readonly record struct Entry(ulong Key, int Number);
}
