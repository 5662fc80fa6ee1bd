namespace NetDsl.Evaluation.Host;

/// <summary>Members of <see cref="Enumerable"/> that the oldest host lacks, or that make many elements from a number.</summary>
internal static class PortableQueries
{
    // Lazy like the real ones; what is walked is metered outside.
    public static IEnumerable<int> Range(int start, int count) => Enumerable.Range(start, count);

    public static IEnumerable<T> Repeat<T>(T element, int count) => Enumerable.Repeat(element, count);

    public static IEnumerable<(int Index, T Item)> Index<T>(IEnumerable<T> source) =>
        Given(source).Select((item, index) => (index, item));

    public static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(IEnumerable<TFirst> first, IEnumerable<TSecond> second) =>
        Given(first).Zip(Given(second), (left, right) => (left, right));

    public static IEnumerable<(TFirst First, TSecond Second, TThird Third)> Zip<TFirst, TSecond, TThird>(
        IEnumerable<TFirst> first, IEnumerable<TSecond> second, IEnumerable<TThird> third) =>
        Given(first).Zip(Given(second), (left, right) => (left, right)).Zip(Given(third), (pair, last) => (pair.left, pair.right, last));

    public static IEnumerable<T> Append<T>(IEnumerable<T> source, T element) => Given(source).Concat([element]);

    public static IEnumerable<T> Prepend<T>(IEnumerable<T> source, T element) => new[] { element }.Concat(Given(source));

    public static IEnumerable<T> Reverse<T>(T[] source) => Enumerable.Reverse(source);

    public static HashSet<T> ToHashSet<T>(IEnumerable<T> source) => [.. Given(source)];

    public static IEnumerable<T> DistinctBy<T, TKey>(IEnumerable<T> source, Func<T, TKey> key)
    {
        Given(source);
        return Walk();

        IEnumerable<T> Walk()
        {
            var seen = new HashSet<TKey>();
            foreach (var item in source)
            {
                if (seen.Add(key(item)))
                {
                    yield return item;
                }
            }
        }
    }

    public static T ElementAt<T>(IEnumerable<T> source, Index index) =>
        index.IsFromEnd ? Given(source).ToList() is var list && index.Value <= list.Count ? list.ElementAt(list.Count - index.Value) : throw new ArgumentOutOfRangeException(nameof(index)) : source.ElementAt(index.Value);

    public static T? ElementAtOrDefault<T>(IEnumerable<T> source, Index index) =>
        index.IsFromEnd ? Given(source).ToList() is var list && index.Value <= list.Count ? list.ElementAtOrDefault(list.Count - index.Value) : default : source.ElementAtOrDefault(index.Value);

    public static IEnumerable<T> Take<T>(IEnumerable<T> source, Range range)
    {
        Given(source);
        return Walk();

        IEnumerable<T> Walk()
        {
            var all = range.Start.IsFromEnd || range.End.IsFromEnd ? source.ToList() : source;
            var count = all is List<T> list ? list.Count : 0;
            var start = Math.Max(0, range.Start.GetOffset(count));
            var end = Math.Max(0, range.End.GetOffset(count));
            foreach (var item in all.Skip(start).Take(Math.Max(0, end - start)))
            {
                yield return item;
            }
        }
    }

    public static IEnumerable<T> TakeLast<T>(IEnumerable<T> source, int count)
    {
        Given(source);
        return Walk();

        IEnumerable<T> Walk()
        {
            var last = new Queue<T>();
            foreach (var item in count > 0 ? source : [])
            {
                if (last.Count == count)
                {
                    last.Dequeue();
                }

                last.Enqueue(item);
            }

            while (last.Count > 0)
            {
                yield return last.Dequeue();
            }
        }
    }

    public static IEnumerable<T> SkipLast<T>(IEnumerable<T> source, int count)
    {
        Given(source);
        return Walk();

        IEnumerable<T> Walk()
        {
            var last = new Queue<T>();
            foreach (var item in source)
            {
                last.Enqueue(item);
                if (last.Count > Math.Max(0, count))
                {
                    yield return last.Dequeue();
                }
            }
        }
    }

