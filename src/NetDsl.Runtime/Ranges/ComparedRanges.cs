using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime.Ranges;

/// <summary>Compares an address with every layer of ranges; of many addresses, four vectors at once with each.</summary>
internal sealed class ComparedRanges : RangeTable
{
    private readonly PaintedLayers layers;

    public ComparedRanges(ReadOnlySpan<RangeLayer> layers) => this.layers = new PaintedLayers(layers);

    public override int Find(uint address) => layers.Of(address);

    public override void Find(ReadOnlySpan<uint> addresses, Span<int> numbers)
    {
        var found = numbers[..addresses.Length];
        var at = Vector512.IsHardwareAccelerated ? Find<Width512, Vector512<int>>(addresses, found) : Find<Width256, Vector256<int>>(addresses, found);
        for (; at < addresses.Length; at++)
        {
            found[at] = layers.Of(addresses[at]);
        }
    }

    /// <summary>Finds what fills four vectors, and says how many addresses that were.</summary>
    internal int Find<TWidth, TVector>(ReadOnlySpan<uint> addresses, Span<int> found)
        where TWidth : struct, IVectorWidth<TVector>
        where TVector : struct
    {
        ref var from = ref MemoryMarshal.GetReference(addresses);
        ref var to = ref MemoryMarshal.GetReference(found[..addresses.Length]);
        var (second, third, fourth) = (TWidth.Lanes, 2 * TWidth.Lanes, 3 * TWidth.Lanes);
        var at = 0;
        for (; at + (4 * TWidth.Lanes) <= addresses.Length; at += 4 * TWidth.Lanes)
        {
            var numbers = layers.Of<TWidth, TVector>(
                TWidth.Load(ref from, (nuint)at),
                TWidth.Load(ref from, (nuint)(at + second)),
                TWidth.Load(ref from, (nuint)(at + third)),
                TWidth.Load(ref from, (nuint)(at + fourth)));
            TWidth.Store(numbers.First, ref to, (nuint)at);
            TWidth.Store(numbers.Second, ref to, (nuint)(at + second));
            TWidth.Store(numbers.Third, ref to, (nuint)(at + third));
            TWidth.Store(numbers.Fourth, ref to, (nuint)(at + fourth));
        }

        return at;
    }
}
