namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Anonymous functions and their captures.</summary>
static class Lambdas
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "lambda expression",
            "Anonymous function expressions",
            """
            Func<int, int> a = x => x + 1;
            Func<int, int> b = x => { return x * 2; };
            Func<int, int, int> c = (x, y) => x + y;
            Func<int> d = () => 7;
            Action<int> e = (int x) => { };
            e(1);
            return $"{a(1)}{b(2)}{c(3, 4)}{d()}";
            """,
            "2477"),
        new(
            "anonymous method expression",
            "Anonymous function expressions",
            """
            Func<int, int> f = delegate (int x) { return x + 5; };
            Action<int, string> g = delegate { };
            g(1, "");
            return $"{f(1)}";
            """,
            "6"),
        new(
            "outer variable captured",
            "Captured outer variables",
            """
            static Func<int> F() { int x = 0; return () => ++x; }
            var d = F();
            var e = F();
            return $"{d()}{d()}{d()}{e()}";
            """,
            "1231"),
        new(
            "captured variable is shared",
            "Captured outer variables",
            """
            var x = 1;
            Action bump = () => x++;
            Func<int> get = () => x;
            bump();
            x += 10;
            bump();
            return $"{get()}{x}";
            """,
            "1313"),
        new(
            "fresh variable for each iteration",
            "Instantiation of local variables",
            """
            var actions = new Func<int>[3];
            for (int i = 0; i < 3; i++)
            {
                int x = i * 2 + 1;
                actions[i] = () => x;
            }
            int y;
            var shared = new Func<int>[3];
            for (int i = 0; i < 3; i++)
            {
                y = i * 2 + 1;
                shared[i] = () => y;
            }
            return string.Join(" ", actions.Select(f => f())) + "|" + string.Join(" ", shared.Select(f => f()));
            """,
            "1 3 5|5 5 5"),
        new(
            "shared and distinct captures together",
            "Instantiation of local variables",
            """
            var f = new Func<int>[3];
            int x = 0;
            for (int i = 0; i < 3; i++)
            {
                int y = 0;
                f[i] = () => x++ * 10 + y++;
            }
            return string.Join(" ", f[0](), f[1](), f[2](), f[0]());
            """,
            "0 10 20 31"),
        new(
            "capture of a parameter and this",
            "Captured outer variables",
            """
            return string.Join(" ", new Adder(10).All(3).Select(f => f(1)));
            --- types
            class Adder(int start)
            {
                int calls;
                public Func<int, int>[] All(int n) => [x => x + start, x => x + n, x => ++calls, x => ++calls + start];
            }
            """,
            "11 4 1 12"),
        new(
            "nested lambdas",
            "Captured outer variables",
            """
            Func<int, Func<int, Func<int, int>>> add = a => b => c => a * 100 + b * 10 + c;
            var twelve = add(1)(2);
            return $"{twelve(3)}{twelve(9)}";
            """,
            "123129"),
        new(
            "natural type of a lambda",
            "Feature: lambda improvements",
            """
            var f = (int x) => x + 1;
            var g = () => "g";
            var h = object (bool b) => b ? 1 : "two";
            return $"{f(1)}{g()}{h(false)}{f is Func<int, int>}";
            """,
            "2gtwoTrue"),
        new(
            "lambda with default parameter",
            "Feature: lambda improvements",
            """
            var add = (int x, int by = 10) => x + by;
            return $"{add(1)}{add(1, 2)}";
            """,
            "113"),
        new(
            "lambda with a parameter array",
            "Feature: lambda improvements",
            """
            var sum = (params int[] n) => n.Length;
            return $"{sum()}{sum(1, 2)}{sum([5])}";
            """,
            "021"),
        new(
            "lambda with modifiers and without types",
            "Feature: simple lambda parameters with modifiers",
            """
            Try t = (s, out n) => int.TryParse(s, out n);
            return $"{t("5", out var n)}{n}{t("x", out n)}{n}";
            --- types
            delegate bool Try(string s, out int n);
            """,
            "True5False0"),
        new(
            "static lambda and discard parameters",
            "Feature: static anonymous functions",
            """
            Func<int, int, int> f = static (_, _) => 42;
            Func<int, int> g = static _ => 1;
            return $"{f(1, 2)}{g(3)}";
            """,
            "421"),
        new(
            "lambda invoked at once",
            "Invocation expressions",
            """
            return ((Func<int, int>)(x => x * x))(5).ToString() + new Func<string>(() => "!")();
            """,
            "25!"),
        new(
            "recursive lambda",
            "Captured outer variables",
            """
            Func<int, int> factorial = null!;
            factorial = n => n <= 1 ? 1 : n * factorial(n - 1);
            return $"{factorial(6)}";
            """,
            "720"),
        new RefusedConstruct(
            "lambda with a ref return",
            "Feature: lambda improvements",
            """
            int[] a = [1, 2];
            Get get = ref int (i) => ref a[i];
            get(1) = 50;
            return $"{a[1]}";
            --- types
            delegate ref int Get(int i);
            """,
            "ND0001 a function of type 'Get', which returns by reference"),
        new(
            "attributes on a lambda",
            "Feature: lambda improvements",
            """
            var f = [Obsolete] (int x) => x;
            return $"{f(3)}";
            """,
            "3"),
    ];
}
