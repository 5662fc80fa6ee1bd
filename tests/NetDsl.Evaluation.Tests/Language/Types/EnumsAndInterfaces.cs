namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Enumerations and interfaces.</summary>
static class EnumsAndInterfaces
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "enum with values",
            "Enums",
            """
            return $"{(int)Color.Red}{(int)Color.Green}{(int)Color.Blue}{(int)Color.Max}";
            --- types
            enum Color { Red, Green = 10, Blue, Max = Blue }
            """,
            "0101111"),
        new(
            "enum to text",
            "The System.Enum type",
            """
            var c = Color.Green;
            return $"{c} {Color.Red.ToString()} {(Color)7} {nameof(Color.Blue)} " + c;
            --- types
            enum Color { Red, Green, Blue }
            """,
            "Green Red 7 Blue Green"),
        new(
            "flags enum",
            "Enum values and operations",
            """
            var d = Days.Monday | Days.Friday;
            d |= Days.Sunday;
            d &= ~Days.Monday;
            return $"{d} {(int)d} {d.HasFlag(Days.Friday)} {(d & Days.Monday) == 0} {(Days)16} {Days.None} {d ^ Days.Friday}";
            --- types
            [Flags]
            enum Days { None = 0, Sunday = 1, Monday = 2, Friday = 4, Weekend = Sunday | 8 }
            """,
            "Sunday, Friday 5 True True 16 None Sunday"),
        new(
            "enum conversions",
            "Explicit enumeration conversions",
            """
            Color zero = 0;
            var c = (Color)2;
            var s = (Small)(byte)c;
            int? n = (int?)(Color?)Color.Green;
            return $"{zero}{c}{(int)s}{(char)(Small)65}{n}{(Color)Small.Big}";
            --- types
            enum Color { Red, Green, Blue }
            enum Small : byte { Zero, Big = 200 }
            """,
            "RedBlue2A1200"),
        new(
            "enum arithmetic",
            "Enum values and operations",
            """
            var c = Color.Red;
            c++;
            return $"{c}{c + 1}{Color.Blue - Color.Red}{Color.Blue - 1}{Color.Red < Color.Blue}{c == Color.Green}";
            --- types
            enum Color { Red, Green, Blue }
            """,
            "GreenBlue2GreenTrueTrue"),
        new(
            "enum with an underlying type",
            "Enums",
            """
            var said = $"{(long)Big.Most == long.MaxValue}{sizeof(Small)}";
            var s = Small.Last;
            try { checked { s++; } return said + (int)s; }
            catch (OverflowException) { return said + " overflow"; }
            --- types
            enum Big : long { Most = long.MaxValue }
            enum Small : byte { Last = 255 }
            """,
            "True1 overflow"),
        new(
            "members of System.Enum",
            "The System.Enum type",
            """
            return string.Join(",", Enum.GetNames<Color>()) + Enum.Parse<Color>("Blue") + Enum.IsDefined(Color.Red) + Enum.GetValues<Color>().Length + (Enum.TryParse<Color>("Pink", out _) ? "yes" : "no");
            --- types
            enum Color { Red, Green, Blue }
            """,
            "Red,Green,BlueBlueTrue3no"),
        new(
            "interface implementation",
            "Interface implementations",
            """
            IShape[] shapes = [new Square(2), new Dot()];
            return string.Join(" ", shapes.Select(shape => $"{shape.Name}{shape.Area()}"));
            --- types
            interface IShape { string Name { get; } int Area(); }
            class Square(int side) : IShape { public string Name => "square"; public int Area() => side * side; }
            struct Dot : IShape { public string Name => "dot"; public int Area() => 0; }
            """,
            "square4 dot0"),
        new(
            "explicit interface member implementation",
            "Explicit interface member implementations",
            """
            var e = new Edit();
            IControl c = e;
            ITextBox t = e;
            return c.Paint() + t.Paint() + e.Paint();
            --- types
            interface IControl { string Paint(); }
            interface ITextBox { string Paint(); }
            class Edit : IControl, ITextBox
            {
                string IControl.Paint() => "control ";
                string ITextBox.Paint() => "text ";
                public string Paint() => "own";
            }
            """,
            "control text own"),
        new(
            "interface re-implementation",
            "Interface re-implementation",
            """
            IControl a = new Control(), b = new My(), c = new Plain();
            return a.Paint() + b.Paint() + c.Paint();
            --- types
            interface IControl { string Paint(); }
            class Control : IControl { public string Paint() => "Control "; }
            class My : Control, IControl { public new string Paint() => "My "; }
            class Plain : Control { public new string Paint() => "Plain "; }
            """,
            "Control My Control "),
        new(
            "default interface member",
            "Feature: default interface methods",
            """
            IHello a = new A(), b = new B();
            return a.Hello() + b.Hello() + a.Twice();
            --- types
            interface IHello { string Name { get; } string Hello() => "hello " + Name + " "; sealed string Twice() => Name + Name; }
            class A : IHello { public string Name => "a"; }
            class B : IHello { public string Name => "b"; public string Hello() => "hi "; }
            """,
            "hello a hi aa"),
        new(
            "default member overridden in an interface",
            "Feature: default interface methods",
            """
            IA a = new C();
            return a.M() + ((IB)a).M();
            --- types
            interface IA { string M() => "IA "; }
            interface IB : IA { string IA.M() => "IB "; }
            class C : IB;
            """,
            "IB IB "),
        new(
            "static members of interfaces",
            "Feature: default interface methods",
            """
            return ICounter.Start + ICounter.Next(4);
            --- types
            interface ICounter { const int Zero = 0; static string Start => $"start{Zero}"; static int Next(int n) => n + 1; }
            """,
            "start05"),
        new(
            "static abstract members",
            "Feature: static abstract members in interfaces",
            """
            static T Sum<T>(params T[] items) where T : IAdd<T>
            {
                var sum = T.Zero;
                foreach (var item in items) sum += item;
                return sum;
            }
            return $"{Sum(new Money(2), new Money(3)).N}{Sum<Text>(new("a"), new("b")).S}{Name<Money>()}";
            static string Name<T>() where T : IAdd<T> => T.Name;
            --- types
            interface IAdd<T> where T : IAdd<T>
            {
                static abstract T Zero { get; }
                static virtual string Name => "default";
                static abstract T operator +(T a, T b);
            }
            record Money(int N) : IAdd<Money>
            {
                public static Money Zero => new(0);
                public static Money operator +(Money a, Money b) => new(a.N + b.N);
            }
            record Text(string S) : IAdd<Text>
            {
                public static Text Zero => new("");
                public static string Name => "text";
                public static Text operator +(Text a, Text b) => new(a.S + b.S);
            }
            """,
            "5abdefault"),
        new(
            "interface inheritance",
            "Interfaces",
            """
            IBoth both = new Both();
            ILeft left = both;
            return both.Left() + both.Right() + left.Left() + (both is IRight);
            --- types
            interface ILeft { string Left(); }
            interface IRight { string Right(); }
            interface IBoth : ILeft, IRight;
            class Both : IBoth { public string Left() => "L"; public string Right() => "R"; }
            """,
            "LRLTrue"),
        new(
            "interface mapping by an inherited member",
            "Interface mapping",
            """
            IShow show = new Derived();
            return show.Show();
            --- types
            interface IShow { string Show(); }
            class Base { public virtual string Show() => "base"; }
            class Derived : Base, IShow { public override string Show() => "derived"; }
            """,
            "derived"),
        new(
            "own IEnumerable",
            "Interfaces",
            """
            var bag = new Bag();
            return string.Join("", bag) + bag.Count() + bag.Contains(2) + string.Join("", bag.Reverse());
            --- types
            class Bag : IEnumerable<int>
            {
                public IEnumerator<int> GetEnumerator() { yield return 1; yield return 2; yield return 3; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            """,
            "1233True321"),
        new(
            "own IEquatable and IComparer",
            "Interfaces",
            """
            var list = new List<string> { "bbb", "a", "cc" };
            list.Sort(new ByLength());
            return string.Join(",", list) + string.Join(",", new[] { 3, 1, 2 }.OrderBy(n => n, new Down()));
            --- types
            class ByLength : IComparer<string> { public int Compare(string? a, string? b) => a!.Length - b!.Length; }
            class Down : IComparer<int> { public int Compare(int a, int b) => b.CompareTo(a); }
            """,
            "a,cc,bbb3,2,1"),
    ];
}
