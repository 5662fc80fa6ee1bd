namespace NetDsl.Evaluation.Tests.Language;

/// <summary>The break, continue, goto, return and throw statements.</summary>
static class JumpStatements
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "break statement",
            "The break statement",
            """
            var n = 0;
            while (true)
            {
                n++;
                switch (n)
                {
                    case 3: n = 30; break;
                }
                if (n >= 30) break;
            }
            return $"{n}";
            """,
            "30"),
        new(
            "continue statement",
            "The continue statement",
            """
            var said = "";
            for (var i = 0; i < 6; i++)
            {
                if (i % 2 == 0) continue;
                said += i;
            }
            return said;
            """,
            "135"),
        new(
            "goto out of nested loops",
            "The goto statement",
            """
            string[,] table =
            {
                { "Red", "Blue", "Green" },
                { "Monday", "Wednesday", "Friday" },
            };
            var said = "";
            foreach (string str in new[] { "Wednesday", "Sunday" })
            {
                int row, colm;
                for (row = 0; row <= 1; ++row)
                {
                    for (colm = 0; colm <= 2; ++colm)
                    {
                        if (str == table[row, colm]) goto done;
                    }
                }
                said += $"{str} not found;";
                continue;
            done:
                said += $"Found {str} at [{row}][{colm}];";
            }
            return said;
            """,
            "Found Wednesday at [1][1];Sunday not found;"),
        new(
            "goto backwards with fresh variables",
            "The goto statement",
            """
            var later = new List<Func<int>>();
            var i = 0;
            again:
            {
                var copy = i;
                later.Add(() => copy);
            }
            i++;
            if (i < 3) goto again;
            return string.Join(" ", later.Select(get => get()));
            """,
            "0 1 2"),
        new(
            "goto forwards",
            "The goto statement",
            """
            var n = 1;
            goto end;
            #pragma warning disable CS0162
            n = 2;
            end:
            return $"{n}";
            """,
            "1"),
        new(
            "goto leaves a try block through finally",
            "The goto statement",
            """
            var said = "";
            var n = 0;
            again:
            try
            {
                n++;
                said += n;
                if (n < 3) goto again;
            }
            finally
            {
                said += "f";
            }
            return said;
            """,
            "1f2f3f"),
        new(
            "return statement",
            "The return statement",
            """
            static int First(int[] numbers)
            {
                foreach (var n in numbers)
                {
                    if (n > 1) return n;
                }
                return -1;
            }
            static void Nothing(List<int> list)
            {
                if (list.Count > 0) return;
                list.Add(1);
            }
            var list = new List<int>();
            Nothing(list);
            Nothing(list);
            return $"{First([1, 2, 3])}{First([])}{list.Count}";
            """,
            "2-11"),
        new(
            "return evaluates before finally",
            "The return statement",
            """
            var i = 1;
            int Get()
            {
                try { return i; }
                finally { i = 100; }
            }
            return $"{Get()} {i}";
            """,
            "1 100"),
    ];
}
