namespace NetDsl.Evaluation.Tests.Language;

/// <summary>When types are initialised, and what becomes of it when that throws.</summary>
static class TypeInitialisation
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "type initialiser that throws",
            "Static constructors",
            """
            Exception? a = null, b = null;
            try { _ = A.X; } catch (Exception e) { a = e; }
            try { _ = A.Y; } catch (Exception e) { b = e; }
            return "" + ReferenceEquals(a, b) + (a == b) + b!.GetType().Name;
            --- types
            class A { public static readonly int Y = 3; public static readonly int X = int.Parse("x"); }
            """,
            "TrueTrueTypeInitializationException"),
        new(
            "static constructor that throws",
            "Static constructors",
            """
            var log = "";
            try { new A(); } catch (TypeInitializationException e) { log += "new" + e.InnerException!.Message; }
            try { A.M(); } catch (TypeInitializationException e) { log += "M"; }
            try { log += A.V; } catch (TypeInitializationException e) { log += "V"; }
            log += A.C;
            return log;
            --- types
            class A { public const int C = 4; public static readonly int V = 1; static A() { throw new InvalidOperationException("x"); } public static int M() => 1; }
            """,
            "newxMV4"),
        new(
            "static field that throws when it is asked for",
            "Static field initialization",
            """
            var log = "" + A.M(); log += new A().N();
            try { log += A.V; } catch (TypeInitializationException e) { log += "V" + e.InnerException!.GetType().Name; }
            log += A.M();
            return log;
            --- types
            class A { static readonly int[] e = []; public static readonly int V = e[0]; public static int M() => 1; public int N() => 2; }
            """,
            "12VIndexOutOfRangeException1"),
        new(
            "type initialiser of a nested type that throws",
            "Static field initialization",
            """
            var log = "";
            try { log += Q; } catch (TypeInitializationException e) { log += "t" + e.TypeName; }
            return log;
            --- types
            static class H { public static int Get() => H2.P; static class H2 { public static int P { get; } = int.Parse("q"); } }
            --- members
            static int Q => H.Get();
            """,
            "tH2"),
        new(
            "statics in the order of their text",
            "Static field initialization",
            """
            return "" + A.X + A.Y + A.Z;
            --- types
            class A { public static readonly int X = Y + 1; public static readonly int Y = 5; public static readonly int Z = G(); static int G() => X + Y; }
            """,
            "156"),
        new(
            "statics of each constructed type",
            "Static field initialization",
            """
            var log = "";
            try { log += A<int>.V; } catch (TypeInitializationException e) { log += "int"; }
            try { log += A<string>.V; } catch (TypeInitializationException e) { log += "string" + e.InnerException!.Message; }
            return log;
            --- types
            class A<T> { public static readonly string V = typeof(T) == typeof(int) ? "fine" : throw new InvalidOperationException("no"); }
            """,
            "finestringno"),
        new(
            "exception that is caught in a static initialiser",
            "Static field initialization",
            """
            return A.V + A.W;
            --- types
            class A { public static readonly string V = F(); public static readonly string W = "w"; static string F() { try { throw new Exception("a"); } catch (Exception e) { return e.Message + (W ?? "null"); } } }
            """,
            "anullw"),
        new(
            "static that nobody reads",
            "Static field initialization",
            """
            return "" + A.V;
            --- types
            class A { public static readonly int V = 3; public static readonly DateTime T = DateTime.Now; }
            """,
            "3"),
        new(
            "field keyword in static properties",
            "Feature: field keyword",
            """
            return "" + A.P + A.Q + A.R;
            --- types
            class A { public static int P { get => field + 1; } = 4; public static string Q => field ?? "none"; public static int R { get { return field; } } = 7; }
            """,
            "5none7"),
    ];
}
