using System.Runtime.InteropServices;

namespace NetDsl.Runtime.Classification;

/// <summary>Lists of numbers of which equal ones exist once.</summary>
internal sealed class DistinctLists
{
    private readonly List<int[]> all = [];
    private readonly Dictionary<int[], int> known = new(new SameNumbers());

    /// <summary>The lists, by their places.</summary>
    public IReadOnlyList<int[]> All => all;

    /// <summary>The place of a list, which is copied when it is new.</summary>
    public int PlaceOf(List<int> list)
    {
        var numbers = CollectionsMarshal.AsSpan(list);
        if (!known.GetAlternateLookup<ReadOnlySpan<int>>().TryGetValue(numbers, out var place))
        {
            place = all.Count;
            all.Add(numbers.ToArray());
            known.Add(all[place], place);
        }

        return place;
    }

    private sealed class SameNumbers : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public bool Equals(int[]? left, int[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(int[] numbers) => GetHashCode((ReadOnlySpan<int>)numbers);

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}
