namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Declaration, type, constant, relational, var, discard and logical patterns.</summary>
static class SimplePatterns
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "declaration pattern",
            "Declaration pattern",
            """
            object? nothing = null;
            static string Of(object o) => o is int i ? $"int{i}" : o is string s ? s : "other";
            return Of(5) + Of("a") + Of(1.5) + (nothing is string t ? t : "null");
            """,
            "int5aothernull"),
        new(
            "declaration pattern on a nullable type",
            "Declaration pattern",
            """
            int? x = 3, none = null;
            if (x is int v && none is not int) return $"{v}";
            return "none";
            """,
            "3"),
        new(
            "declaration pattern in a negated condition",
            "Declaration pattern",
            """
            static int Length(object o)
            {
                if (o is not string s) return -1;
                return s.Length;
            }
            return $"{Length("abc")}{Length(1)}";
            """,
            "3-1"),
        new(
            "declaration pattern with a type parameter",
            "Declaration pattern",
            """
            static string Of<T>(object o) => o is T t ? $"{t}" : "no";
            return Of<int>(5) + Of<string>(5) + Of<int?>(7);
            """,
            "5no7"),
        new(
            "constant pattern",
            "Constant pattern",
            """
            static string Of(object? o) => o switch { 1 => "one", "a" => "text", 'c' => "char", true => "true", null => "null", 2.5 => "real", Color.Red => "red", _ => "other" };
            return string.Join(" ", new object?[] { 1, "a", 'c', true, null, 2.5, Color.Red, 1L }.Select(Of));
            --- types
            enum Color { Blue, Red }
            """,
            "one text char true null real red other"),
        new(
            "constant pattern on a span",
            "Feature: pattern match Span<char> on a constant string",
            """
            ReadOnlySpan<char> s = "abc".AsSpan(0, 2);
            return $"{s is "ab"}{s is "abc"}";
            """,
            "TrueFalse"),
        new(
            "relational pattern",
            "Feature: relational patterns",
            """
            static string Of(double d) => d switch { < -4.0 => "low", > 10.0 => "high", double.NaN => "unknown", _ => "fine" };
            return $"{Of(-5)} {Of(11)} {Of(double.NaN)} {Of(3)} {'b' is >= 'a' and <= 'z'} {5L is > 4}";
            """,
            "low high unknown fine True True"),
        new(
            "relational pattern on another type",
            "Feature: relational patterns",
            """
            object o = 5, l = 5L;
            return $"{o is > 3}{l is > 3}{(int?)null is > 3}{(int?)4 is > 3}";
            """,
            "TrueFalseFalseTrue"),
        new(
            "logical patterns",
            "Feature: pattern combinators",
            """
            static bool Letter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            static bool Odd(int? n) => n is not (null or 0 or 2);
            return $"{Letter('q')}{Letter('Q')}{Letter('1')}{Odd(1)}{Odd(2)}{Odd(null)}";
            """,
            "TrueTrueFalseTrueFalseFalse"),
        new(
            "precedence of pattern combinators",
            "Feature: pattern combinators",
            """
            static bool A(int n) => n is not 1 and not 2 or 1;
            static bool B(int n) => n is > 0 and < 10 or 100 and not 101;
            return $"{A(1)}{A(2)}{A(3)}{B(5)}{B(100)}{B(101)}";
            """,
            "TrueFalseTrueTrueTrueFalse"),
        new(
            "type pattern",
            "Feature: type patterns",
            """
            static string Of(object o) => o switch { int => "int", string => "string", IEnumerable<int> => "numbers", Exception => "exception", _ => "other" };
            return $"{Of(1)} {Of("")} {Of(new[] { 1 })} {Of(new FormatException())} {Of('c')}";
            """,
            "int string numbers exception other"),
        new(
            "var pattern",
            "Var pattern",
            """
            static string Of(int n) => n switch { var x when x > 10 => $"big{x}", var x => $"small{x}" };
            string? nothing = null;
            return Of(11) + Of(2) + (nothing is var any && any is null) + ((1, 2) is var (a, b) ? a + b : 0);
            """,
            "big11small2True3"),
        new(
            "discard pattern",
            "Discard pattern",
            """
            static string Of(object? o) => o switch { int _ => "int", (_, 2) => "pair", null => "null", _ => "any" };
            return $"{Of(1)} {Of((1, 2))} {Of(null)} {Of("x")}";
            """,
            "int pair null any"),
        new(
            "parenthesized pattern",
            "Feature: parenthesized patterns",
            """
            object o = 5;
            return $"{o is (int)}{o is ((> 3))}{o is not (string or (null))}";
            """,
            "TrueTrueTrue"),
        new(
            "is null and is not null",
            "Constant pattern",
            """
            var a = new Odd();
            return $"{a == null}{a is null}{a is not null}{a is { }}";
            --- types
            #pragma warning disable CS0660, CS0661
            class Odd
            {
                public static bool operator ==(Odd? a, Odd? b) => true;
                public static bool operator !=(Odd? a, Odd? b) => false;
            }
            """,
            "TrueFalseTrueTrue"),
        new(
            "pattern variables in conditions",
            "Declaration pattern",
            """
            object o = 7, p = 8;
            var sum = o is int a && p is int b ? a + b : 0;
            while (o is int n && n < 10) o = n + 1;
            return $"{sum} {o}";
            """,
            "15 10"),
        new(
            "order of switch arms",
            "Switch expression",
            """
            static string Of(object o) => o switch { int n when n > 100 => "huge", int and > 10 => "big", int n and not 5 => $"n{n}", int => "five", _ => "no" };
            return Of(101) + Of(11) + Of(3) + Of(5) + Of("");
            """,
            "hugebign3fiveno"),
    ];
}
