namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Operators of own types.</summary>
static class UserDefinedOperators
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "binary and unary operators",
            "Operator overloading",
            """
            var v = new Vector(1, 2);
            var w = -v + v * 3 - new Vector(1, 1);
            return $"{w}{+v}{!new Vector(0, 0)}{~v}";
            --- types
            readonly struct Vector(int x, int y)
            {
                public int X => x;
                public int Y => y;
                public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y);
                public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y);
                public static Vector operator *(Vector a, int n) => new(a.X * n, a.Y * n);
                public static Vector operator -(Vector a) => new(-a.X, -a.Y);
                public static Vector operator +(Vector a) => a;
                public static bool operator !(Vector a) => a.X == 0 && a.Y == 0;
                public static Vector operator ~(Vector a) => new(a.Y, a.X);
                public override string ToString() => $"[{X},{Y}]";
            }
            """,
            "[1,3][1,2]True[2,1]"),
        new(
            "comparison operators",
            "Binary operators",
            """
            Size a = new(1), b = new(2);
            return $"{a < b}{a > b}{a <= b}{a >= b}{a == b}{a != b}";
            --- types
            #pragma warning disable CS0660, CS0661
            class Size(int n)
            {
                public int N => n;
                public static bool operator <(Size a, Size b) => a.N < b.N;
                public static bool operator >(Size a, Size b) => a.N > b.N;
                public static bool operator <=(Size a, Size b) => a.N <= b.N;
                public static bool operator >=(Size a, Size b) => a.N >= b.N;
                public static bool operator ==(Size a, Size b) => a.N == b.N;
                public static bool operator !=(Size a, Size b) => a.N != b.N;
            }
            """,
            "TrueFalseTrueFalseFalseTrue"),
        new(
            "user-defined increment",
            "Unary operators",
            """
            var n = new Version(1);
            var before = n++;
            var after = ++n;
            return $"{before.N}{after.N}{n.N}{ReferenceEquals(after, n)}";
            --- types
            class Version(int n)
            {
                public int N => n;
                public static Version operator ++(Version v) => new(v.N + 1);
            }
            """,
            "133True"),
        new(
            "user-defined increment of an array element",
            "Unary operators",
            """
            var i = 0;
            Counter[] a = [new() { N = 1 }, new() { N = 5 }];
            a[i++]++;
            ++a[i++];
            return $"{a[0].N}{a[1].N}{i}";
            --- types
            struct Counter
            {
                public int N;
                public static Counter operator ++(Counter c) => new() { N = c.N + 1 };
            }
            """,
            "262"),
        new(
            "user-defined compound assignment by the binary operator",
            "Compound assignment",
            """
            var a = new Money(5);
            a += 3;
            a -= new Money(1);
            return $"{a.N}";
            --- types
            record Money(int N)
            {
                public static Money operator +(Money a, int n) => new(a.N + n);
                public static Money operator -(Money a, Money b) => new(a.N - b.N);
            }
            """,
            "7"),
        new(
            "user-defined compound assignment operator",
            "Feature: user-defined compound assignment operators",
            """
            var a = new Total();
            var same = a;
            a += 5;
            a += 6;
            a++;
            return $"{a.N}{same.N}{ReferenceEquals(a, same)}";
            --- types
            class Total
            {
                public int N;
                public void operator +=(int n) => N += n;
                public void operator ++() => N += 100;
            }
            """,
            "111111True"),
        new(
            "user-defined checked operators",
            "Feature: checked user-defined operators",
            """
            var a = new Small(200);
            var said = $"{unchecked(a + a).N} ";
            try { said += checked(a + a).N; }
            catch (OverflowException) { said += "overflow"; }
            return said;
            --- types
            record struct Small(byte N)
            {
                public static Small operator checked +(Small a, Small b) => new(checked((byte)(a.N + b.N)));
                public static Small operator +(Small a, Small b) => new((byte)(a.N + b.N));
            }
            """,
            "144 overflow"),
        new(
            "operators true and false",
            "User-defined conditional logical operators",
            """
            var said = "";
            if (DBBool.True) said += "if";
            var x = DBBool.Null;
            said += (x && DBBool.True).Text + (DBBool.False && x).Text + (DBBool.True || x).Text + (x || DBBool.False).Text;
            said += x ? "yes" : "no";
            return said;
            --- types
            struct DBBool
            {
                public static readonly DBBool Null = new(0), False = new(-1), True = new(1);
                readonly sbyte value;
                DBBool(int value) => this.value = (sbyte)value;
                public string Text => value == 0 ? "n" : value > 0 ? "t" : "f";
                public static DBBool operator &(DBBool x, DBBool y) => new(x.value < y.value ? x.value : y.value);
                public static DBBool operator |(DBBool x, DBBool y) => new(x.value > y.value ? x.value : y.value);
                public static bool operator true(DBBool x) => x.value > 0;
                public static bool operator false(DBBool x) => x.value < 0;
            }
            """,
            "ifnftnno"),
        new(
            "user-defined && skips its right operand",
            "User-defined conditional logical operators",
            """
            var said = "";
            Flag Get(bool b) { said += b ? "t" : "f"; return new Flag(b); }
            var r = Get(false) && Get(true);
            var s = Get(true) || Get(false);
            return $"{said}{r.B}{s.B}";
            --- types
            record Flag(bool B)
            {
                public static Flag operator &(Flag a, Flag b) => new(a.B & b.B);
                public static Flag operator |(Flag a, Flag b) => new(a.B | b.B);
                public static bool operator true(Flag a) => a.B;
                public static bool operator false(Flag a) => !a.B;
            }
            """,
            "ftFalseTrue"),
        new(
            "shift operator with any right operand",
            "Feature: relaxed shift operator",
            """
            var p = new Pipe("a") << "b" << "c" >>> 2;
            return p.Text;
            --- types
            record Pipe(string Text)
            {
                public static Pipe operator <<(Pipe p, string s) => new(p.Text + s);
                public static Pipe operator >>>(Pipe p, int n) => new(p.Text + n);
            }
            """,
            "abc2"),
        new(
            "operator overload resolution",
            "Binary operator overload resolution",
            """
            var a = new N();
            return (a + 1) + (a + 1L) + (a + "s") + (1 + a);
            --- types
            class N
            {
                public static string operator +(N n, int i) => "int ";
                public static string operator +(N n, long i) => "long ";
                public static string operator +(N n, string s) => "string ";
                public static string operator +(int i, N n) => "reverse";
            }
            """,
            "int long string reverse"),
    ];
}
