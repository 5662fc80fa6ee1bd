namespace NetDsl.Evaluation.Tests;

/// <summary>LINQ, as methods and as queries; lazy, so lambdas with side effects run when somebody asks.</summary>
static class Queries
{
    const string Sequence = "IEnumerable<int>";

    public static IReadOnlyList<Production> All { get; } =
    [
        new(Sequence, "collection expression", "((IEnumerable<int>)[«int!», 2, 7])"),
        new(Sequence, "LINQ method", "«List<int>».AsEnumerable()"),
        new(Sequence, "LINQ method", "«int[]».AsEnumerable()"),
        new(Sequence, "LINQ method", "«IEnumerable<int>».Where(«fn»$n => «+ int $n»«bool»«]»)", 4),
        new(Sequence, "LINQ method", "«IEnumerable<int>».Select(«fn»$n => «+ int $n»«int»«]»)", 4),
        new(Sequence, "LINQ method", "«IEnumerable<int>».Select(«fn»($n, $i) => «+ int $n»«+ int $i»«int»«]»)", 2),
        new(Sequence, "LINQ method", "«IEnumerable<int>».«:Skip Take TakeLast SkipLast»(«1..3»)", 2),
        new(Sequence, "LINQ method", "«IEnumerable<int>».«:TakeWhile SkipWhile»(«fn»$n => «+ int $n»«bool»«]»)"),
        new(Sequence, "LINQ method", "«IEnumerable<int>».«:Concat Union Except Intersect»(«int[]»)"),
        new(Sequence, "LINQ method", "«IEnumerable<int>».«:Append Prepend»(«int»)"),
        new(Sequence, "LINQ method", "«IEnumerable<int>».«:Distinct Reverse»()"),
        new(Sequence, "LINQ method", "«IEnumerable<int>».DefaultIfEmpty(«int»)"),
        new(Sequence, "LINQ method", "«IEnumerable<int>».Zip(«int[]», «fn»($a, $b) => «+ int $a»«+ int $b»«int»«]»)"),
        new(Sequence, "LINQ method", "«int[]».Take(3).SelectMany(«fn»$n => «+ int $n»(int[])[$n, «int»]«]»)"),
        new(Sequence, "LINQ method", "Enumerable.Range(«0..5», «1..4»)"),
        new(Sequence, "LINQ method", "Enumerable.Repeat(«int», «1..3»)"),
        new(Sequence, "LINQ order", "«IEnumerable<int>».«:OrderBy OrderByDescending»(«fn»$n => «+ int $n»«int»«]»).ThenBy(n => n)", 2),
        new(Sequence, "LINQ order", "«IEnumerable<int>».«:Order OrderDescending»()"),
        new(Sequence, "LINQ group", "«IEnumerable<int>».GroupBy(«fn»$n => $n % 3«]»).Select(«fn»$g => $g.Key * 10 + $g.Count()«]»)", 2),
        new(Sequence, "LINQ chunk", "«IEnumerable<int>».Take(5).Chunk(2).Select(chunk => chunk.Length * 10 + chunk[0])"),
        new(Sequence, "query", "(from $n in «int[]» «fn»«+ int $n»where «bool» select «int»«]»)", 3),
        new(Sequence, "query let", "(from $n in «int[]» «fn»«+ int $n»let $m = «int» «+ int $m»where «bool» select «int»«]»)", 2),
        new(Sequence, "query order", "(from $n in «int[]» «fn»«+ int $n»orderby «int» % 4, $n descending select «int»«]»)", 2),
        new(Sequence, "query of two", "(from $n in «int[]».Take(3) «fn»«+ int $n»from $m in «int[]».Take(2) «+ int $m»where «bool» select «int»«]»)", 2),
        new(Sequence, "query group", "(from $n in «int[]» «fn»«+ int $n»group «int» by $n % 2 into $g orderby $g.Key select $g.Sum(x => x & 0xFF)«]»)", 2),
        new(Sequence, "query join", "(from $n in «int[]» join $m in «List<int>» on $n % 3 equals $m % 3 «fn»«+ int $n»«+ int $m»select «int»«]»)", 2),
        new(Sequence, "query join into", "(from $n in «int[]» join $m in «List<int>» on $n equals $m into $all «fn»«+ int $n»select «int» + $all.Count()«]»)", 1),

        new("int", "LINQ result", "«IEnumerable<int>».Count()"),
        new("int", "LINQ result", "«IEnumerable<int>».Count(«fn»$n => «+ int $n»«bool»«]»)"),
        new("int", "LINQ result", "«IEnumerable<int>».«:FirstOrDefault LastOrDefault»()", 2),
        new("int", "LINQ result", "«IEnumerable<int>».«:FirstOrDefault LastOrDefault»(«fn»$n => «+ int $n»«bool»«]»)", 2),
        new("int", "LINQ result", "«IEnumerable<int>».«:First Last Max Min Single»()", 2, Needs.Risk),
        new("int", "LINQ result", "«IEnumerable<int>».Sum(«fn»$n => «+ int $n»«int» % 1000«]»)", 2),
        new("int", "LINQ result", "«IEnumerable<int>».Sum()", 1, Needs.Risk),
        new("int", "LINQ aggregate", "«IEnumerable<int>».Aggregate(«int», «fn»($a, $n) => «+ int $a»«+ int $n»«int»«]»)", 3),
        new("int", "LINQ result", "«IEnumerable<int>».DefaultIfEmpty(«int»).«:Max Min»()"),
        new("int", "LINQ result", "«IEnumerable<int>».ElementAtOrDefault(«0..3»)"),
        new("bool", "LINQ result", "«IEnumerable<int>».«:Any All»(«fn»$n => «+ int $n»«bool»«]»)", 2),
        new("bool", "LINQ result", "«IEnumerable<int>».Any()"),
        new("bool", "LINQ result", "«IEnumerable<int>».SequenceEqual(«int[]»)"),
        new("string", "anonymous type in a query", "string.Concat(from $n in «int[]» «fn»select new { A = $n & 7, B = «string» } into $p where $p.A > 1 select $p.B + $p.A«]»)", 2),
        new("string", "LINQ group", "string.Join('.', «IEnumerable<int>».GroupBy(n => n % 3, («fn»$k, $all) => «+ int $k»$\"{$k}x{$all.Count()}\"«]»))", 2),
        new("string", "LINQ method", "string.Concat(«IEnumerable<int>».Take(4).Select(«fn»$n => «+ int $n»«string»«]»))", 2),
    ];
}
