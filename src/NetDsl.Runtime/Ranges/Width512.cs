using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Runtime.Ranges;

/// <summary>Vectors of 512 bits.</summary>
internal readonly struct Width512 : IVectorWidth<Vector512<int>>
{
    public static int Lanes => Vector512<int>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Create(int value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load(ref readonly uint from, nuint at) => Vector512.LoadUnsafe(in from, at).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load(ref readonly int from) => Vector512.LoadUnsafe(in from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load(ref readonly ushort from, nuint at)
    {
        var values = Vector256.LoadUnsafe(in from, at);
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector512Int32(values);
        }

        var (lower, upper) = Vector256.Widen(values);
        return Vector512.Create(lower, upper).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load(ref readonly byte from, nuint at)
    {
        var values = Vector128.LoadUnsafe(in from, at);
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector512Int32(values);
        }

        var (lower, upper) = Vector128.Widen(values);
        var (one, two) = Vector128.Widen(lower);
        var (three, four) = Vector128.Widen(upper);
        return Vector512.Create(Vector256.Create(one, two), Vector256.Create(three, four)).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> values, ref int to, nuint at) => values.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> And(Vector512<int> left, Vector512<int> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Paint(Vector512<int> under, Vector512<int> values, Vector512<int> first, Vector512<int> reach, Vector512<int> number) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(values - first, reach), under, number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Paint(Vector512<int> under, Vector512<int> values, Vector512<int> firsts, Vector512<int> reaches, Vector512<int> numbers, Vector512<int> keys) =>
        Paint(under, values, LookUp(firsts, keys), LookUp(reaches, keys), LookUp(numbers, keys));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ShiftRight(Vector512<int> values, int bits) => values >>> bits;

    // As a floating-point number, a single bit is an exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LowestBits(Vector512<int> sets) => (Vector512.ConvertToSingle(sets & -sets).AsInt32() >>> 23) - Vector512.Create(127);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Pick(ref readonly int table, int length, Vector512<int> places)
    {
        var within = places & Vector512.Create(Lanes - 1);
        var picked = Vector512.ShuffleNative(Vector512.LoadUnsafe(in table), within);
        for (var first = Lanes; first < length; first += Lanes)
        {
            var further = Vector512.ShuffleNative(Vector512.LoadUnsafe(in table, (nuint)first), within);
            picked = Vector512.ConditionalSelect(Vector512.GreaterThan(places, Vector512.Create(first - 1)), further, picked);
        }

        return picked;
    }

    // The instruction looks at no more bits than it needs; elsewhere the others are cut off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> LookUp(Vector512<int> table, Vector512<int> keys) =>
        Avx512F.IsSupported ? Avx512F.PermuteVar16x32(table, keys) : Vector512.Shuffle(table, keys & Vector512.Create(Lanes - 1));
}
