namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Shallow copies, and types of exceptions.</summary>
static class Clones
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "MemberwiseClone",
            "Library: object.MemberwiseClone",
            """
            var a = new C { V = 1, L = [1] }; var b = a.Clone(); b.V = 2; b.L.Add(3); return "" + a.V + a.L.Count + b.V + ReferenceEquals(a, b) + b.GetType().Name + ((C)new D { W = 5 }.Clone() as D)!.W;
            --- types
            class C { public int V; public List<int> L = null!; public C Clone() => (C)MemberwiseClone(); }
            class D : C { public int W; }
            """,
            "122FalseC5"),
        new(
            "MemberwiseClone of exceptions and structs",
            "Library: object.MemberwiseClone",
            """
            var e = new My("m", new Exception("i")) { N = 3 }; var f = e.Copy(); f.N = 4;
            return e.N + f.Message + f.N + f.InnerException!.Message + new S { A = 1 }.Dup().A;
            --- types
            class My(string m, Exception i) : Exception(m, i) { public int N; public My Copy() => (My)this.MemberwiseClone(); }
            struct S { public int A; public S Dup() => (S)MemberwiseClone(); }
            """,
            "3m4i1"),
        new(
            "type of an exception",
            "Library: object.GetType",
            """
            try { throw new ArgumentNullException("p"); } catch (Exception e) { return e.GetType().Name + e.GetType().FullName + (e.GetType() == typeof(ArgumentNullException)) + new My().GetType().Name + (new My() as Exception).GetType().Name; }
            --- types
            class My : Exception { }
            """,
            "ArgumentNullExceptionSystem.ArgumentNullExceptionTrueMyMy"),
    ];
}
