namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Collections of the library as the language uses them.</summary>
static class Collections
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "collection expression of a read-only interface",
            "Collection expressions",
            """
            IEnumerable<int> numbers = [1, 2];
            IReadOnlyList<int> none = [];
            var said = "";
            var last = numbers.DefaultIfEmpty(0).LastOrDefault(n => { said += n; return true; });
            return $"{numbers is int[]} {numbers is IList<int>} {none is int[]} {last} {said}";
            """,
            "False True True 2 12"),
        new(
            "list",
            "Library: List",
            """
            var l = new List<int> { 3, 1, 2 };
            l.Sort();
            l.Insert(1, 9);
            l.Remove(3);
            l.AddRange([7, 7]);
            l.RemoveAll(n => n == 7);
            l.Reverse();
            return $"{string.Join(",", l)}|{l.IndexOf(9)}{l.Contains(5)}{l.Count}{l.Find(n => n > 1)}{l.Exists(n => n > 8)}";
            """,
            "2,9,1|1False32True"),
        new(
            "dictionary",
            "Library: Dictionary",
            """
            var d = new Dictionary<string, int> { ["a"] = 1 };
            d["b"] = 2;
            d["a"] += 10;
            d.TryAdd("a", 5);
            var said = $"{d.Count}{d["a"]}{d.ContainsKey("z")}{d.TryGetValue("b", out var b)}{b}{d.GetValueOrDefault("z", -1)}{string.Join(",", d.Keys)}{d.Values.Sum()}";
            try { return said + d["z"]; }
            catch (KeyNotFoundException) { return said + "!"; }
            """,
            "211FalseTrue2-1a,b13!"),
        new(
            "dictionary refuses a second key",
            "Library: Dictionary",
            """
            var d = new Dictionary<int, string> { [1] = "a" };
            try { d.Add(1, "b"); return "added"; }
            catch (ArgumentException) { return d[1]; }
            """,
            "a"),
        new(
            "hash set",
            "Library: HashSet",
            """
            var s = new HashSet<int> { 1, 2, 2 };
            var added = s.Add(3);
            s.ExceptWith([1]);
            s.UnionWith([9]);
            return $"{added}{s.Add(3)}{s.Count}{s.Contains(1)}{s.SetEquals([9, 3, 2])}";
            """,
            "TrueFalse3FalseTrue"),
        new(
            "stack and queue",
            "Library: Stack and Queue",
            """
            var s = new Stack<int>();
            s.Push(1);
            s.Push(2);
            var q = new Queue<int>([1, 2]);
            q.Enqueue(3);
            return $"{s.Pop()}{s.Peek()}{s.Count}{q.Dequeue()}{string.Join("", q)}";
            """,
            "211123"),
        new(
            "sorted dictionary and sorted set",
            "Library: SortedDictionary",
            """
            var d = new SortedDictionary<int, string> { [3] = "c", [1] = "a" };
            var s = new SortedSet<int> { 5, 2, 5, 9 };
            return string.Join(",", d.Select(p => $"{p.Key}{p.Value}")) + string.Join("", s) + s.Min;
            """,
            "1a,3c2592"),
        new(
            "array members",
            "Array members",
            """
            int[] a = [3, 1, 2];
            Array.Sort(a);
            var b = (int[])a.Clone();
            Array.Reverse(b);
            Array.Fill(b, 7, 0, 1);
            Array.Resize(ref b, 4);
            return $"{string.Join("", a)}{string.Join("", b)}{Array.IndexOf(a, 2)}{a.Contains(9)}{Array.Exists(a, n => n == 3)}";
            """,
            "12372101FalseTrue"),
        new(
            "array is a reference",
            "Array types",
            """
            int[] a = [1, 2];
            var b = a;
            b[0] = 9;
            static void Change(int[] x) => x[1] = 8;
            Change(a);
            int[] c = [.. a];
            c[0] = 0;
            return $"{string.Join("", a)}{string.Join("", c)}{a == b}";
            """,
            "9808True"),
        new(
            "array as a list interface",
            "Arrays and the generic collection interfaces",
            """
            IList<int> list = new[] { 1, 2, 3 };
            IReadOnlyList<int> read = [4, 5];
            list[0] = 7;
            try { list.Add(4); return "added"; }
            catch (NotSupportedException) { return $"{list.Count}{list[0]}{read[read.Count - 1]}"; }
            """,
            "375"),
        new RefusedConstruct(
            "span",
            "Feature: first-class span types",
            """
            int[] a = [1, 2, 3, 4];
            Span<int> s = a.AsSpan(1, 2);
            s[0] = 20;
            ReadOnlySpan<int> r = s;
            s.Fill(5);
            return $"{string.Join("", a)}{r.Length}{r[1]}{"hello".AsSpan()[1..3].ToString()}{Count(a)}";
            static int Count(ReadOnlySpan<int> n) => n.Length;
            """,
            "ND0002 'MemoryExtensions.AsSpan' cannot be called at compile time"),
        new(
            "lists of lists",
            "Reference types",
            """
            var row = new List<int> { 0 };
            var grid = new List<List<int>> { row, row, new(row) };
            grid[0][0] = 5;
            return string.Join("", grid.Select(r => r[0]));
            """,
            "550"),
        new(
            "multidimensional array in loops",
            "Arrays",
            """
            var m = new int[3, 3];
            for (var i = 0; i < m.GetLength(0); i++)
                for (var j = 0; j < m.GetLength(1); j++)
                    m[i, j] = i * j;
            m[1, 1] += 10;
            var sum = 0;
            foreach (var n in m) sum += n;
            return $"{sum}{m[2, 2]}{m.GetUpperBound(0)}";
            """,
            "1942"),
        new(
            "Math",
            "Library: Math",
            """
            return $"{Math.Max(3, 5)}{Math.Abs(-4)}{Math.Min(1L, 2)}{Math.Pow(2, 10) == 1024}{Math.Clamp(15, 0, 10)}{Math.DivRem(7, 2)}{Math.Sign(-3)}{(int)Math.Floor(-1.5)}{(int)Math.Round(2.5)}";
            """,
            "541True10(3, 1)-1-22"),
        new(
            "spread whose elements are converted",
            "Collection expressions",
            """
            int[] small = [1, 2];
            List<long> longs = [.. small, 3];
            decimal[] decimals = [.. small];
            long?[] maybe = [.. small];
            Meters[] lengths = [.. small];
            IEnumerable<Meters> more = [.. small];
            HashSet<long> set = [.. small];
            return $"{longs[0] + longs[2]} {decimals[1] == 2m} {maybe[1]} {lengths[1].Centimeters} {more.First().Centimeters} {set.Contains(2L)}";
            --- types
            class Meters(int n)
            {
                public int Centimeters => n * 100;
                public static implicit operator Meters(int n) => new(n);
            }
            """,
            "4 True 2 200 100 True"),
    ];
}
