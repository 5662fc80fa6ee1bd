namespace NetDsl.Evaluation.Tests;

/// <summary>Generic types and methods: over own types, constrained, variant, with static members of a type parameter.</summary>
static class Generics
{
    public static IReadOnlyList<Family> All { get; } =
    [
        new("generic class",
            Types: """
            interface $I<out T> { T Value { get; } int Size { get; } }

            class $B<T>(T value, params T[] more) : $I<T>
            {
                readonly List<T> items = [value, .. more];
                public static readonly string Text = "«:t u»";
                public T Value { get; protected set; } = value;
                public int Size => items.Count;
                public T this[int index] => items[index % items.Count];
                public $B<T> Add(T item) { if (items.Count < 6) items.Add(item); Value = item; return this; }
                public $B<TOther> Map<TOther>(Func<T, TOther> map) => new(map(Value), [.. items.Select(map)]);
                public TOther Fold<TOther>(TOther seed, Func<TOther, T, TOther> fold) { foreach (var item in items) seed = fold(seed, item); return seed; }
                public bool Has(T item) => items.Contains(item) || EqualityComparer<T>.Default.Equals(item, Value);
                public T? Maybe(bool some) => some ? Value : default;
            }

            sealed class $N<T>(T value, $N<T>? next = null) where T : IComparable<T>
            {
                public T Max() => next is null || value.CompareTo(next.Max()) > 0 ? value : next.Max();
                public int Count { get; } = 1 + (next?.Count ?? 0);
                public IEnumerable<T> Walk() { for (var node = this; node is not null; node = node.Next) yield return node.value; }
                $N<T>? Next { get; } = next;
                readonly T value = value;
            }
            """)
        {
            Productions =
            [
                new("$B<int>", "generic class", "new $B<int>(«int!»)"),
                new("$B<int>", "generic class", "new $B<int>(«int», «int», «int»)"),
                new("$B<int>", "generic class", "«$B<int>».Add(«int»)"),
                new("$B<int>", "generic method of a generic class", "«$B<string>».Map(s => s.Length)"),
                new("$B<int>", "generic method of a generic class", "«$B<int>».Map(«fn»$n => «+ int $n»«int»«]»)", 2),
                new("$B<string>", "generic class", "new $B<string>(«string!», \"z\")"),
                new("$B<string>", "generic method of a generic class", "«$B<int>».Map(«fn»$n => «+ int $n»«string»«]»)", 2),
                new("$B<(int, string)>", "generic class of tuples", "new $B<(int, string)>(«(int, string)»)"),
                new("int", "generic member", "«$B<int>».«:Value Size»", 3),
                new("int", "generic member", "«$B<int>»[«int» & 3]"),
                new("int", "generic method of a generic class", "«$B<int>».Fold(«int», «fn»($a, $n) => «+ int $a»«+ int $n»«int»«]»)", 3),
                new("int", "generic member", "«$B<int>».Maybe(«bool»)"),
                new("string", "generic method of a generic class", "«$B<string>».Fold(\"\", (a, s) => a + s)", 2),
                new("string", "static member of a generic class", "$B<«:int string byte»>.Text", 5),
                new("string", "generic member", "($\"{«$B<string>».Maybe(«bool»)}\")"),
                new("bool", "generic equality", "«$B<int>».Has(«int»)"),
                new("bool", "generic equality", "«$B<(int, string)>».Has(«(int, string)»)"),
                new("string", "variance", "$\"{(($I<object>)«$B<string>»).Value}\"", 2),
                new("bool", "variance", "((object)«$B<string>» is $I<object> { Size: > 1 })"),
                new("int", "constraint", "new $N<int>(«int», new(«int», new(«int»))).«:Max() Count»", 3),
                new("long", "constraint", "new $N<long>(«long», new(«long»)).Max()"),
                new("IEnumerable<int>", "iterator of a generic class", "new $N<int>(«int», new(«int»)).Walk()", 6),
                new("", "declaration", "var $v = «$B<int>»;«outmut $B<int> $v»", 4),
                new("", "declaration", "var $v = «$B<string>»;«outmut $B<string> $v»", 3),
            ],
            Shown = [("$B<int>", "«».Value + «».Size"), ("$B<string>", "«».Value + «».Size")],
        },
        new("generic method",
            Types: """
            interface $Z<TSelf> where TSelf : $Z<TSelf>
            {
                static abstract TSelf Zero { get; }
                static abstract TSelf operator +(TSelf a, TSelf b);
                static virtual int Rank => «1..9»;
            }

            readonly record struct $W(int N) : $Z<$W>
            {
                public static $W Zero => new(«0..3»);
                public static $W operator +($W a, $W b) => new(a.N + b.N);
            }

            readonly record struct $Y(string S) : $Z<$Y>
            {
                public static $Y Zero => new("");
                public static $Y operator +($Y a, $Y b) => new(a.S + b.S);
                public static int Rank => 42;
            }

            static class $G
            {
                public static T Sum<T>(params T[] items) where T : $Z<T> { var sum = T.Zero; foreach (var item in items) sum += item; return sum; }
                public static int RankOf<T>() where T : $Z<T> => T.Rank;
                public static T Pick<T>(bool first, T a, T b) => first ? a : b;
                public static (TB, TA) Swap<TA, TB>(TA a, TB b) => (b, a);
                public static T Make<T>() where T : new() => new();
                public static string Kind<T>(T value) => value switch { int n => "int" + (n & 7), string s => "text" + s.Length, null => "null", _ => "else" };
                public static TMax Max<TMax>(TMax a, TMax b) where TMax : IComparable<TMax> => a.CompareTo(b) >= 0 ? a : b;
                public static List<TOut> Each<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> map) where TIn : struct { var list = new List<TOut>(); foreach (var item in items) list.Add(map(item)); return list; }
                public static int Over(int n) => 1 + n % 2;
                public static int Over(long n) => 2 + (int)(n % 2);
                public static int Over(object n) => 3;
                public static int Over<T>(T[] n) => 4 + n.Length;
                public static int Over<T>(List<T> n) => 5 + n.Count;
            }
            """)
        {
            Productions =
            [
                new("int", "static abstract member", "$G.Sum(new $W(«int»), new $W(«int»)).N", 3),
                new("string", "static abstract member", "$G.Sum(new $Y(«string»), new $Y(«string»)).S", 3),
                new("int", "static virtual member", "$G.RankOf<«:$W $Y»>()", 2),
                new("int", "generic method", "$G.Pick(«bool», «int», «int»)", 3),
                new("string", "generic method", "$G.Pick(«bool», «string», «string»)"),
                new("int", "generic method", "$G.Swap(«string», «int»).Item1", 2),
                new("int", "new constraint", "$G.Make<«:List<int> HashSet<int>»>().Count"),
                new("int", "constraint", "$G.Max(«int», «int»)"),
                new("char", "constraint", "$G.Max(«char», «char»)"),
                new("string", "pattern on a type parameter", "$G.Kind(«any int string int? string? long object»)", 3),
                new("List<int>", "generic method", "$G.Each(«IEnumerable<int>».Take(4), «fn»$n => «+ int $n»«int»«]»)", 3),
                new("int", "overload resolution", "$G.Over(«any int long byte string int[] List<int> char uint»)", 4),
            ],
        },
    ];
}
