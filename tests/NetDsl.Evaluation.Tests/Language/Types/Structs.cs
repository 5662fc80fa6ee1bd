namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Structs and what being a value means.</summary>
static class Structs
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "assignment copies a struct",
            "Structs: assignment",
            """
            Point a = new(10, 10);
            Point b = a;
            a.X = 20;
            return $"{b.X}{a.X}";
            --- types
            struct Point
            {
                public int X, Y;
                public Point(int x, int y) { X = x; Y = y; }
            }
            """,
            "1020"),
        new(
            "struct as a parameter is a copy",
            "Structs: assignment",
            """
            var p = new Point { X = 1 };
            static void Change(Point q) => q.X = 9;
            static void ChangeRef(ref Point q) => q.X = 5;
            Change(p);
            var before = p.X;
            ChangeRef(ref p);
            return $"{before}{p.X}";
            --- types
            struct Point { public int X; }
            """,
            "15"),
        new(
            "struct in an array is a variable",
            "Array access",
            """
            var a = new Point[2];
            a[0].X = 5;
            var copy = a[0];
            copy.X = 6;
            a[1] = copy;
            a[1].X++;
            foreach (var p in a) { var q = p; q.X = 100; }
            return $"{a[0].X}{a[1].X}{copy.X}";
            --- types
            struct Point { public int X; }
            """,
            "576"),
        new(
            "struct in a list is a copy",
            "Indexer access",
            """
            var list = new List<Point> { new() { X = 1 } };
            var p = list[0];
            p.X = 5;
            var before = list[0].X;
            list[0] = p;
            p.X = 7;
            return $"{before}{list[0].X}{p.X}";
            --- types
            struct Point { public int X; }
            """,
            "157"),
        new(
            "struct in a struct and a class",
            "Structs: value semantics",
            """
            var line = new Line();
            line.From.X = 3;
            var copy = line;
            copy.From.X = 4;
            var holder = new Holder { Line = line };
            holder.Line.To.X = 8;
            return $"{line.From.X}{copy.From.X}{line.To.X}{holder.Line.To.X}";
            --- types
            struct Point { public int X; }
            struct Line { public Point From, To; }
            class Holder { public Line Line; }
            """,
            "3408"),
        new(
            "method that mutates this",
            "Structs: meaning of this",
            """
            var c = new Counter();
            c.Next();
            c.Next();
            var d = c;
            d.Next();
            return $"{c.N}{d.N}{c.Reset().N}{c.N}";
            --- types
            struct Counter
            {
                public int N;
                public void Next() => N++;
                public Counter Reset() { this = default; return this; }
            }
            """,
            "2300"),
        new(
            "mutation of a readonly field changes a copy",
            "Readonly fields",
            """
            var h = new Holder();
            h.Bump();
            return $"{h.Fixed.N}{h.Free.N}";
            --- types
            struct Counter { public int N; public int Next() => ++N; }
            class Holder
            {
                public readonly Counter Fixed;
                public Counter Free;
                public void Bump() { Fixed.Next(); Free.Next(); }
            }
            """,
            "01"),
        new(
            "default value of a struct",
            "Structs: default values",
            """
            var p = default(Point);
            var a = new Point[1];
            var q = new Point();
            return $"{p.X}{a[0].X}{q.X}";
            --- types
            struct Point { public int X; public Point() { X = 7; } }
            """,
            "007"),
        new(
            "struct field initializers",
            "Feature: parameterless struct constructors",
            """
            var m = new Measure(2);
            var n = new Measure();
            return $"{m.Value}{m.Unit}{n.Unit ?? "none"}";
            --- types
            struct Measure
            {
                public int Value;
                public string Unit = "km";
                public Measure(int value) { Value = value; }
            }
            """,
            "2kmnone"),
        new(
            "readonly struct and readonly members",
            "Structs",
            """
            var c = new Circle(2);
            return $"{c.Area}{c.Grow(1).Radius}";
            --- types
            readonly struct Circle(int radius)
            {
                public int Radius { get; } = radius;
                public int Area => 3 * Radius * Radius;
                public Circle Grow(int n) => new(Radius + n);
            }
            """,
            "123"),
        new(
            "equality of structs",
            "The System.ValueType type",
            """
            Point a = new() { X = 1, S = "a" }, b = new() { X = 1, S = "a" };
            object o = a;
            return $"{a.Equals(b)}{o.Equals(b)}{a.Equals(new Point { X = 2, S = "a" })}{new[] { a, b }.Distinct().Count()}";
            --- types
            struct Point { public int X; public string S; }
            """,
            "TrueTrueFalse1"),
        new(
            "struct implements an interface",
            "Interface implementations",
            """
            var n = new Num(5);
            IComparable<Num> c = n;
            return $"{c.CompareTo(new Num(4)) > 0}{new[] { new Num(3), new Num(1) }.Max().N}";
            --- types
            struct Num(int n) : IComparable<Num>
            {
                public int N => n;
                public int CompareTo(Num other) => N.CompareTo(other.N);
            }
            """,
            "True3"),
        new(
            "ref struct",
            "Ref structs",
            """
            var w = new Window([1, 2, 3, 4]);
            w.Skip(1);
            return $"{w.First}{w.Left}";
            --- types
            ref struct Window(ReadOnlySpan<int> items)
            {
                ReadOnlySpan<int> items = items;
                public void Skip(int n) => items = items[n..];
                public readonly int First => items[0];
                public readonly int Left => items.Length;
            }
            """,
            "23"),
        new(
            "ref struct behind an interface constraint",
            "Feature: ref struct interfaces",
            """
            static int Use<T>(T t) where T : ICount, allows ref struct => t.Count();
            return $"{Use(new Window([1, 2, 3]))}";
            --- types
            interface ICount { int Count(); }
            ref struct Window(ReadOnlySpan<int> items) : ICount
            {
                readonly ReadOnlySpan<int> items = items;
                public int Count() => items.Length;
            }
            """,
            "3"),
        new RefusedConstruct(
            "inline array",
            "Feature: inline arrays",
            """
            var b = new Buffer();
            b[0] = 1;
            b[2] = 3;
            var copy = b;
            copy[0] = 9;
            var sum = 0;
            foreach (var n in b) sum += n;
            Span<int> all = b;
            all[1] = 5;
            return $"{sum}{b[1]}{b[0]}{copy[0]}{b[..2].Length}";
            --- types
            [System.Runtime.CompilerServices.InlineArray(3)]
            struct Buffer { int first; }
            """,
            "ND0001 an inline array cannot be evaluated at compile time; use an array"),
        new(
            "tuple is a value",
            "Tuple types",
            """
            var a = (x: 1, y: 2);
            var b = a;
            b.x = 9;
            var list = new List<(int n, string s)> { (1, "a") };
            var t = list[0];
            t.n = 5;
            (int x, int y)[] array = [a];
            array[0].x = 7;
            return $"{a.x}{b.x}{list[0].n}{array[0]}";
            """,
            "191(7, 2)"),
        new(
            "struct captured by a lambda",
            "Captured outer variables",
            """
            var p = new Point();
            Action bump = () => p.X++;
            bump();
            bump();
            var q = p;
            bump();
            return $"{p.X}{q.X}";
            --- types
            struct Point { public int X; }
            """,
            "32"),
    ];
}
