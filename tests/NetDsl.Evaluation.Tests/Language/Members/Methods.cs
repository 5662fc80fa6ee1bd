namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Parameters, overloads, refs and constructors.</summary>
static class Methods
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "value parameter",
            "Value parameters",
            """
            static void F(int n, List<int> list) { n = 9; list.Add(n); list = []; list.Add(0); }
            var n = 1;
            List<int> list = [];
            F(n, list);
            return $"{n}{list.Count}{list[0]}";
            """,
            "119"),
        new(
            "ref parameter",
            "Reference parameters",
            """
            static void Swap(ref int x, ref int y) { int temp = x; x = y; y = temp; }
            int i = 1, j = 2;
            Swap(ref i, ref j);
            int[] a = [3, 4];
            Swap(ref a[0], ref a[1]);
            return $"{i}{j}{a[0]}{a[1]}";
            """,
            "2143"),
        new(
            "aliased ref parameters",
            "Reference parameters",
            """
            var c = new C();
            c.G();
            return c.S;
            --- types
            class C
            {
                public string S = "";
                void F(ref string a, ref string b) { S = "One"; a += "Two"; b += "Three"; }
                public void G() => F(ref S, ref S);
            }
            """,
            "OneTwoThree"),
        new(
            "output parameter",
            "Output parameters",
            """
            static void Split(string path, out string dir, out string name)
            {
                int i = path.Length;
                while (i > 0)
                {
                    char ch = path[i - 1];
                    if (ch == '\\' || ch == '/' || ch == ':') break;
                    i--;
                }
                dir = path.Substring(0, i);
                name = path.Substring(i);
            }
            string first;
            Split("c:\\Windows\\System\\hello.txt", out first, out var name);
            return first + "|" + name;
            """,
            "c:\\Windows\\System\\|hello.txt"),
        new(
            "input parameter",
            "Input parameters",
            """
            static int Sum(in Point p, in int n = 5) => p.X + n;
            var p = new Point { X = 1 };
            var n = 7;
            return $"{Sum(p)}{Sum(in p, n)}{Sum(new Point(), in n)}";
            --- types
            struct Point { public int X; }
            """,
            "687"),
        new(
            "ref readonly parameter",
            "Feature: ref readonly parameters",
            """
            static int Twice(ref readonly int n) => n * 2;
            var n = 4;
            return $"{Twice(ref n)}{Twice(in n)}";
            """,
            "88"),
        new(
            "parameter array",
            "Parameter arrays",
            """
            static string F(params int[] a) => $"{a.Length}:{string.Join(",", a)};";
            int[] arr = [1, 2, 3];
            return F(arr) + F(10, 20, 30, 40) + F();
            """,
            "3:1,2,3;4:10,20,30,40;0:;"),
        new(
            "parameter array of objects",
            "Parameter arrays",
            """
            static string F(params object[] args) => string.Join(" ", args.Select(o => o is object[] ? "array" : o is int ? "int" : "other"));
            object[] a = [1, "x"];
            object o = a;
            return F(a) + "," + F((object)a) + "," + F(o) + "," + F((object[])o);
            """,
            "int other,array,array,int other"),
        new(
            "parameter collections",
            "Feature: params collections",
            """
            static string List(params List<int> n) => $"list{n.Count}";
            static string Span(params ReadOnlySpan<int> n) => $"span{n.Length}";
            static string Enumerable(params IEnumerable<string> s) => string.Join("+", s);
            return List(1, 2) + Span(1, 2, 3) + Span() + Enumerable("a", "b");
            """,
            "list2span3span0a+b"),
        new(
            "optional parameters",
            "Optional parameters",
            """
            static string M(string s, int n = 3, bool b = true, string? t = null, Color c = Color.Blue, decimal d = default) => $"{s}{n}{b}{t ?? "-"}{c}{d == 0} ";
            return M("a") + M("b", 5) + M("c", b: false) + M(t: "t", s: "d");
            --- types
            enum Color { Red, Blue }
            """,
            "a3True-BlueTrue b5True-BlueTrue c3False-BlueTrue d3TruetBlueTrue "),
        new(
            "optional parameter of an overridden method",
            "Optional parameters",
            """
            A a = new B();
            B b = new();
            return a.M() + b.M();
            --- types
            class A { public virtual string M(int n = 1) => $"A{n}"; }
            class B : A { public override string M(int n = 2) => $"B{n}"; }
            """,
            "B1B2"),
        new(
            "method overloading",
            "Overload resolution",
            """
            return F(1) + F(1.0) + F("x") + F((double)1) + F('c') + F(1, 1) + F<int>(1) + F((object)1) + F();
            --- members
            static string F() => "F() ";
            static string F(object x) => "F(object) ";
            static string F(int x) => "F(int) ";
            static string F(double x) => "F(double) ";
            static string F<T>(T x) => "F<T>(T) ";
            static string F(double x, double y) => "F(double,double) ";
            """,
            "F(int) F(double) F<T>(T) F(double) F<T>(T) F(double,double) F<T>(T) F(object) F() "),
        new(
            "overloads in a class hierarchy",
            "Overload resolution",
            """
            B b = new();
            A a = b;
            return b.F(1) + a.F(1) + b.F("s");
            --- types
            class A { public string F(int n) => "A.int "; public string F(string s) => "A.string "; }
            class B : A { public string F(long n) => "B.long "; }
            """,
            "B.long A.int A.string "),
        new(
            "overload resolution priority",
            "Feature: overload resolution priority",
            """
            return new C().F(1);
            --- types
            class C
            {
                public string F(int n) => "int";
                [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
                public string F(long n) => "long";
            }
            """,
            "long"),
        new(
            "better conversion from a constant",
            "Better conversion from expression",
            """
            static string L(long n) => "long";
            return F(5) + F(5L) + F((short)5) + G(null) + L(5);
            --- members
            static string F(long n) => "long ";
            static string F(ulong n) => "ulong ";
            static string F(short n) => "short ";
            static string G(object? o) => "object ";
            static string G(string? s) => "string ";
            """,
            "short long short string long"),
        new(
            "expression-bodied members",
            "Method body",
            """
            var c = new C(4);
            c.Set(5);
            return $"{c.Twice()}{c.Half}{c[3]}";
            --- types
            class C
            {
                int n;
                public C(int n) => this.n = n;
                public int Twice() => n * 2;
                public int Half => n / 2;
                public int this[int i] => n + i;
                public void Set(int value) => n = value;
            }
            """,
            "1028"),
        new(
            "recursion",
            "Methods",
            """
            static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
            return $"{Fibonacci(15)} {Even(10)}{Even(7)} {Ackermann(2, 3)}";
            --- members
            static bool Even(int n) => n == 0 || Odd(n - 1);
            static bool Odd(int n) => n != 0 && Even(n - 1);
            static int Ackermann(int m, int n) => m == 0 ? n + 1 : n == 0 ? Ackermann(m - 1, 1) : Ackermann(m - 1, Ackermann(m, n - 1));
            """,
            "610 TrueFalse 9"),
        new(
            "ref local",
            "Ref local variable declarations",
            """
            int n = 1;
            ref int alias = ref n;
            alias = 5;
            int[] a = [1, 2, 3];
            ref int slot = ref a[1];
            slot *= 10;
            alias = ref a[2];
            alias++;
            ref readonly int look = ref n;
            n = 6;
            return $"{n}{look}{string.Join(",", a)}";
            """,
            "661,20,4"),
        new(
            "ref return",
            "Ref returns",
            """
            int[,] matrix = { { 1, 2 }, { 3, 42 } };
            static ref int Find(int[,] m, Func<int, bool> predicate)
            {
                for (int i = 0; i < m.GetLength(0); i++)
                    for (int j = 0; j < m.GetLength(1); j++)
                        if (predicate(m[i, j])) return ref m[i, j];
                throw new InvalidOperationException("Not found");
            }
            ref var item = ref Find(matrix, n => n == 42);
            item = 24;
            Find(matrix, n => n == 1)++;
            return $"{matrix[1, 1]}{matrix[0, 0]}";
            """,
            "242"),
        new(
            "ref to a field of an object",
            "Ref local variable declarations",
            """
            var b = new Box();
            ref int n = ref b.N;
            n += 3;
            b.N *= 2;
            ref var p = ref b.Point;
            p.X = 8;
            return $"{n}{b.N}{b.Point.X}";
            --- types
            class Box { public int N = 1; public Point Point; }
            struct Point { public int X; }
            """,
            "888"),
        new RefusedConstruct(
            "ref field",
            "Feature: ref fields",
            """
            int n = 1;
            var r = new Holder(ref n);
            r.Value = 7;
            return $"{n}";
            --- types
            ref struct Holder
            {
                ref int target;
                public Holder(ref int target) => this.target = ref target;
                public int Value { set => target = value; }
            }
            """,
            "ND0001 a 'ref' assignment to this cannot be evaluated at compile time"),
        new(
            "primary constructor of a class",
            "Feature: primary constructors",
            """
            var a = new Account("a", 10);
            a.Add(5);
            var s = new Savings("s", 100, 2);
            return $"{a}{s}{s.Interest}{new Account().Id}";
            --- types
            class Account(string id, int balance)
            {
                public Account() : this("none", 0) { }
                public string Id => id;
                public int Start { get; } = balance * 2;
                public void Add(int n) => balance += n;
                public override string ToString() => $"{id}{balance}/{Start} ";
            }
            class Savings(string id, int balance, int rate) : Account(id.ToUpperInvariant(), balance)
            {
                public int Interest => rate * 5;
            }
            """,
            "a15/20 S100/200 10none"),
        new(
            "primary constructor of a struct",
            "Feature: primary constructors",
            """
            var d = new Distance(3, 4);
            var zero = default(Distance);
            d.Move(1);
            return $"{d.Squared}{zero.Squared}";
            --- types
            struct Distance(int dx, int dy)
            {
                public void Move(int n) => dx += n;
                public readonly int Squared => dx * dx + dy * dy;
            }
            """,
            "320"),
        new(
            "out variable in an expression",
            "Output parameters",
            """
            var sum = int.TryParse("4", out var a) && int.TryParse("x", out var b) ? a + b : a;
            return $"{sum}";
            """,
            "4"),
        new(
            "arguments by reference are evaluated before the call",
            "Run-time evaluation of argument lists",
            """
            var i = 0;
            int[] a = [10, 20];
            static void F(ref int x, int y) => x = y;
            F(ref a[i++], i);
            return $"{a[0]}{a[1]}{i}";
            """,
            "1201"),
        new(
            "caller information",
            "Caller-info attributes",
            """
            return Name() + Text(1 + 2);
            --- members
            static string Name([System.Runtime.CompilerServices.CallerMemberName] string name = "") => name;
            static string Text(int n, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(n))] string text = "") => $"{n}={text}";
            """,
            "Result3=1 + 2"),
        new(
            "attributes and conditional compilation",
            "Attributes",
            """
            #if NEVER
            return "never";
            #else
            #region result
            return $"{new Old().N}";
            #endregion
            #endif
            --- types
            [Obsolete("old")]
            class Old { [System.ComponentModel.DefaultValue(3)] public int N => 3; }
            """,
            "3"),
        new(
            "conditional method",
            "The Conditional attribute",
            """
            var said = "";
            C.Log(() => said += "logged");
            C.Log2(said += "argument");
            return said + "none";
            --- types
            class C
            {
                [System.Diagnostics.Conditional("NEVER")]
                public static void Log(Action log) => log();
                [System.Diagnostics.Conditional("NEVER")]
                public static void Log2(string s) { }
            }
            """,
            "none"),
    ];
}
