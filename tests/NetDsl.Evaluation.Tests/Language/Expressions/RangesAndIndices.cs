namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Index and range expressions.</summary>
static class RangesAndIndices
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "index from end",
            "Feature: ranges",
            """
            string[] words = ["first", "second", "third", "fourth"];
            Index last = ^1;
            return $"{words[^1]} {words[^4]} {words[last]} {last.Value}{last.IsFromEnd}{"text"[^2]}";
            """,
            "fourth first fourth 1Truex"),
        new(
            "range",
            "Feature: ranges",
            """
            int[] n = [0, 1, 2, 3, 4, 5];
            Range middle = 1..^1;
            return $"{n[1..3].Length}{n[..2][1]}{n[4..][0]}{n[..].Length}{string.Join("", n[middle])}{"hello"[1..^1]}";
            """,
            "21461234ell"),
        new(
            "range out of bounds",
            "Feature: ranges",
            """
            try { return "abc"[2..5]; }
            catch (ArgumentOutOfRangeException) { return "outside"; }
            """,
            "outside"),
        new(
            "implicit index support",
            "Feature: ranges",
            """
            var list = new List<int> { 1, 2, 3 };
            var line = new Line("abcdef");
            list[^1] = 30;
            return $"{list[^1]}{line[^2]}{line[1..3]}";
            --- types
            class Line(string text)
            {
                public int Length => text.Length;
                public char this[int index] => text[index];
                public string Slice(int start, int length) => $"{start}+{length}";
            }
            """,
            "30e1+2"),
        new(
            "own Index and Range indexers",
            "Feature: ranges",
            """
            var w = new Wall();
            return w[^2] + w[1..^3] + w[..];
            --- types
            class Wall
            {
                public string this[Index i] => $"{(i.IsFromEnd ? "^" : "")}{i.Value};";
                public string this[Range r] => $"{r.Start}..{r.End};";
            }
            """,
            "^2;1..^3;0..^0;"),
        new(
            "index from end evaluates its receiver once",
            "Feature: ranges",
            """
            var calls = 0;
            int[] Get() { calls++; return [1, 2, 3]; }
            var n = Get()[^1] + Get()[1..].Length;
            return $"{n} {calls}";
            """,
            "5 2"),
        new RefusedConstruct(
            "slice of a span writes through",
            "Feature: ranges",
            """
            int[] a = [1, 2, 3, 4];
            Span<int> s = a;
            var part = s[1..3];
            part[0] = 20;
            var copy = a[1..3];
            copy[1] = 99;
            return string.Join(",", a);
            """,
            "ND0001 this cannot be indexed at compile time"),
    ];
}
