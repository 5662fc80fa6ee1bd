namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Objects, arrays, collections, tuples and anonymous objects.</summary>
static class CreationExpressions
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "object creation expression",
            "Object creation expressions",
            """
            var p = new Point(1, 2);
            var q = new Point();
            return $"{p.X}{p.Y}{q.X}{q.Y}";
            --- types
            class Point
            {
                public int X, Y;
                public Point() : this(7, 8) { }
                public Point(int x, int y) { X = x; Y = y; }
            }
            """,
            "1278"),
        new(
            "object initializer",
            "Object initializers",
            """
            var r = new Rectangle
            {
                P1 = { X = 0, Y = 1 },
                P2 = { X = 2, Y = 3 },
            };
            return $"{r.P1.X}{r.P1.Y}{r.P2.X}{r.P2.Y}";
            --- types
            class Point { public int X { get; set; } public int Y { get; set; } }
            class Rectangle { public Point P1 { get; } = new(); public Point P2 { get; } = new(); }
            """,
            "0123"),
        new(
            "object initializer with indexers",
            "Object initializers",
            """
            var d = new Dictionary<string, int> { ["one"] = 1, ["two"] = 2, ["one"] = 11 };
            return $"{d.Count}{d["one"]}{d["two"]}";
            """,
            "2112"),
        new(
            "index from end in an object initializer",
            "Feature: implicit index access in object initializers",
            """
            var c = new Countdown { Buffer = { [^1] = 1, [^2] = 2, [0] = 9 } };
            return string.Join(",", c.Buffer);
            --- types
            class Countdown { public int[] Buffer { get; } = new int[4]; }
            """,
            "9,0,2,1"),
        new(
            "collection initializer",
            "Collection initializers",
            """
            var contacts = new List<Contact>
            {
                new() { Name = "Chris Smith", PhoneNumbers = { "206-555-0101", "425-882-8080" } },
                new() { Name = "Bob Harris", PhoneNumbers = { "650-555-0199" } },
            };
            return $"{contacts[0].PhoneNumbers[1]} {contacts[1].Name} {contacts.Count}";
            --- types
            class Contact
            {
                public string Name { get; set; } = "";
                public List<string> PhoneNumbers { get; } = new();
            }
            """,
            "425-882-8080 Bob Harris 2"),
        new(
            "collection initializer with several arguments",
            "Collection initializers",
            """
            var d = new Dictionary<int, string> { { 1, "a" }, { 2, "b" } };
            return d[1] + d[2] + d.Count;
            """,
            "ab2"),
        new(
            "collection initializer on an own type",
            "Collection initializers",
            """
            var bag = new Bag { 1, 2, { "x", 3 } };
            return $"{bag.Text}";
            --- types
            class Bag : System.Collections.IEnumerable
            {
                public string Text = "";
                public void Add(int n) => Text += n;
                public void Add(string s, int n) => Text += s + n;
                public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
            }
            """,
            "12x3"),
        new(
            "target-typed new expression",
            "Object creation expressions",
            """
            Point p = new(1, 2);
            List<Point> list = [new(3, 4), new() { X = 5 }];
            static int Sum(Point point) => point.X + point.Y;
            return $"{p.X}{list[0].Y}{list[1].X}{Sum(new(6, 7))}";
            --- types
            class Point(int x = 0, int y = 0) { public int X { get; set; } = x; public int Y { get; set; } = y; }
            """,
            "14513"),
        new(
            "array creation expression",
            "Array creation expressions",
            """
            var a = new int[3];
            var b = new int[] { 1, 2 };
            var c = new int[2] { 3, 4 };
            int[] d = { 5, 6, 7 };
            var e = new[] { 8L, 9 };
            return $"{a.Length}{a[0]}{b[1]}{c[0]}{d.Length}{e[1]}{(new string[1])[0] is null}";
            """,
            "302339True"),
        new(
            "multidimensional array creation",
            "Array creation expressions",
            """
            var m = new int[2, 3];
            m[1, 2] = 5;
            int[,,] cube = { { { 1 }, { 2 } }, { { 3 }, { 4 } } };
            return $"{m.Length} {m.Rank} {m.GetLength(1)} {m[1, 2]} {cube[1, 0, 0]} {cube.GetLength(0)}{cube.GetLength(1)}{cube.GetLength(2)}";
            """,
            "6 2 3 5 3 221"),
        new(
            "jagged array creation",
            "Array creation expressions",
            """
            int[][] a = new int[3][];
            a[0] = new int[2];
            a[1] = [1, 2, 3];
            var b = new[] { new[] { 1 }, new[] { 2, 3 } };
            return $"{a[0].Length}{a[1][2]}{a[2] is null}{b[1][1]}";
            """,
            "23True3"),
        new(
            "anonymous object creation expression",
            "Anonymous object creation expressions",
            """
            var p1 = new { Name = "Lawnmower", Price = 495 };
            var p2 = new { Name = "Shovel", Price = 26 };
            p1 = p2;
            var name = "copied";
            var p3 = new { name, p1.Price };
            return $"{p1.Name} {p3.name} {p3.Price} {p1}";
            """,
            "Shovel copied 26 { Name = Shovel, Price = 26 }"),
        new(
            "equality of anonymous objects",
            "Anonymous object creation expressions",
            """
            var a = new { X = 1, Y = "a" };
            var b = new { X = 1, Y = "a" };
            return $"{a.Equals(b)}{a == b}{a.Equals(new { X = 2, Y = "a" })}{new[] { a, b }.Distinct().Count()}";
            """,
            "TrueFalseFalse1"),
        new(
            "tuple expression",
            "Tuple expressions",
            """
            var t1 = (0, 2);
            (int count, string name) t2 = (1, "a");
            int x = 5;
            var t3 = (x, t2.name);
            t1.Item1 = 9;
            return $"{t1}{t2.count}{t2.Item2}{t3.x}{t3.name}";
            """,
            "(9, 2)1a5a"),
        new(
            "tuple with many elements",
            "Tuple types",
            """
            var t = (1, 2, 3, 4, 5, 6, 7, 8, last: 9);
            return $"{t.Item8}{t.last}{t}";
            """,
            "89(1, 2, 3, 4, 5, 6, 7, 8, 9)"),
        new(
            "tuple equality converts an element when it comes to it",
            "Tuple equality operators",
            """
            var large = 3_000_000_000u;
            var n = 1;
            return $"{(n, checked((int)large)) == (2, 3)}{(n, (int)(long)large) != (1, (int)large)}";
            """,
            "FalseFalse"),
        new(
            "tuple equality",
            "Tuple equality operators",
            """
            (int, long) a = (1, 2);
            (long x, int y) b = (1, 2);
            (int?, string) c = (1, "s");
            return $"{a == b}{a != b}{c == (1, "s")}{(1, (2, 3)) == (1, (2, 4))}";
            """,
            "TrueFalseTrueFalse"),
        new(
            "collection expression",
            "Feature: collection expressions",
            """
            int[] a = [1, 2, 3];
            List<int> b = [4, .. a];
            HashSet<int> set = [1, 1, 2];
            IEnumerable<int> e = [.. b, .. set];
            ReadOnlySpan<char> span = ['a', 'b'];
            int[] empty = [];
            return $"{a.Length}{string.Join(",", b)} {set.Count}{string.Join(",", e)} {span.Length}{empty.Length}";
            """,
            "34,1,2,3 24,1,2,3,1,2 20"),
        new(
            "nested collection expression",
            "Feature: collection expressions",
            """
            int[][] jagged = [[1], [2, 3], []];
            List<List<string>> lists = [["a"], [.. new[] { "b", "c" }]];
            return $"{jagged[1][1]}{jagged[2].Length}{lists[1][1]}";
            """,
            "30c"),
        new(
            "spread evaluates in order",
            "Feature: collection expressions",
            """
            var said = "";
            int Say(int n) { said += n; return n; }
            IEnumerable<int> Some() { Say(2); yield return 20; Say(3); }
            int[] a = [Say(1), .. Some(), Say(4)];
            return $"{said} {string.Join(",", a)}";
            """,
            "1234 1,20,4"),
        new(
            "collection expression with a builder",
            "Feature: collection expressions",
            """
            Line line = ['a', 'b', .. "cd"];
            return line.Text;
            --- types
            [System.Runtime.CompilerServices.CollectionBuilder(typeof(LineBuilder), nameof(LineBuilder.Create))]
            class Line(string text) : IEnumerable<char>
            {
                public string Text => text;
                public IEnumerator<char> GetEnumerator() => throw new NotSupportedException();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            static class LineBuilder
            {
                public static Line Create(ReadOnlySpan<char> letters)
                {
                    var text = "";
                    foreach (var letter in letters) text += letter;
                    return new Line(text);
                }
            }
            """,
            "abcd"),
        new(
            "delegate creation expression",
            "Delegate creation expressions",
            """
            static int Twice(int x) => 2 * x;
            var f = new Func<int, int>(Twice);
            var g = new Func<int, int>(x => x + 1);
            var h = new Func<int, int>(f);
            return $"{f(3)}{g(3)}{h(4)}";
            """,
            "648"),
        new(
            "with expression",
            "Feature: records",
            """
            var p1 = new Point(1, 2);
            var p2 = p1 with { Y = 20 };
            var p3 = p1 with { };
            var s = new Size { Width = 1 } with { Height = 5 };
            var a = new { X = 1, Y = 2 } with { X = 10 };
            return $"{p1} {p2.Y} {p1 == p3}{ReferenceEquals(p1, p3)} {s.Width}{s.Height} {a.X}{a.Y}";
            --- types
            record Point(int X, int Y);
            struct Size { public int Width; public int Height; }
            """,
            "Point { X = 1, Y = 2 } 20 TrueFalse 15 102"),
        new RefusedConstruct(
            "stackalloc expression in a span",
            "Stack allocation",
            """
            Span<int> a = stackalloc int[3];
            Span<int> b = stackalloc[] { 1, 2, 3 };
            a[1] = 5;
            return $"{a[0]}{a[1]}{b[2]}{a.Length}";
            """,
            "ND0001 'stackalloc' cannot be evaluated at compile time; make an array with 'new'"),
        new(
            "rest of a tuple",
            "Tuple types",
            """
            var many = (1, 2, 3, 4, 5, 6, 7, 8, 9);
            return $"{many.Rest.Item1}{many.Item9}";
            """,
            "89"),
    ];
}
