using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Host;

/// <summary>Members of <see cref="Array"/> that put in order, search an order, or make room.</summary>
internal static class PortableArrays
{
    public static void Sort<T>(Budget budget, T[] array)
    {
        ForSorting(budget, array.Length);
        Array.Sort(array, Ordering.Default<T>());
    }

    public static void Sort<T>(Budget budget, T[] array, IComparer<T>? comparer)
    {
        ForSorting(budget, array.Length);
        Array.Sort(array, Ordering.Given(comparer));
    }

    public static void Sort<T>(Budget budget, T[] array, Comparison<T> comparison)
    {
        ForSorting(budget, array.Length);
        Array.Sort(array, comparison);
    }

    public static void Sort<T>(Budget budget, T[] array, int index, int length)
    {
        ForSorting(budget, length);
        Array.Sort(array, index, length, Ordering.Default<T>());
    }

    public static int BinarySearch<T>(T[] array, T value) => Array.BinarySearch(array, value, Ordering.Default<T>());

    public static int BinarySearch<T>(T[] array, T value, IComparer<T>? comparer) => Array.BinarySearch(array, value, Ordering.Given(comparer));

    public static void Resize<T>(Budget budget, ref T[]? array, int size)
    {
        budget.Elements(Math.Max(0, size));
        Array.Resize(ref array, size);
    }

    public static void Fill<T>(T[] array, T value) => PortableSpanChanges.Fill(array, value);

    public static void Clear(Array array) => Array.Clear(array, 0, array.Length);

    /// <summary>What sorting looks at in all.</summary>
    public static void ForSorting(Budget budget, int count) => budget.Work((long)(count * Math.Log(Math.Max(2, count), 2)));
}

/// <summary>Members of <see cref="List{T}"/> that put in order or search an order.</summary>
internal static class PortableLists
{
    public static void Sort<T>(Budget budget, List<T> list)
    {
        PortableArrays.ForSorting(budget, list.Count);
        list.Sort(Ordering.Default<T>());
    }

    public static void Sort<T>(Budget budget, List<T> list, IComparer<T>? comparer)
    {
        PortableArrays.ForSorting(budget, list.Count);
        list.Sort(Ordering.Given(comparer));
    }

    public static void Sort<T>(Budget budget, List<T> list, int index, int count, IComparer<T>? comparer)
    {
        PortableArrays.ForSorting(budget, count);
        list.Sort(index, count, Ordering.Given(comparer));
    }

    public static void Sort<T>(Budget budget, List<T> list, Comparison<T> comparison)
    {
        PortableArrays.ForSorting(budget, list.Count);
        list.Sort(comparison);
    }

    public static int BinarySearch<T>(List<T> list, T item) => list.BinarySearch(item, Ordering.Default<T>());

    public static int BinarySearch<T>(List<T> list, T item, IComparer<T>? comparer) => list.BinarySearch(item, Ordering.Given(comparer));

    public static void AddRange<T>(Budget budget, List<T> list, T[] items)
    {
        budget.Elements(items.Length);
        list.AddRange(items);
    }

    public static void InsertRange<T>(Budget budget, List<T> list, int index, T[] items)
    {
        budget.Elements(items.Length);
        list.InsertRange(index, items);
    }
}
