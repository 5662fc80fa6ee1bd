namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Properties, indexers, events and fields.</summary>
static class Properties
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "automatically implemented property",
            "Automatically implemented properties",
            """
            var p = new Point { X = 3 };
            p.Y++;
            return $"{p.X}{p.Y}{p.Sum}";
            --- types
            class Point
            {
                public int X { get; set; }
                public int Y { get; set; } = 10;
                public int Sum { get; } = 99;
            }
            """,
            "31199"),
        new(
            "property accessors",
            "Accessors",
            """
            var t = new Temperature();
            t.Celsius = 100;
            var said = $"{t.Fahrenheit}";
            t.Fahrenheit = 32;
            return said + $" {t.Celsius} {t.Reads}";
            --- types
            class Temperature
            {
                int celsius;
                public int Reads;
                public int Celsius { get { Reads++; return celsius; } set => celsius = value; }
                public int Fahrenheit { get => celsius * 9 / 5 + 32; set => Celsius = (value - 32) * 5 / 9; }
            }
            """,
            "212 0 1"),
        new(
            "accessor accessibility",
            "Accessors",
            """
            var c = new Counter();
            c.Bump();
            return $"{c.N}";
            --- types
            class Counter { public int N { get; private set; } public void Bump() => N += 5; }
            """,
            "5"),
        new(
            "init accessor and required member",
            "Feature: required members",
            """
            var p = new Person { First = "A", Last = "B" };
            var q = new Person("C");
            return p.First + p.Last + q.First + q.Last;
            --- types
            class Person
            {
                public Person() { }
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
                public Person(string name) => (First, Last) = (name, "-");
                public required string First { get; init; }
                public required string Last { get; init; }
            }
            """,
            "ABC-"),
        new(
            "field keyword",
            "Feature: field keyword in properties",
            """
            var p = new Person { Name = " ann " };
            p.Age = 5;
            try { p.Age = -1; }
            catch (ArgumentException) { p.Age += 10; }
            return $"[{p.Name}]{p.Age}{p.Lazy}{p.Lazy}{p.Made}";
            --- types
            class Person
            {
                public int Made;
                public string Name { get; set => field = value.Trim(); } = "none";
                public int Age { get => field; set => field = value >= 0 ? value : throw new ArgumentException(); }
                public string Lazy => field ??= Make();
                string Make() { Made++; return "made"; }
            }
            """,
            "[ann]15mademade1"),
        new(
            "static property",
            "Static and instance members",
            """
            return $"{Config.Size}{Config.Name}{Config.Doubled}";
            --- types
            static class Config
            {
                public static int Size { get; } = 4;
                public static string Name => "n";
                public static int Doubled => Size * 2;
            }
            """,
            "4n8"),
        new(
            "virtual and abstract properties",
            "Virtual, sealed, override, and abstract accessors",
            """
            A b = new B();
            b.Y = 5;
            return $"{b.X} {b.Y} {b.Z}";
            --- types
            abstract class A
            {
                int y;
                public virtual int X => 0;
                public virtual int Y { get => y; set => y = value; }
                public abstract int Z { get; set; }
            }
            class B : A
            {
                int z;
                public override int X => base.X + 1;
                public override int Y { set { base.Y = value < 0 ? 0 : value * 2; } }
                public override int Z { get => z + Y; set => z = value; }
            }
            """,
            "1 10 10"),
        new(
            "indexer",
            "Indexers",
            """
            var bits = new Bits(8);
            bits[1] = bits[3] = true;
            bits[3] ^= true;
            return $"{bits[0]}{bits[1]}{bits[3]}{bits.Text}";
            --- types
            class Bits(int length)
            {
                int value;
                public bool this[int index]
                {
                    get => index < length ? (value & 1 << index) != 0 : throw new IndexOutOfRangeException();
                    set { if (value) this.value |= 1 << index; else this.value &= ~(1 << index); }
                }
                public string Text => $"={value}";
            }
            """,
            "FalseTrueFalse=2"),
        new(
            "overloaded and multi-parameter indexers",
            "Indexers",
            """
            var g = new Grid();
            g['a', 1] = 5;
            g["x"]++;
            return $"{g['A', 1]}{g["x"]}{g[column: 'b', row: 0]}";
            --- types
            class Grid
            {
                readonly Dictionary<string, int> cells = [];
                public int this[char column, int row]
                {
                    get => this[$"{char.ToUpperInvariant(column)}{row}"];
                    set => this[$"{char.ToUpperInvariant(column)}{row}"] = value;
                }
                public int this[string name]
                {
                    get => cells.TryGetValue(name, out var n) ? n : 0;
                    set => cells[name] = value;
                }
            }
            """,
            "510"),
        new(
            "ref-returning property and indexer",
            "Ref returns",
            """
            var s = new Store();
            s[1] = 5;
            s[1]++;
            ref int first = ref s.First;
            first = 9;
            return $"{s[0]}{s[1]}";
            --- types
            class Store
            {
                readonly int[] items = new int[2];
                public ref int this[int i] => ref items[i];
                public ref int First => ref items[0];
            }
            """,
            "96"),
        new(
            "field-like event",
            "Field-like events",
            """
            var said = "";
            var b = new Button();
            void Handler(string s) => said += "h" + s;
            b.Click += Handler;
            b.Click += s => said += "l" + s;
            b.Press("1");
            b.Click -= Handler;
            b.Press("2");
            return said + b.HasHandlers;
            --- types
            class Button
            {
                public event Action<string>? Click;
                public void Press(string s) => Click?.Invoke(s);
                public bool HasHandlers => Click != null;
            }
            """,
            "h1l1l2True"),
        new(
            "event without a handler",
            "Field-like events",
            """
            var b = new Button();
            b.Raise();
            Action f = () => { };
            b.Click += f;
            b.Click -= f;
            b.Raise();
            return $"{b.Count}";
            --- types
            class Button
            {
                public int Count;
                public event Action? Click;
                public void Raise() { if (Click == null) Count++; else Click(); }
            }
            """,
            "2"),
        new(
            "event accessors",
            "Event accessors",
            """
            var c = new Control();
            Action a = () => { }, b = () => { };
            c.Changed += a;
            c.Changed += b;
            c.Changed -= a;
            return c.Log + c.Handlers.Count;
            --- types
            class Control
            {
                public string Log = "";
                public readonly List<Action> Handlers = [];
                public event Action Changed
                {
                    add { Log += "+"; Handlers.Add(value); }
                    remove { Log += "-"; Handlers.Remove(value); }
                }
            }
            """,
            "++-1"),
        new(
            "event with EventHandler",
            "Events",
            """
            var said = "";
            var o = new Owner();
            o.Renamed += (sender, e) => said += $"{sender == o}{e.Name}";
            o.Rename("x");
            return said;
            --- types
            class RenamedArgs(string name) : EventArgs { public string Name => name; }
            class Owner
            {
                public event EventHandler<RenamedArgs>? Renamed;
                public void Rename(string name) => Renamed?.Invoke(this, new(name));
            }
            """,
            "Truex"),
        new(
            "static readonly field",
            "Readonly fields",
            """
            return $"{Color.Black.R}{Color.White.R}{Color.All.Length}";
            --- types
            class Color(byte r)
            {
                public static readonly Color Black = new(0);
                public static readonly Color White = new(255);
                public static readonly Color[] All = [Black, White];
                public byte R => r;
            }
            """,
            "02552"),
        new(
            "constants that depend on each other",
            "Constants",
            """
            return $"{A.X} {B.Z} {A.Y}";
            --- types
            class A { public const int X = B.Z + 1; public const int Y = 10; }
            class B { public const int Z = A.Y + 1; }
            """,
            "12 11 10"),
        new(
            "implementation of an interface property and event",
            "Interface properties",
            """
            INamed n = new Thing();
            n.Name = "x";
            var said = "";
            n.Changed += () => said += "changed";
            n.Name = "y";
            return n.Name + said + n[3];
            --- types
            interface INamed { string Name { get; set; } event Action? Changed; int this[int i] { get; } }
            class Thing : INamed
            {
                public string Name { get; set { field = value; Changed?.Invoke(); } } = "";
                public event Action? Changed;
                int INamed.this[int i] => i * 2;
            }
            """,
            "ychanged6"),
        new(
            "readonly field assigned in a constructor",
            "Readonly fields",
            """
            return $"{new P(4).N}{new P().N}";
            --- types
            class P
            {
                public readonly int N = 1;
                public P() { }
                public P(int n) { N += n; N *= 2; }
            }
            """,
            "101"),
    ];
}
