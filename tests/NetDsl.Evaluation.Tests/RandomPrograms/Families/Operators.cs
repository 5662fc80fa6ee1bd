namespace NetDsl.Evaluation.Tests;

/// <summary>Operators, conversions, and enumerations.</summary>
static class Operators
{
    public static IReadOnlyList<Family> All { get; } =
    [
        new("operators",
            Types: """
            readonly struct $V(int value) : IEquatable<$V>, IComparable<$V>
            {
                public int Value { get; } = value % 1000;

                public static $V operator +($V a, $V b) => new(a.Value + b.Value);
                public static $V operator -($V a, $V b) => new(a.Value - b.Value);
                public static $V operator *($V a, int by) => new(a.Value * by);
                public static $V operator -($V a) => new(-a.Value);
                public static $V operator ++($V a) => new(a.Value + «1..5»);
                public static bool operator ==($V a, $V b) => a.Value == b.Value;
                public static bool operator !=($V a, $V b) => !(a == b);
                public static bool operator <($V a, $V b) => a.Value < b.Value;
                public static bool operator >($V a, $V b) => b < a;
                public static bool operator true($V a) => a.Value % 2 == 0;
                public static bool operator false($V a) => a.Value % 2 != 0;
                public static $V operator &($V a, $V b) => new(a.Value & b.Value);
                public static implicit operator $V(int n) => new(n);
                public static explicit operator int($V a) => a.Value;
                public static implicit operator string($V a) => $"v{a.Value}";
                public static explicit operator checked byte($V a) => checked((byte)a.Value);
                public static explicit operator byte($V a) => (byte)(a.Value «:+ ^» 1);
                public bool Equals($V other) => this == other;
                public override bool Equals(object? other) => other is $V v && Equals(v);
                public override int GetHashCode() => Value;
                public int CompareTo($V other) => Value.CompareTo(other.Value);
            }
            """)
        {
            Productions =
            [
                new("$V", "struct", "new $V(«int!»)"),
                new("$V", "conversion of an own type", "(($V)«int»)"),
                new("$V", "operator of an own type", "(«$V» «:+ -» «$V»)", 3),
                new("$V", "operator of an own type", "(«$V» * «int»)"),
                new("$V", "operator of an own type", "(-«$V»)"),
                new("$V", "operator of an own type", "(«$V» + «int»)"),
                new("$V", "increment of an own type", "(«var $V v»++)"),
                new("$V", "increment of an own type", "(++«var $V v»)"),
                new("$V", "logic of an own type", "(«$V» && «$V»)"),
                new("int", "conversion of an own type", "((int)«$V»)", 3),
                new("int", "lifted own operator", "(((«bool» ? «$V» : ($V?)null) + («bool» ? «$V» : ($V?)null))?.Value ?? «int»)", 2),
                new("byte", "conversion of an own type", "((byte)«$V»)"),
                new("", "checked conversion of an own type", "try { «use Log l».Note(checked((byte)«$V»)); } catch (OverflowException) «catch»", 3),
                new("string", "conversion of an own type", "((string)«$V»)"),
                new("bool", "operator of an own type", "(«$V» «:== != < >» «$V»)", 3),
                new("bool", "lifted own operator", "((«bool» ? «$V» : ($V?)null) == «$V»)"),
                new("bool", "operator true", "(«$V» ? «bool» : «bool»)", 2),
                new("bool", "Equals", "«$V».Equals((object)«$V»)"),
                new("", "declaration", "$V $v = «int»;«outmut $V $v»", 5),
                new("", "compound assignment with an own operator", "«var $V v» «:+= -=» «$V»;", 2),
                new("", "compound assignment with an own operator", "«var $V v» *= «int»;"),
                new("", "own type as a key", "{ var $map = new Dictionary<$V, int> { [«$V»] = 1 }; $map[«$V»] = «int»; «use Log l».Note($map.Count); }"),
                new("", "own comparison", "«use Log l».Note(string.Join('.', new[] { «$V», «$V», «$V» }.Order().Select(v => v.Value)));", 2),
            ],
            Shown = [("$V", "«».Value")],
        },
        new("operators of a class",
            Types: """
            sealed class $K(params int[] parts)
            {
                readonly int[] parts = parts;
                public int Count => parts.Length;
                public int this[Index index] => parts[index];
                public $K this[Range range] => new(parts[range]);
                public static $K operator +($K left, $K right) => new([.. left.parts.Take(3), .. right.parts.Take(3)]);
                public static $K operator +($K left, int right) => new([.. left.parts.Take(4), right]);
                public static bool operator ==($K? left, $K? right) => left is null ? right is null : left.Equals(right);
                public static bool operator !=($K? left, $K? right) => !(left == right);
                public static implicit operator $K(int[] parts) => new(parts);
                public static implicit operator int($K k) => k.Count;
                public override bool Equals(object? other) => other is $K k && k.parts.SequenceEqual(parts);
                public override int GetHashCode() => parts.Length;
                public override string ToString() => string.Join('.', parts);
                public void Deconstruct(out int count, out int sum) { count = parts.Length; sum = 0; foreach (var part in parts) sum += part; }
                public void operator +=(int by) { for (var i = 0; i < parts.Length; i++) parts[i] += by; }
            }
            """)
        {
            Productions =
            [
                new("$K", "params constructor", "new $K(«int!», 2)"),
                new("$K", "params constructor", "new $K(«int», «int», «int»)"),
                new("$K", "conversion of an own type", "(($K)«int[]»)"),
                new("$K", "operator of an own type", "(«$K» + «$K»)", 2),
                new("$K", "operator of an own type", "(«$K» + «int»)"),
                new("int", "conversion of an own type", "((int)«$K»)"),
                new("int", "indexer by index", "(«$K» + «int»)[^1]", 2),
                new("string", "indexer by range", "(«$K» + «int»)[«0..1»..].ToString()", 2),
                new("bool", "operator of an own type", "(«$K» «:== !=» «$K»)", 2),
                new("bool", "own deconstruction in a pattern", "(«$K» is (> 1, «pattern»))", 2),
                new("", "declaration", "var $v = «$K»;«outmut $K $v»", 4),
                new("", "own deconstruction", "var ($n, $s) = «$K»;«outmut int $n»«outmut int $s»", 3),
                new("", "own compound assignment", "«var $K v» += «int»;", 3),
            ],
            Shown = [("$K", "«»")],
        },
        new("enum",
            Types: """
            enum $N { None, One, Two = «5..9», Three, Last = Three * 2 }

            [Flags]
            enum $F : byte { None = 0, A = 1, B = 2, C = 4, All = A | B | C }
            """)
        {
            Productions =
            [
                new("$N", "enum", "(«bool!» ? $N.«:None One Two» : $N.«:One Three Last»)"),
                new("$N", "enum conversion", "(($N)(«int» & 15))", 2),
                new("$N", "enum arithmetic", "(«$N» «:+ -» 1)"),
                new("$N", "switch expression", "(«int» switch { «arms $N» })"),
                new("$F", "flags", "(«bool!» ? $F.«:None A B» : $F.«:C All»)"),
                new("$F", "flags", "(«$F» «:| & ^» «$F»)", 3),
                new("$F", "flags", "(~«$F» & $F.All)"),
                new("$F", "enum conversion", "(($F)(«int» & 7))"),
                new("int", "enum conversion", "((int)«$N»)", 2),
                new("int", "enum arithmetic", "(«$N» - «$N»)"),
                new("int", "switch expression on an enum", "(«$N» switch { $N.One or $N.Two => «int», > $N.Three => «int», _ => «int» })", 2),
                new("int", "enum parse", "(Enum.TryParse<$N>(«string», out var $n) ? (int)$n : «int»)", 1),
                new("string", "enum ToString", "«$N».ToString()", 2),
                new("string", "enum ToString", "$\"{«$F»}{«$N»:D}\"", 2),
                new("bool", "flags", "«$F».HasFlag(«$F»)", 2),
                new("bool", "enum comparison", "(«$N» «:== != < >=» «$N»)", 2),
                new("bool", "enum pattern", "(«$N» is $N.One or > $N.Two)", 2),
                new("bool", "enum member", "Enum.IsDefined(«$N»)", 4),
                new("", "declaration", "var $v = «$N»;«outmut $N $v»", 4),
                new("", "declaration", "var $v = «$F»;«outmut $F $v»", 3),
                new("", "enum arithmetic", "«var $N v»«:++ --»;"),
                new("", "flags", "«var $F v» «:|= &= ^=» «$F»;", 2),
                new("", "switch on an enum", "switch («$N») { case $N.One: case $N.Last: «section»break; case $N.Two when «bool»: «section»goto case $N.One; case > $N.Two: «section»break; default: «section»break; }", 3),
                new("", "loop over an enum", "foreach (var $n in Enum.GetValues<$N>()) «use Log l».Note($\"{$n}{(int)$n}\");"),
            ],
            Shown = [("$N", "«»"), ("$F", "«»")],
        },
    ];
}
