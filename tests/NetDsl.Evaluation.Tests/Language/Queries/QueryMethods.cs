namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Standard query operators called as methods.</summary>
static class QueryMethods
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "Where and Select with an index",
            "Query expression translation",
            """
            string[] s = ["a", "b", "c"];
            return string.Join(" ", s.Where((_, i) => i != 1).Select((x, i) => x + i));
            """,
            "a0 c1"),
        new(
            "deferred and immediate operators",
            "Query expression translation",
            """
            var list = new List<int> { 1, 2, 3 };
            var later = list.Where(n => n > 1);
            var now = list.Where(n => n > 1).ToList();
            list.Add(4);
            return $"{later.Count()}{now.Count}";
            """,
            "32"),
        new(
            "short circuit of First, Any and Take",
            "Query expression translation",
            """
            var calls = 0;
            IEnumerable<int> All() { while (true) yield return ++calls; }
            var first = All().First(n => n > 3);
            var any = All().Any(n => n > 6);
            var three = string.Join("", All().Take(3));
            return $"{first}{any}{three}{calls}";
            """,
            "4True891010"),
        new(
            "aggregates",
            "Query expression translation",
            """
            int[] n = [3, 1, 2];
            return $"{n.Sum()}{n.Min()}{n.Max()}{n.Count(x => x > 1)}{n.Aggregate((a, b) => a * 10 + b)}{n.Aggregate("s", (a, b) => a + b)}{n.Average() == 2}{n.MaxBy(x => -x)}";
            """,
            "6132312s312True1"),
        new(
            "set operators",
            "Query expression translation",
            """
            int[] a = [1, 2, 2, 3], b = [3, 4];
            return $"{string.Join("", a.Distinct())} {string.Join("", a.Union(b))} {string.Join("", a.Intersect(b))} {string.Join("", a.Except(b))} {string.Join("", a.Concat(b))}";
            """,
            "123 1234 3 12 122334"),
        new(
            "ToDictionary, ToLookup and GroupBy",
            "Query expression translation",
            """
            string[] s = ["ant", "bee", "ape"];
            var d = s.ToDictionary(x => x, x => x.Length);
            var l = s.ToLookup(x => x[0]);
            return $"{d["bee"]}{l['a'].Count()}{l['z'].Count()}{string.Join(",", s.GroupBy(x => x[0], (k, g) => $"{k}{g.Count()}"))}";
            """,
            "320a2,b1"),
        new(
            "First, Single and ElementAt of nothing",
            "Query expression translation",
            """
            int[] none = [];
            var said = $"{none.FirstOrDefault()}{none.SingleOrDefault(5)}{none.ElementAtOrDefault(3)}{none.DefaultIfEmpty(7).First()}";
            try { none.First(); } catch (InvalidOperationException) { said += "first "; }
            try { new[] { 1, 2 }.Single(); } catch (InvalidOperationException) { said += "single"; }
            return said;
            """,
            "0507first single"),
        new(
            "Zip, Chunk, Skip and Reverse",
            "Query expression translation",
            """
            int[] n = [1, 2, 3, 4, 5];
            return $"{string.Join(" ", n.Zip("abc", (a, b) => $"{a}{b}"))} {string.Join(" ", n.Chunk(2).Select(c => c.Sum()))} {string.Join("", n.Skip(1).SkipLast(1).Reverse())} {string.Join("", n.TakeWhile(x => x < 3))}";
            """,
            "1a 2b 3c 3 7 5 432 12"),
        new(
            "SelectMany and OfType",
            "Query expression translation",
            """
            object[] o = [1, "ab", 2];
            return $"{o.OfType<int>().Sum()}{string.Join("", o.OfType<string>().SelectMany(s => s))}{string.Join("", Enumerable.Range(1, 3).SelectMany(n => Enumerable.Repeat(n, n)))}";
            """,
            "3ab122333"),
        new(
            "OrderBy, ThenBy and SequenceEqual",
            "Query expression translation",
            """
            var p = new[] { (a: 2, b: 1), (a: 1, b: 2), (a: 1, b: 1) };
            var sorted = p.OrderBy(x => x.a).ThenByDescending(x => x.b);
            return $"{string.Join("", sorted)}{sorted.SequenceEqual([(1, 2), (1, 1), (2, 1)])}";
            """,
            "(1, 2)(1, 1)(2, 1)True"),
    ];
}
