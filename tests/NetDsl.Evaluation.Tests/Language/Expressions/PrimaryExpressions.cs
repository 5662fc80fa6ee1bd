namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Literals, names, member access, invocation and element access.</summary>
static class PrimaryExpressions
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "integer literals",
            "Integer literals",
            """
            return $"{123} {10_543_765} {0xFf} {0x1b_a0_44} {0b1001_1010} {123L + 1} {456UL}";
            """,
            "123 10543765 255 1810500 154 124 456"),
        new(
            "type of an integer literal",
            "Integer literals",
            """
            object[] literals = [1, 1U, 1L, 1UL, 2147483648, 4294967296];
            return string.Join(" ", literals.Select(o => o switch { int => "int", uint => "uint", long => "long", ulong => "ulong", _ => "?" }));
            """,
            "int uint long ulong uint long"),
        new(
            "real literals",
            "Real literals",
            """
            object[] literals = [1.5, 1.5f, 1.5m, 1e3, .5, 1D];
            return string.Join(" ", literals.Select(o => o switch { double => "double", float => "float", decimal => "decimal", _ => "?" })) + (1e3 == 1000 && .5 * 2 == 1);
            """,
            "double float decimal double double doubleTrue"),
        new(
            "character literals",
            "Character literals",
            """
            char[] letters = ['a', '\n', '\x41', '\u0042', '\'', '\\', '\0', '\t', '\e'];
            return string.Join(" ", letters.Select(c => (int)c));
            """,
            "97 10 65 66 39 92 0 9 27"),
        new(
            "Boolean and null literals",
            "Boolean literals",
            """
            bool yes = true, no = false;
            string? nothing = null;
            return $"{yes}{no}{nothing}{nothing is null}";
            """,
            "TrueFalseTrue"),
        new(
            "parenthesized expression",
            "Parenthesized expressions",
            """
            return $"{(1 + 2) * 3} {-(4 - 6)}";
            """,
            "9 2"),
        new(
            "invocation by position and by name",
            "Corresponding parameters",
            """
            static string F(int a, int b, int c = 9) => $"{a}{b}{c}";
            return F(1, 2) + F(b: 1, a: 2) + F(1, c: 3, b: 4) + F(a: 5, 6);
            """,
            "129219143569"),
        new(
            "run-time evaluation of argument lists",
            "Run-time evaluation of argument lists",
            """
            static string F(int x, int y = -1, int z = -2) => $"x={x},y={y},z={z} ";
            int i = 0;
            return F(i++, i++, i++) + F(z: i++, x: i++);
            """,
            "x=0,y=1,z=2 x=4,y=-1,z=3 "),
        new(
            "argument array element is evaluated first",
            "Run-time evaluation of argument lists",
            """
            int i = 0;
            int[] a = new int[3] { 0, 0, 0 };
            a[i++] = i++;
            a[i++] = i;
            return string.Join(" ", a) + $" {i}";
            """,
            "1 0 3 3"),
        new(
            "member access on a value and a type",
            "Member access",
            """
            return $"{"abc".Length}{int.MaxValue}{Box.Count}{new Box().Size}";
            --- types
            class Box { public static int Count => 4; public int Size => 5; }
            """,
            "3214748364745"),
        new(
            "identical simple names and type names",
            "Identical simple names and type names",
            """
            return new A().Both();
            --- types
            struct Color
            {
                public static readonly Color White = new(1);
                readonly int n;
                public Color(int n) => this.n = n;
                public Color Complement() => new(-n);
                public override string ToString() => $"{n}";
            }
            class A
            {
                Color Color => new(7);
                public string Both() => $"{Color.White}{Color.Complement()}";
            }
            """,
            "1-7"),
        new(
            "array access",
            "Array access",
            """
            int[] a = [1, 2, 3];
            int[,] m = { { 1, 2 }, { 3, 4 } };
            a[1] = m[1, 0] * 10;
            long index = 2;
            return $"{a[1]}{a[index]}{m[0, 1]}";
            """,
            "3032"),
        new(
            "null-conditional member access",
            "Null conditional member access",
            """
            string? s = null, t = "abc";
            int? none = s?.Length, some = t?.Length;
            return $"{none is null}{some}{s?.Trim().Substring(1) is null}{t?.ToUpperInvariant()}";
            """,
            "True3TrueABC"),
        new(
            "null-conditional element access",
            "Null conditional element access",
            """
            int[]? a = null, b = [5, 6];
            return $"{a?[0] is null}{b?[1]}{b?[0].ToString().Length}";
            """,
            "True61"),
        new(
            "null-conditional chain stops early",
            "Null conditional member access",
            """
            var calls = 0;
            int Count() { calls++; return 0; }
            List<int>? list = null;
            var got = list?[Count()];
            Action? action = null;
            action?.Invoke();
            return $"{got is null} {calls}";
            """,
            "True 0"),
        new(
            "null-conditional assignment",
            "Feature: null-conditional assignment",
            """
            var calls = 0;
            int Next() => ++calls;
            Node? some = new(), none = null;
            some?.Value = Next();
            none?.Value = Next();
            some?.Value += 10;
            some?.Items[0] = 7;
            none?.Items[0] = Next();
            return $"{some!.Value} {some.Items[0]} {calls}";
            --- types
            sealed class Node { public int Value; public int[] Items = new int[1]; }
            """,
            "11 7 1"),
        new(
            "null-forgiving operator",
            "Null-forgiving expressions",
            """
            string? s = "text";
            return $"{s!.Length}{((object?)null)! == null}";
            """,
            "4True"),
        new(
            "namespace alias qualifier",
            "Qualified alias member",
            """
            return global::System.Math.Max(1, 2).ToString() + Sys::String.IsNullOrEmpty("");
            --- usings
            using Sys = System;
            """,
            "2True"),
        new(
            "this access",
            "This access",
            """
            return new Named("a").Rename("b").Name;
            --- types
            class Named
            {
                public string Name;
                public Named(string Name) => this.Name = Name;
                public Named Rename(string name) { this.Name += name; return this; }
            }
            """,
            "ab"),
        new(
            "base access",
            "Base access",
            """
            return new B().F() + new B()[1];
            --- types
            class A { public virtual string F() => "A.F"; public virtual int this[int i] => i; }
            class B : A { public override string F() => "B." + base.F(); public override int this[int i] => base[i] + 10; }
            """,
            "B.A.F11"),
        new(
            "postfix and prefix increment",
            "Postfix increment and decrement operators",
            """
            int x = 5;
            int a = x++, b = ++x, c = x--, d = --x;
            return $"{a}{b}{c}{d}{x}";
            """,
            "57755"),
        new(
            "increment of a property and an element",
            "Postfix increment and decrement operators",
            """
            var box = new Box { Size = 1 };
            int[] a = [10];
            var i = 0;
            var said = $"{box.Size++}{++box.Size}{a[i++]++}";
            return said + $"{a[0]}{i}";
            --- types
            class Box { public int Size { get; set; } }
            """,
            "1310111"),
        new(
            "typeof operator",
            "The typeof operator",
            """
            return $"{typeof(int) == typeof(int)}{typeof(int) == typeof(long)}{typeof(string).Name}{typeof(Own).Name}";
            --- types
            class Own;
            """,
            "TrueFalseStringOwn"),
        new(
            "sizeof operator",
            "The sizeof operator",
            """
            return $"{sizeof(byte)}{sizeof(short)}{sizeof(int)}{sizeof(long)}{sizeof(char)}{sizeof(double)}{sizeof(bool)}{sizeof(decimal)}";
            """,
            "124828116"),
        new(
            "default value expression",
            "Default value expressions",
            """
            int i = default;
            string? s = default;
            (int, bool) pair = default;
            T? Of<T>() => default(T);
            return $"{i}{s is null}{pair}{default(char) == '\0'}{Of<int>()}{Of<string>() is null}{default(Point).X}";
            --- types
            struct Point { public int X; }
            """,
            "0True(0, False)True0True0"),
        new(
            "nameof expression",
            "Nameof expressions",
            """
            var point = (x: 1, y: 2);
            return $"{nameof(point)}{nameof(point.x)}{nameof(List<int>)}{nameof(List<>)}{nameof(System.Linq)}{nameof(Result)}{nameof(@if)}";
            --- members
            static int @if => 1;
            """,
            "pointxListListLinqResultif"),
        new(
            "checked and unchecked expressions",
            "The checked and unchecked operators",
            """
            int x = 1000000, y = 1000000;
            var said = $"{unchecked(x * y)}";
            try { said += checked(x * y); }
            catch (OverflowException) { said += " overflow"; }
            return said;
            """,
            "-727379968 overflow"),
        new(
            "checked does not reach into a called function",
            "The checked and unchecked operators",
            """
            static int Multiply(int x, int y) => unchecked(x * y);
            return $"{checked(Multiply(1000000, 1000000))}";
            """,
            "-727379968"),
        new(
            "unchecked constant expression",
            "The checked and unchecked operators",
            """
            const int A = unchecked((int)0xFFFFFFFF);
            const byte B = unchecked((byte)300);
            return $"{A} {B}";
            """,
            "-1 44"),
        new(
            "conditional operator",
            "Conditional operator",
            """
            static string Grade(int n) => n > 90 ? "A" : n > 80 ? "B" : "C";
            int? maybe = 1 > 2 ? 5 : null;
            long wide = true ? 1 : 2L;
            return Grade(95) + Grade(85) + Grade(5) + (maybe is null) + wide;
            """,
            "ABCTrue1"),
        new(
            "ref conditional expression",
            "Conditional operator",
            """
            int a = 1, b = 2;
            ref var larger = ref (a > b ? ref a : ref b);
            larger = 20;
            (a < b ? ref a : ref b) = 10;
            return $"{a} {b}";
            """,
            "10 20"),
        new(
            "assignment as an expression",
            "Simple assignment",
            """
            int a, b, c;
            a = b = c = 4;
            var n = (a = 5) + a;
            return $"{a}{b}{c}{n}";
            """,
            "54410"),
        new(
            "compound assignment",
            "Compound assignment",
            """
            int x = 10;
            x += 5; x -= 1; x *= 2; x /= 3; x %= 5; x <<= 3; x >>= 1; x |= 3; x &= 6; x ^= 5;
            byte b = 250;
            b += 10;
            char c = 'a';
            c += (char)1;
            string s = "n";
            s += 1;
            return $"{x} {b} {c} {s}";
            """,
            "7 4 b n1"),
        new(
            "compound assignment evaluates its target once",
            "Compound assignment",
            """
            int i = 0;
            int[] a = [1, 2, 3];
            a[i++] += 10;
            a[i++] <<= 2;
            return string.Join(" ", a) + $" {i}";
            """,
            "11 8 3 2"),
        new(
            "left operand of compound assignment is read first",
            "Compound assignment",
            """
            int x = 1;
            int Change() { x = 100; return 5; }
            x += Change();
            return $"{x}";
            """,
            "6"),
        new(
            "evaluation order of operands",
            "Operators",
            """
            var said = "";
            int F(int n) { said += n; return n; }
            var value = F(1) + F(2) * F(3) - (F(4) + F(5));
            return $"{said} {value}";
            """,
            "12345 -2"),
        new(
            "a method of a value in a variable sees what its arguments assign",
            "Method invocations",
            """
            var n = 5;
            int? none = null;
            int[] many = [1];
            return $"{n.Equals(n = 7)} {none.GetValueOrDefault((none = 3).Value)} {many[0].CompareTo(many[0] = 2)}";
            """,
            "True 3 0"),
        new(
            "evaluation order with side effects",
            "Operators",
            """
            int i = 3;
            var n = i + i++ * 2 + i;
            return $"{n} {i}";
            """,
            "13 4"),
        new(
            "target-typed conditional expression",
            "Feature: target-typed conditional expression",
            """
            bool b = false;
            int? x = b ? 1 : null;
            Animal animal = b ? new Cat() : new Dog();
            return $"{x is null}{animal}";
            --- types
            abstract class Animal;
            class Cat : Animal { public override string ToString() => "cat"; }
            class Dog : Animal { public override string ToString() => "dog"; }
            """,
            "Truedog"),
        new(
            "switch expression",
            "Switch expression",
            """
            static string Of(int n) => n switch
            {
                0 => "zero",
                < 0 => "minus",
                _ when n % 2 == 0 => "even",
                _ => "odd",
            };
            return $"{Of(0)} {Of(-1)} {Of(4)} {Of(7)}";
            """,
            "zero minus even odd"),
        new(
            "switch expression without a match",
            "Switch expression",
            """
            static int Of(int n) => n switch { 1 => 10, 2 => 20 };
            try { return $"{Of(2)}{Of(3)}"; }
            catch (InvalidOperationException) { return "no arm"; }
            """,
            "no arm"),
        new(
            "target-typed switch expression",
            "Switch expression",
            """
            var n = 2;
            byte b = n switch { 1 => 10, _ => 20 };
            Func<int, int> f = n switch { 1 => x => x, _ => x => x * b };
            return $"{b}{f(2)}";
            """,
            "2040"),
        new(
            "value of an expression statement is discarded",
            "Expression statements",
            """
            var list = new List<int>();
            var added = new HashSet<int> { 1 }.Add(1);
            list.Add(1); list.Insert(0, 0);
            return $"{added}{list[0]}{list[1]}";
            """,
            "False01"),
    ];
}
