namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Iterators and their enumerators.</summary>
static class Iterators
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "yield return",
            "The yield statement",
            """
            static IEnumerable<int> FromTo(int from, int to)
            {
                while (from <= to) yield return from++;
            }
            return string.Join(" ", FromTo(1, 5)) + $" {FromTo(1, 0).Count()}";
            """,
            "1 2 3 4 5 0"),
        new(
            "yield break",
            "The yield statement",
            """
            static IEnumerable<int> Until(int[] n, int stop)
            {
                foreach (var x in n)
                {
                    if (x == stop) yield break;
                    yield return x;
                }
                yield return -1;
            }
            return string.Join(" ", Until([1, 2, 3], 3)) + "|" + string.Join(" ", Until([1], 9));
            """,
            "1 2|1 -1"),
        new(
            "iterator is lazy",
            "Enumerable objects",
            """
            var said = "";
            IEnumerable<int> Numbers()
            {
                said += "start ";
                yield return 1;
                said += "middle ";
                yield return 2;
                said += "end ";
            }
            var numbers = Numbers();
            said += "made ";
            foreach (var n in numbers) said += n + " ";
            return said;
            """,
            "made start 1 middle 2 end "),
        new(
            "finally of an iterator on completion and on Dispose",
            "The yield statement",
            """
            var said = "";
            IEnumerable<int> Numbers()
            {
                try
                {
                    yield return 1;
                    yield return 2;
                }
                finally { said += "finally "; }
            }
            foreach (var n in Numbers()) said += n + " ";
            foreach (var n in Numbers()) { said += n + " "; break; }
            return said + Numbers().First();
            """,
            "1 2 finally 1 finally 1"),
        new(
            "enumerator used by hand",
            "Enumerator objects",
            """
            static IEnumerator<string> Letters() { yield return "a"; yield return "b"; }
            var e = Letters();
            var said = "";
            while (e.MoveNext()) said += e.Current;
            return said + e.MoveNext();
            """,
            "abFalse"),
        new(
            "two enumerators of one enumerable",
            "Enumerable objects",
            """
            static IEnumerable<int> Up(int n) { for (var i = 0; ; i++) { if (i == n) yield break; yield return i; n += 0; } }
            var up = Up(3);
            var said = "";
            foreach (var a in up)
                foreach (var b in up)
                    said += $"{a}{b} ";
            return said;
            """,
            "00 01 02 10 11 12 20 21 22 "),
        new(
            "parameters of an iterator are kept for each enumeration",
            "Enumerable objects",
            """
            static IEnumerable<int> Down(int n) { while (n > 0) yield return n--; }
            var d = Down(3);
            return $"{string.Join("", d)}{string.Join("", d)}";
            """,
            "321321"),
        new(
            "recursive iterator",
            "Iterators",
            """
            var tree = new Tree(2, new Tree(1), new Tree(4, new Tree(3)));
            return string.Join("", tree.InOrder());
            --- types
            class Tree(int value, Tree? left = null, Tree? right = null)
            {
                public IEnumerable<int> InOrder()
                {
                    if (left != null) foreach (var n in left.InOrder()) yield return n;
                    yield return value;
                    if (right != null) foreach (var n in right.InOrder()) yield return n;
                }
            }
            """,
            "1234"),
        new(
            "infinite iterator",
            "Iterators",
            """
            static IEnumerable<long> Fibonacci()
            {
                long a = 0, b = 1;
                while (true)
                {
                    yield return a;
                    (a, b) = (b, a + b);
                }
            }
            return string.Join(" ", Fibonacci().Skip(5).Take(4)) + $" {Fibonacci().First(n => n > 1000)}";
            """,
            "5 8 13 21 1597"),
        new(
            "exception in an iterator",
            "Enumerator objects",
            """
            var said = "";
            IEnumerable<int> Bad()
            {
                try { yield return 1; throw new InvalidOperationException("bad"); }
                finally { said += "f"; }
            }
            try { foreach (var n in Bad()) said += n; }
            catch (InvalidOperationException e) { said += e.Message; }
            return said;
            """,
            "1fbad"),
        new(
            "arguments of an iterator are checked late",
            "Enumerable objects",
            """
            static IEnumerable<int> Checked(int n)
            {
                if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
                yield return n;
            }
            var q = Checked(-1);
            try { q.Count(); return "no"; }
            catch (ArgumentOutOfRangeException e) { return $"late {e.ParamName}"; }
            """,
            "late n"),
        new(
            "iterator property, indexer and operator",
            "Iterators",
            """
            var r = new Rows(3);
            return $"{string.Join("", r.Evens)} {string.Join("", r[2])} {string.Join("", -r)}";
            --- types
            class Rows(int n)
            {
                public IEnumerable<int> Evens { get { for (var i = 0; i < n; i++) yield return i * 2; } }
                public IEnumerable<int> this[int times] { get { for (var i = 0; i < times; i++) yield return n; } }
                public static IEnumerable<int> operator -(Rows r) { foreach (var x in r.Evens) yield return -x; }
            }
            """,
            "024 33 0-2-4"),
        new(
            "iterator in a using and a switch",
            "The yield statement",
            """
            var said = new List<string>();
            IEnumerable<string> Steps()
            {
                using var r = new Resource(said);
                for (var i = 0; i < 3; i++)
                {
                    switch (i)
                    {
                        case 0: yield return "zero"; break;
                        case 1: continue;
                        default: yield return "more"; break;
                    }
                }
            }
            foreach (var s in Steps()) said.Add(s);
            return string.Join(" ", said);
            --- types
            class Resource(List<string> said) : IDisposable { public void Dispose() => said.Add("disposed"); }
            """,
            "zero more disposed"),
        new(
            "iterator interleaved with its consumer",
            "Enumerable objects",
            """
            var said = "";
            IEnumerable<int> Source() { foreach (var n in new[] { 1, 2 }) { said += $"s{n} "; yield return n; } }
            IEnumerable<int> Double(IEnumerable<int> items) { foreach (var n in items) { said += $"d{n} "; yield return n * 2; } }
            foreach (var n in Double(Source())) said += $"c{n} ";
            return said;
            """,
            "s1 d1 c2 s2 d2 c4 "),
    ];
}