    public static IEnumerable<T[]> Chunk<T>(IEnumerable<T> source, int size)
    {
        Given(source);
        return size < 1 ? throw new ArgumentOutOfRangeException(nameof(size)) : Walk();

        IEnumerable<T[]> Walk()
        {
            var chunk = new List<T>();
            foreach (var item in source)
            {
                chunk.Add(item);
                if (chunk.Count == size)
                {
                    yield return [.. chunk];
                    chunk.Clear();
                }
            }

            if (chunk.Count > 0)
            {
                yield return [.. chunk];
            }
        }
    }

    /// <summary>By ordinal where elements are text: the order of the real one depends on the culture.</summary>
    public static IOrderedEnumerable<T> Order<T>(IEnumerable<T> source) => Given(source).OrderBy(item => item, Comparison<T>());

    public static IOrderedEnumerable<T> OrderDescending<T>(IEnumerable<T> source) =>
        Given(source).OrderByDescending(item => item, Comparison<T>());

    public static IOrderedEnumerable<T> OrderBy<T, TKey>(IEnumerable<T> source, Func<T, TKey> key) =>
        Given(source).OrderBy(key, Comparison<TKey>());

    public static IOrderedEnumerable<T> OrderByDescending<T, TKey>(IEnumerable<T> source, Func<T, TKey> key) =>
        Given(source).OrderByDescending(key, Comparison<TKey>());

    public static IOrderedEnumerable<T> ThenBy<T, TKey>(IOrderedEnumerable<T> source, Func<T, TKey> key) =>
        source.ThenBy(key, Comparison<TKey>());

    public static IOrderedEnumerable<T> ThenByDescending<T, TKey>(IOrderedEnumerable<T> source, Func<T, TKey> key) =>
        source.ThenByDescending(key, Comparison<TKey>());

    public static T? Min<T>(IEnumerable<T> source) => Comparison<T>() is null ? default : Given(source).Min();

    public static T? Max<T>(IEnumerable<T> source) => Comparison<T>() is null ? default : Given(source).Max();

    public static TResult? Min<T, TResult>(IEnumerable<T> source, Func<T, TResult> value) => Min(Given(source).Select(value));

    public static TResult? Max<T, TResult>(IEnumerable<T> source, Func<T, TResult> value) => Max(Given(source).Select(value));

    public static T? MinBy<T, TKey>(IEnumerable<T> source, Func<T, TKey> key) => Extreme(Given(source), key, Comparison<TKey>(), sign: 1);

    public static T? MaxBy<T, TKey>(IEnumerable<T> source, Func<T, TKey> key) => Extreme(Given(source), key, Comparison<TKey>(), sign: -1);

    /// <summary>The first of the least; one whose key is null only where all keys are.</summary>
    private static T? Extreme<T, TKey>(IEnumerable<T> source, Func<T, TKey> key, Comparer<TKey> comparer, int sign)
    {
        var (isFirst, best, bestKey) = (true, default(T), default(TKey));
        foreach (var item in source)
        {
            var itemKey = key(item);
            if (isFirst || (itemKey is not null && (bestKey is null || comparer.Compare(itemKey, bestKey) * sign < 0)))
            {
                (isFirst, best, bestKey) = (false, item, itemKey);
            }
        }

        return isFirst && default(T) is not null ? throw new InvalidOperationException("Sequence contains no elements") : best;
    }

    private static IEnumerable<T> Given<T>(IEnumerable<T> source) => source ?? throw new ArgumentNullException(nameof(source));

    private static Comparer<T> Comparison<T>() => Ordering.Default<T>();
}

/// <summary>Members of dictionaries that the oldest host lacks.</summary>
internal static class PortableDictionaries
{
    public static TValue? GetValueOrDefault<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> dictionary, TKey key) =>
        dictionary.TryGetValue(key, out var value) ? value : default;

    public static TValue GetValueOrDefault<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> dictionary, TKey key, TValue otherwise) =>
        dictionary.TryGetValue(key, out var value) ? value : otherwise;

    public static bool TryAdd<TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
        where TKey : notnull
    {
        if (dictionary.ContainsKey(key))
        {
            return false;
        }

        dictionary.Add(key, value);
        return true;
    }
}
