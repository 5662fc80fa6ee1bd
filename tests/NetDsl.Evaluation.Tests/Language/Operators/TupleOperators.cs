namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Comparing tuples that may be null, and other small things of values.</summary>
static class TupleOperators
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "equality of tuples that may be null",
            "Tuple equality operators",
            """
            (int, string)? a = (1, "x"); (int, string)? b = null; (int A, string B)? c = (1, "x"); (long, string) d = (1, "x");
            return "" + (a == c) + (a == b) + (b == null) + (a != null) + (a == d) + (a == (1, "x")) + (b == ((int, string)?)null) + (b != c) + ((int, string)?)(2, "z");
            """,
            "TrueFalseTrueTrueTrueTrueTrueTrue(2, z)"),
        new(
            "evaluation order of tuples that may be null",
            "Tuple equality operators",
            """
            var log = ""; (int, int)? N(string s, (int, int)? v) { log += s; return v; } int E(string s, int v) { log += s; return v; }
            log += N("a", null) == N("b", null); log += N("a", (1, 2)) == (E("c", 1), E("d", 2)); log += (E("c", 1), E("d", 2)) != N("a", null); log += N("x", (1, 2)) == N("y", (1, 3));
            ((int, int)?, int) p = ((1, 2), 3); ((int, int)?, int) q = (null, 3); log += (p == q) + "" + (p == p) + (q == q);
            (int, double)? w = (1, 2.0); (byte, float)? z = (1, 2f); log += w == z;
            return log;
            """,
            "TrueTrueTrueFalseFalseTrueTrueTrue"),
        new(
            "nullable value that is created",
            "Nullable value types",
            """
            var n = new int?(4); var m = new int?(); return "" + n + m.HasValue + new DateTime?().HasValue + new int?(default).Value;
            """,
            "4FalseFalse0"),
    ];
}
