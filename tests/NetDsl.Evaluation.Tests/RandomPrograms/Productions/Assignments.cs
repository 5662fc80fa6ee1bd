namespace NetDsl.Evaluation.Tests;

/// <summary>Declarations and assignments.</summary>
static class Assignments
{
    const string Statement = Production.Statement;

    static readonly string[] Plain =
        ["int", "long", "uint", "ulong", "byte", "sbyte", "short", "ushort", "bool", "char", "int?", "bool?", "string?", "(int, string)", "int[]", "object"];

    static readonly string[] Kept =
        ["List<int>", "Dictionary<string, int>", "HashSet<int>", "Queue<int>", "Stack<int>", "SortedDictionary<int, string>", "int[,]", "int[][]"];

    public static IReadOnlyList<Production> All { get; } =
    [
        .. Plain.Select(type => new Production(Statement, "declaration", $"{type} $v = «{type}»;«outmut {type} $v»", type == "int" ? 6 : 1)),
        .. Plain.Select(type => new Production(Statement, "assignment", $"«var {type} v» = «{type}»;", type == "int" ? 12 : 2)),
        .. Kept.Select(type => new Production(Statement, "declaration of a collection", $"var $v = «{type}»;«outmut {type} $v»", 1)),
        new(Statement, "declaration", "string $v = Cut(«string»);«outmut string $v»", 2),
        new(Statement, "assignment", "«var string v» = Cut(«string»);", 6),
        new(Statement, "assignment", "«var double v» = «double» % 1024;", 1),
        new(Statement, "declaration of what runs later", "IEnumerable<int> $v = «IEnumerable<int>»;«out IEnumerable<int> $v»", 5),
        new(Statement, "declaration of what runs later", "Func<int, int> $v = «Func<int, int>»;«out Func<int, int> $v»", 4),
        new(Statement, "delegate variable", "Func<int, int> $v = «Func<int, int>»;«outmut Func<int, int> $v»", 1),
        new(Statement, "delegate variable", "«var Func<int, int> v» = «Func<int, int>»;", 3),
        new(Statement, "delegate variable", "Func<int, Func<int, int>> $v = «Func<int, Func<int, int>>»;«out Func<int, Func<int, int>> $v»", 1),
        new(Statement, "natural type of a lambda", "{ var $f = («fn»int $n, int $m = «1..9») => «+ int $n»«+ int $m»«int»«]»; «use Log l».Note($f(«int») + $f(«int», «int»)); }", 2),
        new(Statement, "params of a lambda", "{ var $f = («fn»params int[] $n) => «+ int[] $n»«int»«]»; «use Log l».Note($f(«int», «int») + $f()); }", 2),
        new(Statement, "multicast delegate", "Action $v = «Action»;«outmut Action $v»", 2),
        new(Statement, "multicast delegate", "«var Action v» += «new Action»;", 4),
        new(Statement, "multicast delegate", "{ Action? $a = «Action»; Action? $b = $a + «Action»; $b -= $a; $b?.Invoke(); $a(); }", 2),
        new(Statement, "call of a delegate", "«use Action v»();", 5),
        new(Statement, "later calls", "«var List<Func<int, int>> v».Add(«Func<int, int>»);", 4),
        new(Statement, "local function", "int $f(int $n)«fn»«mut int $n»«body int»«]»«out plain $f»", 3),
        new(Statement, "local function", "int $f(int $n, int $m = «1..9») => «fn»«+ int $n»«+ int $m»«int»«]»;«out local $f»", 2),
        new(Statement, "static local function", "static int $f(int $n)«static»«mut int $n»«body int»«]»«out plain $f»", 2),
        new(Statement, "recursive local function", "int $f(int $n, int $depth = 3) => «fn»«+ int $n»«+ int $depth»$depth <= 0 ? $n : $f(«int», $depth - 1) + «int»«]»;«out local $f»", 2),
        new(Statement, "generic local function", "{ T $f<T>(T $a, T $b) => «fn»«bool» ? $a : $b«]»; «use Log l».Note($f(«int», «int»)); «use Log l».Note($f(«string», «string»)); }", 2),
        new(Statement, "local iterator", "IEnumerable<int> $f(int $n)«fn»«mut int $n»«iterator int»«]»IEnumerable<int> $v = $f(«int»);«out IEnumerable<int> $v»", 4),

        new(Statement, "compound assignment", "«var int v» «:+= -= *= ^= |= &= <<= >>=» «int»;", 10),
        new(Statement, "compound assignment", "«var int v» /= «2..9»;", 1),
        new(Statement, "compound assignment", "«var long v» «:+= -= *= ^=» «long»;", 2),
        new(Statement, "compound assignment that narrows", "«var byte v» «:+= -= *= ^=» (byte)«int»;", 2),
        new(Statement, "compound assignment that narrows", "«var char v» += (char)1;", 1),
        new(Statement, "compound assignment on a nullable", "«var int? v» «:+= -= *= ??=» «int»;", 3),
        new(Statement, "null coalescing assignment", "«var string? v» ??= «string»;", 2),
        new(Statement, "increment", "«var int v»«:++ --»;", 3),
        new(Statement, "increment", "«:++ --»«var long v»;", 1),
        new(Statement, "checked statement", "checked { «var int v» = «int» % 1000 + «1..9»; }", 1),
        new(Statement, "checked statement", "checked { «var int v» += «int»; }", 2, Needs.Risk),
        new(Statement, "unchecked statement", "unchecked { «var int v» = «int» * 7919; }", 1),
        new(Statement, "swap", "(«var int a», «var int b») = («use int c», «use int d»);", 3),
        new(Statement, "deconstruction", "var ($n, $s) = «(int, string)»;«outmut int $n»«outmut string $s»", 3),
        new(Statement, "deconstruction", "(«var int n», var $s) = «(int, string)»;«outmut string $s»", 3),
        new(Statement, "deconstruction", "(_, «var string s») = («int», Cut(«string»));", 1),
        new(Statement, "nested deconstruction", "var ($a, ($b, $c)) = («int», («int», «bool»));«outmut int $a»«outmut int $b»«outmut bool $c»", 2),
        new(Statement, "tuple of names", "var $t = (X: «int», Y: «int»); $t.X += $t.Y; («var int v», $t.Y) = $t; «use Log l».Note($t.Y);", 2),
        new(Statement, "tuple is copied", "{ var $t = «(int, string)»; var $u = $t; $u.Item1 «:++ --»; «use Log l».Note($t.Item1 + $u.Item1); «use Log l».Note($t == $u); }", 2),
        new(Statement, "array is shared", "{ var $a = «int[]»; var $b = $a; if ($b.Length > 0) $b[0] «:+= ^=» «int»; «use Log l».Note(string.Join('.', $a)); }", 2),
        new(Statement, "ref local", "«bind-var int a»ref int $r = ref $a; $r «:+= ^= =» «int»; «outref int $r»", 3, Needs.NoIterator),
        new(Statement, "ref local", "{ int[] $a = [«int», «int»]; ref var $r = ref $a[«0..1»]; $r «:+= ^= =» «int»; $r = ref $a[0]; $r++; «use Log l».Note(string.Join('.', $a)); }", 3, Needs.NoIterator),
        new(Statement, "ref conditional", "(«bool» ? ref «var int a» : ref «var int b») «:+= = ^=» «int»;", 2, Needs.NoIterator),
        new(Statement, "list statement", "«bind-var List<int> v»if ($v.Count < 12) $v.Add(«int»);", 6),
        new(Statement, "list statement", "«var List<int> v».«:Sort Reverse»();", 1),
        new(Statement, "list statement", "«bind-var List<int> v»if ($v.Count is > 0 and < 12) $v.Insert(«int» & 0 , «int»);", 1),
        new(Statement, "list statement", "«bind-var List<int> v»if ($v.Count > 0) $v.RemoveAt($v.Count - 1);", 1),
        new(Statement, "list statement", "«var List<int> v».RemoveAll(«fn»$n => «+ int $n»«bool»«]»);", 1),
        new(Statement, "list statement", "«var List<int> v».ForEach(«fn»$n => «+ int $n»«var int w» += «int»«]»);", 2),
        new(Statement, "array statement", "«bind-var int[] v»if ($v.Length > 0) $v[«int!» & 0] «:= += ^=» «int»;", 3),
        new(Statement, "array statement", "{ var $a = «int[]»; Array.«:Sort Reverse»($a); «use Log l».Note(string.Join('.', $a)); }", 1),
        new(Statement, "rectangular array", "«var int[,] v»[«0..1», «int» & 1] «:= += ^=» «int»;", 2),
        new(Statement, "array of arrays", "«var int[][] v»[«int» & 1] = «int[]»; «var int[][] w»[1] = [«int»];", 2),
        new(Statement, "dictionary statement", "«var Dictionary<string, int> v»[«string»] = «int»;", 3),
        new(Statement, "dictionary statement", "«bind-var Dictionary<string, int> v»if ($v.ContainsKey(\"k\")) $v[\"k\"] «:+= ^=» «int»; else $v.Add(\"k\", «int»);", 3),
        new(Statement, "set statement", "«var HashSet<int> v».«:UnionWith ExceptWith IntersectWith»(«int[]»);", 2),
        new(Statement, "queue statement", "«bind-var Queue<int> v»if ($v.Count < 9) $v.Enqueue(«int»);", 2),
        new(Statement, "stack statement", "«bind-var Stack<int> v»if ($v.Count < 9) $v.Push(«int»);", 2),
        new(Statement, "sorted dictionary statement", "«var SortedDictionary<int, string> v»[«int»] = «string!»;", 2),
        new(Statement, "side effect", "«use Log l».Note(«any int string bool long»);", 10),
        new(Statement, "discard", "_ = «any int string bool»;", 2),
        new(Statement, "constant", "const int $k = «1..50»; «var int v» += $k;", 1),
    ];
}
