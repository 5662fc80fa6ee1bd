namespace NetDsl.Runtime.Ranges;

/// <summary>What is asked of vectors of one width, so that what is done with them is written once.</summary>
/// <typeparam name="TVector">The vector, of 32-bit numbers.</typeparam>
internal interface IVectorWidth<TVector>
    where TVector : struct
{
    /// <summary>How many numbers a vector has.</summary>
    static abstract int Lanes { get; }

    /// <summary>One number in all lanes.</summary>
    static abstract TVector Create(int value);

    /// <summary>Numbers that follow each other.</summary>
    static abstract TVector Load(ref readonly uint from, nuint at);

    /// <summary>As many numbers as fill a vector.</summary>
    static abstract TVector Load(ref readonly int from);

    /// <summary>Numbers of 16 bits that follow each other, each in a lane.</summary>
    static abstract TVector Load(ref readonly ushort from, nuint at);

    /// <summary>Numbers of 8 bits that follow each other, each in a lane.</summary>
    static abstract TVector Load(ref readonly byte from, nuint at);

    /// <summary>Puts numbers behind each other.</summary>
    static abstract void Store(TVector values, ref int to, nuint at);

    /// <summary>The bits that both have.</summary>
    static abstract TVector And(TVector left, TVector right);

    /// <summary>What was there where a value, less the first, is above the reach; elsewhere the number.</summary>
    static abstract TVector Paint(TVector under, TVector values, TVector first, TVector reach, TVector number);

    /// <summary>The same with another first value, reach and number in each lane: those that stand in the place that the lowest bits of its key say.</summary>
    static abstract TVector Paint(TVector under, TVector values, TVector firsts, TVector reaches, TVector numbers, TVector keys);

    /// <summary>Numbers without their lowest bits.</summary>
    static abstract TVector ShiftRight(TVector values, int bits);

    /// <summary>The place of the lowest bit of each lane, of which there is one below the highest.</summary>
    static abstract TVector LowestBits(TVector sets);

    /// <summary>What a table has at places.</summary>
    /// <param name="table">The table, in as many lanes as fill its vectors.</param>
    /// <param name="length">Its length.</param>
    /// <param name="places">The places, all within the table.</param>
    static abstract TVector Pick(ref readonly int table, int length, TVector places);
}
