using System.Runtime.CompilerServices;

namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Layers laid out for vectors, which paint one layer after the other over what many values had before: a subtraction, a comparison and a choice each, for all lanes at once.
/// </summary>
internal sealed class PaintedLayers
{
    private readonly Painted[] layers;

    public PaintedLayers(ReadOnlySpan<RangeLayer> layers)
    {
        Ground = layers[0].Number;
        this.layers = new Painted[layers.Length - 1];
        for (var layer = 1; layer < layers.Length; layer++)
        {
            var (first, last, number) = layers[layer];
            this.layers[layer - 1] = new Painted(Signed(first), Signed(last - first), number);
        }
    }

    /// <summary>The number of what no layer has but the first.</summary>
    public int Ground { get; }

    /// <summary>How many layers there are above the first.</summary>
    public int Count => layers.Length;

    /// <summary>The number of one value.</summary>
    public int Of(uint value)
    {
        var number = Ground;
        foreach (ref readonly var layer in layers.AsSpan())
        {
            number = (int)value - layer.First > layer.Reach ? number : layer.Number;
        }

        return number;
    }

    /// <summary>The numbers of four vectors of values, so that what a layer says is read once for all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (TVector First, TVector Second, TVector Third, TVector Fourth) Of<TWidth, TVector>(TVector first, TVector second, TVector third, TVector fourth)
        where TWidth : struct, IVectorWidth<TVector>
        where TVector : struct
    {
        var one = TWidth.Create(Ground);
        var (two, three, four) = (one, one, one);
        foreach (ref readonly var layer in layers.AsSpan())
        {
            var (start, reach, number) = (TWidth.Create(layer.First), TWidth.Create(layer.Reach), TWidth.Create(layer.Number));
            one = TWidth.Paint(one, first, start, reach, number);
            two = TWidth.Paint(two, second, start, reach, number);
            three = TWidth.Paint(three, third, start, reach, number);
            four = TWidth.Paint(four, fourth, start, reach, number);
        }

        return (one, two, three, four);
    }

    // Vectors compare signed numbers in one instruction and unsigned ones in two: all are moved by half of what there is.
    private static int Signed(uint value) => (int)(value ^ 0x8000_0000);

    private readonly record struct Painted(int First, int Reach, int Number);
}
