namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Arithmetic, shift, bitwise and logical operators of the predefined types.</summary>
static class ArithmeticOperators
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "integer division and remainder",
            "Division operator",
            """
            return $"{7 / 2} {-7 / 2} {7 / -2} {7 % 3} {-7 % 3} {7 % -3} {-7 % -3}";
            """,
            "3 -3 -3 1 -1 1 -1"),
        new(
            "integer overflow wraps",
            "Addition operator",
            """
            int x = int.MaxValue;
            uint u = 0;
            byte b = 255;
            long l = long.MinValue;
            x++; u--; b++; l--;
            return $"{x} {u} {b} {l == long.MaxValue}";
            """,
            "-2147483648 4294967295 0 True"),
        new(
            "negation of the smallest integer",
            "Unary minus operator",
            """
            int x = int.MinValue;
            try { return $"{unchecked(-x)} {checked(-x)}"; }
            catch (OverflowException) { return $"{-x == x} overflow"; }
            """,
            "True overflow"),
        new(
            "checked operators of small types",
            "The checked and unchecked operators",
            """
            byte b = 255;
            short s = short.MaxValue;
            var said = "";
            try { checked { b += 1; } } catch (OverflowException) { said += "byte "; }
            try { checked { s++; } } catch (OverflowException) { said += "short "; }
            uint u = 3;
            try { said += checked(u - 4); } catch (OverflowException) { said += "uint"; }
            return said;
            """,
            "byte short uint"),
        new(
            "binary numeric promotion",
            "Binary numeric promotions",
            """
            object Of(object o) => o;
            byte b = 1;
            short s = 2;
            uint u = 3;
            return string.Join(" ", new[] { Of(b + b), Of(b + s), Of(u + 1), Of(u + s), Of(1L + b), Of('a' + 1), Of(1 + 1f), Of(1f + 1d), Of(-u) }
                .Select(o => o switch { int => "int", long => "long", uint => "uint", float => "float", double => "double", _ => "?" }));
            """,
            "int int uint long long int float double long"),
        new(
            "floating-point division by zero",
            "Division operator",
            """
            double zero = 0, one = 1;
            return $"{double.IsPositiveInfinity(one / zero)}{double.IsNegativeInfinity(-one / zero)}{double.IsNaN(zero / zero)}{one / -zero < 0}{5.5 % 2 == 1.5}";
            """,
            "TrueTrueTrueTrueTrue"),
        new(
            "NaN is not equal to itself",
            "Floating-point comparison operators",
            """
            double n = double.NaN;
            return $"{n == n}{n != n}{n < 1}{n >= 1}{n.Equals(double.NaN)}{!(n > 1)}{0.0 == -0.0}";
            """,
            "FalseTrueFalseFalseTrueTrueTrue"),
        new(
            "single and double precision",
            "Floating-point types",
            """
            float f = 0.1f;
            double d = 0.1;
            return $"{f == d}{f == (float)d}{0.1 + 0.2 == 0.3}{0.1f + 0.2f == 0.3f}{16777216f + 1f == 16777216f}";
            """,
            "FalseTrueFalseTrueTrue"),
        new(
            "decimal arithmetic",
            "The Decimal type",
            """
            decimal a = 0.1m, b = 0.2m;
            return $"{a + b == 0.3m}{1m / 3m * 3m == 1m}{7m % 2.5m == 2m}{decimal.Truncate(2.9m) == 2m}{(int)2.9m}";
            """,
            "TrueFalseTrueTrue2"),
        new(
            "decimal overflow",
            "The Decimal type",
            """
            var most = decimal.MaxValue;
            try { return $"{most + 1 > 0}"; }
            catch (OverflowException) { return "overflow"; }
            """,
            "overflow"),
        new(
            "shift operators",
            "Shift operators",
            """
            int n = -16;
            uint u = 0x80000000;
            long l = 1;
            return $"{1 << 4} {n >> 2} {n >>> 28} {u >> 31} {1 << 33} {l << 33} {-1 >>> 31}";
            """,
            "16 -4 15 1 2 8589934592 1"),
        new(
            "bitwise operators",
            "Integer logical operators",
            """
            uint a = 0b_1111_1000, b = 0b_1001_1101;
            return $"{a & b} {a | b} {a ^ b} {~a} {~5}";
            """,
            "152 253 101 4294967047 -6"),
        new(
            "Boolean logical operators",
            "Boolean logical operators",
            """
            var said = "";
            bool F(bool b) { said += b ? "t" : "f"; return b; }
            var r = (F(false) & F(true)) | (F(true) ^ F(true));
            return $"{r}{said}{!r}{true ^ false}";
            """,
            "FalseftttTrueTrue"),
        new(
            "conditional logical operators",
            "Conditional logical operators",
            """
            var said = "";
            bool F(bool b) { said += b ? "t" : "f"; return b; }
            var r = F(false) && F(true) || F(true) || F(false);
            return $"{r}{said}";
            """,
            "Trueft"),
        new(
            "compound logical assignment",
            "Compound assignment",
            """
            bool a = true, b = false;
            a &= b; b |= true; b ^= true;
            return $"{a}{b}";
            """,
            "FalseFalse"),
        new(
            "relational operators",
            "Relational and type-testing operators",
            """
            return $"{1 < 2}{'a' < 'b'}{2.5 >= 2.5}{1u > 2}{-1 < 1u}{1m == 1.0m}";
            """,
            "TrueTrueTrueFalseTrueTrue"),
        new(
            "operator precedence and associativity",
            "Operator precedence and associativity",
            """
            int x = 2, y = 3, z = 4;
            return $"{x + y * z} {x - y - z} {1 << 2 + 1} {(x == 2 || y == 0 && z == 0)} {x = y = 5} {!true || true} {1 | 6 & 4 ^ 1} {-x * y}";
            """,
            "14 -5 8 True 5 True 5 -25"),
        new(
            "character arithmetic",
            "Integral types",
            """
            char c = 'a';
            c++;
            var next = (char)(c + 1);
            int distance = 'z' - 'a';
            return $"{c}{next}{distance}{'a' + 'b'}{(char)65}{c > 'a'}{(int)'0'}";
            """,
            "bc25195ATrue48"),
        new(
            "constant folding",
            "Constant expressions",
            """
            const int A = 2 * 3 + 1;
            const string S = "x" + nameof(A);
            const bool B = A > 5 && S == "xA";
            const double D = 1 / 2 + 1 / 2.0;
            return $"{A}{S}{B}{D == 0.5}";
            """,
            "7xATrueTrue"),
        new(
            "string concatenation",
            "Addition operator",
            """
            string s = "";
            string? nothing = null;
            object o = 1;
            return s + 1 + 2 + (1 + 2) + 'c' + true + nothing + o + null + Color.Red;
            --- types
            enum Color { Red }
            """,
            "123cTrue1Red"),
        new(
            "string equality",
            "String equality operators",
            """
            string a = "hello";
            var b = "hel" + string.Concat("l", "o");
            object oa = a, ob = b;
            return $"{a == b}{oa.Equals(ob)}{a != "x"}{(string?)null == null}{string.Equals(a, "HELLO", StringComparison.OrdinalIgnoreCase)}";
            """,
            "TrueTrueTrueTrueTrue"),
        new(
            "reference equality",
            "Reference type equality operators",
            """
            object a = new(), b = a, c = new();
            int[] x = [1], y = [1];
            return $"{a == b}{a == c}{a != c}{x == y}{ReferenceEquals(a, b)}{Equals(a, c)}";
            """,
            "TrueFalseTrueFalseTrueFalse"),
        new RefusedConstruct(
            "equality of boxed values",
            "Reference type equality operators",
            """
            object i = 123, j = 123, k = i;
            return $"{i == j}{i.Equals(j)}{i == k}{Equals(1, 1L)}{1.Equals(1)}";
            """,
            "ND0001 whether these are the same object is not known at compile time"),
        new(
            "delegate equality",
            "Delegate equality operators",
            """
            static void F() { }
            static void G() { }
            Action a = F, b = F, c = G;
            return $"{a == b}{a == c}{a + c == b + c}{a + c == c + a}{a.Equals(b)}{a != null}";
            """,
            "TrueFalseTrueFalseTrueTrue"),
        new(
            "unsigned right shift assignment",
            "Compound assignment",
            """
            int x = -8;
            x >>>= 28;
            long y = -1;
            y >>>= 60;
            return $"{x} {y}";
            """,
            "15 15"),
        new RefusedConstruct(
            "native-sized integers",
            "Integral types",
            """
            nint n = 5;
            nuint u = 7;
            return $"{n * 2 + 1}{u - 2}{(int)n}{n == 5}";
            """,
            "ND0001 a value of type 'nint' is as wide as the pointers"),
    ];
}
