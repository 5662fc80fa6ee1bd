using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Runtime.Ranges;

/// <summary>Vectors of 256 bits.</summary>
internal readonly struct Width256 : IVectorWidth<Vector256<int>>
{
    public static int Lanes => Vector256<int>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Create(int value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(ref readonly uint from, nuint at) => Vector256.LoadUnsafe(in from, at).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(ref readonly int from) => Vector256.LoadUnsafe(in from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(ref readonly ushort from, nuint at)
    {
        var values = Vector128.LoadUnsafe(in from, at);
        if (Avx2.IsSupported)
        {
            return Avx2.ConvertToVector256Int32(values);
        }

        var (lower, upper) = Vector128.Widen(values);
        return Vector256.Create(lower, upper).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(ref readonly byte from, nuint at)
    {
        // Eight bytes and no more: there may be nothing behind them.
        var values = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in from), at))).AsByte();
        if (Avx2.IsSupported)
        {
            return Avx2.ConvertToVector256Int32(values);
        }

        var (lower, upper) = Vector128.Widen(Vector128.WidenLower(values));
        return Vector256.Create(lower, upper).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> values, ref int to, nuint at) => values.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> And(Vector256<int> left, Vector256<int> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Paint(Vector256<int> under, Vector256<int> values, Vector256<int> first, Vector256<int> reach, Vector256<int> number) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(values - first, reach), under, number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Paint(Vector256<int> under, Vector256<int> values, Vector256<int> firsts, Vector256<int> reaches, Vector256<int> numbers, Vector256<int> keys) =>
        Paint(under, values, LookUp(firsts, keys), LookUp(reaches, keys), LookUp(numbers, keys));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ShiftRight(Vector256<int> values, int bits) => values >>> bits;

    // As a floating-point number, a single bit is an exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LowestBits(Vector256<int> sets) => (Vector256.ConvertToSingle(sets & -sets).AsInt32() >>> 23) - Vector256.Create(127);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Pick(ref readonly int table, int length, Vector256<int> places)
    {
        var within = places & Vector256.Create(Lanes - 1);
        var picked = Vector256.ShuffleNative(Vector256.LoadUnsafe(in table), within);
        for (var first = Lanes; first < length; first += Lanes)
        {
            var further = Vector256.ShuffleNative(Vector256.LoadUnsafe(in table, (nuint)first), within);
            picked = Vector256.ConditionalSelect(Vector256.GreaterThan(places, Vector256.Create(first - 1)), further, picked);
        }

        return picked;
    }

    // The instruction looks at no more bits than it needs; elsewhere the others are cut off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> LookUp(Vector256<int> table, Vector256<int> keys) =>
        Avx2.IsSupported ? Avx2.PermuteVar8x32(table, keys) : Vector256.Shuffle(table, keys & Vector256.Create(Lanes - 1));
}
