using System.Collections;
using System.Numerics;

namespace NetDsl.Runtime.Batches;

/// <summary>The columns of the addresses that holders have, in one array with open addressing: one read finds nearly every address.</summary>
internal sealed class HolderColumns
{
    /// <summary>Stands for the column of an address that no holder has.</summary>
    public const int Nobody = -2;

    /// <summary>Stands for the column of an address that holders of several VPCs have.</summary>
    public const int Several = -1;

    // Multiplicative hashing sends addresses that follow each other, as those of a subnet do, far apart; but where the first of two subnets meet, all of them do. So multipliers
    // are tried until few addresses meet.
    private const ulong FirstMultiplier = 0x9E37_79B9_7F4A_7C15;
    private const int MostMultipliers = 32;
    private const int ManyAddresses = 1 << 16;
    private const int FewMultipliers = 4;

    private readonly Entry[] entries;
    private readonly ulong multiplier;
    private readonly int shift;

    public HolderColumns(Dictionary<uint, (int Column, int Holder)> columns)
    {
        // A quarter full at most, so that chains are short.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, columns.Count * 4));
        shift = 64 - BitOperations.Log2((uint)size);
        multiplier = Multiplier(columns.Keys, size, shift);
        entries = new Entry[size];
        Array.Fill(entries, new Entry(0, Nobody, -1));
        foreach (var (address, (column, holder)) in columns)
        {
            var place = Home(address);
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
        for (var place = Home(address); (uint)place < (uint)table.Length; place = (place + 1) & (table.Length - 1))
        {
            ref readonly var entry = ref table[place];
            if (entry.Address == address || entry.Column == Nobody)
            {
                return entry.Column == Nobody ? (Nobody, -1) : (entry.Column, entry.Holder);
            }
        }

        return (Nobody, -1);
    }

    /// <summary>How many addresses are not where they belong, since another is there.</summary>
    internal int Displaced => entries.Where((entry, place) => entry.Column != Nobody && Home(entry.Address) != place).Count();

    private int Home(uint address) => Home(address, multiplier, shift);

    private static int Home(uint address, ulong multiplier, int shift) => (int)(unchecked(address * multiplier) >> shift);

    /// <summary>The multiplier by which the fewest addresses meet, of some.</summary>
    private static ulong Multiplier(Dictionary<uint, (int Column, int Holder)>.KeyCollection addresses, int size, int shift)
    {
        var taken = new BitArray(size);
        var (best, fewest) = (FirstMultiplier, int.MaxValue);
        var candidate = FirstMultiplier;
        for (var left = addresses.Count > ManyAddresses ? FewMultipliers : MostMultipliers; left > 0 && fewest > 0; left--)
        {
            taken.SetAll(false);
            var met = 0;
            foreach (var address in addresses)
            {
                var home = Home(address, candidate, shift);
                met += taken[home] ? 1 : 0;
                taken[home] = true;
            }

            if (met < fewest)
            {
                (best, fewest) = (candidate, met);
            }

            // Odd again, as multipliers have to be.
            candidate = unchecked(candidate * FirstMultiplier);
        }

        return best;
    }

    private readonly record struct Entry(uint Address, int Column, int Holder);
}
