namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Extension methods and extension members.</summary>
static class Extensions
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "extension method",
            "Extension methods",
            """
            return $"{"12".ToInt() + 1}{new[] { "a", "b", "c" }.Slice(1, 2).Length}{5.Twice().Twice()}";
            --- types
            static class Extensions
            {
                public static int ToInt(this string s) => int.Parse(s);
                public static T[] Slice<T>(this T[] source, int index, int count)
                {
                    T[] result = new T[count];
                    for (var i = 0; i < count; i++) result[i] = source[index + i];
                    return result;
                }
                public static int Twice(this int n) => n * 2;
            }
            """,
            "13220"),
        new(
            "instance method wins over an extension method",
            "Extension method invocations",
            """
            return new A().F(1) + new B().F(1) + new C().F(1);
            --- types
            static class E { public static string F(this object o, int i) => "E.int "; public static string F(this object o, string s) => "E.string "; }
            class A;
            class B { public string F(int i) => "B.int "; }
            class C { public string F(object o) => "C.object"; }
            """,
            "E.int B.int C.object"),
        new(
            "extension method called as a static method",
            "Extension method invocations",
            """
            string? s = null;
            return E.OrNone(s) + s.OrNone() + "x".OrNone();
            --- types
            static class E { public static string OrNone(this string? s) => s ?? "none"; }
            """,
            "nonenonex"),
        new(
            "ref extension method",
            "Extension methods",
            """
            var p = new Point { X = 1 };
            p.Move(4);
            return $"{p.X}{p.Look()}";
            --- types
            struct Point { public int X; }
            static class E
            {
                public static void Move(this ref Point p, int n) => p.X += n;
                public static int Look(this in Point p) => p.X * 2;
            }
            """,
            "510"),
        new(
            "extension on an interface and a type parameter",
            "Extension methods",
            """
            return new Dog().Speak() + new[] { 1, 2 }.Second() + "ab".Also(s => s + "!");
            --- types
            interface IAnimal { string Name { get; } }
            class Dog : IAnimal { public string Name => "dog"; }
            static class E
            {
                public static string Speak(this IAnimal a) => a.Name + " speaks ";
                public static T Second<T>(this IEnumerable<T> items) { foreach (var item in items.Skip(1)) return item; throw new Exception(); }
                public static T Also<T>(this T t, Func<T, T> f) => f(t);
            }
            """,
            "dog speaks 2ab!"),
        new(
            "extension block with methods and properties",
            "Feature: extensions",
            """
            var list = new List<int> { 1, 2, 3 };
            return $"{list.IsBlank}{list.Middle}{list.Plus(10)}{"".IsBlank}";
            --- types
            static class E
            {
                extension<T>(List<T> list)
                {
                    public bool IsBlank => list.Count == 0;
                    public T Middle => list[list.Count / 2];
                }
                extension(List<int> list)
                {
                    public int Plus(int n) => list.Sum() + n;
                }
                extension(string s) { public bool IsBlank => s.Length == 0; }
            }
            """,
            "False216True"),
        new(
            "settable extension property",
            "Feature: extensions",
            """
            var b = new Box { N = 2 };
            b.Double = 20;
            b.Double += 2;
            return $"{b.N}{b.Double}";
            --- types
            class Box { public int N; }
            static class E
            {
                extension(Box box) { public int Double { get => box.N * 2; set => box.N = value / 2; } }
            }
            """,
            "1122"),
        new(
            "static extension members",
            "Feature: extensions",
            """
            return $"{int.Answer}{string.Of('x', 3)}{List<int>.Two(4)[1]}";
            --- types
            static class E
            {
                extension(int) { public static int Answer => 42; }
                extension(string) { public static string Of(char c, int n) => new(c, n); }
                extension<T>(List<T>) { public static List<T> Two(T t) => [t, t]; }
            }
            """,
            "42xxx4"),
        new(
            "extension operators",
            "Feature: extensions",
            """
            int[] sum = new[] { 1, 2 } + new[] { 3 };
            var twice = new[] { 5 } * 3;
            return $"{string.Join(",", sum)} {string.Join(",", twice)}";
            --- types
            static class E
            {
                extension<T>(T[])
                {
                    public static T[] operator +(T[] a, T[] b) => [.. a, .. b];
                    public static T[] operator *(T[] a, int n)
                    {
                        T[] all = [];
                        for (var i = 0; i < n; i++) all = all + a;
                        return all;
                    }
                }
            }
            """,
            "1,2,3 5,5,5"),
        new(
            "extension compound assignment operator",
            "Feature: extensions",
            """
            var b = new Box { N = 1 };
            b += 5;
            return $"{b.N}";
            --- types
            class Box { public int N; }
            static class E
            {
                extension(Box box) { public void operator +=(int n) => box.N += n; }
            }
            """,
            "6"),
        new(
            "extension block with a ref receiver",
            "Feature: extensions",
            """
            var n = 5;
            n.Bump();
            n.Bump();
            return $"{n}";
            --- types
            static class E { extension(ref int n) { public void Bump() => n += 10; } }
            """,
            "25"),
        new(
            "extension member called as a static method",
            "Feature: extensions",
            """
            return $"{E.Twice(4)}{E.get_Half(8)}{4.Twice()}";
            --- types
            static class E { extension(int n) { public int Twice() => n * 2; public int Half => n / 2; } }
            """,
            "848"),
    ];
}
