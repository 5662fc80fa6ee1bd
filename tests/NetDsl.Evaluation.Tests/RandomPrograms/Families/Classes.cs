namespace NetDsl.Evaluation.Tests;

/// <summary>Classes: members of all kinds, constructors, inheritance, interfaces, statics.</summary>
static class Classes
{
    public static IReadOnlyList<Family> All { get; } =
    [
        new("class",
            Types: """
            sealed class $C
            {
                public const int Limit = «3..20»;
                public static readonly int[] Table = [1, «2..9», Limit];
                readonly List<int> items = [];
                int count = «0..5»;

                public $C(int start) : this(start, "c") { count++; }
                public $C(int start, string name) { Start = start; Name = name; items.Add(start); }

                public int Start { get; }
                public string Name { get; set; }
                public int Half { get => count / 2; set => count = value * 2 + 1; }
                public int Limited { get; set => field = value > Limit ? Limit : value; }
                public int this[int index] { get => items[index % items.Count]; set { items[0] = value; count += index; } }
                public string this[string key] => key + Name;

                public $C Put(int n)«[»«+ int n» { if (items.Count < Limit) items.Add(«int»); count += n; return this; }«]»
                public int Run(Log log, int $n)«fn»«+ Log log»«mut int $n»«mut int count»«body int»«]»
                public override string ToString() => $"C{Start}.{count}.{string.Join('.', items)}.{Limited}{Name}";
            }
            """)
        {
            Productions =
            [
                new("$C", "class", "new $C(«int!»)"),
                new("$C", "class", "new $C(«int», «string»)"),
                new("$C", "object initializer", "new $C(«int») { Name = «string», Half = «int», Limited = «int» }", 3),
                new("$C", "fluent calls", "«$C».Put(«int»).Put(«int»)"),
                new("int", "property", "«$C».«:Start Half Limited Name.Length»", 3),
                new("int", "static member", "$C.«:Table[1] Table.Length»", 2),
                new("int", "constant member", "($C.Limit «:+ - *» «int»)"),
                new("int", "method of a class", "«$C».Run(«use Log l», «int»)", 3),
                new("int", "indexer", "«$C»[«int» & 0xFF]", 3),
                new("string", "indexer", "«$C»[«string»]", 1),
                new("string", "virtual ToString", "«$C».ToString()", 6),
                new("bool", "reference equality", "(«use $C a» == «use $C b»)", 8),
                new("", "declaration", "var $v = «$C»;«outmut $C $v»", 4),
                new("", "assignment", "«var $C v» = «$C»;"),
                new("", "reference is shared", "{ var $a = «$C»; var $b = $a; $b.Half «:= += -=» «int»; «use Log l».Note($a.ToString()); }", 2),
                new("", "property assignment", "«use $C v».«:Half Limited» «:= += -= ^=» «int»;", 3),
                new("", "property assignment", "«use $C v».Half«:++ --»;"),
                new("", "indexer assignment", "«use $C v»[«int» & 7] «:= += ^=» «int»;", 3),
                new("", "method of a class", "«use $C v».Put(«int»);", 2),
                new("", "null conditional assignment", "{ $C? $n = «bool» ? null : «$C»; $n?.Name = «string»; $n?.Half += «int»; «use Log l».Note($n?.ToString() ?? \"none\"); }", 2),
                new("int", "null reference", "(«bool» ? null : «$C»)!.Half", 1, Needs.Risk),
            ],
            Shown = [("$C", "«»")],
        },
        new("class inheritance",
            Types: """
            abstract class $A
            {
                protected readonly Log log;
                protected int state = «1..5»;

                protected $A(Log log, int start) { this.log = log; state += start; log.Note(First()); }

                public virtual int First() => log.Note(state * 2);
                public abstract string Label { get; protected set; }
                protected virtual int Add(int n) => state += n;
                public int Work(int n) => Add(n) + First();
                public new string ToString() => "A" + state;
            }

            class $B : $A
            {
                readonly int own = 7;
                public $B(Log log, int start) : base(log, start + 1) { own += start; Label = $"b{own}"; }
                public override string Label { get; protected set; } = "none";
                public override int First()«[»«+ int own»«+ int state»«+ Log log» => own + base.First() «:+ - ^» «int»;«]»
            }

            sealed class $D(Log log, int extra) : $B(log, extra * 2)
            {
                protected override int Add(int n) { extra++; return base.Add(n - extra); }
                public override string Label { get => base.Label + extra; protected set => base.Label = value + "d"; }
                public new int Work(int n) => n;
            }
            """)
        {
            Productions =
            [
                new("int", "virtual call", "«use $A a».First()", 3),
                new("int", "virtual call", "«use $A a».Work(«int»)", 3),
                new("int", "hidden member", "new $D(«use Log l», «int»).Work(«int»)"),
                new("string", "abstract property", "«use $A a».Label", 3),
                new("string", "hidden member", "«use $A a».ToString()"),
                new("bool", "type pattern", "(«use $A a» is $B and not $D)"),
                new("int", "call of a virtual in a constructor", "new «:$B $D»(«use Log l», «int»).First()", 2),
                new("", "class inheritance", "$A $v = new «:$B $D»(«use Log l», «int»);«outmut $A $v»", 8),
                new("", "class inheritance", "$A $v = «bool» ? new $D(«use Log l», «int») : new $B(«use Log l», «int»);«outmut $A $v»", 3),
                new("", "assignment", "«var $A v» = new «:$B $D»(«use Log l», «int»);", 2),
                new("", "invalid cast", "try { «use Log l».Note((($D)«use $A a»).Work(«int»)); } catch (InvalidCastException) { «use Log l».Note(«int»); }", 2),
            ],
            Shown = [("$A", "«».Label")],
        },
        new("interface",
            Types: """
            interface $I
            {
                int Weight { get; }
                int Scale(int n) => n * Weight + «1..9»;
                string Name => $"i{Weight & 0xFF}";
                static int Base => «1..50»;
                static $I Of(int n) => n % 2 == 0 ? new $E(n) : new $O { Weight = n };
            }

            interface $J : $I
            {
                int Extra();
                int $I.Scale(int n) => n - Extra();
            }

            sealed class $E(int weight) : $I, IComparable<$E>
            {
                public int Weight => weight++;
                public int CompareTo($E? other) => other is null ? 1 : Math.Sign((long)Weight - other.Weight);
            }

            struct $O : $J
            {
                public int Weight { get; set; }
                public int Extra() => Weight += «1..5»;
                string $I.Name => "o" + Weight;
            }
            """)
        {
            Productions =
            [
                new("$I", "interface", "$I.Of(«int!»)"),
                new("$I", "interface", "(($I)new $E(«int»))"),
                new("$I", "interface of a struct", "(($I)new $O { Weight = «int» })"),
                new("int", "interface member", "«$I».Weight", 3),
                new("int", "default implementation", "«$I».Scale(«int»)", 4),
                new("string", "default implementation", "«$I».Name", 3),
                new("int", "static member of an interface", "$I.Base"),
                new("int", "type pattern", "(«$I» is $J $j ? $j.Extra() : «int»)", 2),
                new("bool", "type pattern", "(«$I» is $J)"),
                new("int", "own comparison", "new[] { new $E(«int»), new $E(«int»), new $E(«int») }.Max()!.Weight", 2),
                new("", "declaration", "$I $v = «$I»;«outmut $I $v»", 5),
                new("", "struct that is boxed", "{ var $s = new $O { Weight = «int» }; $J $i = $s; $i.Extra(); $s.Extra(); $i.Extra(); «use Log l».Note($i.Weight - $s.Weight); «use Log l».Note($i.Name); }", 2),
            ],
            Shown = [("$I", "«».Name")],
        },
        new("static class",
            Types: """
            static class $M
            {
                public static readonly Dictionary<string, int> Known = new() { ["k"] = «1..9», ["ab"] = Seed * 2 };
                public static readonly int Early = Late + 1;
                public static readonly int Late = «3..30»;
                const int Seed = «1..9»;
                static $M() => Computed = Early + Late + Known.Count;
                public static int Computed { get; }
                public static int Fib(int n) => n <= 1 ? n : Fib(n - 1) + Fib(n - 2);
                public static int Calc(int $a, int $b = «1..9»)«fn»«mut int $a»«mut int $b»«body int»«]»
                public static bool Even(int n) => n == 0 || Odd(n - 1);
                static bool Odd(int n) => n != 0 && Even(n - 1);

                public static class Inner { public const string Text = nameof(Inner) + "«:x y»"; public enum Kind { None, Some } }
            }
            """)
        {
            Productions =
            [
                new("int", "static member", "$M.«:Early Late Computed»", 3),
                new("int", "static method", "$M.Calc(«int»)", 4),
                new("int", "static method", "$M.Calc(«int», «int»)", 2),
                new("int", "recursion", "$M.Fib(«int» & 7)", 2),
                new("bool", "mutual recursion", "$M.Even(«int» & 15)", 2),
                new("int", "static member", "$M.Known.GetValueOrDefault(«string», «int»)"),
                new("string", "nested type", "($M.Inner.Text + «string»)"),
                new("bool", "nested type", "(«int» % 2 == (int)$M.Inner.Kind.Some)"),
            ],
        },
    ];
}
