namespace NetDsl.Evaluation.Tests;

/// <summary>Structs: they are copied, and only some places hold the one that is meant.</summary>
static class Structs
{
    public static IReadOnlyList<Family> All { get; } =
    [
        new("struct",
            Types: """
            struct $S
            {
                public int X;
                public int[] Shared;
                public int Y { get; set; }

                public $S(int x, int y) { X = x; Y = y; Shared = [x, y]; }

                public int Bump(int by) { X += by; Y «:++ --»; Shared[0] ^= by; return X; }
                public readonly int Sum() => X + Y + Shared[0];
                public readonly $S Moved(int by) { var copy = this; copy.Bump(by); return copy; }
                public override readonly string ToString() => $"S{X}.{Y}.{Shared[0]}";
            }

            class $H(int x)
            {
                public $S Field = new(x, «1..9»);
                public readonly $S Fixed = new(x, 2);
                public $S Property { get; set; } = new(1, x);
            }
            """)
        {
            Productions =
            [
                new("$S", "struct", "new $S(«int!», 3)"),
                new("$S", "struct", "new $S(«int», «int»)"),
                new("$S", "object initializer", "new $S(«int», 1) { X = «int», Y = «int» }"),
                new("$S", "struct method that copies", "«$S».Moved(«int»)"),
                new("$S", "struct in a field", "«$H».«:Field Fixed Property»"),
                new("$H", "class with a primary constructor", "new $H(«int!»)"),
                new("int", "struct member", "«$S».X", 2),
                new("int", "struct member", "«$S».Sum()", 2),
                new("int", "struct method that changes it", "«var $S v».Bump(«int»)", 6),
                new("int", "struct method that changes a field", "«use $H h».Field.Bump(«int»)", 2),
                new("int", "struct method that changes a copy", "«use $H h».«:Fixed Property».Bump(«int»)", 6),
                new("string", "struct member", "«$S».ToString()"),
                new("", "declaration", "var $v = «$S»;«outmut $S $v»", 3),
                new("", "declaration", "var $h = «$H»;«out $H $h»", 6),
                new("", "struct is copied", "{ var $a = «$S»; var $b = $a; $b.Bump(«int»); «use Log l».Note($a.ToString()); «use Log l».Note($b.ToString()); }", 3),
                new("", "struct in an array", "{ var $a = new[] { «$S», «$S» }; $a[«0..1»].Bump(«int»); $a[«int» & 1].X «:+= ^= =» «int»; foreach (var $x in $a) «use Log l».Note($x.Bump(1)); «use Log l».Note($a[0].ToString() + $a[1]); }", 3),
                new("", "struct in a list", "{ var $a = new List<$S> { «$S» }; $a[0].Bump(«int»); var $c = $a[0]; $c.X = «int»; «use Log l».Note($a[0].ToString() + $c); $a[0] = $c; «use Log l».Note($a[0].X); }", 3),
                new("", "assignment of a member", "«use $H h».Field.«:X Y» «:= += ^=» «int»;", 2),
                new("", "assignment of a member", "«use $H h».Property = «$S»;", 2),
                new("", "ref local to a struct", "{ var $a = new[] { «$S», «$S» }; ref var $r = ref $a[1]; $r.Bump(«int»); $r.Y += 2; var $c = $r; $c.X++; «use Log l».Note($a[1].ToString() + $c.X); }", 2, Needs.NoIterator),
                new("", "struct in a lambda", "{ var $s = «$S»; var $f = () => $s.Bump(«fn»«int»«]»); $f(); «use Log l».Note($f() + $s.X); }", 2),
                new("", "struct that is boxed", "{ var $s = «$S»; object $o = $s; $s.X++; «use Log l».Note((($S)$o).X - $s.X); }", 2),
            ],
            Shown = [("$S", "«»"), ("$H", "«».Field + \"\" + «».Property")],
        },
        new("struct without constructor",
            Types: """
            struct $P
            {
                public int A;
                public (int, string) B;
                public $Q Inner;
            }

            struct $Q { public long Z; public string? Text; public void Set(long z) { Z = z; Text = $"z{z & 15}"; } }
            """)
        {
            Productions =
            [
                new("$P", "default value", "default($P)"),
                new("$P", "object initializer", "new $P { A = «int», B = «(int, string)», Inner = new() { Z = «long» } }", 4),
                new("$P", "with on a struct", "(«$P» with { A = «int» })"),
                new("int", "struct member", "«$P».A", 2),
                new("long", "struct member", "«$P».Inner.Z", 2),
                new("string?", "struct member", "«$P».Inner.Text", 2),
                new("", "declaration", "$P $v = «$P»;«outmut $P $v»", 3),
                new("", "assignment of a member", "«var $P v».Inner.Z «:= += ^=» «long»;", 3),
                new("", "assignment of a member", "«var $P v».B.Item1 «:= += ^=» «int»;", 3),
                new("", "struct method that changes a field", "«var $P v».Inner.Set(«long»);", 3),
                new("", "struct in an array", "{ var $a = new $P[2]; $a[1].Inner.Set(«long»); $a[0] = $a[1]; $a[1].Inner.Z++; «use Log l».Note($a[0].Inner.Z + $a[1].Inner.Z); «use Log l».Note($a[0].Inner.Text ?? \"none\"); }", 3),
            ],
            Shown = [("$P", "«».A + \"\" + «».B + «».Inner.Z + «».Inner.Text")],
        },
    ];
}
