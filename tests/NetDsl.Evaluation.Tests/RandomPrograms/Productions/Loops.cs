namespace NetDsl.Evaluation.Tests;

/// <summary>
/// Loops and jumps. What ends a loop stands in its head, in a variable that nothing else sees; so they end whatever else is in them, and
/// still when statements are taken out of a program to make it small.
/// </summary>
static class Loops
{
    const string Statement = Production.Statement;

    public static IReadOnlyList<Production> All { get; } =
    [
        new(Statement, "for", "for (var $i = 0; $i < «1..4»; $i++)«+ int $i»«loop»", 3),
        new(Statement, "for", "for (int $i = «3..9», $j = 0; $i > $j; $i -= 2, $j++)«+ int $i»«+ int $j»«loop»", 2),
        new(Statement, "foreach", "foreach (var $n in «int[]».Take(3))«+ int $n»«loop»", 3),
        new(Statement, "foreach", "foreach (var $n in «IEnumerable<int>».Take(4))«+ int $n»«loop»", 3),
        new(Statement, "foreach over a list", "foreach (var $n in «List<int>».Take(4).ToList())«+ int $n»«loop»", 2),
        new(Statement, "foreach over a list", "foreach (long $n in new List<int> { «int», «int» })«+ long $n»«loop»", 1),
        new(Statement, "foreach over text", "foreach (var $c in «string!»)«+ char $c»«block»", 1),
        new(Statement, "foreach with deconstruction", "foreach (var ($s, $n) in «Dictionary<string, int>».Take(3).ToArray())«+ string $s»«+ int $n»«loop»", 2),
        new(Statement, "foreach with deconstruction", "foreach (var ($i, $n) in «int[]».Take(3).Index())«+ int $i»«+ int $n»«loop»", 1),
        new(Statement, "foreach over a rectangular array", "foreach (var $n in «int[,]»)«+ int $n»«block»", 1),
        new(Statement, "while", "{ var $left = «1..3»; while ($left-- > 0 && «bool»)«loop» }", 3),
        new(Statement, "while", "{ var $q = new Queue<int>(«int[]».Take(3)); while ($q.TryDequeue(out var $n))«+ int $n»«loop» }", 1),
        new(Statement, "do", "{ var $left = «1..3»; do «loop» while (--$left > 0 && «bool»); }", 2),
        new(Statement, "goto", "{ var $tries = «1..3»; $again: «block» if (--$tries > 0 && «bool») goto $again; }", 2),
        new(Statement, "goto out of loops", "{ for (var $i = 0; $i < 3; $i++) for (var $j = 0; $j < 2; $j++) { if («+ int $i»«+ int $j»«bool») goto $done; «block» } $done: ; }", 2),
        new(Statement, "break", "if («bool») break;", 4, Needs.Loop),
        new(Statement, "continue", "if («bool») continue;", 4, Needs.Loop),
        new(Statement, "captured loop variable", "for (var $i = 0; $i < 3; $i++) { «+ int $i»var $k = $i; «mut int $k»«var List<Func<int, int>> l».Add(«fn»$n => «+ int $n»«int» + $k++ + $i«]»); }", 3),
        new(Statement, "captured loop variable", "foreach (var $n in «int[]».Take(3)) { «+ int $n»«var List<Func<int, int>> l».Add(«fn»$m => «+ int $m»«int» + $n«]»); }", 3),
    ];
}
