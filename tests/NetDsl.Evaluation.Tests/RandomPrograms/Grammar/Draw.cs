namespace NetDsl.Evaluation.Tests;

/// <summary>Choices that depend on a seed only (SplitMix64): the same in every run, on every machine and every version of .NET.</summary>
sealed class Draw(ulong seed)
{
    ulong state = seed;

    /// <summary>A number from the first to the last, both included.</summary>
    public int Between(int first, int last) => first + (int)(Next() % (ulong)(last - first + 1));

    /// <summary>Yes in that many of a hundred cases.</summary>
    public bool Chance(int percent) => Between(0, 99) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    /// <summary>One of the items, each as often as it weighs.</summary>
    public T Pick<T>(IReadOnlyList<T> from, Func<T, int> weight)
    {
        var left = Between(0, from.Sum(weight) - 1);
        return from.First(item => (left -= weight(item)) < 0);
    }

    /// <summary>That many of the items, in random order.</summary>
    public List<T> Some<T>(IEnumerable<T> from, int count)
    {
        var pool = from.ToList();
        var taken = new List<T>();
        while (taken.Count < count && pool.Count > 0)
        {
            var index = Between(0, pool.Count - 1);
            taken.Add(pool[index]);
            pool.RemoveAt(index);
        }

        return taken;
    }

    ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
