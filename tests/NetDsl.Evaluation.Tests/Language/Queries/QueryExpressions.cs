namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Query expressions, clause by clause.</summary>
static class QueryExpressions
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "from, where and select clauses",
            "Query expressions",
            """
            int[] n = [5, 4, 1, 3, 9, 8];
            var q = from x in n where x < 5 select x * 10;
            return string.Join(" ", q);
            """,
            "40 10 30"),
        new(
            "degenerate query expression",
            "Degenerate query expressions",
            """
            int[] n = [1, 2];
            var q = from x in n select x;
            return $"{string.Join(",", q)}{ReferenceEquals(q, n)}";
            """,
            "1,2False"),
        new(
            "explicitly typed range variable",
            "Explicit range variable types",
            """
            object[] items = ["a", "bc"];
            return string.Join(" ", from string s in items where s.Length > 1 select s);
            """,
            "bc"),
        new(
            "second from clause",
            "From, let, where, join and orderby clauses",
            """
            var q = from a in new[] { 1, 2, 3 } from b in new[] { "x", "y" } where a != 2 select a + b;
            return string.Join(" ", q);
            """,
            "1x 1y 3x 3y"),
        new(
            "dependent from clause",
            "From, let, where, join and orderby clauses",
            """
            int[][] rows = [[1, 2], [], [3]];
            return string.Join(" ", from row in rows from n in row select $"{row.Length}{n}");
            """,
            "21 22 13"),
        new(
            "let clause",
            "From, let, where, join and orderby clauses",
            """
            var q = from o in new[] { 1, 5, 3 } let t = o * o where t > 5 let u = t + 1 select $"{o}:{t}:{u}";
            return string.Join(" ", q);
            """,
            "5:25:26 3:9:10"),
        new(
            "orderby clause",
            "From, let, where, join and orderby clauses",
            """
            var q = from p in new[] { (n: 2, c: 'b'), (n: 1, c: 'z'), (n: 2, c: 'a') } orderby p.n descending, p.c select $"{p.n}{p.c}";
            return string.Join(" ", q);
            """,
            "2a 2b 1z"),
        new(
            "orderby is stable",
            "From, let, where, join and orderby clauses",
            """
            string[] words = ["bb", "a", "cc", "d", "aa"];
            return string.Join(" ", from w in words orderby w.Length select w);
            """,
            "a d bb cc aa"),
        new(
            "group clause",
            "Group clauses",
            """
            var q = from s in new[] { "ant", "bee", "ape" } group s.ToUpperInvariant() by s[0];
            return string.Join(" ", q.Select(g => $"{g.Key}:{string.Join(",", g)}"));
            """,
            "a:ANT,APE b:BEE"),
        new(
            "group clause with into",
            "Query expressions with continuations",
            """
            var q = from n in new[] { 1, 2, 3, 4, 5 } group n by n % 2 into g orderby g.Key select $"{g.Key}={g.Sum()}";
            return string.Join(" ", q);
            """,
            "0=6 1=9"),
        new(
            "select clause with into",
            "Query expressions with continuations",
            """
            var q = from n in new[] { 1, 2, 3 } select n * n into square where square > 1 select square + 1;
            return string.Join(" ", q);
            """,
            "5 10"),
        new(
            "join clause",
            "From, let, where, join and orderby clauses",
            """
            var customers = new[] { (Id: 1, Name: "A"), (Id: 2, Name: "B") };
            var orders = new[] { (Customer: 2, Total: 5), (Customer: 1, Total: 7), (Customer: 2, Total: 9), (Customer: 3, Total: 1) };
            var q = from c in customers join o in orders on c.Id equals o.Customer select $"{c.Name}{o.Total}";
            return string.Join(" ", q);
            """,
            "A7 B5 B9"),
        new(
            "join into clause",
            "From, let, where, join and orderby clauses",
            """
            var customers = new[] { (Id: 1, Name: "A"), (Id: 2, Name: "B") };
            var orders = new[] { (Customer: 2, Total: 5), (Customer: 2, Total: 9) };
            var q = from c in customers
                    join o in orders on c.Id equals o.Customer into co
                    let total = co.Sum(o => o.Total)
                    select $"{c.Name}{co.Count()}{total}";
            return string.Join(" ", q);
            """,
            "A00 B214"),
        new(
            "left outer join",
            "From, let, where, join and orderby clauses",
            """
            int[] left = [1, 2], right = [2, 3];
            var q = from l in left join r in right on l equals r into rs from r in rs.DefaultIfEmpty(-1) select $"{l}{r}";
            return string.Join(" ", q);
            """,
            "1-1 22"),
        new(
            "join on an anonymous key",
            "From, let, where, join and orderby clauses",
            """
            var a = new[] { (X: 1, Y: 1, N: "a"), (X: 1, Y: 2, N: "b") };
            var q = from p in a join r in a on new { p.X, p.Y } equals new { X = r.X, Y = r.Y - 1 } select p.N + r.N;
            return string.Join(" ", q);
            """,
            "ab"),
        new(
            "nested query expression",
            "Query expressions",
            """
            var q = from n in new[] { 1, 2, 3 } select string.Join("", from m in new[] { 1, 2, 3 } where m < n select m);
            return string.Join("|", q);
            """,
            "|1|12"),
        new(
            "transparent identifiers",
            "Transparent identifiers",
            """
            var q = from a in new[] { 1, 2 }
                    from b in new[] { 10, 20 }
                    let c = a + b
                    from d in new[] { 100 }
                    where c != 12
                    orderby c descending
                    select new { a, b, Sum = c + d };
            return string.Join(" ", q.Select(x => $"{x.a}{x.b}{x.Sum}"));
            """,
            "220122 120121 110111"),
        new(
            "query expression pattern on an own type",
            "The query-expression pattern",
            """
            var q = from x in new Box("b") where x.Length > 0 select x + "!";
            return q.Text;
            --- types
            class Box(string text)
            {
                public string Text => text;
                public Box Where(Func<string, bool> f) => new(f(text) ? text + "w" : "none");
                public Box Select(Func<string, string> f) => new(f(text) + "s");
            }
            """,
            "bw!s"),
        new(
            "query expression as a monad",
            "The query-expression pattern",
            """
            var some = from a in new Maybe<int>(3) from b in new Maybe<int>(4) select a * b;
            var none = from a in new Maybe<int>(3) from b in default(Maybe<int>) select a * b;
            return $"{some}{none}";
            --- types
            readonly record struct Maybe<T>(T Value, bool Has = true)
            {
                public Maybe<R> SelectMany<U, R>(Func<T, Maybe<U>> f, Func<T, U, R> g)
                {
                    if (!Has) return default;
                    var u = f(Value);
                    return u.Has ? new(g(Value, u.Value)) : default;
                }
                public override string ToString() => Has ? $"some{Value}" : "none";
            }
            """,
            "some12none"),
        new(
            "query is lazy",
            "Query expressions",
            """
            var said = "";
            var list = new List<int> { 1, 2 };
            var q = from n in list where Say(n) select n * 10;
            said += "made ";
            list.Add(3);
            foreach (var n in q) said += $"<{n}>";
            return said;
            bool Say(int n) { said += $"test{n} "; return n != 2; }
            """,
            "made test1 <10>test2 test3 <30>"),
        new(
            "query runs anew at each enumeration",
            "Query expressions",
            """
            var calls = 0;
            var q = from n in new[] { 1, 2 } select n + ++calls;
            return $"{q.Sum()}{q.Sum()}{calls}";
            """,
            "6104"),
    ];
}
