namespace NetDsl.Runtime.Ranges;

/// <summary>A layer as vectors compare it: they compare signed numbers in one instruction and unsigned ones in two, so that all are moved by half of what there is.</summary>
/// <param name="First">The first value, moved.</param>
/// <param name="Reach">How far it goes, moved.</param>
/// <param name="Number">Its number.</param>
internal readonly record struct PaintedLayer(int First, int Reach, int Number)
{
    /// <summary>That of a layer.</summary>
    public static PaintedLayer Of(RangeLayer layer) => new(Moved(layer.First), Moved(layer.Last - layer.First), layer.Number);

    /// <summary>The number of a value that has another below this layer.</summary>
    public int Over(int under, uint value) => (int)value - First > Reach ? under : Number;

    private static int Moved(uint value) => (int)(value ^ 0x8000_0000);
}
