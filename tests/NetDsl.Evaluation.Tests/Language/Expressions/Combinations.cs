namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Combinations of constructs in which order and identity matter.</summary>
static class Combinations
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "ref readonly to a struct in an array",
            "Feature: ref readonly",
            """
            var a = new[] { new P { X = 1 }, new P { X = 2 } }; ref readonly var r = ref a[1]; var log = ""; log += r.X; a[1].X = 5; log += r.X + r.Bump() + r.X; ref var w = ref a[0]; w.X = 9; w.Bump(); log += a[0].X; ref readonly var f = ref Find(a, 9); a[0] = new P { X = 77 }; log += f.X;
            return log;
            static ref readonly P Find(P[] a, int x) { for (var i = 0; i < a.Length; i++) if (a[i].X >= x) return ref a[i]; throw new Exception(); }
            --- types
            struct P { public int X; public int Bump() => ++X; }
            """,
            "2161077"),
        new(
            "with expression and init accessors with side effects",
            "Feature: records",
            """
            var log = new List<string>(); var r = new R(1, log) { B = 2 }; var s = r with { B = 3, A = 9 }; var t = s with { };
            return string.Join(",", log) + $"{r.A}{r.B}{s.A}{s.B}{t.B}" + (s == t) + s;
            --- types
            record R(int A, List<string> Log) { int b; public int B { get => b; init { Log.Add("B" + value); b = value; } } public int A { get; init { Log.Add("A" + value); field = value * 10; } } = A; protected virtual bool PrintMembers(System.Text.StringBuilder x) { x.Append("me"); return true; } }
            """,
            "B2,B3,A9129033TrueR { me }"),
        new(
            "finally blocks of nested iterators",
            "Iterators",
            """
            var log = new List<string>(); foreach (var x in Outer(log)) { log.Add("g" + x); if (x == 2) break; } using (var e = Outer(log).GetEnumerator()) { e.MoveNext(); log.Add("c" + e.Current); }
            return string.Join(",", log);
            static IEnumerable<int> Outer(List<string> l) { try { foreach (var i in Inner(l)) { try { yield return i; } finally { l.Add("fo" + i); } } } finally { l.Add("F"); } }
            static IEnumerable<int> Inner(List<string> l) { try { yield return 1; l.Add("m"); yield return 2; yield return 3; } finally { l.Add("fi"); } }
            """,
            "g1,fo1,m,g2,fo2,fi,F,c1,fo1,fi,F"),
        new(
            "filters and finally blocks in order",
            "The try statement",
            """
            var log = ""; bool F(string s, bool b) { log += s; return b; }
            try { try { try { throw new InvalidOperationException("x"); } catch (Exception e) when (F("1", false) || e.Message == "y") { log += "no"; } finally { log += "f1"; } } catch (InvalidOperationException) when (F("2", true)) { log += "c2"; throw; } finally { log += "f2"; } } catch (Exception e) when (F("3", e is InvalidOperationException { Message: "x" })) { log += "c3"; }
            return log;
            """,
            "12f1c23f2c3"),
        new(
            "list patterns over many types",
            "Feature: list patterns",
            """
            string M(object o) => o switch { int[] and [] => "empty", int[] and [var x] => "one" + x, int[] and [1, .., var y] => "1.." + y, int[] and [.. var s, 9] when s.Length > 1 => "s" + s.Length + s[^1], int[] and [> 5, _, .. { Length: 2 } r] => "gt" + r[0], string and ['a', .., 'z'] => "az", string and [var c, ..] => "c" + c, List<int> and [_, 7, ..] => "never", _ => "?" };
            return M(new int[0]) + M(new[] { 4 }) + M(new[] { 1, 2, 3 }) + M(new[] { 2, 3, 9 }) + M(new[] { 6, 1, 7, 8 }) + M("abz") + M("q") + M(5);
            """,
            "emptyone41..3s23gt7azcq?"),
        new(
            "default members of interfaces",
            "Feature: default interface methods",
            """
            I a = new A(); I b = new B(); J j = new B(); return a.M() + b.M() + j.M() + j.N() + ((I)j).N() + I.S() + a.P + b.P + new A().X();
            --- types
            interface I { string M() => "I" + N(); string N() => "n"; static string S() => "s"; int P => 4; private string Hid() => "h"; string H() => Hid(); }
            interface J : I { string I.N() => "jn"; new string N() => "J"; }
            class A : I { public string N() => "an"; public string X() => ((I)this).H(); }
            class B : J { public string M() => "bm" + ((I)this).N(); public int P => 7; }
            """,
            "IanbmjnbmjnJjns47h"),
        new(
            "static abstract members with operators and conversions",
            "Feature: static abstract members in interfaces",
            """
            return Sum<V>([new V(1), new V(2)]).X + "" + Make<V>().X + Name<V>() + Name<W>() + Op<V>(new V(3));
            static T Sum<T>(T[] a) where T : IAdd<T> { var r = T.Zero; foreach (var x in a) r += x; return r; }
            static T Make<T>() where T : IAdd<T> => T.Parse("5");
            static string Name<T>() where T : INamed => T.Name + T.Twice();
            static bool Op<T>(T t) where T : IAdd<T> => t == T.Zero || t != T.Zero && (bool)t;
            --- types
            interface IAdd<T> where T : IAdd<T> { static abstract T Zero { get; } static abstract T operator +(T a, T b); static abstract T Parse(string s); static abstract bool operator ==(T a, T b); static abstract bool operator !=(T a, T b); static abstract explicit operator bool(T t); }
            interface INamed { static virtual string Name => "dflt"; static virtual string Twice() => "tw"; }
            #pragma warning disable CS0660, CS0661
            record struct Q; struct V(int x) : IAdd<V>, INamed { public int X => x; public static V Zero => new(0); public static V operator +(V a, V b) => new(a.X + b.X); public static V Parse(string s) => new(int.Parse(s)); public static bool operator ==(V a, V b) => a.X == b.X; public static bool operator !=(V a, V b) => !(a == b); public static explicit operator bool(V v) => v.X > 0; static string INamed.Name => "V"; }
            class W : INamed { static string INamed.Twice() => "w2"; }
            """,
            "35Vtwdfltw2True"),
        new(
            "checked operators of the program",
            "Feature: checked user-defined operators",
            """
            var a = new C(1); var b = checked(a + a); var c = unchecked(a + a); var d = checked(-a); var e = checked((byte)a); var f = unchecked((byte)a); a++; checked { a++; }
            return $"{b.V}{c.V}{d.V}{e}{f}{a.V}";
            --- types
            record C(int V) { public static C operator +(C a, C b) => new(1); public static C operator checked +(C a, C b) => new(2); public static C operator -(C a) => new(3); public static C operator checked -(C a) => new(4); public static explicit operator byte(C a) => 5; public static explicit operator checked byte(C a) => 6; public static C operator ++(C a) => new(a.V + 10); public static C operator checked ++(C a) => new(a.V + 100); }
            """,
            "21465111"),
        new(
            "user-defined conditional logical operators",
            "User-defined conditional logical operators",
            """
            var log = ""; L T(string s, bool b) { log += s; return new L(b); }
            var x = T("a", true) && T("b", false); var y = T("c", false) && T("d", true); var z = T("e", true) || T("f", true); var w = T("g", false) || T("h", true);
            if (T("i", true) && T("j", true)) log += "!"; log += T("k", false) ? "t" : "f"; while (T("m", false)) { }
            return log + x.B + y.B + z.B + w.B;
            --- types
            class L(bool b) { public bool B => b; public static bool operator true(L l) => l.B; public static bool operator false(L l) => !l.B; public static L operator &(L a, L b) => new(a.B & b.B); public static L operator |(L a, L b) => new(a.B | b.B); }
            """,
            "abceghij!fmFalseFalseTrueTrue"),
        new(
            "conversions in foreach",
            "The foreach statement",
            """
            var log = ""; foreach (M m in new[] { 1, 2 }) log += m.V; foreach (long l in new List<int> { 3 }) log += l; foreach (int i in new object[] { 4 }) log += i; foreach (byte b in new[] { 300 }) log += b; try { foreach (string s in new object[] { "a", 5 }) log += s; } catch (InvalidCastException) { log += "ice"; } foreach (var (a, b) in new[] { new KeyValuePair<string, int>("k", 1) }) log += a + b; foreach (int? n in new[] { 7 }) log += n;
            return log;
            --- types
            class M(int v) { public int V => v; public static implicit operator M(int x) => new(x * 10); }
            """,
            "10203444aicek17"),
        new(
            "order of deconstruction",
            "Deconstruction",
            """
            var log = new List<string>(); var a = new int[3]; int I(string s, int v) { log.Add(s); return v; } D d = new(log);
            (a[I("i0", 0)], a[I("i1", 1)]) = (I("v0", 7), I("v1", 8)); (a[I("j", 2)], var q) = d; (int x, (a[I("k", 0)], _)) = (I("w", 1), d); (d.P, d[I("ix", 3)]) = (I("p", 5), I("r", 6)); (x, x) = (1, 2);
            return string.Join(",", log) + string.Join(",", a) + q + x;
            --- types
            class D(List<string> l) { public void Deconstruct(out int a, out int b) { l.Add("dec"); a = 4; b = 5; } public int P { set => l.Add("P" + value); } public int this[int i] { set => l.Add($"[{i}]{value}"); } }
            """,
            "i0,i1,v0,v1,j,dec,k,w,dec,ix,p,r,P5,[3]64,8,452"),
        new(
            "order of compound assignment",
            "Compound assignment",
            """
            var log = ""; var a = new[] { 1, 2, 3 }; int I(int v) { log += v; return v; } int[] G() { log += "g"; return a; } var x = 1;
            G()[I(0)] += I(5); G()[I(1)]++; x += x++ + ++x; a[x = 2] += x; var c = new C(); c.Self("a").V += c.Self("b").V = 3; c.Self("c").S ??= c.Self("d").S ?? "z"; c.Self("e")[I(4)] -= I(2); int y = 3; y = y++ + (y = 10) + y; y -= (y = 2) + y;
            return log + string.Join(",", a) + x + c.V + c.Log + c.S + y;
            --- types
            class C { public int V = 1; public string? S; public string Log = ""; public C Self(string s) { Log += s; return this; } public int this[int i] { get { Log += "get" + i; return 8; } set { Log += "set" + i + value; } } }
            """,
            "g05g1426,3,524abcdeget4set46z19"),
        new(
            "index and range of a type that counts",
            "Feature: ranges",
            """
            var t = new T(); return $"{t[^1]}{t[1..^1]}{t[..]}" + (t[^2] = 9) + t.Log + (new T() is [_, .., 3] ? "m" : "n") + t.Log;
            --- types
            class T { public string Log = ""; public int Count { get { Log += "C"; return 4; } } public int this[int i] { get { Log += "g" + i; return i; } set { Log += "s" + i; } } public string Slice(int a, int n) { Log += $"S{a},{n}"; return $"<{a}:{n}>"; } }
            """,
            "3<1:2><0:4>9Cg3CS1,2CS0,4Cs2mCg3CS1,2CS0,4Cs2"),
        new(
            "switch on long text with when",
            "The switch statement",
            """
            string M(string s, int k) { switch (s) { case "alphabetical-long-string-number-one" when k > 1: return "a1"; case "alphabetical-long-string-number-one": return "a"; case "alphabetical-long-string-number-two" or "x" when k < 0: return "b"; case { Length: > 10 } and not "zzzzzzzzzzzzzz": return "long"; case null: return "null"; case var q when q.StartsWith('z'): return "z"; default: goto case null; } }
            return M("alphabetical-long-string-number-one", 2) + M("alphabetical-long-string-number-one", 0) + M("alphabetical-long-string-number-two", -1) + M("alphabetical-long-string-number-two", 1) + M("x", -1) + M("x", 1) + M("zzzzzzzzzzzzzz", 1) + M(null!, 0);
            """,
            "a1ablongbnullznull"),
        new(
            "generic virtual methods and covariant returns",
            "Feature: covariant return types",
            """
            Base b = new Derived(); Func<object> f = b.Get<string>; IEnumerable<object> o = new List<string> { "a" }; return b.M(1) + b.M("x") + ((Derived)b).M(1) + b.Get<int>() + f() + o.First() + b.Clone().GetType().Name;
            --- types
            class Base { public virtual string M(object o) => "bo"; public virtual string M(int i) => "bi"; public virtual object Get<T>() where T : notnull => typeof(T).Name; public virtual Base Clone() => new(); }
            class Derived : Base { public override string M(object o) => "do" + base.M(o); public new string M(int i) => "new"; public override string Get<T>() => "d" + base.Get<T>(); public override Derived Clone() => new(); }
            """,
            "bidobonewdInt32dStringaDerived"),
        new(
            "order of constructors and initialisers",
            "Constructor execution",
            """
            var log = new List<string>(); Sink.L = null; new D(log); return string.Join(",", log);
            --- types
            static class Sink { public static List<string>? L { get => null; set { } } public static int Put(this List<string> l, string s) { l.Add(s); return 1; } }
            class B { protected List<string> l; public B(List<string> l) { this.l = l; l.Put("B"); V(); } public virtual void V() => l.Put("BV"); }
            class D(List<string> log) : B(Arg(log)) { readonly int a = log.Put("a"); readonly string? s = "set"; public override void V() => l.Put("DV" + a + s); static List<string> Arg(List<string> l) { l.Put("arg"); return l; } }
            """,
            "a,arg,B,DV1set"),
        new(
            "captured variables and goto",
            "Captured outer variables",
            """
            var fs = new List<Func<int>>(); var i = 0; again: int v = i; fs.Add(() => v++ + i); if (++i < 3) goto again; return string.Join(",", fs.Select(f => f())) + string.Join(",", fs.Select(f => f()));
            """,
            "5,6,78,9,10"),
        new(
            "overflow, shifts and remainders",
            "The checked and unchecked operators",
            """
            var log = ""; int m = int.MaxValue; try { checked { log += m + 1; } } catch (OverflowException) { log += "o"; } log += unchecked(m + 1); try { log += checked((byte)double.Parse("300", System.Globalization.CultureInfo.InvariantCulture)); } catch (OverflowException) { log += "o2"; } log += 1 << 33; log += -7 / 2 + "" + -7 % 3 + (-7 >> 1) + (-7 >>> 28); uint u = 5; log += u - 6; short s = -1; log += (ushort)s; s >>>= 3; log += s; log += (char)('a' + 2); log += 7.0 / 2 == 3.5; decimal d = 1.10m; log += (d + 0.9m == 2m); try { log += int.MinValue / int.Parse("-1"); } catch (OverflowException) { log += "o3"; } try { log += Math.Abs(int.MinValue); } catch (OverflowException) { log += "o4"; }
            return log;
            """,
            "o-2147483648o22-3-1-415429496729565535-1cTrueTrueo3o4"),
        new(
            "order of disposal",
            "The using statement",
            """
            var log = new List<string>(); { using var a = new R("a", log); using R b = new("b", log), c = new("c", log); log.Add("body"); } try { using (new R("t", log)) throw new Exception("e"); } catch (Exception e) { log.Add(e.Message); } foreach (var x in new R("en", log)) { log.Add("x" + x); break; } await0(); return string.Join(",", log);
            static void await0() { }
            --- types
            sealed class R(string n, List<string> l) : IDisposable { public void Dispose() => l.Add("d" + n); public R GetEnumerator() => this; public bool MoveNext() => true; public int Current => 1; }
            """,
            "body,dc,db,da,dt,e,x1,den"),
        new(
            "named, optional and params arguments",
            "Corresponding parameters",
            """
            var log = ""; string M(int a, int b = 5, params int[] c) => $"{a}{b}{string.Join("", c)};"; int I(int v) { log += v; return v; } string N(int x, int y, int z = 3) => $"{x}{y}{z};";
            return M(1) + M(1, 2) + M(1, 2, 3, 4) + M(b: 9, a: 8) + M(1, 2, [7]) + M(1, c: 4) + N(z: I(1), x: I(2), y: I(3)) + log;
            """,
            "15;12;1234;89;127;154;231;123"),
        new(
            "extension members of many kinds",
            "Feature: extension members",
            """
            var l = new List<int> { 1, 2 }; var n = 5; n.Inc(); l += 4; return l.Second + l.Total() + "" + int.Magic + List<int>.Make(3).Count + n + string.Join(",", l) + l.IsEmpty2;
            --- types
            static class X { extension(List<int> l) { public int Second => l[1]; public int Total() => l.Sum(); public bool IsEmpty2 => l.Count == 0; public static List<int> operator +(List<int> a, int b) { var r = new List<int>(a); r.Add(b); return r; } }
             extension(int) { public static int Magic => 42; } extension(ref int i) { public void Inc() => i++; } extension<T>(List<T>) { public static List<T> Make(int n) { var r = new List<T>(); for (var i = 0; i < n; i++) r.Add(default!); return r; } } }
            """,
            "942361,2,4False"),
        new(
            "compound operators that change their target",
            "Feature: user-defined compound assignment operators",
            """
            var c = new C { V = 1 }; var d = c; c += 5; var s = new S { V = 1 }; s += 5; s++; var e = c; ++c; c.P(ref c); var arr = new[] { s }; arr[0] += 10; return "" + c.V + ReferenceEquals(c, d) + s.V + e.V + arr[0].V + s.V;
            --- types
            class C { public int V; public void operator +=(int x) => V += x; public static C operator +(C a, int b) => new() { V = 100 }; public void operator ++() => V += 1000; public void P(ref C c) { c += 1; } }
            struct S { public int V; public void operator +=(int x) => V += x; public void operator ++() => V += 100; }
            """,
            "1007True1061007116106"),
        new(
            "null-conditional assignment with field",
            "Feature: null-conditional assignment",
            """
            var cnt = 0; var c = new C(); C? n = null; n?.V = F(); c?.V = 4; c?.N?.V = F(); c!.N = new C(); c?.N?.V += 5; return log() + c!.V + c.N.V + c.T;
            int F() { cnt++; return 7; } string log() => cnt + ":";
            --- members
            --- types
            class C { public int V { get => field; set => field = value < 0 ? 0 : value; } public C? N { get; set; } public string T { get => field ??= "lazy" + V; } }
            """,
            "0:45lazy4"),
        new(
            "formats of enums",
            "Enums",
            """
            var f = F.A | F.C; F z = 0; F odd = (F)9; return $"{f} {z} {odd} {f.HasFlag(F.A)} {(int)f} {f:D} {f:X} {F.B,5} {Enum.Parse<F>("b", true)} {Enum.IsDefined(typeof(F), 3)} {string.Join("/", Enum.GetNames<F>())} {f ^ F.A} {~F.A & F.All} {(byte)E.X} {E.Y - E.X} {E.X + 1}";
            --- types
            [Flags] enum F { None = 0, A = 1, B = 2, C = 4, All = 7 } enum E : byte { X = 250, Y }
            """,
            "A, C None 9 True 5 5 00000005     B B False None/A/B/C/All C B, C 250 1 Y"),
        new(
            "queries are lazy and sort stably",
            "Query expressions",
            """
            var log = ""; var l = new List<int> { 3, 1, 2 }; var q = from x in l where T("w" + x, x > 1) let y = x * 2 orderby y descending, x select $"{x}{y}"; l.Add(5); log += "|" + string.Join(",", q) + "|"; l.Remove(3); log += q.First() + "|" + string.Join(",", from a in l from b in new[] { 1, 2 } where a != b join c in l on a equals c into g group b by g.Count() into h select h.Key + ":" + h.Sum()); log += l.Aggregate("", (s, x) => s + x) + l.OrderBy(x => x % 2).ThenByDescending(x => x).Last();
            return log;
            bool T(string s, bool b) { log += s; return b; }
            """,
            "|510,36,24|510|1:61251"),
        new(
            "copies of structs",
            "Value types",
            """
            var l = new List<S> { new() { V = 1 } }; var s = l[0]; s.V = 9; var a = new[] { new S { V = 1 } }; a[0].V = 4; foreach (var x in a) x.Set(7); var d = new Dictionary<string, S> { ["k"] = s }; d["k"].Set(100); var h = new H { S = s }; h.S.Set(5); h.Ro.Set(6); h.Prop.Set(8); object box = s; ((I)box).Set(50); var copy = (S)box; I i = s; i.Set(60); s.Set(70); Func<int> g = s.Get; s.Set(80); return $"{l[0].V},{a[0].V},{d["k"].V},{h.S.V},{h.Ro.V},{h.Prop.V},{copy.V},{((S)i).V},{g()},{s.V}";
            --- types
            interface I { void Set(int v); } struct S : I { public int V; public void Set(int v) => V = v; public int Get() => V; } class H { public S S; public readonly S Ro; public S Prop { get; set; } }
            """,
            "1,4,9,5,0,0,50,60,70,80"),
        new(
            "recursion through functions that are values",
            "Local function declarations",
            """
            int Fact(int n) => n <= 1 ? 1 : n * Fact(n - 1); Func<int, int> fib = null!; fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2); T Id<T>(T x) { T L() => x; return L(); } string Even(int n) => n == 0 ? "e" : Odd(n - 1); string Odd(int n) => n == 0 ? "o" : Even(n - 1); static Func<T, Func<U, (T, U)>> Curry<T, U>() => a => b => (a, b); return $"{Fact(6)}{fib(12)}{Id("s")}{Id(3)}{Even(7)}{Curry<int, string>()(1)("z")}";
            """,
            "720144s3o(1, z)"),
        new(
            "finally and return",
            "The return statement",
            """
            var log = ""; int A() { var x = 1; try { return x; } finally { x = 2; } } int B(ref int r) { try { r = 1; throw new Exception(); } catch { r += 10; return r; } finally { r += 100; } } string C() { for (var i = 0; ; i++) { try { if (i == 2) return "r" + i; continue; } finally { if (i == 1) log += "f"; } } } var z = 0; log += A(); log += B(ref z); log += z; log += C(); try { D(); } catch (Exception e) { log += e.Message + e.InnerException?.Message; } return log;
            void D() { try { throw new Exception("one"); } catch (Exception e) { throw new Exception("two", e); } finally { log += "fd"; } }
            --- members
            static string log0 = "";
            """,
            "111111r2fdtwoone"),
        new(
            "parameters of types that are captured",
            "Feature: primary constructors",
            """
            var c = new C(1, "a"); c.Inc(); return c.Show() + new D(5).Show() + C.Count("x") + new G<int>(3).V + G<string>.Name;
            --- types
            class C(int n, string s) { public void Inc() => n++; public virtual string Show() => s + n + Init; public readonly int Init = n * 2; public static int Count(string q) => q.Length; }
            class D(int n) : C(n + 1, "d") { public override string Show() => base.Show() + n++ + n; } class G<T>(T v) { public T V => v; public static string Name => typeof(T).Name; }
            """,
            "a22d6125613String"),
        new(
            "combined functions",
            "Delegate invocation",
            """
            Func<int>? f = null; var n = 0; f += () => n += 1; f += () => n += 10; var r = f(); f -= f; var log = r + "" + (f is null) + n; Action a = () => log += "1"; Action b = () => { log += "2"; throw new Exception(); }; Action c = () => log += "3"; try { (a + b + c)(); } catch (Exception) { log += "x"; } var m = a + c + a; m -= a; m!(); m -= (a + c); log += m is null; return log;
            """,
            "11True1112x13True"),
        new(
            "messages of exceptions",
            "Exceptions",
            """
            var log = ""; void T(Action a) { try { a(); } catch (Exception e) { log += e.GetType().Name + ":" + e.Message + ";"; } } var d = new Dictionary<string, int>(); T(() => _ = d["k"]); T(() => d.Add(null!, 1)); T(() => { d.Add("a", 1); d.Add("a", 2); }); T(() => _ = new List<int>()[0]); T(() => new int[0].First()); T(() => new[] { 1, 2 }.Single()); T(() => _ = (string)(object)5); T(() => int.Parse("x")); T(() => _ = "abc".Substring(5)); T(() => throw new ArgumentException("m", "p")); T(() => { int? q = null; _ = q.Value; }); T(() => Enum.Parse<DayOfWeek>("Nope")); T(() => _ = new[] { 1 }[^2]); T(() => _ = "ab"[1..9]);
            return log;
            """,
            "KeyNotFoundException:The given key 'k' was not present in the dictionary.;ArgumentNullException:Value cannot be null. (Parameter 'key');ArgumentException:An item with the same key has already been added. Key: a;ArgumentOutOfRangeException:Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index');InvalidOperationException:Sequence contains no elements;InvalidOperationException:Sequence contains more than one element;InvalidCastException:Unable to cast object of type 'System.Int32' to type 'System.String'.;FormatException:The input string 'x' was not in a correct format.;ArgumentOutOfRangeException:startIndex cannot be larger than length of string. (Parameter 'startIndex');ArgumentException:m (Parameter 'p');InvalidOperationException:Nullable object must have a value.;ArgumentException:Requested value 'Nope' was not found.;IndexOutOfRangeException:Index was outside the bounds of the array.;ArgumentOutOfRangeException:Index and length must refer to a location within the string. (Parameter 'length');"),
        new(
            "constructors and methods that assign a struct",
            "This access",
            """
            var s = new S(3); var t = s.With(9); var log = $"{s.A}{s.B}{t.A}"; s = default; log += s.A; S u = new() { A = 4 }; log += u.A + u.B; u.Reset(); log += u.A; Do(ref u, v => v.A = 1); log += u.A; return log;
            static void Do(ref S s, Action<S> f) { f(s); s.A += 5; }
            --- types
            struct S { public int A; public int B = 7; public S(int a) { A = a; B = Next(); } int Next() { A++; return A; } public S With(int a) { var c = this; c.A = a; return c; } public void Reset() { this = new S(1); A += 10; } }
            """,
            "449041217"),
        new(
            "constructors of structs that throw",
            "Struct constructors",
            """
            var log = ""; S s = new(1); try { s = new S("x"); } catch (FormatException) { log += "f"; } log += s.A; try { s.Fail(); } catch (Exception) { } log += s.A; log += new S().A; return log;
            --- types
            struct S { public int A; public S(int a) { A = a; } public S(string s) : this(5) { A += int.Parse(s); } public void Fail() { A = 8; Inner(); } void Inner() { A++; throw new Exception(); } }
            """,
            "f190"),
        new(
            "structs in structs in objects",
            "Variables",
            """
            var c = new C(); c.O.I.V = 3; c.O.I.Inc(); c.Arr[1].I.Inc(); ref var i = ref c.O.I; i.Inc(); c.O = default; i.V += 5; return $"{c.O.I.V}{c.Arr[1].I.V}{c.Get().I.V}";
            --- types
            struct Inn { public int V; public void Inc() => V++; } struct Out { public Inn I; } class C { public Out O; public Out[] Arr = new Out[2]; public Out Get() { O.I.Inc(); var o = O; o.I.Inc(); return o; } }
            """,
            "517"),
        new(
            "calls that change a struct through type parameters",
            "Type parameter constraints",
            """
            var e = new Cnt(); Bump(ref e); Bump2(e); var log = "" + e.N; ICnt b = e; BumpI(b); BumpG(b); log += b.N + "" + e.N; return log + Gen(new Cnt()) + Gen<ICnt>(new Cnt());
            static void Bump<T>(ref T t) where T : ICnt { t.Inc(); t.Inc(); } static void Bump2<T>(T t) where T : ICnt => t.Inc(); static void BumpI(ICnt t) => t.Inc(); static void BumpG<T>(T t) where T : ICnt => t.Inc(); static int Gen<T>(T t) where T : ICnt { t.Inc(); var u = t; u.Inc(); return t.N * 10 + u.N; }
            --- types
            interface ICnt { void Inc(); int N { get; } } struct Cnt : ICnt { int n; public void Inc() => n++; public int N => n; }
            """,
            "2421222"),
        new(
            "readonly members of an in parameter",
            "Input parameters",
            """
            var p = new P { X = 1 }; return F(in p, () => p.X = 4) + G(p) + p.X;
            static string F(in P p, Action a) { var b = p.Sum(); a(); return b + "" + p.Sum() + p.X; } static string G(in P p) { p.Mut(); return "" + p.X; }
            --- types
            struct P { public int X; public readonly int Sum() => X + 1; public void Mut() => X = 99; }
            """,
            "25444"),
        new(
            "statics that read those of other types",
            "Static field initialization",
            """
            return $"{A.X}{B.Y}{C.Z}{A.L.Count}{D<int>.N}{D<string>.N}{E.V}";
            --- types
            static class A { public static readonly int X = B.Y + 1; public static readonly List<int> L = [.. Enumerable.Range(0, X)]; } static class B { public static readonly int Y = C.Z * 2; } static class C { public const int K = 2; public static readonly int Z = K + 1; } static class D<T> { public static readonly string N = typeof(T).Name; } class E { public static readonly int V; static E() { V = A.X; for (var i = 0; i < 3; i++) V += i; } }
            """,
            "7637Int32String10"),
        new(
            "static constructor that throws, with filter and finally",
            "Static constructors",
            """
            var log = ""; for (var i = 0; i < 2; i++) { try { try { _ = A.V; } finally { log += "f"; } } catch (TypeInitializationException e) when (e.InnerException is DivideByZeroException) { log += "c"; } } try { try { A.Touch(); } catch (DivideByZeroException) { log += "no"; } } catch (Exception e) { log += e.GetType().Name; } return log;
            --- types
            class A { static int z = 0; public static readonly int V = 1; static A() { try { V = 1 / Zero(); } finally { V = 3; } } static int Zero() => "".Length; public static void Touch() { } }
            """,
            "fcfcTypeInitializationException"),
        new(
            "iterators that end early",
            "Iterators",
            """
            var log = ""; IEnumerable<int> G(int n) { log += "s"; try { for (var i = 0; i < n; i++) { if (i == 1) yield break; yield return i; } } finally { log += "e"; } } var g = G(3); foreach (var x in g) log += x; foreach (var x in g.Take(1)) log += x; log += g.Count(); var z = G(2).Zip(G(2)).ToList(); return log + z.Count;
            """,
            "s0es0e1ssee1"),
        new(
            "initialisers in initialisers",
            "Object initializers",
            """
            var c = new C { L = { 1, 2 }, D = { ["a"] = 1, ["b"] = { } }, In = { X = 3, L2 = { new() { X = 5 } } }, [2] = "two", Arr = { [0] = 9 } }; return $"{c.L.Count}{c.D["a"]}{c.In.X}{c.In.L2[0].X}{c.S}{c.Arr[0]}";
            --- types
            class C { public List<int> L { get; } = []; public Dictionary<string, object> D { get; } = new() { ["b"] = new List<int>() }; public I In { get; } = new(); public string S = ""; public string this[int i] { set => S += i + value; } public int[] Arr = new int[1]; } class I { public int X; public List<I> L2 = []; }
            """,
            "21352two9"),
        new(
            "ref, out and in parameters of a delegate",
            "Reference parameters",
            """
            D d = (ref S s, out int o, in int i) => { s.V += i; o = s.V; s.V++; }; var s = new S { V = 1 }; var arr = new[] { s }; int o; var i = 5; d(ref s, out o, i); var log = $"{s.V}{o}"; d(ref arr[0], out arr[0].V, in i); log += arr[0].V; d(ref s, out i, in i); log += $"{s.V}{i}"; Action<int> q = x => { x++; log += x; }; q(i); return log + i;
            --- types
            delegate void D(ref S s, out int o, in int i); struct S { public int V; }
            """,
            "76713121312"),
        new(
            "lambda that is removed from a list",
            "Delegate equality operators",
            """
            var acts = new List<Action>(); var log = ""; for (var i = 0; i < 3; i++) { var j = i; Action a = () => log += j; acts.Add(a); if (i == 1) acts.Remove(a); } acts.ForEach(a => a()); Action x = () => log += "z"; Action y = x; log += acts.Contains(x); acts.Add(x); log += acts.IndexOf(y); return log;
            """,
            "02False2"),
        new(
            "lambdas of generic types",
            "Anonymous function conversions",
            """
            return $"{ReferenceEquals(G<int>.Get(), G<int>.Get())}{ReferenceEquals(G<int>.Get(), G<long>.Get())}{G<string>.Same()}{new G<int>().Inst() == new G<int>().Inst()}{G<int>.Nest()() == G<int>.Nest()()}";
            --- types
            class G<T> { public static object Get() => (Func<T, T>)(x => x); public static bool Same() { var a = new List<Func<T>>(); foreach (var i in new[] { 1, 2 }) a.Add(() => default!); return a[0] == a[1] && ReferenceEquals(a[0], a[1]); } public Func<int> Inst() => () => 3; public static Func<Func<int>> Nest() => () => () => 4; }
            """,
            "TrueFalseTrueTrueTrue"),
        new(
            "returns by read-only reference",
            "Feature: ref readonly",
            """
            var c = new C(); ref readonly var v = ref c.Ref(1); c.A[1] = 8; var log = "" + v + c[1]; c.Ix(0) = 5; c.Ix(0)++; log += c.A[0]; return log + Sum(1, 2, 3) + Sum() + Sum([.. c.A]);
            static int Sum(params ReadOnlySpan<int> s) { var t = 0; foreach (ref readonly var x in s) t += x; return t; }
            --- types
            class C { public int[] A = [1, 2, 3]; public ref readonly int Ref(int i) => ref A[i]; public ref int Ix(int i) => ref A[i]; public ref readonly int this[int i] => ref A[i]; }
            """,
            "8866017"),
        new(
            "reference to an element of a covariant array",
            "Array covariance",
            """
            object[] o = new string[1]; var log = ""; try { o[0] = 1; } catch (ArrayTypeMismatchException) { log += "m"; } try { R(ref o[0]); } catch (ArrayTypeMismatchException) { log += "r"; } I(in o[0]); o[0] = "s"; return log + o[0];
            static void R(ref object x) { } static void I(in object x) { }
            """,
            "mrs"),
        new(
            "iterator of a struct walks a copy",
            "Iterators",
            """
            var s = new S { V = 1 }; var e = s.Each(); s.V = 9; var log = string.Join(",", e) + s.V; IEnumerable<int> b = s.Each(); log += string.Join(",", b) + string.Join(",", b); return log;
            --- types
            struct S { public int V; public IEnumerable<int> Each() { yield return V; V++; yield return V; } }
            """,
            "1,299,109,10"),
    ];
}
