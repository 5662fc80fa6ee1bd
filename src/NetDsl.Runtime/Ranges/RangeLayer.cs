namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Ranges as layers on top of each other, of which the last that has an address says its number: a prefix within another is one layer and two ranges, so that layers are about half as many.
/// </summary>
/// <param name="First">The first address.</param>
/// <param name="Last">The last address.</param>
/// <param name="Number">The number of what no later layer has.</param>
internal readonly record struct RangeLayer(uint First, uint Last, int Number)
{
    /// <summary>Lays ranges out; the first layer has all addresses.</summary>
    /// <param name="starts">The first address of each range: 0, and rising.</param>
    /// <param name="numbers">The number of each range.</param>
    public static RangeLayer[] Of(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers)
    {
        var layers = new List<RangeLayer> { new(0, uint.MaxValue, numbers[0]) };

        // Those that have not ended, the innermost last.
        var open = new List<int> { 0 };
        for (var range = 1; range < starts.Length; range++)
        {
            var number = numbers[range];
            var depth = open.FindLastIndex(layer => layers[layer].Number == number);
            if (depth < 0)
            {
                open.Add(layers.Count);
                layers.Add(new RangeLayer(starts[range], uint.MaxValue, number));
                continue;
            }

            for (var ended = depth + 1; ended < open.Count; ended++)
            {
                layers[open[ended]] = layers[open[ended]] with { Last = starts[range] - 1 };
            }

            open.RemoveRange(depth + 1, open.Count - depth - 1);
        }

        return [.. layers];
    }
}
