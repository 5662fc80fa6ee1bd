using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Tests;

/// <summary>The types that stand for those of programs.</summary>
public class ShellTests
{
    [Fact]
    public void An_evaluation_in_progress_keeps_its_types_when_others_need_room()
    {
        var shells = Shells.Current;
        var color = shells.Keep("Color", shells.MakeEnum("Color", typeof(int), isFlags: false, [("Red", 1)]));
        for (var n = 0; ReferenceEquals(Shells.Current, shells); n++)
        {
            Assert.InRange(n, 0, 100_000);
            shells.Keep($"Kind{n}", shells.MakeEnum($"Kind{n}", typeof(int), isFlags: false, []));
        }

        Assert.Same(color, shells.Find("Color"));
        Assert.Null(Shells.Current.Find("Color"));
    }

    [Fact]
    public void Types_of_one_name_are_made_side_by_side()
    {
        var shells = Shells.Current;
        Type[] made = [.. Enumerable.Range(0, 3).Select(n => shells.MakeEnum("Size", typeof(int), isFlags: false, [("Small", n)]))];
        Assert.Equal(3, made.Distinct().Count());
        Assert.All(made, type => Assert.Equal("Size", type.FullName));
    }
}
