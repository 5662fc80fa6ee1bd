using System.Numerics;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Batches;

/// <summary>The columns of the addresses that holders have, in one array with open addressing: one read finds nearly every address.</summary>
internal sealed class HolderColumns
{
    /// <summary>Stands for the column of an address that no holder has.</summary>
    public const int Nobody = -2;

    /// <summary>Stands for the column of an address that holders of several VPCs have.</summary>
    public const int Several = -1;

    private readonly Entry[] entries;
    private readonly MultiplicativeHash hash;

    public HolderColumns(Dictionary<uint, (int Column, int Holder)> columns)
    {
        // A quarter full at most, so that chains are short.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, columns.Count * 4));
        hash = MultiplicativeHash.Of([.. columns.Keys.Select(address => (ulong)address)], BitOperations.Log2((uint)size));
        entries = new Entry[size];
        Array.Fill(entries, new Entry(0, Nobody, -1));
        foreach (var (address, (column, holder)) in columns)
        {
            var place = hash.Home(address);
            while (entries[place].Column != Nobody)
            {
                place = (place + 1) & (size - 1);
            }

            entries[place] = new Entry(address, column, holder);
        }
    }

    /// <summary>The column of an address, and who has it.</summary>
    public (int Column, int Holder) Find(uint address)
    {
        var table = entries;
        for (var place = hash.Home(address); (uint)place < (uint)table.Length; place = (place + 1) & (table.Length - 1))
        {
            ref readonly var entry = ref table[place];
            if (entry.Address == address || entry.Column == Nobody)
            {
                return entry.Column == Nobody ? (Nobody, -1) : (entry.Column, entry.Holder);
            }
        }

        return (Nobody, -1);
    }

    private readonly record struct Entry(uint Address, int Column, int Holder);
}
