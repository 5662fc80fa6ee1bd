namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Local functions.</summary>
static class LocalFunctions
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "local function",
            "Local function declarations",
            """
            int Add(int a, int b)
            {
                return a + b;
            }
            string Name() => "n";
            return $"{Add(1, 2)}{Name()}";
            """,
            "3n"),
        new(
            "local function used before its declaration",
            "Local function declarations",
            """
            var n = Later(3);
            return $"{n}";
            int Later(int x) => x * Factor();
            int Factor() => 5;
            """,
            "15"),
        new(
            "recursive local function",
            "Local function declarations",
            """
            int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
            bool Even(int n) => n == 0 || Odd(n - 1);
            bool Odd(int n) => n != 0 && Even(n - 1);
            return $"{Gcd(48, 18)}{Even(9)}";
            """,
            "6False"),
        new(
            "capturing local function",
            "Local function declarations",
            """
            var x = 1;
            void Bump() => x += 5;
            Bump();
            x *= 2;
            Bump();
            return $"{x}";
            """,
            "17"),
        new(
            "static local function",
            "Local function declarations",
            """
            static int Square(int n) => n * n;
            return $"{Square(5)}";
            """,
            "25"),
        new(
            "generic local function",
            "Local function declarations",
            """
            T[] Pair<T>(T a, T b) => [a, b];
            string Kind<T>() where T : struct => typeof(T).Name;
            return $"{Pair(1, 2).Length}{Pair("a", "b")[1]}{Kind<int>()}";
            """,
            "2bInt32"),
        new(
            "local function as an iterator",
            "Local function declarations",
            """
            IEnumerable<int> Up(int n)
            {
                for (var i = 0; i < n; i++) yield return i;
            }
            return string.Join("", Up(4));
            """,
            "0123"),
        new(
            "local function with ref, out and defaults",
            "Local function declarations",
            """
            void Split(int n, out int tens, ref int calls, int by = 10) { tens = n / by; calls++; }
            var calls = 0;
            Split(42, out var a, ref calls);
            Split(42, out var b, ref calls, by: 20);
            return $"{a}{b}{calls}";
            """,
            "422"),
        new(
            "local function in a loop captures each iteration",
            "Local function declarations",
            """
            var all = new List<Func<int>>();
            for (var i = 0; i < 3; i++)
            {
                var copy = i;
                int Get() => copy++;
                all.Add(Get);
                Get();
            }
            return string.Join(" ", all.Select(f => f()));
            """,
            "1 2 3"),
        new(
            "nested local functions",
            "Local function declarations",
            """
            int Outer(int n)
            {
                int Inner(int m)
                {
                    int Deep() => n * 100 + m;
                    return Deep();
                }
                return Inner(n + 1);
            }
            return $"{Outer(1)}{Outer(2)}";
            """,
            "102203"),
    ];
}
