namespace NetDsl.Evaluation.Tests.Language;

/// <summary>The if statement and the switch statement.</summary>
static class SelectionStatements
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "if statement",
            "The if statement",
            """
            var x = 3;
            if (x > 2) x = 10;
            if (x < 2) x = 20;
            return $"{x}";
            """,
            "10"),
        new(
            "dangling else",
            "The if statement",
            """
            bool x = true, y = false;
            var said = "none";
            if (x) if (y) said = "F"; else said = "G";
            return said;
            """,
            "G"),
        new(
            "else if chain",
            "The if statement",
            """
            var said = "";
            for (var i = 0; i < 4; i++)
            {
                if (i == 0) said += "zero";
                else if (i == 1) said += "one";
                else if (i == 2) said += "two";
                else said += "many";
            }
            return said;
            """,
            "zeroonetwomany"),
        new(
            "switch statement",
            "The switch statement",
            """
            var said = "";
            foreach (var i in new[] { 0, 1, 2, 3 })
            {
                switch (i)
                {
                    case 0:
                        said += "Zero";
                        break;
                    case 1:
                    case 2:
                        said += "Some";
                        break;
                    default:
                        said += "Many";
                        break;
                }
            }
            return said;
            """,
            "ZeroSomeSomeMany"),
        new(
            "switch statement with goto case and goto default",
            "The goto statement",
            """
            var said = "";
            switch (0)
            {
                case 0:
                    said += "0";
                    goto case 1;
                case 1:
                    said += "1";
                    goto default;
                default:
                    said += "d";
                    break;
            }
            return said;
            """,
            "01d"),
        new(
            "switch statement on a string",
            "The switch statement",
            """
            static int Command(string s)
            {
                switch (s.ToUpperInvariant())
                {
                    case "RUN": return 1;
                    case "SAVE": return 2;
                    case null: return 3;
                    default: return 0;
                }
            }
            return $"{Command("run")}{Command("Save")}{Command("quit")}";
            """,
            "120"),
        new(
            "switch statement with default in the middle",
            "The switch statement",
            """
            static string Of(int n)
            {
                switch (n)
                {
                    case 1: return "one";
                    default: return "other";
                    case 2: return "two";
                }
            }
            return Of(1) + Of(2) + Of(3);
            """,
            "onetwoother"),
        new(
            "switch statement with patterns and when",
            "The switch statement",
            """
            static string Of(object? o)
            {
                switch (o)
                {
                    case int n when n > 10: return "big";
                    case int n: return $"int{n}";
                    case string { Length: 0 }: return "empty";
                    case string s: return s;
                    case null: return "null";
                    case var other when other is bool: return "bool";
                    default: return "other";
                }
            }
            return $"{Of(11)} {Of(3)} {Of("")} {Of("s")} {Of(null)} {Of(true)} {Of('c')}";
            """,
            "big int3 empty s null bool other"),
        new(
            "switch statement on an enum",
            "The switch statement",
            """
            static int Of(Color color)
            {
                switch (color)
                {
                    case Color.Red: return 1;
                    case Color.Green: return 2;
                    default: return 3;
                }
            }
            return $"{Of(Color.Red)}{Of(Color.Green)}{Of(Color.Blue)}{Of((Color)9)}";
            --- types
            enum Color { Red, Green, Blue }
            """,
            "1233"),
        new(
            "switch statement on a nullable value",
            "The switch statement",
            """
            static string Of(int? n)
            {
                switch (n)
                {
                    case null: return "none";
                    case 0: return "zero";
                    case > 0: return "plus";
                    default: return "minus";
                }
            }
            return Of(null) + Of(0) + Of(5) + Of(-5);
            """,
            "nonezeroplusminus"),
        new(
            "switch section with a shared declaration space",
            "The switch statement",
            """
            var said = "";
            foreach (var n in new[] { 1, 2 })
            {
                switch (n)
                {
                    case 1:
                        int x = 5;
                        said += x;
                        break;
                    case 2:
                        x = 6;
                        said += x;
                        break;
                }
            }
            return said;
            """,
            "56"),
        new(
            "switch statement evaluates its value once",
            "The switch statement",
            """
            var calls = 0;
            int Next() { calls++; return 3; }
            switch (Next())
            {
                case 1: break;
                case 2: break;
                case 3: calls += 10; break;
            }
            return $"{calls}";
            """,
            "11"),
    ];
}
