namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Blocks, declarations, labels and the empty statement.</summary>
static class Blocks
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "block",
            "Blocks",
            """
            var x = 1;
            {
                var y = 2;
                x += y;
            }
            {
                var y = 10;
                x += y;
            }
            return $"{x}";
            """,
            "13"),
        new(
            "empty statement",
            "The empty statement",
            """
            var left = 3;
            while (--left > 0) ;
            ;
            return $"{left}";
            """,
            "0"),
        new(
            "labeled statement",
            "Labeled statements",
            """
            var n = 0;
            again: n++;
            if (n < 4)
                goto again;
            return $"{n}";
            """,
            "4"),
        new(
            "label in scope of a nested block",
            "Labeled statements",
            """
            var said = "";
            for (var i = 0; ; i++)
            {
                said += i;
                if (i == 2)
                {
                    goto done;
                }
            }
            done:
            return said;
            """,
            "012"),
        new(
            "explicitly typed local variables",
            "Explicitly typed local variable declarations",
            """
            int a = 1, b = a + 1, c;
            c = a + b;
            return $"{a}{b}{c}";
            """,
            "123"),
        new(
            "implicitly typed local variable",
            "Implicitly typed local variable declarations",
            """
            var i = 5;
            var s = "Hello";
            var d = 1.0;
            var numbers = new int[] { 1, 2, 3 };
            object box = d;
            return $"{i}{s}{numbers.Length}{box is double}";
            """,
            "5Hello3True"),
        new(
            "local constant declaration",
            "Local constant declarations",
            """
            const int Width = 6, Height = Width + 1;
            const string Text = "a" + "b";
            return $"{Width * Height}{Text}";
            """,
            "42ab"),
        new(
            "declaration without an initializer",
            "Definite assignment",
            """
            int i;
            if (2 > 1) i = 1; else i = 2;
            string s;
            do { s = "set"; } while (i > 1);
            return $"{i}{s}";
            """,
            "1set"),
        new(
            "expression statement",
            "Expression statements",
            """
            var list = new List<int>();
            var x = 1;
            x++;
            x = x + 1;
            list.Add(x);
            new List<int> { 7 }.Clear();
            return $"{x}{list.Count}";
            """,
            "31"),
        new(
            "shadowing in a static local function",
            "Local function declarations",
            """
            var x = 1;
            static int Twice(int x) => x * 2;
            return $"{x}{Twice(4)}";
            """,
            "18"),
        new(
            "discard",
            "Discards",
            """
            _ = int.TryParse("12", out _);
            var (_, second) = (1, 2);
            _ = second + 1;
            return $"{second}";
            """,
            "2"),
    ];
}
