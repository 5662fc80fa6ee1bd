using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>Finds a number for the source and the destination of a packet: the class of each, and what a table says of both, which takes the pair for an address.</summary>
/// <param name="sources">Finds classes of sources.</param>
/// <param name="destinations">Finds classes of destinations.</param>
/// <param name="pairs">Finds numbers of pairs.</param>
/// <param name="columnBits">How many bits of a pair are the class of the destination.</param>
/// <param name="shift">How far pairs are shifted, so that their highest bit is that of an address.</param>
internal sealed class PairTable(RangeTable sources, RangeTable destinations, RangeTable pairs, int columnBits, int shift)
{
    private const int Chunk = 256;

    /// <summary>The numbers of packets, no more than 256.</summary>
    public void Find(ReadOnlySpan<uint> from, ReadOnlySpan<uint> to, Span<int> numbers)
    {
        Span<int> rows = stackalloc int[Chunk];
        Span<uint> asked = stackalloc uint[Chunk];
        sources.Find(from, rows);
        destinations.Find(to, numbers);
        for (var index = 0; index < numbers.Length && index < rows.Length && index < asked.Length; index++)
        {
            asked[index] = (uint)((rows[index] << columnBits) | numbers[index]) << shift;
        }

        pairs.Find(asked[..numbers.Length], numbers);
    }
}
