namespace NetDsl.Evaluation.Tests;

/// <summary>Records, of both kinds.</summary>
static class Records
{
    public static IReadOnlyList<Family> All { get; } =
    [
        new("record class",
            Types: """
            record $R(int X, string Name)
            {
                public int Twice => X * «2..5» + Name.Length;
                public int Kept { get; init; } = X ^ «1..9»;
                public int Step(int $n)«fn»«+ int X»«mut int $n»«+ string Name»«body int»«]»
            }
            """)
        {
            Productions =
            [
                new("$R", "record", "new $R(«int!», «string!»)"),
                new("$R", "record", "new $R(«int», «string») { Kept = «int» }"),
                new("$R", "named arguments", "new $R(Name: «string», X: «int»)"),
                new("$R", "with", "(«$R» with { X = «int» })", 3),
                new("$R", "with", "(«$R» with { Name = «string», Kept = «int» })", 2),
                new("int", "record member", "«$R».«:X Twice Kept»"),
                new("int", "record member", "«$R».Step(«int»)"),
                new("string", "record ToString", "«$R».ToString()"),
                new("string", "record member", "«$R».Name"),
                new("bool", "record equality", "(«$R» «:== !=» «$R»)"),
                new("bool", "record equality", "«$R».Equals(«$R»)"),
                new("bool", "positional pattern", "(«$R» is («pattern», var $s) && «[»«+ string $s»«bool»«]»)"),
                new("bool", "property pattern", "(«$R» is { Twice: «pattern», Name.Length: > 1 })"),
                new("int", "switch expression on a record", "(«$R» switch { («pattern», _) => «int», { Name: \"k\" } => «int», { X: var $x } => «[»«+ int $x»«int»«]» })"),
                new("", "record deconstruction", "var ($x, $s) = «$R»;«outmut int $x»«outmut string $s»"),
                new("", "declaration", "$R $v = «$R»;«outmut $R $v»", 3),
                new("", "assignment", "«var $R v» = «$R»;", 3),
                new("", "record in a set", "{ var $set = new HashSet<$R> { «$R», «$R» }; «use Log l».Note($set.Contains(«$R»)); «use Log l».Note($set.Count); }"),
                new("", "record as a key", "{ var $map = new Dictionary<$R, int> { [«$R»] = «int» }; $map[«$R»] = «int»; «use Log l».Note($map.Count); }"),
            ],
            Shown = [("$R", "«»")],
        },
        new("record struct",
            Types: """
            record struct $S(int X, long Y)
            {
                public int Sum => X + (int)Y;
                public static $S operator +($S left, $S right) => new(left.X + right.X, left.Y «:+ - ^» right.Y);
            }
            """)
        {
            Productions =
            [
                new("$S", "record struct", "new $S(«int!», «long!»)"),
                new("$S", "record struct", "new $S(«int», «long»)"),
                new("$S", "with", "(«$S» with { Y = «long» })"),
                new("$S", "operator of an own type", "(«$S» + «$S»)"),
                new("$S", "default value", "default($S)", 1),
                new("int", "record member", "«$S».«:X Sum»"),
                new("long", "record member", "«$S».Y"),
                new("bool", "record equality", "(«$S» «:== !=» «$S»)"),
                new("bool", "positional pattern", "(«$S» is («pattern», > 3))"),
                new("string", "record ToString", "$\"{«$S»}\""),
                new("int", "nullable of an own struct", "((«bool» ? «$S» : ($S?)null)?.X ?? «int»)"),
                new("", "declaration", "var $v = «$S»;«outmut $S $v»", 3),
                new("", "struct is copied", "{ var $a = «$S»; var $b = $a; $b.X «:+= ^=» «int»; «use Log l».Note($a.X); «use Log l».Note($b.ToString()); «use Log l».Note($a == $b); }", 3),
                new("", "struct in a list", "{ var $list = new List<$S> { «$S», «$S» }; var $c = $list[0]; $c.X++; $list[1] = $c with { Y = 1 }; «use Log l».Note(string.Join('.', $list)); }"),
                new("", "assignment of a member", "«var $S v».X «:+= = ^=» «int»;", 3),
                new("", "compound assignment with an own operator", "«var $S v» += «$S»;"),
            ],
            Shown = [("$S", "«»")],
        },
        new("record inheritance",
            Types: """
            abstract record $B(int X)
            {
                public abstract int Area { get; }
                public virtual string Kind => $"b{X}";
                public int Total() => Area + Kind.Length;
            }

            sealed record $C(int X, int Y) : $B(X)
            {
                public override int Area => X «:* + -» Y;
            }

            record $D(int X, string Name) : $B(X * 2)
            {
                public override int Area => Name.Length;
                public override string Kind => base.Kind + Name;
                public override string ToString() => $"D{X}{Name}";
            }

            sealed record $E(int X) : $D(X, "e")
            {
                public override string Kind => base.Kind + "«:e f»";
                public bool IsOdd => X % 2 != 0;
            }
            """)
        {
            Productions =
            [
                new("$B", "record inheritance", "(($B)new $C(«int!», «int!»))"),
                new("$B", "record inheritance", "(($B)new $C(«int», «int»))"),
                new("$B", "record inheritance", "(($B)new $D(«int», «string»))"),
                new("$B", "record inheritance", "(($B)new $E(«int»))"),
                new("$B", "with keeps the type", "(«$B» with { X = «int» })"),
                new("int", "abstract property", "«$B».Area", 3),
                new("int", "call of a base class", "«$B».Total()", 2),
                new("string", "virtual property", "«$B».Kind", 3),
                new("string", "record ToString", "«$B».ToString()"),
                new("bool", "record equality", "(«$B» «:== !=» «$B»)", 3),
                new("bool", "type pattern", "(«$B» is $C or $E)"),
                new("bool", "property pattern", "(«$B» is $E { IsOdd: true } or $C { X: > 3 })"),
                new("int", "switch expression on types", "(«$B» switch { $C(var $x, var $y) => «[»«+ int $x»«+ int $y»«int»«]», $E { IsOdd: true } => «int», $D { Name: var $s } => «[»«+ string $s»«int»«]», _ => «int» })", 3),
                new("int", "invalid cast", "(($C)«$B»).Y", 1, Needs.Risk),
                new("int?", "as conversion", "((«$B» as $C)?.Y)", 2),
                new("", "declaration", "$B $v = «$B»;«outmut $B $v»", 3),
                new("", "loop over a hierarchy", "foreach (var $x in new $B[] { «$B», «$B» }) { «+ $B $x»«use Log l».Note($x.Total()); «use Log l».Note($x.ToString()); }", 2),
                new("", "LINQ by type", "«use Log l».Note(new[] { «$B», «$B», «$B» }.OfType<$D>().Select(d => d.Kind).FirstOrDefault() ?? \"none\");", 2),
            ],
            Shown = [("$B", "«»")],
        },
    ];
}
