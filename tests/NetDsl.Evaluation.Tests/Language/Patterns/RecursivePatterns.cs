namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Property, positional and list patterns.</summary>
static class RecursivePatterns
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "property pattern",
            "Property pattern",
            """
            static string Of(object o) => o switch
            {
                string { Length: 0 } => "empty",
                string { Length: > 3 and var n } => $"long{n}",
                Point { X: 1, Y: var y } p => $"{y}{p.X}",
                { } => "some",
            };
            return $"{Of("")} {Of("abcd")} {Of(new Point { X = 1, Y = 5 })} {Of(new Point { X = 2 })}";
            --- types
            class Point { public int X, Y; }
            """,
            "empty long4 51 some"),
        new(
            "empty property pattern",
            "Property pattern",
            """
            string? s = null, t = "t";
            int? n = 5;
            return $"{s is { }}{t is { }}{n is { } value && value == 5}";
            """,
            "FalseTrueTrue"),
        new(
            "nested and extended property pattern",
            "Feature: extended property patterns",
            """
            var line = new Line(new Point(0, 5), new Point(3, 0));
            return $"{line is { From.X: 0, To: { X: 3 } }}{line is { From.Y: > 5 }}{line is { Name.Length: 1 }}";
            --- types
            record Point(int X, int Y);
            record Line(Point From, Point To) { public string? Name => null; }
            """,
            "TrueFalseFalse"),
        new(
            "positional pattern on a tuple",
            "Positional pattern",
            """
            static string Rps(string a, string b) => (a, b) switch
            {
                ("rock", "paper") => "paper wins",
                ("paper", "rock") => "paper wins",
                (var x, var y) when x == y => "tie",
                (_, _) => "other",
            };
            return $"{Rps("rock", "paper")},{Rps("rock", "rock")},{Rps("rock", "scissors")}";
            """,
            "paper wins,tie,other"),
        new(
            "positional pattern on a deconstructible type",
            "Positional pattern",
            """
            static string Quadrant(Point p) => p switch
            {
                (0, 0) => "origin",
                ( > 0, > 0) => "one",
                ( < 0, > 0) => "two",
                var (x, y) when x < 0 => $"three{x}{y}",
                (_, < 0) { X: > 0 } => "four",
                _ => "border",
            };
            return $"{Quadrant(new(0, 0))} {Quadrant(new(1, 1))} {Quadrant(new(-1, 1))} {Quadrant(new(-1, -1))} {Quadrant(new(1, -1))} {Quadrant(new(0, 5))}";
            --- types
            class Point(int x, int y)
            {
                public int X => x;
                public void Deconstruct(out int a, out int b) { a = x; b = y; }
            }
            """,
            "origin one two three-1-1 four border"),
        new(
            "positional pattern with names and type",
            "Positional pattern",
            """
            object o = new Point(3, 4);
            return o is Point(X: 3, Y: var y) { Sum: 7 } p ? $"{y}{p.Sum}" : "no";
            --- types
            record Point(int X, int Y) { public int Sum => X + Y; }
            """,
            "47"),
        new(
            "positional pattern on a record hierarchy",
            "Positional pattern",
            """
            static int Eval(Node n) => n switch
            {
                Number(var v) => v,
                Add(var l, var r) => Eval(l) + Eval(r),
                Times(Number(0), _) or Times(_, Number(0)) => 0,
                Times(var l, var r) => Eval(l) * Eval(r),
                _ => throw new NotSupportedException(),
            };
            return $"{Eval(new Add(new Number(2), new Times(new Number(3), new Number(4))))}{Eval(new Times(new Number(0), new Bad()))}";
            --- types
            abstract record Node;
            record Number(int Value) : Node;
            record Add(Node Left, Node Right) : Node;
            record Times(Node Left, Node Right) : Node;
            record Bad : Node;
            """,
            "140"),
        new(
            "list pattern",
            "Feature: list patterns",
            """
            static string Of(int[] a) => a switch
            {
                [] => "empty",
                [1, 2] => "12",
                [var x] => $"one{x}",
                [_, > 5] => "big",
                [0, ..] => "zero first",
                [.., 9] => "nine last",
                _ => "other",
            };
            return $"{Of([])} {Of([1, 2])} {Of([7])} {Of([1, 6])} {Of([0, 1, 2])} {Of([1, 2, 9])} {Of([4, 4])}";
            """,
            "empty 12 one7 big zero first nine last other"),
        new(
            "slice pattern",
            "Feature: list patterns",
            """
            static int Sum(ReadOnlySpan<int> n) => n is [var first, .. var rest] ? first + Sum(rest) : 0;
            static bool Palindrome(string s) => s is [] or [_] || s is [var a, .. var middle, var z] && a == z && Palindrome(middle);
            int[] numbers = [1, 2, 3, 4];
            return $"{Sum([1, 2, 3])}{Palindrome("abcba")}{Palindrome("abca")}{(numbers is [1, .. { Length: 2 } m, _] ? m[1] : 0)}";
            """,
            "6TrueFalse3"),
        new(
            "list pattern on a list and a string",
            "Feature: list patterns",
            """
            var list = new List<string> { "a", "bc" };
            List<int>? none = null;
            return $"{list is [_, ['b', var c]] && c == 'c'}{"abc" is ['a', .., 'c']}{none is []}{none is not [_, ..]}";
            """,
            "TrueTrueFalseTrue"),
        new(
            "list pattern on an own type",
            "Feature: list patterns",
            """
            return new Word("hello") is ['h', .. var rest, 'o'] ? rest : "no";
            --- types
            class Word(string text)
            {
                public int Length => text.Length;
                public char this[int i] => text[i];
                public string Slice(int start, int length) => text.Substring(start, length);
            }
            """,
            "ell"),
        new(
            "nested list pattern",
            "Feature: list patterns",
            """
            int[][] grid = [[1, 2], [3, 4, 5]];
            return grid is [[_, var a], [3, .. var rest]] ? $"{a}{rest.Length}" : "no";
            """,
            "22"),
        new(
            "switch on a tuple of state and event",
            "Switch expression",
            """
            static string Next(string state, bool key) => (state, key) switch
            {
                ("open", _) => "closed",
                ("closed", true) => "locked",
                ("closed", false) => "open",
                ("locked", true) => "closed",
                _ => state,
            };
            return $"{Next("open", true)} {Next("closed", true)} {Next("closed", false)} {Next("locked", true)} {Next("locked", false)}";
            """,
            "closed locked open closed locked"),
        new(
            "property pattern reads nothing of null",
            "Property pattern",
            """
            Node? node = new Node { Next = null };
            return $"{node is { Next.Next: null }}{node is { Next: null }}{node is { Next: not null }}";
            --- types
            class Node { public Node? Next; }
            """,
            "FalseTrueFalse"),
    ];
}
