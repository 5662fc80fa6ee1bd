namespace NetDsl.Evaluation.Tests;

/// <summary>Lambdas, delegates and local functions.</summary>
static class Functions
{
    const string Function = "Func<int, int>";

    /// <summary>An action that is in no variable: one that is added to itself would double each time.</summary>
    const string Fresh = "new Action";

    public static IReadOnlyList<Production> All { get; } =
    [
        new(Function, "lambda", "((Func<int, int>)(«fn»$n => «+ int $n»«int!»«]»))"),
        new(Function, "lambda", "((Func<int, int>)(«fn»$n => «+ int $n»«int»«]»))", 4),
        new(Function, "lambda that assigns what it captured", "((Func<int, int>)(«fn»$n => «+ int $n»«var int v» «:= += ^= -=» «int»«]»))", 4),
        new(Function, "lambda with statements", "((Func<int, int>)(«fn»$n => «mut int $n»«body int»«]»))", 2),
        new(Function, "static lambda", "((Func<int, int>)(«static»static $n => «+ int $n»«int»«]»))", 2),
        new(Function, "lambda with a discard", "((Func<int, int>)(«fn»_ => «int»«]»))", 1),
        new(Function, "method group", "((Func<int, int>)Math.Sign)", 1),
        new(Function, "method group", "((Func<int, int>)«use plain f»)", 2),
        new(Function, "conditional", "(«bool» ? «Func<int, int>» : «Func<int, int>»)", 1),
        new("Func<int, Func<int, int>>", "lambda of a lambda", "((Func<int, Func<int, int>>)(«fn»$a => «mut int $a»«fn»$b => «+ int $b»«int»«]»«]»))"),
        new("Func<int>", "lambda", "((Func<int>)(«fn»() => «int»«]»))"),
        new("Action", "lambda", "«new Action»"),
        new(Fresh, "lambda", "((Action)(() => { }))"),
        new(Fresh, "lambda", "((Action)(«fn»() => «var int v» «:= += ^= -=» «int»«]»))"),
        new(Fresh, "lambda", "((Action)(«fn»() => «use Log l».Note(«int»)«]»))"),
        new("int", "call of a delegate", "«Func<int, int>»(«int»)", 4),
        new("int", "call of a delegate", "«Func<int, int>».Invoke(«int»)", 1),
        new("int", "call of a delegate", "«Func<int, Func<int, int>>»(«int»)(«int»)", 2),
        new("int", "call of a delegate", "«Func<int>»()", 2),
        new("int", "null conditional", "((«bool» ? «Func<int>» : null)?.Invoke() ?? «int»)", 1),
        new("int", "call of a local function", "«use local f»(«int»)", 4),
        new("int", "call of a local function", "«use plain f»(«int»)", 4),
        new("int", "LINQ method", "«IEnumerable<int>».Select(«Func<int, int>»).FirstOrDefault()", 2),
        new("int", "later calls", "«use List<Func<int, int>> l».Take(4).Aggregate(«int», (n, f) => f(n) & 0xFFFF)", 3),
    ];
}
