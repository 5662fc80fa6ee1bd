namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Delegate types, method groups and multicast delegates.</summary>
static class Delegates
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "delegate type",
            "Delegate declarations",
            """
            D d1 = M1;
            D d2 = M2;
            return $"{d1(3)}{d2.Invoke(3)}{new D(d1)(4)}";
            --- members
            static int M1(int x) => x + 1;
            static int M2(int x) => x * 2;
            --- types
            delegate int D(int x);
            """,
            "465"),
        new(
            "instance method group keeps its receiver",
            "Delegate instantiation",
            """
            var c = new Counter();
            Func<int> f = c.Next;
            c = new Counter { N = 100 };
            return $"{f()}{f()}{c.Next()}";
            --- types
            class Counter { public int N; public int Next() => ++N; }
            """,
            "12101"),
        new(
            "method group on a struct boxes a copy",
            "Delegate instantiation",
            """
            var c = new Counter();
            Func<int> f = c.Next;
            f();
            return $"{f()}{c.N}";
            --- types
            struct Counter { public int N; public int Next() => ++N; }
            """,
            "20"),
        new(
            "multicast delegate",
            "Delegate invocation",
            """
            var said = "";
            void M1(int i) => said += $"M1:{i} ";
            void M2(int i) => said += $"M2:{i} ";
            D cd1 = M1, cd2 = M2;
            var cd3 = cd1 + cd2;
            cd3 += cd1;
            cd3(-1);
            cd3 -= cd1;
            cd3(2);
            cd3 -= cd2;
            cd3(3);
            cd3 -= cd1;
            return said + (cd3 is null);
            --- types
            delegate void D(int x);
            """,
            "M1:-1 M2:-1 M1:-1 M1:2 M2:2 M1:3 True"),
        new(
            "parameters of a multicast delegate",
            "Delegate invocation",
            """
            var said = "";
            Action<int> tell = n => { n += 10; said += n; };
            tell += n => said += $" {n}";
            tell(1);
            return said;
            """,
            "11 1"),
        new(
            "value of a multicast delegate",
            "Delegate invocation",
            """
            Func<int> f = () => 1;
            f += () => 2;
            f += () => 3;
            return $"{f()}{f.GetInvocationList().Length}";
            """,
            "33"),
        new(
            "removal from an invocation list",
            "Subtraction operator",
            """
            var said = "";
            Action a = () => said += "a", b = () => said += "b";
            var all = a + b + a + b;
            var less = all - (a + b);
            less!();
            said += "|";
            (all - a)!();
            said += "|";
            ((a + b) - (b + a))!();
            return said;
            """,
            "ab|abb|ab"),
        new(
            "delegate with ref and out parameters",
            "Delegate declarations",
            """
            Try t = (string s, out int n, ref int calls) => { calls++; n = s.Length; return n > 1; };
            var calls = 0;
            var r = t("ab", out var n, ref calls);
            return $"{r}{n}{calls}";
            --- types
            delegate bool Try(string s, out int n, ref int calls);
            """,
            "True21"),
        new(
            "delegates are variant",
            "Delegate compatibility",
            """
            D d = F;
            return d("x").ToString()!;
            static string F(object o) => "F" + o;
            --- types
            delegate object D(string s);
            """,
            "Fx"),
        new(
            "exception in a multicast delegate",
            "Delegate invocation",
            """
            var said = "";
            Action f = () => said += "1";
            f += () => throw new Exception();
            f += () => said += "3";
            try { f(); } catch { said += "c"; }
            return said;
            """,
            "1c"),
        new(
            "natural type of a method group",
            "Feature: lambda improvements",
            """
            var f = Twice;
            Delegate d = Twice;
            return $"{f(4)}{f is Func<int, int>}{d is Func<int, int>}";
            --- members
            static int Twice(int n) => n * 2;
            """,
            "8TrueTrue"),
        new(
            "extension method as a delegate",
            "Method group conversions",
            """
            Func<string> f = "abc".Shout;
            return f() + string.Join("", new[] { 1, 2 }.Select(Half));
            static int Half(int n) => n * 5;
            --- types
            static class E { public static string Shout(this string s) => s.ToUpperInvariant(); }
            """,
            "ABC510"),
    ];
}
