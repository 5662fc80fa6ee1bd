using System.Runtime.CompilerServices;

namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Layers laid out for vectors, which paint one layer after the other over what many values had before: a subtraction, a comparison and a choice each, for all lanes at once. Of layers
/// that a key tells apart, eight are painted together.
/// </summary>
internal sealed class PaintedLayers
{
    private readonly Coat[] coats;

    public PaintedLayers(ReadOnlySpan<RangeLayer> layers)
    {
        Ground = layers[0].Number;
        var laid = new List<Coat>();
        foreach (var level in Levels(layers[1..]))
        {
            while (KeyedLayers.TakeFrom(level) is { } keyed)
            {
                laid.Add(new Coat(keyed, default));
            }

            laid.AddRange(level.Select(layer => new Coat(null, PaintedLayer.Of(layer))));
        }

        coats = [.. laid];
    }

    /// <summary>The number of what no layer has but the first.</summary>
    public int Ground { get; }

    /// <summary>The number of one value.</summary>
    public int Of(uint value)
    {
        var number = Ground;
        foreach (ref readonly var coat in coats.AsSpan())
        {
            number = coat.Keyed is { } keyed ? keyed.Over(number, value) : coat.Layer.Over(number, value);
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
        foreach (ref readonly var coat in coats.AsSpan())
        {
            if (coat.Keyed is { } keyed)
            {
                var (firsts, reaches, numbers) = (TWidth.Load(in keyed.Firsts), TWidth.Load(in keyed.Reaches), TWidth.Load(in keyed.Numbers));
                one = TWidth.Paint(one, first, firsts, reaches, numbers, TWidth.ShiftRight(first, keyed.Shift));
                two = TWidth.Paint(two, second, firsts, reaches, numbers, TWidth.ShiftRight(second, keyed.Shift));
                three = TWidth.Paint(three, third, firsts, reaches, numbers, TWidth.ShiftRight(third, keyed.Shift));
                four = TWidth.Paint(four, fourth, firsts, reaches, numbers, TWidth.ShiftRight(fourth, keyed.Shift));
                continue;
            }

            var (start, reach, number) = (TWidth.Create(coat.Layer.First), TWidth.Create(coat.Layer.Reach), TWidth.Create(coat.Layer.Number));
            one = TWidth.Paint(one, first, start, reach, number);
            two = TWidth.Paint(two, second, start, reach, number);
            three = TWidth.Paint(three, third, start, reach, number);
            four = TWidth.Paint(four, fourth, start, reach, number);
        }

        return (one, two, three, four);
    }

    /// <summary>The layers that are inside of as many others, from the outermost: none of a level has a value of another of it, so that their order does not matter.</summary>
    private static List<List<RangeLayer>> Levels(ReadOnlySpan<RangeLayer> layers)
    {
        var levels = new List<List<RangeLayer>>();
        var around = new Stack<RangeLayer>();
        foreach (var layer in layers)
        {
            while (around.TryPeek(out var outer) && outer.Last < layer.First)
            {
                around.Pop();
            }

            if (around.Count == levels.Count)
            {
                levels.Add([]);
            }

            levels[around.Count].Add(layer);
            around.Push(layer);
        }

        return levels;
    }

    /// <summary>What is painted at once: layers that a key tells apart, or one.</summary>
    private readonly record struct Coat(KeyedLayers? Keyed, PaintedLayer Layer);
}
