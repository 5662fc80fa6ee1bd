namespace NetDsl.Testing.RandomNetworks;

/// <summary>Choices that depend on a seed only: the same in every run and on every machine.</summary>
sealed class Dice(int seed)
{
    // The algorithm of a seeded Random is fixed by its documentation.
    readonly Random random = new(seed);

    /// <summary>A number from the first to the last, both included.</summary>
    public int Between(int first, int last) => random.Next(first, last + 1);

    /// <summary>Yes in that many of a hundred cases.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public T? PickOrNone<T>(IReadOnlyList<T> from)
        where T : class => from.Count == 0 ? null : Pick(from);

    /// <summary>Some of the items, each with that chance, in their order.</summary>
    public List<T> Some<T>(IEnumerable<T> from, int percent) => [.. from.Where(_ => Chance(percent))];
}
