namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Which functions that are values are equal, and which are the same object.</summary>
static class SameFunctions
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "lambda that captures nothing is kept",
            "Anonymous function conversions",
            """
            Func<int>? a = null; var log = "";
            for (var i = 0; i < 2; i++) { Func<int> f = () => 1; Func<int> g = static () => 1; log += ReferenceEquals(a, f); a = f; log += ReferenceEquals(f, g) + "" + (f == g); }
            return log + ReferenceEquals(M(), M()) + (M() == M()) + ReferenceEquals(G<int>(), G<int>()) + ReferenceEquals(G<int>(), G<string>());
            --- members
            static Func<int> M() => () => 2;
            static Func<int> G<T>() => () => 3;
            """,
            "FalseFalseFalseTrueFalseFalseTrueTrueTrueFalse"),
        new(
            "lambda is equal to itself with the same variables",
            "Delegate equality operators",
            """
            var x = 1; var log = "";
            Func<int> Make() => () => x;
            log += ReferenceEquals(Make(), Make()) + "" + (Make() == Make());
            Func<int>? a = null;
            for (var i = 0; i < 2; i++) { Func<int> f = () => x; log += ReferenceEquals(a, f) + "" + (a == f); a = f; }
            for (var i = 0; i < 2; i++) { var y = i; Func<int> f = () => x + y; log += ReferenceEquals(a, f) + "" + (a == f); a = f; }
            foreach (var i in new[] { 1, 2 }) { Func<int> f = () => i; log += ReferenceEquals(a, f) + "" + (a == f); a = f; }
            return log;
            """,
            "FalseTrueFalseFalseTrueTrueFalseFalseFalseFalseFalseFalseFalseFalse"),
        new(
            "lambda that captures this",
            "Delegate equality operators",
            """
            var c = new C(); return "" + ReferenceEquals(c.M(), c.M()) + (c.M() == c.M()) + (c.M() == new C().M()) + ReferenceEquals(c.S(), c.S()) + c.Loop() + ReferenceEquals(c.G(), c.G()) + (c.G() == c.G());
            --- types
            class C { int v; public Func<int> M() => () => v; public Func<int> S() => () => 4; public Func<int> G() => N; int N() => 1;
             public string Loop() { Func<int>? a = null; var r = ""; for (var i = 0; i < 2; i++) { Func<int> f = () => v; r += ReferenceEquals(a, f); r += a == f; a = f; } return r; } }
            """,
            "FalseTrueFalseTrueFalseFalseFalseTrueFalseTrue"),
        new(
            "method group of a static method is kept",
            "Method group conversions",
            """
            Func<int> a = A, b = A; var log = "" + ReferenceEquals(a, b) + (a == b);
            Func<int> c = C.F, d = C.Get(); log += ReferenceEquals(c, d) + "" + (c == d);
            Func<int> e = C.G<int>, f = C.G<int>, g = C.G<string>; log += ReferenceEquals(e, f) + "" + (e == f) + ReferenceEquals(e, g) + (e == g);
            var o = new C(); Func<int> h = o.I, i = o.I; log += ReferenceEquals(h, i) + "" + (h == i);
            log += ReferenceEquals(C.In<int>(), C.In<int>()) + "" + ReferenceEquals(C.In<int>(), C.In<string>()) + (C.In<int>() == C.In<string>()) + ReferenceEquals(C.In2<int>(), C.In<int>()) + (C.In2<int>() == C.In<int>());
            var s = "x"; Func<string> t = s.Trim, u = s.Trim; log += ReferenceEquals(t, u) + "" + (t == u);
            Func<string, int> p = int.Parse, q = int.Parse; log += ReferenceEquals(p, q) + "" + (p == q);
            Func<int> x1 = 5.Ext0, x2 = 5.Ext0;
            return log;
            --- members
            static int A() => 1;
            --- types
            class C { public static int F() => 1; public static Func<int> Get() => F; public static int G<T>() => 2; public int I() => 3; public static Func<int> In<T>() => G<T>; public static Func<int> In2<T>() => G<T>; }
            static class X { public static int Ext0(this object o) => 1; }
            """,
            "TrueTrueFalseTrueTrueTrueFalseFalseFalseTrueTrueFalseFalseFalseTrueFalseTrueTrueTrue"),
        new(
            "local function as a value",
            "Method group conversions",
            """
            var x = 1; int Cap() => x; int No() => 1; static int St() => 2;
            Func<int> a = Cap, b = Cap, c = No, d = No, e = St, f = St;
            var log = "" + ReferenceEquals(a, b) + (a == b) + ReferenceEquals(c, d) + (c == d) + ReferenceEquals(e, f) + (e == f) + ReferenceEquals(M(), M()) + (M() == M()) + ReferenceEquals(N(), N()) + (N() == N());
            Func<int>? p = null; for (var i = 0; i < 2; i++) { Func<int> q = Cap; log += ReferenceEquals(p, q) + "" + (p == q); p = q; }
            return log;
            --- members
            static Func<int> M() { static int L() => 1; return L; }
            static Func<int> N() { int L() => 1; return L; }
            """,
            "FalseTrueFalseTrueTrueTrueTrueTrueFalseTrueFalseFalseFalseTrue"),
        new(
            "lambda is removed from an event",
            "Event assignment",
            """
            var c = new C(); var n = 0;
            void H() => n++;
            c.E += H; c.E += H; c.E -= H; c.Raise();
            for (var i = 0; i < 2; i++) c.E += () => n += 10;
            Action l = () => n += 100; c.E += l; c.E -= l; c.Raise();
            return "" + n;
            --- types
            class C { public event Action? E; public void Raise() => E?.Invoke(); }
            """,
            "22"),
        new(
            "lambda in a lambda",
            "Anonymous function conversions",
            """
            var x = 1; var log = "";
            Func<Func<int>> outer = () => () => x; log += ReferenceEquals(outer(), outer()) + "" + (outer() == outer());
            Func<Func<int>> outer2 = delegate { return delegate { return x; }; }; log += ReferenceEquals(outer2(), outer2()) + "" + (outer2() == outer2());
            Func<Func<int>> o3 = () => () => 1; log += ReferenceEquals(o3(), o3());
            Func<int, Func<int>> o4 = y => () => x + y; log += ReferenceEquals(o4(1), o4(1)) + "" + (o4(1) == o4(1));
            Func<int, Func<int>> o5 = y => () => x; log += ReferenceEquals(o5(1), o5(1)) + "" + (o5(1) == o5(1));
            return log;
            """,
            "TrueTrueFalseTrueTrueFalseFalseTrueTrue"),
        new(
            "functions in constructors",
            "Anonymous function conversions",
            """
            return "" + A.T + A.U + B.Make(1) + B.Make(2);
            --- types
            class A { public static readonly bool T, U; static A() { Func<int>? a = null; Func<int>? m = null; for (var i = 0; i < 2; i++) { Func<int> f = () => 1; Func<int> g = M; T = ReferenceEquals(a, f); U = ReferenceEquals(m, g); a = f; m = g; } } static int M() => 1; }
            class B { public Func<int> F = () => 1; public B(int x) { } public B(string s) { } public static string Make(int x) => "" + ReferenceEquals(new B(1).F, new B(2).F) + ReferenceEquals(new B(1).F, new B("").F); }
            """,
            "FalseFalseTrueFalseTrueFalse"),
        new(
            "lambda that calls a local function",
            "Anonymous function conversions",
            """
            var x = 0; void Inc() => x++; var log = ""; Action? p = null;
            for (var i = 0; i < 2; i++) { Action a = () => Inc(); log += ReferenceEquals(p, a) + "" + (p == a); p = a; a(); }
            int Pure() => 4; Func<int>? q = null;
            for (var i = 0; i < 2; i++) { Func<int> a = () => Pure(); log += ReferenceEquals(q, a); q = a; }
            while (x < 4) { var z = x; { var w = z; Action a = () => { x += 1; _ = w; }; log += p == a; p = a; a(); } }
            return log + x;
            """,
            "FalseFalseTrueTrueFalseTrueFalseFalse4"),
        new(
            "new delegate from a delegate",
            "Delegate creation expressions",
            """
            Func<int> f = F; var g = new Func<int>(f); var h = new Func<int>(f); var n = 0; Func<int> Next() { n++; return f; }
            var k = new Func<int>(Next()); Func<int>? z = null; var log = "";
            try { k = new Func<int>(z!); } catch (Exception e) { log = e.GetType().Name; }
            return "" + ReferenceEquals(A, B) + (A == B) + ReferenceEquals(C(), C()) + ReferenceEquals(D(), D()) + ReferenceEquals(C(), D()) + ReferenceEquals(f, g) + (f == g) + (g == h) + g() + n + log + X<int>.S() + X<string>.S() + ReferenceEquals(X<int>.Get(), X<int>.Get()) + (X<int>.Get() == X<string>.Get());
            --- members
            static int F() => 1;
            static readonly Func<int> A = F, B = F;
            static readonly Func<Func<int>> C = () => F;
            static readonly Func<Func<int>> D = () => F;
            --- types
            class X<T> { public static Func<int> Get() => M; static int M() => 1; public static bool S() { Func<T>? a = null; for (var i = 0; i < 2; i++) { Func<T> b = () => default!; if (ReferenceEquals(a, b)) return true; a = b; } return false; } }
            """,
            "FalseTrueFalseFalseFalseFalseFalseTrue11ArgumentExceptionTrueTrueTrueFalse"),
        new(
            "method group of a virtual method and of a struct",
            "Method group conversions",
            """
            var s = new S { V = 1 }; Func<int> a = s.Get, b = s.Get; var log = "" + (a == b); s.V = 5; log += a() + b();
            object o = s; Func<string> c = o.ToString!, d = o.ToString!; log += (c == d) + c();
            var e = new E(); Func<int> x = e.Get, y = ((B)e).Get; log += (x == y) + "" + x() + y();
            Action m = () => { }; m += m; Action m2 = m; log += (m == m2) + "" + (m + m == m2 + m2);
            IEnumerable<int> L() { yield return 1; } Func<IEnumerable<int>> it = L; log += it().Count();
            return log;
            --- types
            struct S { public int V; public int Get() => V; public override string ToString() => "s" + V; }
            class B { public virtual int Get() => 1; } class E : B { public override int Get() => 2; }
            """,
            "False2Trues5True22TrueTrue1"),
        new(
            "method group of a type parameter",
            "Method group conversions",
            """
            return "" + Own(new C()) + Own(new S()) + Library("a") + Library(new L()) + Extension(new C());
            --- members
            static bool Own<T>(T x) where T : I { Func<int> a = x.M, b = x.M; return a == b; }
            static bool Library<T>(T x) where T : IComparable<string> { Func<string?, int> a = x.CompareTo, b = x.CompareTo; return a == b; }
            static bool Extension<T>(T x) where T : I { Func<int> a = x.Twice, b = x.Twice; return a == b; }
            --- types
            interface I { int M(); } class C : I { public int M() => 1; } struct S : I { public int M() => 2; }
            struct L : IComparable<string> { public int CompareTo(string? other) => 0; }
            static class X { public static int Twice(this I i) => 2 * i.M(); }
            """,
            "TrueFalseTrueFalseTrue"),
        new(
            "delegates as keys",
            "Delegate equality operators",
            """
            var d = new Dictionary<Func<int, int>, string>(); Func<int, int> f = x => x; d[f] = "f"; Func<int, int> Id() => x => x; d[Id()] = "a"; d[Id()] = "b"; d[Twice] = "t"; d[Twice] = "u";
            var set = new HashSet<Action>(); for (var i = 0; i < 3; i++) set.Add(() => { }); var q = 0; for (var i = 0; i < 3; i++) set.Add(() => q++); for (var i = 0; i < 3; i++) set.Add(() => q += i);
            return d.Count + d[Id()] + d[Twice] + set.Count + new[] { (Func<int, int>)Twice, Twice, f }.Distinct().Count();
            static int Twice(int x) => x * 2;
            """,
            "3bu32"),
    ];
}
