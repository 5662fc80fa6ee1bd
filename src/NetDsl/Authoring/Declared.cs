using System.Collections;

namespace NetDsl;

/// <summary>
/// Things in the order in which they were declared, and the first of each key. Most lists hold a few, which are looked through; a list of thousands has a table, since
/// each of them asks whether its key is there already.
/// </summary>
/// <param name="keyOf">What tells one from another.</param>
internal sealed class Declared<TKey, TItem>(Func<TItem, TKey> keyOf) : IReadOnlyList<TItem>
    where TKey : notnull
{
    private const int MostWithoutTable = 16;
    private readonly List<TItem> items = [];
    private Dictionary<TKey, TItem>? firsts;

    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public TItem this[int index] => items[index];

    public void Add(TItem item)
    {
        items.Add(item);
        if (firsts is not null)
        {
            Remember(item);
        }
        else if (items.Count > MostWithoutTable)
        {
            firsts = [];
            items.ForEach(Remember);
        }
    }

    /// <summary>Finds the first thing with a key.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryFirst(TKey key, out TItem first)
    {
        if (firsts is not null)
        {
            return firsts.TryGetValue(key, out first!);
        }

        foreach (var item in items)
        {
            if (EqualityComparer<TKey>.Default.Equals(keyOf(item), key))
            {
                first = item;
                return true;
            }
        }

        first = default!;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<TItem> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Remember(TItem item)
    {
        var key = keyOf(item);
        if (!firsts!.ContainsKey(key))
        {
            firsts.Add(key, item);
        }
    }
}
