using System.Globalization;
using CsCheck;

namespace NetDsl.Evaluation.Tests;

/// <summary>
/// Programs of random statements over a few variables, that end and compile: loops, conditions, arithmetic, tuples, lists, queries,
/// captures and helpers. What they calculate ends up in names, prefixes and rules, so that a wrong value shows in the topology. They
/// may divide by zero or index outside; then both hosts have to say so.
/// </summary>
static class RandomPrograms
{
    const string Members = """
        static int Twice(int n) => n * 2;
        static int Fold(int n, int depth = 3) => depth <= 0 ? n : Fold(n / 2 + depth, depth - 1);
        static (int Low, int High) Ordered(int x, int y) { if (x < y) return (x, y); return (High: y, Low: x) is var p ? (p.High, p.Low) : p; }
        static string Show(this int n, string prefix = "n") => prefix + (n & 0xFF);
        static void Bump(ref int n, out int before) { before = n; n += 3; }
        static int Sum(params int[] items) { var sum = 0; foreach (var item in items) sum += item; return sum; }
        static readonly int[] Primes = [2, 3, 5, 7, 11];
        const int Seven = 7;
        """;

    static readonly Dictionary<string, Gen<string>> Known = [];

    static readonly Gen<string> Variable = One("a", "b", "c", "pair.x", "pair.y");

    static readonly Gen<string> Literal = Gen.Int[1, 99].Select(number => number.ToString(CultureInfo.InvariantCulture));

    static readonly Gen<string> Maybe = Gen.OneOf(
        One("maybe", "maybe + 1", "-maybe", "(maybe ?? a)", "(maybe > b ? maybe : null)", "(int?)port", "(int?)wide", "maybe.GetValueOrDefault(3)", "maybe * port"), Literal);

    /// <summary>The statements of a definition, and members behind <c>---</c>.</summary>
    public static Gen<string> Programs { get; } = Gen.Select(Gen.Int[-20, 20], Gen.Int[1, 20], Statements(3), (a, b, statements) => $$"""
        var region = network.Region("us-east-1");
        int a = {{a}}, b = {{b}}, c = 5;
        var pair = (x: 1, y: 2);
        var list = new List<int> { 4, 2 };
        var text = "t";
        long wide = {{a}};
        ushort port = {{b}};
        int? maybe = null;
        var later = new List<Func<int, int>>();
        int Local(int n) { c ^= n; return n + a; }
        Func<int, int> function = n => n - b;
        var vpc = region.Vpc("v", "10.0.0.0/16");
        {{statements}}
        vpc.SecurityGroup($"end-{a & 0xFFF}-{b & 0xFFF}-{c & 0xFFF}-{pair.x & 0xFF}-{pair.y & 0xFF}-{list.Count}-{list.Sum(n => n & 0xFF)}-{text.Length}-{wide & 0xFF}-{port}-{maybe & 0xFF}-{later.Aggregate(7, (n, f) => f(n) & 0xFFFF)}");
        ---
        {{Members}}
        """);

    static Gen<string> Statements(int depth) =>
        Statement(depth).Array[1, depth + 1].Select(statements => string.Join('\n', statements));

