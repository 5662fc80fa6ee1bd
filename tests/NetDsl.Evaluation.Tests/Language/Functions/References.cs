namespace NetDsl.Evaluation.Tests.Language;

/// <summary>What is passed by reference, and which variable it stands for.</summary>
static class References
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "in parameter sees its variable change",
            "Input parameters",
            """
            var x = 1; var log = "";
            void F(in int p, Action change) { log += p; change(); log += p; }
            F(in x, () => x = 5); F(x, () => x = 7); F(x + 0, () => x = 9);
            long y = 3; F2(x, () => x = 20);
            void F2(in long p, Action change) { log += "|" + p; change(); log += p; }
            return log;
            """,
            "155777|99"),
        new(
            "in parameter of a constructor, an element and an indexer",
            "Input parameters",
            """
            var c = new C { V = 1 }; var a = new[] { 1, 2 };
            var log = "";
            log += new R(in c.V, () => c.V = 8).Text;
            log += M(a[1], () => a[1] = 9);
            log += c[c.V, () => c.V = 77];
            return log;
            --- members
            static string M(in int p, Action act) { var s = p + ""; act(); return s + p; }
            --- types
            class C { public int V; public string this[in int p, Action act] { get { var s = p + ","; act(); return s + p; } } }
            class R { public string Text; public R(in int p, Action act) { Text = p + "-"; act(); Text += p; } }
            """,
            "1-8298,77"),
        new(
            "in parameter of an operator, and ref readonly",
            "Input parameters",
            """
            var s = new S { V = 1 }; var t = new S { V = 2 };
            var log = "" + (s + t).V;
            ref readonly var q = ref s; s.V = 4; log += q.V; log += q.Get();
            log += G(ref s, () => s.V = 9);
            return log;
            --- members
            static string G(ref readonly S p, Action a) { var r = "" + p.V; a(); return r + p.V + p.Get() + p.Bump() + p.V; }
            --- types
            struct S { public int V; public static S operator +(in S a, in S b) => new S { V = a.V + b.V }; public readonly int Get() => V; public int Bump() => ++V; }
            """,
            "344499109"),
        new(
            "in parameter of a delegate",
            "Input parameters",
            """
            var x = 1; var log = "";
            D d = (in int p, Action act) => { log += p; act(); log += p; };
            d(in x, () => x = 3); d(x, () => x = 4); d(x + 1, () => x = 5);
            return log + x;
            --- types
            delegate void D(in int p, Action act);
            """,
            "1334555"),
        new(
            "in parameter of an extension method",
            "Input parameters",
            """
            var s = new S { V = 1 };
            var log = s.Ext(() => s.V = 6);
            return log;
            --- types
            struct S { public int V; }
            static class E { public static string Ext(this in S s, Action a) { var r = "" + s.V; a(); return r + s.V; } }
            """,
            "16"),
        new(
            "in parameter that is passed on",
            "Input parameters",
            """
            var x = 1; return A(in x, () => x++);
            --- members
            static string A(in int p, Action a) { a(); return B(in p, a); }
            static string B(in int p, Action a) { a(); var r = "" + p; ref readonly int q = ref p; a(); return r + q; }
            """,
            "34"),
        new(
            "a reference to an element is taken before later arguments",
            "Run-time evaluation of argument lists",
            """
            var a = new int[1]; var log = "";
            try { P(in a[L(3)], L(1)); } catch (IndexOutOfRangeException) { log += "range"; }
            try { Q(ref a[L(3)], L(1)); } catch (IndexOutOfRangeException) { log += "range"; }
            int[]? n = null;
            try { Q(ref n![L(0)], L(1)); } catch (NullReferenceException) { log += "null"; }
            return log;
            int L(int v) { log += v; return v; }
            --- members
            static void P(in int a, int b) { }
            static void Q(ref int a, int b) { }
            """,
            "3range3range0null"),
        new(
            "reference parameters of delegates stand for the variables",
            "Reference parameters",
            """
            var x = 1; var log = "";
            D d = (ref int p) => { log += p; x = 10; log += p; p = 20; log += x; };
            d(ref x);
            E e = M; x = 3; log += e(ref x, () => x = 50) + x;
            O o = (out int p) => { p = 4; log += x; x = 6; return p; };
            log += "|" + o(out x);
            return log;
            --- members
            static string M(ref int p, Action a) { a(); p++; return "m" + p; }
            --- types
            delegate void D(ref int p); delegate string E(ref int p, Action a); delegate int O(out int p);
            """,
            "11020m5151|6"),
        new(
            "reference parameters of delegates in combination",
            "Reference parameters",
            """
            var a = new[] { 1, 2 }; var log = "";
            D d = (ref int p, ref int q) => { p = 5; q = p + 1; log += p; };
            d(ref a[0], ref a[0]); log += a[0];
            var c = new C(); d(ref c.V, ref c.V); log += c.V;
            D m = d; m += (ref int p, ref int q) => { p += q; }; var z = 1; var w = 2; m(ref z, ref z); log += "," + z;
            T t = int.TryParse; log += t("42", out var r) + "" + r;
            T u = C.Try; log += u("7", out r) + "" + r;
            return log;
            --- types
            delegate void D(ref int p, ref int q); delegate bool T(string s, out int v);
            class C { public int V; public static bool Try(string s, out int v) { v = s.Length; return true; } }
            """,
            "66666,12True42True1"),
        new(
            "what was assigned through a reference stays when the function throws",
            "Reference parameters",
            """
            var x = 1; D d = (ref int p) => { p = 9; throw new InvalidOperationException(); };
            try { d(ref x); } catch (InvalidOperationException) { }
            return "" + x;
            --- types
            delegate void D(ref int p);
            """,
            "9"),
        new(
            "what a method of a struct assigned stays when it throws",
            "This access",
            """
            var s = new S(); try { s.M(); } catch (InvalidOperationException) { }
            return "" + s.V;
            --- types
            struct S { public int V; public void M() { V = 5; throw new InvalidOperationException(); } }
            """,
            "5"),
        new(
            "this of a struct is the variable",
            "This access",
            """
            var s = new S(); var r = s.M(() => s.V = 5); var a = new S[1]; r += a[0].M(() => a[0].V = 6);
            var c = new C(); r += c.F.M(() => c.F.V = 7) + c.F.V;
            return r + s.V + a[0].V + s.Get(() => s.V = 1);
            --- types
            struct S { public int V; public string M(Action a) { V = 1; a(); var t = "" + V; V++; return t; } public readonly string Get(Action a) { a(); return "g" + V; } }
            class C { public S F; }
            """,
            "567867g1"),
        new(
            "receiver by reference of an extension is the variable",
            "Feature: extension members",
            """
            var s = new S(); var r = s.X(() => s.V = 5);
            return r + s.V + s.Y(() => s.V = 8) + s.V;
            --- types
            struct S { public int V; }
            static class E { public static string X(this ref S s, Action a) { s.V = 1; a(); s.V++; return "" + s.V; }
             extension(ref S s) { public string Y(Action a) { s.V = 2; a(); s.V++; return "y" + s.V; } } }
            """,
            "66y99"),
        new(
            "member of a boxed struct that the base library calls",
            "Boxing conversions",
            """
            IEnumerable<int> e = new S(3); var log = string.Join(",", e) + e.Sum(); IEnumerator<int> en = new En(2); en.MoveNext(); en.MoveNext(); log += en.Current; var boxed = (object)new En(5); ((System.Collections.IEnumerator)boxed).MoveNext(); log += ((IEnumerator<int>)boxed).Current; IEnumerable<int> w = new Wrap(new En(3)); log += string.Join("", w.Take(2));
            return log;
            --- types
            struct S(int n) : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { for (var i = 0; i < n; i++) yield return i; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
            struct En(int n) : IEnumerator<int> { int i; public bool MoveNext() => i++ < n; public int Current => i; object System.Collections.IEnumerator.Current => i; public void Dispose() { } public void Reset() => i = 0; }
            class Wrap(IEnumerator<int> e) : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => e; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => e; }
            """,
            "0,1,232112"),
        new(
            "ref locals that are assigned again",
            "Feature: ref local reassignment",
            """
            int a = 1, b = 2; ref int r = ref a; r = 5; r = ref b; r++; ref int t = ref (a > 3 ? ref a : ref b); t *= 10; var arr = new[] { 1, 2, 3 }; ref int m = ref Max(arr); m = 0; (r, t) = (t, r); ref var nested = ref arr[arr[0] = 2]; nested = 44; foreach (ref var e in arr.AsSpan()) e++; return $"{a},{b},{string.Join("", arr)}";
            static ref int Max(int[] x) { var i = 0; for (var k = 0; k < x.Length; k++) if (x[k] > x[i]) i = k; return ref x[i]; }
            """,
            "3,50,3345"),
        new(
            "elements of a span by reference",
            "Feature: spans",
            """
            Span<int> s = [3, 1, 2]; (s[0], s[1]) = (s[1], s[0]); ref var x = ref s[2]; x = 10; s[0]++; s[^1] += 5; Swap(ref s[0], ref s[1]);
            return string.Join(",", s.ToArray());
            --- members
            static void Swap(ref int a, ref int b) { (a, b) = (b, a); }
            """,
            "3,2,15"),
        new(
            "elements of a span that looks at nothing",
            "Feature: spans",
            """
            Span<int> s = default; var log = "";
            try { s[0] = 1; } catch (IndexOutOfRangeException) { log += "set"; }
            try { Set(ref s[0]); } catch (IndexOutOfRangeException) { log += "reference"; }
            return log;
            --- members
            static void Set(ref int x) { x = 1; }
            """,
            "setreference"),
        new(
            "in parameter of an element that another function finds",
            "Input parameters",
            """
            var i = 0; var a = new S[3]; a[1].V = 2; a[2].V = 3; var c = new C();
            var log = M(in a[Next(ref i)].V, () => a[1].V = 7);
            log += a[Next(ref i)].Get() + "" + i;
            log += M(in c.Held[c.Count++].V, () => c.Count++) + c.Count;
            log += M(in Same(ref i), () => i = 9);
            return log + M(in c.Kept.V, () => c = new C());
            --- members
            static int Next(ref int i) => ++i;
            static ref int Same(ref int i) => ref i;
            static string M(in int p, Action act) { var r = p + ","; act(); return r + p + ";"; }
            --- types
            struct S { public int V; public readonly int Get() => V; }
            class C { public int Count; public readonly S[] Held = [new S { V = 5 }]; public readonly S Kept = new S { V = 6 }; }
            """,
            "2,7;325,5;22,9;6,6;"),
    ];
}
