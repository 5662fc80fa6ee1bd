using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>A table in which equal items exist once, in the order in which they were first met.</summary>
internal sealed class InternedTable<T>
    where T : notnull
{
    private readonly Dictionary<T, int> indexes = [];
    private readonly List<T> items = [];

    /// <summary>The item with that index.</summary>
    public T this[int index] => items[index];

    /// <summary>The index of the item, which is added unless it is there.</summary>
    public int IndexOf(T item)
    {
        if (!indexes.TryGetValue(item, out var index))
        {
            index = items.Count;
            indexes.Add(item, index);
            items.Add(item);
        }

        return index;
    }

    public EquatableArray<T> ToEquatableArray() => EquatableArray.ToEquatableArray(items);
}
