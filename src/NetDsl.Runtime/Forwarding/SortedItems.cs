namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// Sorts and finds items of our structures in arrays. The framework does too, but by code that every program that starts would compile anew: what it has compiled ahead of time
/// is for its own types.
/// </summary>
internal static class SortedItems
{
    /// <summary>Sorts a part of an array, lowest first, in place: heap sort, which takes no more time whatever the order before.</summary>
    public static void Sort<T>(T[] items, int first, int count)
        where T : struct, IComparable<T>
    {
        for (var parent = (count / 2) - 1; parent >= 0; parent--)
        {
            Sink(items, first, parent, count);
        }

        for (var last = count - 1; last > 0; last--)
        {
            (items[first], items[first + last]) = (items[first + last], items[first]);
            Sink(items, first, 0, last);
        }
    }

    /// <summary>The place of the lowest item of a sorted part that is not below another; the end of the part when all are.</summary>
    public static int FirstFrom<T>(T[] items, int first, int count, T other)
        where T : struct, IComparable<T>
    {
        var (low, high) = (first, first + count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (items[middle].CompareTo(other) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Lets an item sink in a heap until none below it is higher.</summary>
    private static void Sink<T>(T[] items, int first, int parent, int count)
        where T : struct, IComparable<T>
    {
        var item = items[first + parent];
        for (var child = (2 * parent) + 1; child < count; child = (2 * parent) + 1)
        {
            if (child + 1 < count && items[first + child].CompareTo(items[first + child + 1]) < 0)
            {
                child++;
            }

            if (item.CompareTo(items[first + child]) >= 0)
            {
                break;
            }

            items[first + parent] = items[first + child];
            parent = child;
        }

        items[first + parent] = item;
    }
}
