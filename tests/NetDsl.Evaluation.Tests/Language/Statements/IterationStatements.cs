namespace NetDsl.Evaluation.Tests.Language;

/// <summary>The while, do, for and foreach statements.</summary>
static class IterationStatements
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "while statement",
            "The while statement",
            """
            int i = 0, sum = 0;
            while (i < 5)
            {
                sum += i;
                i++;
            }
            return $"{i} {sum}";
            """,
            "5 10"),
        new(
            "do statement",
            "The do statement",
            """
            var i = 10;
            var times = 0;
            do
            {
                i++;
                times++;
            }
            while (i < 5);
            return $"{i} {times}";
            """,
            "11 1"),
        new(
            "continue in a do statement reaches the condition",
            "The do statement",
            """
            var i = 0;
            var said = "";
            do
            {
                i++;
                if (i == 2) continue;
                said += i;
            }
            while (i < 4);
            return said;
            """,
            "134"),
        new(
            "for statement",
            "The for statement",
            """
            var said = "";
            for (int i = 0, j = 10; i < j; i += 2, j--) said += $"({i},{j})";
            return said;
            """,
            "(0,10)(2,9)(4,8)(6,7)"),
        new(
            "for statement without sections",
            "The for statement",
            """
            var n = 0;
            for (; ; )
            {
                if (++n == 7) break;
            }
            return $"{n}";
            """,
            "7"),
        new(
            "for statement with expression initializers",
            "The for statement",
            """
            int i, j;
            var sum = 0;
            for (i = 1, j = 2; i < 4; i++, j *= 2) sum += j;
            return $"{sum} {i} {j}";
            """,
            "14 4 16"),
        new(
            "for statement shares one captured variable",
            "Captured outer variables",
            """
            var actions = new List<Func<int>>();
            for (var i = 0; i < 3; i++) actions.Add(() => i);
            return string.Join(" ", actions.Select(action => action()));
            """,
            "3 3 3"),
        new(
            "foreach statement over an array",
            "The foreach statement",
            """
            double[,] values =
            {
                { 1.2, 2.3, 3.4, 4.5 },
                { 5.6, 6.7, 7.8, 8.9 },
            };
            var said = "";
            foreach (double elementValue in values) said += (int)elementValue;
            return said;
            """,
            "12345678"),
        new(
            "foreach statement with a fresh variable",
            "The foreach statement",
            """
            int[] values = [7, 9, 13];
            Action? f = null;
            var said = "";
            foreach (var value in values)
            {
                if (f == null) f = () => said += "First value: " + value;
            }
            f!();
            return said;
            """,
            "First value: 7"),
        new(
            "foreach statement over a string",
            "The foreach statement",
            """
            var said = "";
            foreach (char c in "abc") said = c + said;
            return said;
            """,
            "cba"),
        new(
            "foreach statement with an explicit conversion",
            "The foreach statement",
            """
            object[] items = [1, 2, 3];
            var sum = 0;
            foreach (int item in items) sum += item;
            return $"{sum}";
            """,
            "6"),
        new(
            "foreach statement with deconstruction",
            "Deconstruction",
            """
            var said = "";
            foreach (var (name, age) in new[] { ("a", 1), ("b", 2) }) said += $"{name}{age};";
            return said;
            """,
            "a1;b2;"),
        new(
            "foreach statement over a pattern-based enumerator",
            "The foreach statement",
            """
            var said = "";
            foreach (var n in new Countdown(3)) said += n;
            return said;
            --- types
            sealed class Countdown(int from)
            {
                public Enumerator GetEnumerator() => new(from);

                public struct Enumerator(int from)
                {
                    int next = from + 1;
                    public int Current => next;
                    public bool MoveNext() => --next > 0;
                }
            }
            """,
            "321"),
        new(
            "foreach statement over an extension GetEnumerator",
            "Feature: extension GetEnumerator support for foreach loops",
            """
            var said = "";
            foreach (var n in 4) said += n;
            return said;
            --- types
            static class Counting
            {
                public static IEnumerator<int> GetEnumerator(this int count)
                {
                    for (var i = 0; i < count; i++) yield return i;
                }
            }
            """,
            "0123"),
        new(
            "foreach statement disposes its enumerator",
            "The foreach statement",
            """
            var said = new List<string>();
            foreach (var n in new Noisy(said))
            {
                said.Add($"{n}");
                if (n == 2) break;
            }
            return string.Join(" ", said);
            --- types
            sealed class Noisy(List<string> said)
            {
                public Walk GetEnumerator() => new(said);

                public sealed class Walk(List<string> said) : IDisposable
                {
                    public int Current { get; private set; }
                    public bool MoveNext() => ++Current < 9;
                    public void Dispose() => said.Add("disposed");
                }
            }
            """,
            "1 2 disposed"),
        new(
            "foreach statement by reference",
            "The foreach statement",
            """
            Span<int> numbers = new[] { 1, 2, 3 };
            foreach (ref var n in numbers) n *= 10;
            var sum = 0;
            foreach (ref readonly var n in numbers) sum += n;
            return $"{sum}";
            """,
            "60"),
        new(
            "foreach statement over a list that changes",
            "The foreach statement",
            """
            var list = new List<int> { 1, 2, 3 };
            try
            {
                foreach (var n in list) list.Add(n);
                return "no exception";
            }
            catch (InvalidOperationException)
            {
                return $"{list.Count}";
            }
            """,
            "4"),
        new(
            "nested loops",
            "Iteration statements",
            """
            var said = "";
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++)
                {
                    if (j == i) continue;
                    if (j > 1) break;
                    said += $"{i}{j} ";
                }
            }
            return said;
            """,
            "01 10 20 21 "),
        new(
            "foreach statement whose elements are converted",
            "The foreach statement",
            """
            var said = "";
            foreach (long n in new[] { 1, 2 }) said += n is long;
            foreach (Meters n in new[] { 3 }) said += n.Centimeters;
            foreach (byte n in new[] { 300 }) said += n;
            foreach (Side n in new[] { 1 }) said += n;
            return said;
            --- types
            enum Side { Left, Right }
            class Meters(int n)
            {
                public int Centimeters => n * 100;
                public static implicit operator Meters(int n) => new(n);
            }
            """,
            "TrueTrue30044Right"),
        new(
            "method of a struct that a foreach statement gives",
            "The foreach statement",
            """
            var said = "";
            foreach (var each in new[] { new Counter() })
            {
                each.Add();
                each.Add();
                said += each.N;
            }

            using var used = new Counter();
            used.Add();
            return said + used.N;
            --- types
            struct Counter : IDisposable
            {
                public int N { get; private set; }
                public void Add() => N++;
                public void Dispose() { }
            }
            """,
            "21"),
    ];
}
