using CsCheck;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Tests.Forwarding;

public class SortedItemsTests
{
    // Few values, so that some are there several times.
    static readonly Gen<(int[] Items, int First, int Count, int Other)> Any =
        from items in Gen.Int[-20, 20].Array[0, 60]
        from first in Gen.Int[0, items.Length]
        from count in Gen.Int[0, items.Length - first]
        from other in Gen.Int[-22, 22]
        select (items, first, count, other);

    [Fact]
    public void A_part_is_sorted_as_the_framework_does() => Any.Sample(each =>
    {
        var expected = each.Items.ToArray();
        Array.Sort(expected, each.First, each.Count);
        SortedItems.Sort(each.Items, each.First, each.Count);
        Assert.Equal(expected, each.Items);
    });

    [Fact]
    public void The_first_that_is_not_below_is_found() => Any.Sample(each =>
    {
        SortedItems.Sort(each.Items, each.First, each.Count);
        var below = each.Items.Skip(each.First).Take(each.Count).Count(item => item < each.Other);
        Assert.Equal(each.First + below, SortedItems.FirstFrom(each.Items, each.First, each.Count, each.Other));
    });
}