    static Gen<string> Statement(int depth) => Once($"statement {depth}", () =>
    {
        var simple = Gen.OneOf(
            Gen.Select(Variable, Number(2), (variable, value) => $"{variable} = {value};"),
            Gen.Select(Variable, One("+=", "-=", "*=", "^=", "&=", "|=", "<<=", ">>=", "/="), Number(1), (variable, assign, value) => $"{variable} {assign} {value};"),
            Gen.Select(One("a", "b", "c"), One("++", "--"), (variable, step) => $"{variable}{step};"),
            Number(1).Select(value => $"list.Add({value});"),
            Number(1).Select(value => $"if (list.Count > 0) list[({value} & 0xFFFF) % list.Count] = {value};"),
            Gen.Select(Number(1), Number(1), (x, y) => $"pair = ({x}, {y});"),
            Gen.Const("(a, b) = (b, a);"),
            Gen.Const("(a, var rest) = Ordered(b, c); pair.y = rest;").Select(code => $"{{ {code} }}"),
            Gen.Const("{ Bump(ref a, out var before); c += before; }"),
            Text(1).Select(value => $"text = {value};"),
            Gen.Select(Text(1), Number(1), (name, value) => $"vpc.SecurityGroup({name}).Ingress(Tcp(({value}) & 0xFFFF), from: \"10.0.0.0/8\");"),
            Gen.Select(Number(1), One("a", "b"), (value, zone) => $"vpc.Subnet(({value}).Show(\"s\"), $\"10.0.{{{Quoted(value)} & 0xFF}}.0/24\", \"{zone}\").Instance($\"i{{list.Count}}\");"),
            Gen.Select(Number(1), Text(1), (value, name) => $"region.Vpc({name} + \"-v\", cidr: $\"10.{{{Quoted(value)} & 0xFF}}.0.0/16\", configure: inner => {{ a++; inner.SecurityGroup(\"g\" + Local(b)); }});"));
        simple = Gen.Frequency((3, simple), (1, Gen.OneOf(
            Number(1).Select(value => $"wide = wide * 31 + {value};"),
            Number(1).Select(value => $"port = (ushort)({value});"),
            Gen.Select(Maybe, One("+=", "-=", "*=", "^=", "??="), (value, assign) => $"maybe {assign} {value};"),
            Gen.Const("maybe = null;"),
            Gen.Select(Number(1), Number(1), (first, second) => $"{{ var own = {first}; later.Add(n => n + own++); own ^= {second}; }}"),
            Number(1).Select(value => $"{{ var own = {value}; Func<int, Func<int, int>> add = x => {{ own++; return y => own-- + x * y; }}; var two = add(2); a += two(b); later.Add(add(c)); }}"),
            Gen.Select(Number(1), Number(1), (value, other) => $"foreach (var n in new[] {{ {value}, {other} }}) {{ void Keep() {{ var k = n; later.Add(x => {{ k += x; return k ^ n; }}); }} Keep(); }}"),
            Number(1).Select(value => $"for (var n = 0; n < 2; n++) {{ var m = {value}; int Once(int x) => x + m++ + n; later.Add(Once); b += Once(n); }}"),
            Gen.Select(Pattern("wide"), Pattern("port"), (one, other) => $"if ({one} || !({other})) a++; else b--;"),
            Number(1).Select(value => $"switch (wide) {{ case 0: a++; break; case > 100 and < 1000: b++; break; case 7 when port is 7: break; default: c += {value}; break; }}"),
            Number(1).Select(value => $"switch (maybe) {{ case null: maybe = {value}; break; case 3 or 4: a--; break; case int some when some > b: c ^= some; break; }}"))));
        return depth == 0
            ? simple
            : Gen.Frequency(
                (5, simple),
                (1, Gen.Select(Condition(2), Statements(depth - 1), Statements(depth - 1), (condition, then, otherwise) => $"if ({condition})\n{{\n{then}\n}}\nelse\n{{\n{otherwise}\n}}")),
                (1, Gen.Select(Gen.Int[1, 4], Statements(depth - 1), Condition(1), (count, body, condition) => $"for (var i{depth} = 0; i{depth} < {count}; i{depth}++)\n{{\nif ({condition}) continue;\na += i{depth};\n{body}\n}}")),
                (1, Gen.Select(Statements(depth - 1), Condition(1), (body, condition) => $"foreach (var item{depth} in list.Take(3).ToArray())\n{{\nb ^= item{depth};\n{body}\nif ({condition}) break;\n}}")),
                (1, Statements(depth - 1).Select(body => $"foreach (var (index{depth}, prime{depth}) in Primes.Index().Where(entry => entry.Item > 2))\n{{\nc += index{depth} * prime{depth};\n{body}\n}}")),
                (1, Statements(depth - 1).Select(body => $"{{\nvar left{depth} = 3;\nwhile (left{depth}-- > 0)\n{{\n{body}\n}}\n}}")),
                (1, Gen.Select(Number(1), Statements(depth - 1), Statements(depth - 1), (value, first, second) => $"switch (({value}) & 3)\n{{\ncase 0:\n{first}\nbreak;\ncase 1:\ncase 2:\n{second}\nbreak;\ndefault:\na = -a;\nbreak;\n}}")));
    });

