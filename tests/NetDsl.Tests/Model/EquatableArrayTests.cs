using CsCheck;
using NetDsl.Model;

namespace NetDsl.Tests.Model;

public class EquatableArrayTests
{
    [Fact]
    public void Equals_when_the_items_do() =>
        Gen.Select(Gen.Int[0, 2].Array[0, 3], Gen.Int[0, 2].Array[0, 3]).Sample((left, right) =>
        {
            var (first, second) = (left.ToEquatableArray(), right.ToEquatableArray());
            var same = left.SequenceEqual(right);
            return first.Equals(second) == same && first == second == same && first != second == !same
                && first.Equals((object)second) == same && (!same || first.GetHashCode() == second.GetHashCode());
        });

    [Fact]
    public void Is_empty_by_default()
    {
        EquatableArray<string> array = default;
        Assert.Empty(array);
        Assert.Equal([], array);
        Assert.Equal(array.GetHashCode(), new List<string>().ToEquatableArray().GetHashCode());
        foreach (var _ in array)
        {
            Assert.Fail("there is nothing to walk over");
        }
    }

    [Fact]
    public void Does_not_change_with_what_it_was_made_from()
    {
        int[] source = [1, 2, 3];
        EquatableArray<int> array = [.. source];
        var copy = source.ToEquatableArray();
        source[0] = 9;
        Assert.Equal(1, array[0]);
        Assert.Equal(1, copy[0]);
    }
}
