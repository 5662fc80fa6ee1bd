namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Deconstruction of tuples and own types.</summary>
static class Deconstructions
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "deconstructing declaration",
            "Deconstruction",
            """
            var (a, b) = (1, "x");
            (int c, var d) = (2, 3L);
            var (e, (f, g)) = (4, (5, 6));
            return $"{a}{b}{c}{d}{e}{f}{g}";
            """,
            "1x23456"),
        new(
            "deconstructing assignment swaps",
            "Deconstruction",
            """
            int x = 1, y = 2;
            (x, y) = (y, x);
            int[] a = [1, 2];
            (a[0], a[1]) = (a[1], a[0]);
            (x, var z) = (7, 8);
            return $"{x}{y}{a[0]}{a[1]}{z}";
            """,
            "71218"),
        new(
            "user-defined Deconstruct",
            "Deconstruction",
            """
            var p = new Point(3, 4);
            var (x, y) = p;
            p.Deconstruct(out var u, out _);
            (string name, _, int third) = new Named();
            return $"{x}{y}{u}{name}{third}";
            --- types
            class Point(int x, int y) { public void Deconstruct(out int a, out int b) { a = x; b = y; } }
            class Named { public void Deconstruct(out string name, out int n, out int third) => (name, n, third) = ("n", 1, 9); }
            """,
            "343n9"),
        new(
            "extension Deconstruct",
            "Deconstruction",
            """
            var (tens, ones) = 42;
            foreach (var (key, value) in new Dictionary<string, int> { ["k"] = 5 }) return $"{tens}{ones}{key}{value}";
            return "";
            --- types
            static class Digits { public static void Deconstruct(this int n, out int tens, out int ones) => (tens, ones) = (n / 10, n % 10); }
            """,
            "42k5"),
        new(
            "deconstruction evaluation order",
            "Deconstruction",
            """
            var said = "";
            int[] a = new int[2];
            int At(int i) { said += $"at{i} "; return i; }
            int Val(int i) { said += $"val{i} "; return i; }
            (a[At(0)], a[At(1)]) = (Val(5), Val(6));
            return said + a[0] + a[1];
            """,
            "at0 at1 val5 val6 56"),
        new(
            "value of a deconstructing assignment",
            "Deconstruction",
            """
            int a, b;
            var t = (a, b) = (1, 2);
            return $"{t}{a}{b}";
            """,
            "(1, 2)12"),
        new(
            "deconstruction converts elements",
            "Deconstruction",
            """
            long a;
            double b;
            (a, b) = (1, 2);
            (byte c, object d) = ((byte)3, "s");
            return $"{a}{b == 2.0}{c}{d}";
            """,
            "1True3s"),
        new(
            "deconstruction into variables that are converted",
            "Deconstruction",
            """
            (Meters a, long b) = (1, 2);
            var pair = (3, 4);
            (Meters c, long d) = pair;
            return $"{a.Centimeters}{b}{c.Centimeters}{d}";
            --- types
            class Meters(int n)
            {
                public int Centimeters => n * 100;
                public static implicit operator Meters(int n) => new(n);
            }
            """,
            "10023004"),
    ];
}