    static Gen<string> Number(int depth) => Once($"number {depth}", () => depth == 0
        ? Gen.OneOf(Variable, Variable, Literal)
        : Gen.OneOf(
            Variable,
            Gen.Select(Variable, One("+", "-", "*", "&", "|", "^", "<<", ">>"), Number(depth - 1), (left, sign, right) => $"({left} {sign} {right})"),
            Gen.Select(Number(depth - 1), One("/", "%"), One("3", "Seven", "a", "(b | 1)", "(c + 100000)"), (left, sign, right) => $"({left} {sign} {right})"),
            Gen.Select(One("-", "~", "+"), Variable, (sign, operand) => $"({sign}{operand})"),
            Gen.Select(Condition(depth - 1), Number(depth - 1), Number(depth - 1), (condition, then, otherwise) => $"(({condition}) ? {then} : {otherwise})"),
            Gen.Select(One("Twice", "Local", "function", "Fold"), Number(depth - 1), (called, argument) => $"{called}({argument})"),
            Gen.Select(Number(depth - 1), Number(depth - 1), (left, right) => $"Math.Max({left}, {right})"),
            Gen.Select(Number(depth - 1), Number(depth - 1), (left, right) => $"Sum({left}, 1, {right})"),
            Gen.Select(Number(depth - 1), Number(depth - 1), (left, right) => $"Ordered(y: {left}, x: {right}).Low"),
            Number(depth - 1).Select(index => $"Primes[({index}) & 3]"),
            Number(depth - 1).Select(key => $"(({key} & 3) switch {{ 0 => a, 1 or 2 => 8, > 2 => b, _ => c }})"),
            Number(depth - 1).Select(value => $"(int)((long){value} * 3 % 1000003)"),
            Number(depth - 1).Select(value => $"(int)(byte)({value})"),
            One("list.Count", "text.Length", "list.Where(n => n > a).Count()", "list.Select((n, i) => n * i).FirstOrDefault()", "list[^1]", "list.OrderBy(n => n).Last()", "a++", "--b", "(int)checked((short)a)",
                "(maybe ?? 4)", "(int)(maybe ?? wide & 0xFFFF)", "(wide switch { 0 => 1, 7 or 8 => 2, < 50 => a, _ => port })", "(port switch { 7 => b, > 300 => 5, var other => other })", "later.Count",
                "later.Select(f => f(1)).ToArray().LastOrDefault()", "maybe.GetValueOrDefault()", "(maybe.ToString().Length + $\"{maybe}{wide & 15}\".Length)")));

    static Gen<string> Pattern(string value) => Gen.Select(
        One("0", "7", "> 3", ">= 19 and < 100", "not 5", "1 or 2 or > 50000", "Seven"), pattern => $"{value} is {pattern}");

    static Gen<string> Condition(int depth) => Once($"condition {depth}", () => depth == 0
        ? Gen.Select(Variable, One("<", ">", "==", "!=", "<=", ">="), Number(0), (left, sign, right) => $"({left} {sign} {right})")
        : Gen.OneOf(
            Condition(0),
            Gen.Select(Condition(depth - 1), One("&&", "||", "^", "&"), Condition(depth - 1), (left, sign, right) => $"(({left}) {sign} ({right}))"),
            Condition(depth - 1).Select(condition => $"!({condition})"),
            One("pair == (1, 2)", "list.Any(n => n == b)", "list.Contains(a)", "text is { Length: > 4 }", "a is > 3 and < 50 or -1", "maybe is 3 or null", "maybe > 2", "maybe == b", "wide is 7", "port is > 10 and <= 443", "(a, wide) == (wide, a)", "(port, maybe) != (7, 4L)", "maybe is { } and > 3")));

    static Gen<string> Text(int depth) => depth == 0
        ? One("text", "\"k\"")
        : Gen.OneOf(
            Gen.Select(Number(1), Variable, (value, variable) => $"$\"x{{{Quoted(value)} & 0xFF}}-{{{variable} & 0xF:00}}\""),
            Gen.Select(Text(0), Number(1), (value, number) => $"({value} + (({number}) & 0xFF))"),
            Number(1).Select(value => $"({value}).Show()"),
            One("text.PadLeft(3, 'p')", "string.Join(\"-\", list.Take(2).Select(n => n & 7))", "nameof(pair)", "text.ToUpperInvariant()[..1]", "(a > b ? \"gt\" : \"le\")"));

    static Gen<string> One(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    /// <summary>A generator is made once a depth; made anew at each mention they would be thousands.</summary>
    static Gen<string> Once(string name, Func<Gen<string>> make)
    {
        if (!Known.TryGetValue(name, out var generator))
        {
            Known[name] = generator = make();
        }

        return generator;
    }

    /// <summary>An expression in a hole of an interpolated string: a conditional there needs the parentheses that it has.</summary>
    static string Quoted(string expression) => $"({expression})";
}
