namespace NetDsl.Evaluation.Tests.Language;

/// <summary>When collection expressions walk what they spread.</summary>
static class Spreads
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "spread of a list that a later element changes",
            "Feature: collection expressions",
            """
            var l = new List<int> { 1 }; int[] a = [.. l, Add(), .. l];
            return string.Join(",", a);
            int Add() { l.Add(2); return 9; }
            """,
            "1,2,9,1,2"),
        new(
            "spread into a list",
            "Feature: collection expressions",
            """
            var l = new List<int> { 1 }; List<int> a = [.. l, Add(), .. l, Add()];
            return string.Join(",", a);
            int Add() { l.Add(2); return 9; }
            """,
            "1,2,9,1,2,9"),
        new(
            "spread of a query",
            "Feature: collection expressions",
            """
            var l = new List<int> { 1 }; IEnumerable<int> e = l.Where(x => true); int[] a = [.. e, Add(), .. e, .. l, Add()];
            List<int> b = [.. e, Add(), .. l, Add()];
            return string.Join(",", a) + "|" + string.Join(",", b);
            int Add() { l.Add(2); return 9; }
            """,
            "1,9,1,2,1,2,9|1,2,2,9,1,2,2,2,9"),
        new(
            "spreads into interfaces",
            "Feature: collection expressions",
            """
            var l = new List<int> { 1 }; IEnumerable<int> a = [.. l, Add(), .. l, Add()]; IReadOnlyList<int> b = [.. l, Add(), .. l]; IList<int> c = [.. l, Add()]; ICollection<int> d = [Add(), ..l, Add()];
            return string.Join(",", a) + "|" + string.Join(",", b) + "|" + string.Join(",", c)+ "|" + string.Join(",", d);
            int Add() { l.Add(2); return 9; }
            """,
            "1,2,9,1,2,9|1,2,2,2,9,1,2,2,2|1,2,2,2,9|9,1,2,2,2,2,2,9"),
        new(
            "spread into a set",
            "Feature: collection expressions",
            """
            var l = new List<int> { 1 }; HashSet<int> a = [.. l, Add(), .. l, Add(), .. l];
            Stack<int> st = new([1]);
            return string.Join(",", a.OrderBy(x => x)) + l.Count;
            int Add() { l.Add(l.Count + 1); return 9; }
            """,
            "1,2,3,93"),
        new(
            "spread into an immutable array and a span",
            "Feature: collection expressions",
            """
            var l = new List<int> { 1 }; System.Collections.Immutable.ImmutableArray<int> a = [.. l, Add(), .. l]; Span<int> s = [.. l, Add(), ..l];
            return string.Join(",", a) + "|" + string.Join(",", s.ToArray());
            int Add() { l.Add(2); return 9; }
            """,
            "1,2,9,1,2|1,2,2,9,1,2,2"),
        new(
            "spread whose elements are converted late",
            "Feature: collection expressions",
            """
            var log = ""; var l = new List<int> { 1, 2 };
            W[] w = [.. l, L(3), .. l];
            return log + w.Length;
            W L(int v) { log += "L"; l.Add(3); return new W(); }
            --- types
            class W { public static implicit operator W(int v) => new W(); }
            """,
            "L7"),
        new(
            "spread as params",
            "Feature: params collections",
            """
            var l = new List<int> { 1 };
            return M(1, 2) + N([.. l, Add(), .. l]) + P([.. l, Add(), .. l]);
            int Add() { l.Add(2); return 9; }
            --- members
            static string M(params List<int> x) => string.Join(",", x);
            static string N(params IEnumerable<int> x) => string.Join(",", x);
            static string P(params ReadOnlySpan<int> x) => string.Join(",", x.ToArray());
            """,
            "1,21,2,9,1,21,2,2,9,1,2,2"),
        new(
            "own collection gets each element when it is evaluated",
            "Feature: collection expressions",
            """
            var log = new Log();
            C c = [log.L(1), log.L(2), .. Q(log)];
            return log.S + c.N;
            static IEnumerable<int> Q(Log l) { l.L(7); yield return 3; l.L(8); yield return 4; }
            --- types
            class Log { public static Log? None => null; public string S = ""; public int L(int v) { S += "e" + v; return v; } }
            class C : System.Collections.IEnumerable { public int N; readonly int start = First(); static int First() => 5; public void Add(int x) { N = N * 10 + x; if (x == 2) N += 100; } public System.Collections.IEnumerator GetEnumerator() => throw new Exception(); }
            """,
            "e1e2e7e811234"),
        new(
            "spread of null",
            "Feature: collection expressions",
            """
            var log = ""; var e = new List<int> { 1 }.Where(x => true); List<int> n = null!; int[] a = null!; ICollection<int> ic = null!;
            try { int[] t = [.. e, L(1), .. n]; } catch (Exception x) { log += x.GetType().Name; }
            try { int[] t = [.. n, L(1), .. e]; } catch (Exception x) { log += x.GetType().Name; }
            try { int[] t = [.. a, L(1), .. e]; } catch (Exception x) { log += x.GetType().Name; }
            try { List<int> t = [.. ic, L(1), .. e]; } catch (Exception x) { log += x.GetType().Name; }
            try { long[] t = [.. ic, L(1), .. e]; } catch (Exception x) { log += x.GetType().Name; }
            try { long[] t = [.. ic]; } catch (Exception x) { log += x.GetType().Name; }
            try { List<long> t = [.. e, .. ic]; } catch (Exception x) { log += x.GetType().Name; }
            try { object[] t = [.. (string[])null!]; } catch (Exception x) { log += x.GetType().Name; }
            try { object[] t = [.. (IEnumerable<string>)null!]; } catch (Exception x) { log += x.GetType().Name; }
            return log;
            int L(int v) { log += v; return v; }
            """,
            "1ArgumentNullExceptionArgumentNullExceptionArgumentNullExceptionArgumentNullExceptionNullReferenceExceptionNullReferenceExceptionNullReferenceExceptionArgumentNullExceptionArgumentNullException"),
        new(
            "spread of null behind several elements",
            "Feature: collection expressions",
            """
            var log = ""; int[]? n = null;
            try { List<int> a = [L(1), .. n!, L(2), ..n!]; } catch (NullReferenceException) { log += "null"; } catch (Exception e) { log += e.GetType().Name; }
            try { List<int> a = [L(1), .. n!, L(2)]; } catch (NullReferenceException) { log += "null"; } catch (Exception e) { log += e.GetType().Name; }
            try { List<int> a = [L(1), .. n!]; } catch (NullReferenceException) { log += "null"; } catch (Exception e) { log += e.GetType().Name; }
            try { List<int> a = [.. n!, L(1)]; } catch (NullReferenceException) { log += "null"; } catch (Exception e) { log += e.GetType().Name; }
            try { List<int> a = [.. n!, .. n!]; } catch (NullReferenceException) { log += "null"; } catch (Exception e) { log += e.GetType().Name; }
            try { List<string> a = [.. (string[])null!, .. (string[])null!]; } catch (NullReferenceException) { log += "null"; } catch (Exception e) { log += e.GetType().Name; }
            try { IList<int> a = [L(1), .. n!, L(2), ..n!]; } catch (NullReferenceException) { log += "null"; } catch (Exception e) { log += e.GetType().Name; }
            try { object[] t = [.. (List<string>)null!]; } catch (Exception x) { log += x.GetType().Name; }
            return log;
            int L(int v) { log += "e" + v; return v; }
            """,
            "e1ArgumentNullExceptione1nulle1nullnullnullnulle1ArgumentNullExceptionNullReferenceException"),
        new(
            "spread behind constants",
            "Feature: collection expressions",
            """
            var log = ""; int[] n = null!; var k = 3;
            try { int[] t = [1, 2, 3, .. n]; } catch (Exception x) { log += x.GetType().Name; }
            try { int[] t = [k, k, k, .. n]; } catch (Exception x) { log += x.GetType().Name; }
            var l = new List<int> { 1 }; int[] u = [1, 2, .. l, A(), .. l]; int[] v = [1, .. l, A(), .. l];
            return log + string.Join(",", u) + "|" + string.Join(",", v);
            int A() { l.Add(5); return 0; }
            """,
            "ArgumentNullExceptionArgumentNullException1,2,1,0,1,5|1,1,5,0,1,5,5"),
    ];
}
