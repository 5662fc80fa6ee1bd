namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Constructs that have no place in a description of a network.</summary>
static class RefusedLanguage
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new RefusedConstruct(
            "async method and await expression",
            "Async functions",
            """
            return F().Result;
            static async System.Threading.Tasks.Task<string> F()
            {
                await System.Threading.Tasks.Task.Yield();
                return "done";
            }
            """,
            "ND0001 'F' is asynchronous;"),
        new RefusedConstruct(
            "async lambda",
            "Anonymous function expressions",
            """
            Func<System.Threading.Tasks.Task<int>> f = async () => { await System.Threading.Tasks.Task.Yield(); return 1; };
            return $"{f().Result}";
            """,
            "ND0001 an asynchronous function cannot be evaluated at compile time"),
        new RefusedConstruct(
            "await foreach and async iterator",
            "Feature: async streams",
            """
            return F().Result;
            static async System.Threading.Tasks.Task<string> F()
            {
                var said = "";
                await foreach (var n in Numbers()) said += n;
                return said;
            }
            static async IAsyncEnumerable<int> Numbers()
            {
                await System.Threading.Tasks.Task.Yield();
                yield return 1;
            }
            """,
            "ND0001 'F' is asynchronous;"),
        new RefusedConstruct(
            "dynamic",
            "The dynamic type",
            """
            dynamic value = 1;
            return $"{value + 1}";
            """,
            "ND0001 'dynamic' cannot be evaluated at compile time"),
        new RefusedConstruct(
            "unsafe block and pointers",
            "Unsafe contexts",
            """
            unsafe
            {
                var n = 5;
                int* p = &n;
                *p = 6;
                return $"{n}";
            }
            """,
            "ND0001 a pointer cannot be evaluated at compile time"),
        new RefusedConstruct(
            "fixed statement",
            "The fixed statement",
            """
            unsafe
            {
                int[] a = [1, 2];
                fixed (int* p = a) p[1] = 5;
                return $"{a[1]}";
            }
            """,
            "ND0001 a pointer cannot be evaluated at compile time"),
        new RefusedConstruct(
            "pointer member access and arithmetic",
            "Pointers in expressions",
            """
            unsafe
            {
                var point = new Point { X = 1 };
                Point* p = &point;
                p->X++;
                return $"{p->X}{p + 1 - p}";
            }
            --- types
            struct Point { public int X; }
            """,
            "ND0001 a pointer cannot be evaluated at compile time"),
        new RefusedConstruct(
            "stackalloc to a pointer",
            "Stack allocation",
            """
            unsafe
            {
                int* p = stackalloc int[3];
                p[0] = 1;
                return $"{p[0]}";
            }
            """,
            "ND0001 'stackalloc' cannot be evaluated at compile time"),
        new RefusedConstruct(
            "sizeof an own struct",
            "The sizeof operator",
            """
            unsafe
            {
                return $"{sizeof(Point)}";
            }
            --- types
            struct Point { public int X, Y; }
            """,
            "ND0001 'sizeof' cannot be evaluated at compile time"),
        new RefusedConstruct(
            "fixed-size buffer",
            "Fixed-size buffers",
            """
            unsafe
            {
                var b = new Buffer();
                b.Items[0] = 1;
                return $"{b.Items[0]}";
            }
            --- types
            unsafe struct Buffer { public fixed int Items[4]; }
            """,
            "ND0001 "),
        new RefusedConstruct(
            "function pointer",
            "Feature: function pointers",
            """
            unsafe
            {
                delegate*<int, int> f = &Twice;
                return $"{f(2)}";
            }
            static int Twice(int n) => n * 2;
            """,
            "ND0001 a pointer cannot be evaluated at compile time"),
        new RefusedConstruct(
            "external method",
            "External methods",
            """
            return $"{Beep(1)}";
            --- members
            [System.Runtime.InteropServices.DllImport("none")]
            static extern int Beep(int n);
            """,
            "ND0006 'Beep' has no body to evaluate"),
        new RefusedConstruct(
            "expression tree",
            "Expression tree types",
            """
            System.Linq.Expressions.Expression<Func<int, int>> twice = x => x * 2;
            return $"{twice.Compile()(2)}";
            """,
            "ND0001 "),
        new RefusedConstruct(
            "mutable static field read",
            "Static and instance fields",
            """
            return $"{counter}";
            --- members
            static int counter = 1;
            """,
            "ND0001 'counter' can change, so its value is not known at compile time;"),
        new RefusedConstruct(
            "mutable static field assigned",
            "Static and instance fields",
            """
            counter = 2;
            return "assigned";
            --- members
            static int counter = 1;
            """,
            "ND0001 "),
        new RefusedConstruct(
            "mutable static property",
            "Static and instance members",
            """
            return $"{Config.Size}";
            --- types
            static class Config { public static int Size { get; set; } = 1; }
            """,
            "ND0001 'Size' can change, so its value is not known at compile time;"),
        new RefusedConstruct(
            "static event",
            "Events",
            """
            Bus.Sent += () => { };
            return "subscribed";
            --- types
            static class Bus { public static event Action? Sent; public static void Send() => Sent?.Invoke(); }
            """,
            "ND0001 "),
        new RefusedConstruct(
            "collection of a static changed",
            "Readonly fields",
            """
            Names.Add("b");
            return $"{Names.Count}";
            --- members
            static readonly List<string> Names = ["a"];
            """,
            "ND0001 this changes a collection of a static"),
        new RefusedConstruct(
            "object of a static changed",
            "Readonly fields",
            """
            Shared.N++;
            return $"{Shared.N}";
            --- members
            static readonly Box Shared = new();
            --- types
            class Box { public int N; }
            """,
            "ND0001 "),
        new RefusedConstruct(
            "exception that leaves the definition",
            "The throw statement",
            """
            if (Math.Max(1, 2) == 2) throw new InvalidOperationException("too far");
            return "";
            """,
            "ND0004 this throws InvalidOperationException: too far"),
        new RefusedConstruct(
            "own exception that leaves the definition",
            "The throw statement",
            """
            if (Math.Max(1, 2) == 2) throw new PlanException("too far");
            return "";
            --- types
            class PlanException(string message) : Exception(message);
            """,
            "ND0004 this throws PlanException: too far"),
        new RefusedConstruct(
            "exception of a static constructor",
            "Static constructors",
            """
            return $"{Bad.N}";
            --- types
            static class Bad
            {
                public static readonly int N;
                static Bad() { N = 1; throw new InvalidOperationException("bad start"); }
            }
            """,
            "ND0004 this throws InvalidOperationException"),
        new RefusedConstruct(
            "goto that never ends",
            "The goto statement",
            """
            var n = 0;
            again: n ^= 1;
            if (n < 2) goto again;
            return "";
            """,
            "ND0003 "),
        new RefusedConstruct(
            "recursion that never ends",
            "Methods",
            """
            return $"{F(1)}";
            static int F(int n) => F(n + 1) + 1;
            """,
            "ND0003 "),
    ];
}
