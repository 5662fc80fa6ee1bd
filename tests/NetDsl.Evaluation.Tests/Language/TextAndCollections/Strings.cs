namespace NetDsl.Evaluation.Tests.Language;

/// <summary>String literals and interpolation.</summary>
static class Strings
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "regular string literal",
            "String literals",
            """
            return "a\tb\\\"\u0041\x42\'" + "tab\0".Length;
            """,
            "a	b\\\"AB'4"),
        new(
            "verbatim string literal",
            "String literals",
            """"
            return @"c:\dir ""q""" + @"a
            b".Length;
            """",
            "c:\\dir \"q\"3"),
        new(
            "raw string literal",
            "Feature: raw string literals",
            """"
            var s = """
                {"a": "b\n"}
                  indented
                """;
            return s.Replace("\n", "|") + """one "quoted" line""";
            """",
            "{\"a\": \"b\\n\"}|  indentedone \"quoted\" line"),
        new(
            "interpolated string",
            "Interpolated string expressions",
            """
            string text = "red";
            int number = 14;
            const int width = -4;
            return $"{text}|{{text}}|{number + 1}|{text + '?'}|{text,width}|{text,5}|";
            """,
            "red|{text}|15|red?|red |  red|"),
        new(
            "interpolation with alignment and format",
            "Interpolated string expressions",
            """
            int n = 42, h = 255;
            return $"[{n,6}][{n,-6}][{n:D5}][{h:x4}][{h,6:X}][{n:000}][{'c',3}][{true,-6}]";
            """,
            "[    42][42    ][00042][00ff][    FF][042][  c][True  ]"),
        new(
            "interpolation of null and nested strings",
            "Interpolated string expressions",
            """
            string? none = null;
            int? n = null;
            bool b = true;
            return $"[{none}][{n}][{(b ? $"in{1 + 1}" : "no")}][{new[] { 1, 2 }.Length}]";
            """,
            "[][][in2][2]"),
        new(
            "verbatim interpolated string",
            "Interpolated string expressions",
            """"
            var d = "dir";
            return $@"c:\{d}\""x""" + @$"{{{d}}}";
            """",
            "c:\\dir\\\"x\"{dir}"),
        new(
            "raw interpolated string",
            "Feature: raw string literals",
            """"
            var n = 5;
            return $"""{n} "q" """ + $$"""{"n": {{n}}}""";
            """",
            "5 \"q\" {\"n\": 5}"),
        new(
            "constant interpolated string",
            "Feature: constant interpolated strings",
            """
            const string A = "a";
            const string B = $"{A}-{nameof(A)}";
            return B;
            """,
            "a-A"),
        new(
            "newlines in interpolation holes",
            "Feature: newlines in string interpolation",
            """
            var n = 3;
            return $"n is {n switch
            {
                > 2 => "big",
                _ => "small",
            }}";
            """,
            "n is big"),
        new(
            "interpolation evaluates in order",
            "Interpolated string expressions",
            """
            var i = 0;
            return $"{i++}{i++}{i}{++i}";
            """,
            "0123"),
        new(
            "interpolation calls ToString",
            "Interpolated string expressions",
            """
            return $"{new Named()}{new Formatted():x}{(1, "a")}";
            --- types
            class Named { public override string ToString() => "named"; }
            class Formatted : IFormattable
            {
                public string ToString(string? format, IFormatProvider? provider) => $"<{format}>";
            }
            """,
            "named<x>(1, a)"),
        new RefusedConstruct(
            "interpolated string handler",
            "Feature: improved interpolated strings",
            """
            return Collect($"a{1}b{"c"}");
            static string Collect(Handler h) => h.Text;
            --- types
            [System.Runtime.CompilerServices.InterpolatedStringHandler]
            ref struct Handler(int literal, int holes)
            {
                public string Text = $"{literal},{holes}:";
                public void AppendLiteral(string s) => Text += $"L{s}";
                public void AppendFormatted<T>(T t) => Text += $"F{t}";
            }
            """,
            "ND0001 an interpolated string for a handler cannot be evaluated at compile time"),
        new(
            "interpolated string as a FormattableString",
            "Implicit interpolated string conversions",
            """
            var n = 5;
            FormattableString f = $"a{n}b{"x"}";
            return $"{f.Format}{f.ArgumentCount}{f.GetArgument(1)}";
            """,
            "a{0}b{1}2x"),
        new(
            "UTF-8 string literal",
            "Feature: UTF-8 string literals",
            """
            ReadOnlySpan<byte> b = "aé"u8;
            return $"{b.Length} {b[0]} {b[1]}";
            """,
            "3 97 195"),
        new(
            "strings are immutable",
            "The string type",
            """
            var a = "abc";
            var b = a;
            b = b.Replace('a', 'x');
            a += "d";
            return $"{a}{b}{a[1]}{a.Length}";
            """,
            "abcdxbcb4"),
        new(
            "string members",
            "The string type",
            """
            var s = "  Hello World ";
            return $"[{s.Trim()}][{s.Trim().Substring(6)}][{s.IndexOf('W')}][{s.Contains("llo")}][{string.Join("-", s.Trim().Split(' '))}][{s.Trim().PadLeft(13, '.')}][{s.TrimEnd().EndsWith('d')}][{"abc".Insert(1, "-").Remove(0, 1)}]";
            """,
            "[Hello World][World][8][True][Hello-World][..Hello World][True][-bc]"),
        new(
            "composite formatting",
            "The string type",
            """
            return string.Format("{0}-{1:D3}-{0,4}", 7, 5) + string.Concat("a", 1, 'c') + new string('x', 3) + string.IsNullOrWhiteSpace(" ");
            """,
            "7-005-   7a1cxxxTrue"),
        new(
            "unicode and surrogate pairs",
            "Unicode character escape sequences",
            """
            var s = "\U0001F600é";
            return $"{s.Length}{char.IsSurrogate(s[0])}{(int)s[2]}\u00e9" + (s == "😀é");
            """,
            "3True233éTrue"),
        new(
            "verbatim identifiers",
            "Identifiers",
            """
            int @class = 1, été = 2, _x = 3;
            return $"{@class}{été}{@_x}{nameof(@class)}";
            """,
            "123class"),
        new(
            "parsing and writing of numbers",
            "The string type",
            """
            return $"{int.Parse("-12")}{byte.Parse("ff", System.Globalization.NumberStyles.HexNumber)}{int.TryParse("1x", out var n)}{n}{255.ToString("X2")}{1234567.ToString("D9")}{bool.Parse("true")}";
            """,
            "-12255False0FF001234567True"),
        new(
            "concatenation takes the text of an operand before the next is evaluated",
            "Addition operator",
            """
            var text = new System.Text.StringBuilder("a");
            string More() { text.Append("b"); return "z"; }
            return text + More();
            """,
            "az"),
        new(
            "text of a struct without one",
            "ValueType.ToString",
            """
            var text = $"{new Plain()}";
            return text[text.IndexOf('+')..] + text.Contains('\\');
            --- members
            struct Plain;
            """,
            "+PlainFalse"),
        new(
            "text of an object without one",
            "Object.ToString",
            """
            var text = $"{new Plain()}";
            return text[text.IndexOf('+')..] + text.Contains('\\');
            --- members
            class Plain;
            """,
            "+PlainFalse"),
    ];
}
