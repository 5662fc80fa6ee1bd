namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Predefined and user-defined conversions.</summary>
static class Conversions
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "implicit numeric conversions",
            "Implicit numeric conversions",
            """
            byte b = 200;
            short s = b;
            int i = s;
            long l = i;
            float f = l;
            double d = f;
            decimal m = l;
            char c = 'a';
            ushort u = c;
            return $"{s}{i}{l}{f == 200f}{d == 200}{m == 200}{u}";
            """,
            "200200200TrueTrueTrue97"),
        new(
            "explicit integral conversions",
            "Explicit numeric conversions",
            """
            int i = 300;
            long l = 0x1_0000_0002;
            int minus = -1;
            return $"{(byte)i} {(sbyte)(i - 100)} {(short)(i * 1000)} {(int)l} {(uint)minus} {(char)(i - 200)} {(ushort)minus}";
            """,
            "44 -56 -27680 2 4294967295 d 65535"),
        new(
            "explicit floating conversions",
            "Explicit numeric conversions",
            """
            double d = 3.99, e = -3.99;
            float f = 2.5f;
            return $"{(int)d} {(int)e} {(long)f} {(byte)d} {(char)97.5} {(int)2.9m} {(float)1e-50 == 0}";
            """,
            "3 -3 2 3 a 2 True"),
        new(
            "checked conversions",
            "Explicit numeric conversions",
            """
            var said = "";
            int i = 300;
            double d = 1e20;
            var m = 3e9m;
            try { said += checked((byte)i); } catch (OverflowException) { said += "byte "; }
            try { said += checked((int)d); } catch (OverflowException) { said += "int "; }
            try { said += checked((uint)(i - 301)); } catch (OverflowException) { said += "uint "; }
            try { said += (int)m; } catch (OverflowException) { said += "decimal"; }
            return said;
            """,
            "byte int uint decimal"),
        new(
            "implicit constant expression conversions",
            "Implicit constant expression conversions",
            """
            const int C = 100;
            byte b = C;
            sbyte s = -C;
            ulong u = C;
            return $"{b}{s}{u}";
            """,
            "100-100100"),
        new(
            "boxing and unboxing",
            "Boxing conversions",
            """
            int i = 5;
            object o = i;
            i = 6;
            var p = new Point { X = 1 };
            object boxed = p;
            p.X = 2;
            return $"{o}{(int)o + 1}{((Point)boxed).X}{p.X}";
            --- types
            struct Point { public int X; }
            """,
            "5612"),
        new(
            "boxed struct is one object",
            "Boxing conversions",
            """
            object a = new Counter();
            var b = a;
            ((IBump)a).Bump();
            return $"{((Counter)b).N}";
            --- types
            interface IBump { void Bump(); }
            struct Counter : IBump { public int N; public void Bump() => N++; }
            """,
            "1"),
        new(
            "unboxing needs the exact type",
            "Unboxing conversions",
            """
            object o = 5;
            try { return $"{(long)o}"; }
            catch (InvalidCastException) { return $"{(long)(int)o}"; }
            """,
            "5"),
        new(
            "reference conversions",
            "Implicit reference conversions",
            """
            B b = new();
            A a = b;
            object o = a;
            I i = b;
            B back = (B)o;
            return $"{a.Name}{i.Name}{ReferenceEquals(back, b)}{(A?)null is null}";
            --- types
            interface I { string Name { get; } }
            class A { public string Name => "A"; }
            class B : A, I;
            """,
            "AATrueTrue"),
        new(
            "as operator",
            "The as operator",
            """
            object o = "text", n = 5;
            return $"{(o as string)?.Length}{n as string is null}{n as int?}{o as int? is null}{(o as IEnumerable<char>)?.Count()}";
            """,
            "4True5True4"),
        new(
            "is operator",
            "The is operator",
            """
            object o = 5;
            object? nothing = null;
            int? five = 5, none = null;
            return $"{o is int}{o is long}{nothing is object}{five is int}{none is int}{o is IComparable}{"s" is object}";
            """,
            "TrueFalseFalseTrueFalseTrueTrue"),
        new(
            "user-defined conversions",
            "User-defined conversions",
            """
            Digit d = (Digit)5;
            byte b = d;
            int i = d + 1;
            try { Digit big = (Digit)10; return "no exception"; }
            catch (ArgumentException) { return $"{b}{i}"; }
            --- types
            struct Digit
            {
                readonly byte value;
                public Digit(byte value) => this.value = value > 9 ? throw new ArgumentException() : value;
                public static implicit operator byte(Digit d) => d.value;
                public static explicit operator Digit(byte b) => new(b);
            }
            """,
            "56"),
        new(
            "user-defined conversion with standard conversions around it",
            "User-defined conversions",
            """
            Meter m = 5;
            long l = (int)m;
            double d = (int)m + 0.5;
            Meter? maybe = (int?)null;
            return $"{l}{d == 5.5}{maybe is null}";
            --- types
            struct Meter
            {
                public int N;
                public static implicit operator Meter(int n) => new() { N = n };
                public static explicit operator int(Meter m) => m.N;
            }
            """,
            "5TrueTrue"),
        new(
            "user-defined checked conversion",
            "User-defined conversions",
            """
            var big = new Wide(300);
            var said = $"{(byte)big}";
            try { said += checked((byte)big); }
            catch (OverflowException) { said += " overflow"; }
            return said;
            --- types
            class Wide(int n)
            {
                public int N => n;
                public static explicit operator checked byte(Wide w) => checked((byte)w.N);
                public static explicit operator byte(Wide w) => unchecked((byte)w.N);
            }
            """,
            "44 overflow"),
        new(
            "tuple conversions",
            "Implicit tuple conversions",
            """
            (long, object) t = (1, "a");
            (int a, int b) named = (x: 1, y: 2);
            var wide = (300, 5L);
            var small = ((byte, int))wide;
            return $"{t}{named.a}{named.b}{small}";
            """,
            "(1, a)12(44, 5)"),
        new(
            "unboxing copies a struct",
            "Unboxing conversions",
            """
            object box = new Counter { N = 1 };
            var counter = (Counter)box;
            var said = "";
            if (box is Counter found)
            {
                ((ICount)box).Add();
                said += $"{counter.N}{found.N}{((Counter)box).N} ";
            }

            foreach (Counter each in new List<object> { box })
            {
                ((ICount)box).Add();
                said += $"{each.N}{((Counter)box).N} ";
            }

            var generic = Unbox<Counter>(box);
            var boxed = Box(generic);
            ((ICount)boxed).Add();
            return said + $"{generic.N}{((Counter)boxed).N}";
            --- members
            static T Unbox<T>(object value) => (T)value;
            static object Box<T>(T value) where T : struct => value;
            --- types
            interface ICount { void Add(); }
            struct Counter : ICount
            {
                public int N;
                public void Add() => N++;
            }
            """,
            "112 23 34"),
        new(
            "unboxing an enumeration from its underlying type",
            "Unboxing conversions",
            """
            object one = 1, right = Side.Right;
            return $"{(Side)one}{(int)right}{one is Side}{right is int}";
            --- types
            enum Side { Left, Right }
            """,
            "Right1FalseFalse"),
    ];
}
