namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Classes, inheritance, static and nested classes.</summary>
static class Classes
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "class with fields, methods and constructors",
            "Classes",
            """
            var a = new Account("x");
            a.Deposit(5);
            a.Deposit(7);
            var same = a;
            same.Deposit(1);
            return $"{a.Owner}{a.Balance}";
            --- types
            class Account
            {
                int balance;
                public readonly string Owner;
                public Account(string owner) { Owner = owner; }
                public int Balance => balance;
                public void Deposit(int amount) { balance += amount; }
            }
            """,
            "x13"),
        new(
            "field default values",
            "Field initialization",
            """
            var t = new Test();
            return $"{t.B}{t.I}{t.S is null}{t.D == 0}{(int)t.C}{t.E}";
            --- types
            #pragma warning disable CS0649
            class Test { public bool B; public int I; public string? S; public double D; public char C; public Day E; }
            enum Day { Sunday, Monday }
            """,
            "False0TrueTrue0Sunday"),
        new(
            "fields initialised in textual order before the base constructor",
            "Instance variable initializers",
            """
            var said = "";
            Trace.Run(text => said += text + " ");
            return said;
            --- types
            static class Trace
            {
                public static void Run(Action<string> say) { _ = new B(say); }
            }
            class A
            {
                public A(Action<string> say, int n) { say($"A{n}"); Print(say); }
                public virtual void Print(Action<string> say) { }
            }
            class B : A
            {
                int x = 1;
                int y;
                public B(Action<string> say) : base(say, 7) { y = -1; say($"B{y}"); }
                public override void Print(Action<string> say) => say($"x={x},y={y}");
            }
            """,
            "A7 x=1,y=0 B-1 "),
        new(
            "constructor initializer",
            "Constructor initializers",
            """
            return new C().Text + new C("z").Text;
            --- types
            class C
            {
                public string Text = "f";
                public C() : this("d") => Text += "0";
                public C(string s) : this(s, 1) => Text += "1";
                C(string s, int n) => Text += s + n;
            }
            """,
            "fd110fz11"),
        new(
            "virtual and override methods",
            "Virtual methods",
            """
            B b = new();
            A a = b;
            return a.F() + b.F() + a.G() + b.G();
            --- types
            class A
            {
                public string F() => "A.F ";
                public virtual string G() => "A.G ";
            }
            class B : A
            {
                public new string F() => "B.F ";
                public override string G() => "B.G ";
            }
            """,
            "A.F B.F B.G B.G "),
        new(
            "hiding a virtual method",
            "Virtual methods",
            """
            D d = new();
            A a = d;
            B b = d;
            C c = d;
            return a.F() + b.F() + c.F() + d.F();
            --- types
            class A { public virtual string F() => "A.F "; }
            class B : A { public override string F() => "B.F "; }
            class C : B { public new virtual string F() => "C.F "; }
            class D : C { public override string F() => "D.F "; }
            """,
            "B.F B.F D.F D.F "),
        new(
            "sealed override",
            "Sealed methods",
            """
            A a = new C();
            return a.F() + a.G();
            --- types
            class A { public virtual string F() => "A.F "; public virtual string G() => "A.G "; }
            class B : A { public sealed override string F() => "B.F "; public override string G() => "B.G "; }
            class C : B { public override string G() => "C.G"; }
            """,
            "B.F C.G"),
        new(
            "abstract class",
            "Abstract classes",
            """
            Shape[] shapes = [new Square(3), new Box(2, 5)];
            return string.Join(" ", shapes.Select(shape => shape.Describe()));
            --- types
            abstract class Shape
            {
                public abstract int Area { get; }
                public abstract string Name();
                public string Describe() => $"{Name()}{Area}";
            }
            class Square(int side) : Shape { public override int Area => side * side; public override string Name() => "square"; }
            class Box(int a, int b) : Shape { public override int Area => a * b; public override string Name() => "box"; }
            """,
            "square9 box10"),
        new(
            "covariant return type",
            "Feature: covariant return types",
            """
            A a = new B();
            return $"{a.Copy().Name}{new B().Copy().Only}";
            --- types
            class A { public virtual string Name => "A"; public virtual A Copy() => new A(); }
            class B : A { public override string Name => "B"; public string Only => "!"; public override B Copy() => new B(); }
            """,
            "B!"),
        new(
            "static class and static members",
            "Static and instance members",
            """
            return $"{Util.Twice(4)}{Util.Names[1]}{Util.Inner.Value}{Util.Pi > 3}";
            --- types
            static class Util
            {
                public const double Pi = 3.14;
                public static readonly string[] Names = ["a", "b"];
                public static int Twice(int n) => Helper(n, 2);
                static int Helper(int n, int times) => n * times;
                public static class Inner { public static int Value { get; } = Twice(1) + 5; }
            }
            """,
            "8b7True"),
        new(
            "static field initializers run in textual order",
            "Static field initialization",
            """
            return $"{Test.A} {Test.B}";
            --- types
            class Test
            {
                public static readonly int A = B + 1;
                public static readonly int B = A + 1;
            }
            """,
            "1 2"),
        new(
            "static constructor",
            "Static constructors",
            """
            return $"{Table.Squares[3]}{Table.Name}{Table.Count}";
            --- types
            static class Table
            {
                public static readonly int[] Squares = new int[5];
                public static readonly string Name;
                public static int Count { get; }
                static Table()
                {
                    for (var i = 0; i < Squares.Length; i++) Squares[i] = i * i;
                    Name = "squares";
                    Count = Squares.Length;
                }
            }
            """,
            "9squares5"),
        new(
            "circular static initialisation",
            "Static constructors",
            """
            return $"X = {A.X}, Y = {B.Y}";
            --- types
            class A
            {
                public static readonly int X;
                static A() { X = B.Y + 1; }
            }
            class B
            {
                public static readonly int Y = A.X + 1;
                static B() { }
            }
            """,
            "X = 2, Y = 1"),
        new(
            "nested types reach private members",
            "Nested types",
            """
            var list = new Chain();
            list.Add(1);
            list.Add(2);
            return $"{list.Total()}{new Chain.Reader().Read(list)}";
            --- types
            class Chain
            {
                Node? head;
                public void Add(int n) => head = new Node { Value = n, Next = head };
                public int Total()
                {
                    var sum = 0;
                    for (var node = head; node != null; node = node.Next) sum += node.Value;
                    return sum;
                }
                class Node { public int Value; public Node? Next; }
                public class Reader { public int Read(Chain chain) => chain.head!.Value; }
            }
            """,
            "32"),
        new(
            "partial type",
            "Partial type declarations",
            """
            var c = new Customer("n");
            c.Add(3);
            return c.Text;
            --- types
            partial class Customer { readonly string name; public Customer(string name) => this.name = name; }
            partial class Customer { int total; public void Add(int n) => total += n; }
            partial class Customer { public string Text => name + total; }
            """,
            "n3"),
        new(
            "partial type over several files",
            "Partial type declarations",
            """
            return $"{new Plan().Sum()}{Helper.Name}{Far.Away}";
            --- types
            partial class Plan { int a = 1; }
            --- file
            partial class Plan { public int Sum() => a + Helper.Two; }
            static class Helper { public const string Name = "helper"; public static int Two => 2; }
            --- file
            static class Far { public static readonly string Away = Helper.Name.ToUpperInvariant(); }
            """,
            "3helperHELPER"),
        new(
            "partial method and partial property",
            "Partial methods",
            """
            var g = new Gen { Name = "a" };
            return g.Twice(3) + g.Name + g.Ran;
            --- types
            partial class Gen
            {
                public int Ran;
                public partial int Twice(int n);
                public partial string Name { get; set; }
                partial void Left(int n);
                partial void Right(int n);
            }
            --- file
            partial class Gen
            {
                string name = "";
                public partial int Twice(int n) { Left(Ran = 100); Right(n); return n * 2; }
                public partial string Name { get => name + "!"; set => name = value; }
                partial void Right(int n) => Ran += n;
            }
            """,
            "6a!3"),
        new(
            "partial constructor and partial event",
            "Feature: partial events and constructors",
            """
            var p = new Part(4);
            p.Changed += () => { };
            return $"{p.N}{p.Handlers}";
            --- types
            partial class Part
            {
                public int N, Handlers;
                public partial Part(int n);
                public partial event Action Changed;
            }
            partial class Part
            {
                public partial Part(int n) { N = n * 2; }
                public partial event Action Changed { add => Handlers++; remove => Handlers--; }
            }
            """,
            "81"),
        new(
            "file-local type",
            "Feature: file-local types",
            """
            return Secret.Value + Open.Value;
            --- types
            file static class Secret { public static string Value => "first "; }
            --- file
            file static class Secret { public static string Value => "second"; }
            static class Open { public static string Value => Secret.Value; }
            """,
            "first second"),
        new(
            "ToString, Equals and GetHashCode overridden",
            "The object type",
            """
            Name a = new("x"), b = new("X");
            var set = new HashSet<Name> { a, b };
            object o = a;
            return $"{a}{o.Equals(b)}{a == b}{set.Count}{new Dictionary<Name, int> { [a] = 5 }[b]}";
            --- types
            class Name(string text)
            {
                string Key => text.ToUpperInvariant();
                public override bool Equals(object? o) => o is Name n && n.Key == Key;
                public override int GetHashCode() => Key.Length;
                public override string ToString() => $"<{text}>";
            }
            """,
            "<x>TrueFalse15"),
        new(
            "reference semantics of classes",
            "Class types",
            """
            var a = new Box { N = 1 };
            var b = a;
            b.N = 2;
            void Change(Box box) { box.N++; box = new Box { N = 100 }; }
            Change(a);
            var list = new List<Box> { a };
            list[0].N += 10;
            return $"{a.N}{b.N}{ReferenceEquals(a, b)}";
            --- types
            class Box { public int N; }
            """,
            "1313True"),
        new(
            "object.Equals and ReferenceEquals",
            "The object type",
            """
            Box a = new(), b = new();
            return $"{a.Equals(b)}{a.Equals(a)}{Equals(a, b)}{Equals(null, null)}{new List<Box> { a }.Contains(b)}{new List<Box> { a }.IndexOf(a)}";
            --- types
            class Box;
            """,
            "FalseTrueFalseTrueFalse0"),
        new(
            "class derived from a constructed class",
            "Class base specification",
            """
            return new Derived().Show() + new Derived().Get(4);
            --- types
            class Base<T> { public T Get(T t) => t; public string Show() => typeof(T) == typeof(int) ? "int" : "other"; }
            class Derived : Base<int>;
            """,
            "int4"),
        new(
            "using alias and using static",
            "Using directives",
            """
            Numbers n = [1, 2];
            Pair p = (3, "x");
            return $"{n.Count}{p.Name}{Max(4, 5)}";
            --- usings
            using static System.Math;
            using Numbers = System.Collections.Generic.List<int>;
            using Pair = (int Id, string Name);
            """,
            "2x5"),
    ];
}
