namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Lifted operators and the null-coalescing operators.</summary>
static class NullableOperators
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "lifted arithmetic operators",
            "Lifted operators",
            """
            int? a = 10, b = null;
            return $"{a + 1}|{a + b}|{a * a}|{b - 1}|{-a}|{++a}";
            """,
            "11||100||-10|11"),
        new(
            "lifted comparison operators",
            "Lifted operators",
            """
            int? a = 10, b = null, c = null;
            return $"{a > b}{a <= b}{a == b}{b == c}{b >= c}{a != null}{a > 5}";
            """,
            "FalseFalseFalseTrueFalseTrueTrue"),
        new(
            "nullable Boolean operators",
            "Nullable Boolean & and | operators",
            """
            bool? t = true, f = false, n = null;
            string S(bool? b) => b switch { true => "t", false => "f", null => "n" };
            return S(t & n) + S(f & n) + S(n & n) + S(t | n) + S(f | n) + S(n | n) + S(t ^ n) + S(!n);
            """,
            "nfntnnnn"),
        new(
            "null-coalescing operator",
            "The null coalescing operator",
            """
            int? a = null, b = 5;
            string? s = null;
            int c = a ?? b ?? 7;
            long d = a ?? 8L;
            return $"{c}{d}{s ?? "none"}{a ?? 0}{s ?? null ?? "x"}";
            """,
            "58none0x"),
        new(
            "null-coalescing operator evaluates its right side late",
            "The null coalescing operator",
            """
            var calls = 0;
            string F() { calls++; return "f"; }
            string? a = "a", b = null;
            return (a ?? F()) + calls + (b ?? F()) + calls;
            """,
            "a0f1"),
        new(
            "null-coalescing assignment",
            "Feature: null coalescing assignment",
            """
            List<int>? numbers = null;
            int? a = null;
            (numbers ??= new List<int>()).Add(5);
            numbers.Add(a ??= 0);
            a ??= 9;
            return $"{string.Join(",", numbers)} {a}";
            """,
            "5,0 0"),
        new(
            "members of a nullable value",
            "Nullable value types",
            """
            int? a = 5, b = default;
            var said = $"{a.HasValue}{a.Value}{b.HasValue}{b.GetValueOrDefault()}{b.GetValueOrDefault(3)}{a}{b}|{a.Equals(5)}{b.Equals(null)}";
            try { return said + b!.Value; }
            catch (InvalidOperationException) { return said; }
            """,
            "True5False035|TrueTrue"),
        new(
            "lifted conversions",
            "Nullable conversions",
            """
            int? i = 5, none = null;
            long? l = i;
            byte? b = (byte?)i;
            int back = (int)l;
            return $"{l}{b}{back}{(long?)none is null}";
            """,
            "555True"),
        new(
            "boxing of a nullable value",
            "Boxing conversions",
            """
            int? five = 5, none = null;
            object? a = five, b = none;
            return $"{a is int}{b is null}{(int?)a}{(int?)b is null}{a!.GetType() == typeof(int)}";
            """,
            "TrueTrue5TrueTrue"),
        new(
            "lifted user-defined operators",
            "Lifted operators",
            """
            Money? a = new Money(3), b = null;
            return $"{(a + a)?.Amount}{(a + b).HasValue}{a == b}{b == null}{a == new Money(3)}";
            --- types
            struct Money(int amount)
            {
                public int Amount => amount;
                public static Money operator +(Money x, Money y) => new(x.Amount + y.Amount);
                public static bool operator ==(Money x, Money y) => x.Amount == y.Amount;
                public static bool operator !=(Money x, Money y) => !(x == y);
                public override bool Equals(object? o) => o is Money m && m == this;
                public override int GetHashCode() => Amount;
            }
            """,
            "6FalseFalseTrueTrue"),
    ];
}
