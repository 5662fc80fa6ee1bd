namespace NetDsl.Evaluation.Tests;

/// <summary>Programs about which variable a function means: those of the pass through a loop in which it was made.</summary>
static class ClosurePrograms
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["a lambda in a local function in a loop"] = """
            var r = network.Region("us-east-1");
            var acts = new List<Action>();
            var k = 0;
            foreach (var z in new[] { "a", "b" })
            {
                void Add() { acts.Add(() => r.Vpc(z + k++, "10.0.0.0/16")); }
                Add();
            }
            foreach (var a in acts) a();
            """,
        ["lambdas in lambdas in loops in loops"] = """
            var r = network.Region("us-east-1");
            var makers = new List<Func<Func<string>>>();
            foreach (var x in new[] { "a", "b" })
            {
                var count = 0;
                foreach (var y in new[] { 1, 2 })
                {
                    var inner = y * 10;
                    makers.Add(() => { count++; var own = count; return () => $"{x}{y}{inner++}{count}{own++}"; });
                }
            }
            var texts = makers.Select(make => make()).ToList();
            texts.AddRange(makers.Select(make => make()));
            foreach (var text in texts) { r.Vpc(text() + "-" + text(), "10.0.0.0/16"); }
            """,
        ["for shares its variable and foreach does not"] = """
            var r = network.Region("us-east-1");
            var texts = new List<Func<string>>();
            for (var i = 0; i < 3; i++)
            {
                var copy = i;
                string Local() => $"{i}{copy}";
                texts.Add(Local);
                texts.Add(() => Local() + i++);
            }
            foreach (var (i, z) in new[] { "a", "b" }.Index()) texts.Add(() => $"{z}{i}");
            var n = 0;
            while (n < 2) { var m = n; texts.Add(() => $"w{m}{n}"); n++; }
            do { int m; m = n; texts.Add(() => $"d{m++}{n}"); } while (++n < 4);
            for (int i = 0, j = 9; i < j; i += 3, j -= 3) texts.Add(() => $"{i}{j}");
            foreach (var text in texts) r.Vpc("v" + text(), "10.0.0.0/16");
            """,
        ["local functions in local functions"] = """
            var r = network.Region("us-east-1");
            var acts = new List<Action>();
            void Outer(int depth, string path)
            {
                var here = path + depth;
                void Inner(string end)
                {
                    var full = here + end;
                    acts.Add(() => r.Vpc(full + path.Length + depth, "10.0.0.0/16"));
                    Action again = () => { full += "z"; acts.Add(() => r.Vpc(full, "10.1.0.0/16")); };
                    again();
                }
                foreach (var end in new[] { "x", "y" }) Inner(end);
                if (depth > 0) Outer(depth - 1, here);
                Inner("last");
            }
            Outer(2, "p");
            foreach (var act in acts) act();
            """,
        ["variables of patterns and out arguments in loops"] = """
            var r = network.Region("us-east-1");
            var texts = new List<Func<string>>();
            var queue = new Queue<string>(["a", "5", "b", "7"]);
            while (queue.Count > 0 && queue.Dequeue() is { } item)
            {
                if (int.TryParse(item, out var number)) texts.Add(() => item + number++);
                else texts.Add(() => item);
            }
            foreach (object value in new object[] { 1, "s" })
                switch (value)
                {
                    case int n: texts.Add(() => $"{n++}{value}"); break;
                    case string s: texts.Add(() => s + value); break;
                }
            var all = new[] { 1, 2, 3 }.Select(n => (Func<int>)(() => n * 10)).ToList();
            r.Vpc(string.Join("-", texts.Select(t => t() + t())) + all.Sum(f => f()), "10.0.0.0/16");
            """,
        ["currying and counters"] = """
            var r = network.Region("us-east-1");
            Func<int, Func<int, Func<int, int>>> add = a => b => { a++; return c => a++ * 100 + b-- * 10 + c; };
            var first = add(1);
            var second = first(2);
            var third = first(3);
            (Func<int> Next, Action Reset) Counter(int start) { var n = start; return (() => n++, () => n = start); }
            var one = Counter(5);
            var two = Counter(7);
            one.Next(); one.Next(); two.Next();
            one.Reset();
            Func<int, int>? fact = null;
            fact = n => n < 2 ? 1 : n * fact!(n - 1);
            r.Vpc($"v{second(1)}-{second(1)}-{third(1)}-{first(1)(1)}-{one.Next()}-{two.Next()}-{fact(5)}", "10.0.0.0/16");
            """,
        ["method groups"] = """
            var r = network.Region("us-east-1");
            var prefix = "p";
            Func<string, string> mark = prefix.Mark;
            prefix = "q";
            Func<int, string> show = Show;
            var names = new[] { "a", "b" };
            Func<string, bool> has = names.Contains;
            Func<int, string> index = prefix.Repeated;
            prefix = "r";
            r.Vpc(mark("x") + show(3) + has("a") + has("c") + index(4) + string.Join("", names.Select(prefix.Mark)) + string.Join("", names.Select(Same<string>)), "10.0.0.0/16");
            ---
            static string Mark(this string prefix, string name) => prefix + name;
            static string Repeated(this string text, int count) => string.Join("", Enumerable.Repeat(text, count));
            static string Show(int n) => $"n{n}";
            static T Same<T>(T item) => item;
            """,
    };
}
