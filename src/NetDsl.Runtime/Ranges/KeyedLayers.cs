namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Up to eight layers that a few bits of a value tell apart, so that one of them is left to be compared with: the bits are those of the layer itself, whatever value it has. Vectors look up
/// which layer that is in a register.
/// </summary>
internal sealed class KeyedLayers
{
    /// <summary>How many layers there may be.</summary>
    public const int Keys = 8;

    /// <summary>Fewer than this are compared one by one, with three instructions each; a look-up costs some ten.</summary>
    private const int Fewest = 4;

    // The widest vectors have so many lanes, and look up among as many: each layer twice.
    private const int Lanes = 16;
    private const int HighestShift = 29;

    private readonly int[] table = new int[3 * Lanes];

    private KeyedLayers(int shift, IReadOnlyCollection<RangeLayer> layers)
    {
        Shift = shift;
        for (var lane = 0; lane < Lanes; lane++)
        {
            // Where there is no layer: nothing is within that reach but one value, which has another key.
            Set(lane, new PaintedLayer((int)((uint)(lane + 1) % Keys << shift), int.MinValue, 0));
        }

        foreach (var layer in layers)
        {
            var key = KeyOf(layer.First, shift);
            Set(key, PaintedLayer.Of(layer));
            Set(key + Keys, PaintedLayer.Of(layer));
        }
    }

    /// <summary>How far the key is from the lowest bit.</summary>
    public int Shift { get; }

    /// <summary>The first value of the layer with each key, moved as in <see cref="PaintedLayer"/>.</summary>
    public ref readonly int Firsts => ref table[0];

    /// <summary>How far each reaches, moved likewise.</summary>
    public ref readonly int Reaches => ref table[Lanes];

    /// <summary>The number of each.</summary>
    public ref readonly int Numbers => ref table[2 * Lanes];

    /// <summary>Takes out of layers, none of which has a value of another, as many as a key tells apart; nothing where those are too few.</summary>
    public static KeyedLayers? TakeFrom(List<RangeLayer> layers)
    {
        var (best, bestShift) = (new List<RangeLayer>(), 0);
        for (var shift = 0; shift <= HighestShift && layers.Count >= Fewest; shift++)
        {
            var told = layers.Where(layer => layer.First >> shift == layer.Last >> shift).DistinctBy(layer => KeyOf(layer.First, shift)).ToList();
            if (told.Count > best.Count)
            {
                (best, bestShift) = (told, shift);
            }
        }

        if (best.Count < Fewest)
        {
            return null;
        }

        layers.RemoveAll(best.Contains);
        return new KeyedLayers(bestShift, best);
    }

    /// <summary>The number of a value that has another below these layers.</summary>
    public int Over(int under, uint value)
    {
        var key = KeyOf(value, Shift);
        return new PaintedLayer(table[key], table[Lanes + key], table[(2 * Lanes) + key]).Over(under, value);
    }

    private static int KeyOf(uint value, int shift) => (int)((value >> shift) % Keys);

    private void Set(int lane, PaintedLayer layer) =>
        (table[lane], table[Lanes + lane], table[(2 * Lanes) + lane]) = (layer.First, layer.Reach, layer.Number);
}
