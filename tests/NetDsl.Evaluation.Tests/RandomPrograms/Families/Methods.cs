namespace NetDsl.Evaluation.Tests;

/// <summary>Members of the topology class: parameters of all kinds, iterators, extensions.</summary>
static class Methods
{
    public static IReadOnlyList<Family> All { get; } =
    [
        new("parameters",
            Members: """
            internal static int $Named(Log log, int $a, int $b = «1..9», string $c = "«:k zz»")«static»«+ Log log»«mut int $a»«mut int $b»«mut string $c»«body int»«]»
            internal static int $Sum(int $first, params int[] $rest)«static»«mut int $first»«mut int[] $rest»«body int»«]»
            internal static int $Span(params IEnumerable<string> texts) { var sum = 0; foreach (var text in texts) sum = sum * 3 + text.Length; return sum; }
            internal static void $Bump(ref int n, out int before, in int by) { before = n; n += by; }
            internal static ref int $At(int[] items, int index) => ref items[index];
            internal static void $Twist(ref string text, ref (int, string) pair) { text = $"{pair.Item1 & 7}"; pair.Item1 += text.Length; pair = (pair.Item1, text); }
            internal static (int Low, int High) $Ordered(int x, int y) => x < y ? (x, y) : (y, x);
            internal static bool $Try(string text, out int value) { value = text.Length; return value > «1..3»; }
            internal static readonly int[] $Primes = [2, 3, «5..7», 11];
            internal const int $Seven = 7;
            """)
        {
            Productions =
            [
                new("int", "default arguments", "$Named(«use Log l», «int»)", 2),
                new("int", "named arguments", "$Named(«use Log l», «int», «int»)", 2),
                new("int", "params array", "$Sum(«int»)"),
                new("int", "params array", "$Sum(«int», «int», «int»)", 2),
                new("int", "params array", "$Sum(«int», «int[]»)"),
                new("int", "params collection", "$Span(«string», «string»)"),
                new("int", "named arguments", "$Ordered(y: «int», x: «int»).«:Low High»", 4),
                new("int", "static readonly member", "$Primes[«int» & 3]"),
                new("int", "constant member", "(«int» «:+ - /» $Seven)"),
                new("int", "out variable", "($Try(«string», out var $n) && «[»«+ int $n»«bool»«]» ? «int» : «int»)", 2),
                new("int", "ref return", "($At([«int», «int»], «0..1») += «int»)", 2),
                new("int", "constant pattern", "(«int» is $Seven or > $Seven * 2 ? «int» : «int»)"),
                new("", "ref and out arguments", "{ $Bump(ref «var int v», out var $old, «int»); «use Log l».Note($old); }", 4),
                new("", "ref and out arguments", "{ int $n; $Bump(ref «var int v», out $n, by: in «use int w»); «use Log l».Note($n); }", 2),
                new("", "ref arguments", "$Twist(ref «var string v», ref «var (int, string) w»);", 3),
                new("", "ref return", "«bind-var int[] a»if ($a.Length > 0) $At($a, 0) «:+= ^= =» «int»;", 3),
                new("", "ref argument to an element", "{ int[] $a = [«int», «int»]; $Bump(ref $a[«int» & 1], out $a[0], «int»); «use Log l».Note(string.Join('.', $a)); }", 3),
            ],
        },
        new("iterator",
            Members: """
            internal static IEnumerable<int> $Count(Log log, int $n)«static»«+ Log log»«mut int $n»«iterator int»«]»
            internal static IEnumerable<int> $Watched(Log log, int count)
            {
                try
                {
                    for (var i = 0; i < count; i++)
                    {
                        log.Note(i);
                        yield return i * «1..9»;
                    }
                }
                finally
                {
                    log.Note("fin");
                }
            }

            internal static IEnumerable<(int Index, string Text)> $Pairs(IEnumerable<string> texts)
            {
                var index = 0;
                foreach (var text in texts)
                {
                    if (text.Length > 6) yield break;
                    yield return (index++, text);
                }
            }

            internal static IEnumerable<int> $Nested(int depth) { yield return depth; if (depth > 0) foreach (var n in $Nested(depth - 1)) yield return n «:+ * -» 2; }
            """)
        {
            Productions =
            [
                new("IEnumerable<int>", "iterator", "$Count(«use Log l», «int»)", 4),
                new("IEnumerable<int>", "iterator with finally", "$Watched(«use Log l», «1..4»)", 8),
                new("IEnumerable<int>", "recursive iterator", "$Nested(«0..3»)", 6),
                new("int", "iterator left early", "$Watched(«use Log l», 4).First()", 2),
                new("int", "iterator of tuples", "$Pairs([«string», «string»]).Sum(p => p.Index + p.Text.Length)", 2),
                new("", "iterator left early", "foreach (var $n in $Watched(«use Log l», 5)) { «+ int $n»if («bool») break; «use Log l».Note(«int»); }", 5),
                new("", "enumerator", "{ using var $e = $Count(«use Log l», «int»).GetEnumerator(); while ($e.MoveNext()) «use Log l».Note($e.Current); }", 3),
                new("", "lazy", "{ var $q = $Watched(«use Log l», 3).Select(«fn»$n => «+ int $n»«use Log k».Note(«int»)«]»); «use Log l».Note(\"not yet\"); foreach (var $n in $q.Take(2)) «use Log l».Note($n); «use Log l».Note($q.Count()); }", 4),
            ],
        },
        new("extension methods",
            Types: """
            static class $X
            {
                public static int Plus(this int n, int by = «1..9») => n + by;
                public static string Shown<T>(this T value, string prefix = "«:s t»") => prefix + value;
                public static int Total(this IEnumerable<int> items) { var total = 0; foreach (var item in items) total = unchecked(total + item); return total; }
                public static void Deconstruct(this string text, out int length, out string start) { length = text.Length; start = length > 0 ? text[..1] : "-"; }
                public static void Grow(this ref int n, int by) => n += by;
                public static TOut Pipe<TIn, TOut>(this TIn value, Func<TIn, TOut> next) => next(value);
            }
            """)
        {
            Productions =
            [
                new("int", "extension method", "«int».Plus()", 3),
                new("int", "extension method", "«int».Plus(«int»)", 3),
                new("int", "extension method", "«IEnumerable<int>».Total()", 2),
                new("int", "extension method", "$X.Plus(«int»)"),
                new("int", "generic extension method", "«string».Pipe(«fn»$s => «+ string $s»«int»«]»)", 2),
                new("int", "generic extension method", "«int».Pipe(«fn»$n => «+ int $n»«int»«]»)", 2),
                new("string", "generic extension method", "«any int string long».Shown()", 3),
                new("", "deconstruction by an extension", "var ($n, $s) = «string»;«outmut int $n»«outmut string $s»", 4),
                new("", "ref extension method", "«var int v».Grow(«int»);", 3),
            ],
        },
        new("extension block",
            Types: """
            static class $X
            {
                extension(int n)
                {
                    public int Third => n / 3;
                    public int Mixed(int by) => n ^ by;
                    public static int Lucky => «1..9»;
                }

                extension<T>(List<T> list)
                {
                    public bool Lonely => list.Count == 1;
                    public T LastOr(T other) => list.Count > 0 ? list[^1] : other;
                    public static List<T> Of(T one, T two) => [one, two];
                }

                extension(string)
                {
                    public static string Twice(string text) => text + text;
                }

                extension((int, string) pair)
                {
                    public string Flat => $"{pair.Item2}{pair.Item1 & 15}";
                }
            }
            """)
        {
            Productions =
            [
                new("int", "extension property", "«int».Third", 3),
                new("int", "extension block method", "«int».Mixed(«int»)", 3),
                new("int", "static extension", "int.Lucky", 2),
                new("int", "generic extension block", "«List<int>».LastOr(«int»)", 3),
                new("bool", "extension property", "«List<int>».Lonely", 2),
                new("List<int>", "static extension", "List<int>.Of(«int», «int»)", 2),
                new("string", "static extension", "string.Twice(«string!»)", 2),
                new("string", "extension property", "«(int, string)».Flat", 3),
            ],
        },
    ];
}
